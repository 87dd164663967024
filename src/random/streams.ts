import { type Key, mix32, nameKey } from './keys.ts';

/** A source of chance: one named stream of uniform numbers. */
export type Stream = number & { readonly __stream?: never };

/** Words of state of one stream. */
export const STREAM_WORDS = 4;
const WARM_UP = 8;
const TWO_TO_MINUS_53 = 2 ** -53;
const WEYL = [0x9e3779b9, 0x7f4a7c15, 0xf39cc060, 0x5cedc834] as const;

/**
 * All streams of a model. A stream is keyed by (master, replication, name) and by nothing else, so that adding a component
 * shifts nobody else's draws. The generator is sfc32 (Doty-Humphrey, PractRand: 128 bits, passes its batteries to
 * terabytes); its state lives in a column, so that saving a simulation saves its chances.
 */
export class Streams {
  readonly names: string[] = [];
  private readonly known = new Map<string, Stream>();
  private readonly keys: Key[] = [];
  private state!: Int32Array;

  /** Declares a stream; the same name twice is the same stream. */
  declare(name: string): Stream {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const stream = this.names.push(name) - 1;
    this.known.set(name, stream);
    this.keys.push(nameKey(name));
    return stream;
  }

  /** Binds the state to `column`, which holds {@link STREAM_WORDS} words a stream. */
  bind(column: Int32Array): void {
    this.state = column;
  }

  /** Puts every stream at the start of its sequence for one replication (0 to 2^53). */
  seed(master: Key, replication: number): void {
    const low = replication | 0;
    const high = Math.floor(replication / 2 ** 32) | 0;
    for (let stream = 0; stream < this.keys.length; stream++) this.seedOne(stream, master, low, high);
  }

  private seedOne(stream: number, master: Key, low: number, high: number): void {
    const key = this.keys[stream]!;
    const base = stream * STREAM_WORDS;
    for (let word = 0; word < STREAM_WORDS; word++) {
      const replication = mix32(Math.imul(low, WEYL[word]!) + mix32(high + WEYL[3 - word]!));
      this.state[base + word] = mix32(mix32(replication ^ key[word]!) + master[word]!);
    }
    for (let round = 0; round < WARM_UP; round++) this.step(base);
  }

  /** One step of sfc32, its output thrown away. */
  private step(base: number): void {
    const { state } = this;
    const a = state[base]!;
    const b = state[base + 1]!;
    const c = state[base + 2]!;
    const counter = state[base + 3]!;
    const out = (a + b + counter) | 0;
    state[base] = b ^ (b >>> 9);
    state[base + 1] = (c + (c << 3)) | 0;
    state[base + 2] = (((c << 21) | (c >>> 11)) + out) | 0;
    state[base + 3] = (counter + 1) | 0;
  }

  /**
   * A uniform number in the open interval (0, 1), of 52 bits and a half: never 0, never 1, fine enough for chances of 1e-12.
   * It takes two steps of sfc32, written out so that the state is read and written once.
   */
  uniform(stream: Stream): number {
    const { state } = this;
    const base = stream * STREAM_WORDS;
    const a = state[base]!;
    const b = state[base + 1]!;
    const c = state[base + 2]!;
    const counter = state[base + 3]!;
    const high = (a + b + counter) | 0;
    const a2 = b ^ (b >>> 9);
    const b2 = (c + (c << 3)) | 0;
    const c2 = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (a2 + b2 + counter + 1) | 0;
    state[base] = b2 ^ (b2 >>> 9);
    state[base + 1] = (c2 + (c2 << 3)) | 0;
    state[base + 2] = (((c2 << 21) | (c2 >>> 11)) + low) | 0;
    state[base + 3] = (counter + 2) | 0;
    return ((high >>> 6) * 0x4000000 + (low >>> 6) + 0.5) * (2 * TWO_TO_MINUS_53);
  }
}
