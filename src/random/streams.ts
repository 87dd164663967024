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
  private readonly keys: Key[] = [];
  private state: Int32Array = new Int32Array(0);

  /** Declares a stream; the same name twice is the same stream. */
  declare(name: string): Stream {
    const known = this.names.indexOf(name);
    if (known >= 0) return known;
    this.keys.push(nameKey(name));
    return this.names.push(name) - 1;
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
    for (let round = 0; round < WARM_UP; round++) this.next(base);
  }

  /** One step of sfc32: 32 bits. */
  private next(base: number): number {
    const s = this.state;
    const a = s[base]!;
    const b = s[base + 1]!;
    const c = s[base + 2]!;
    const counter = s[base + 3]!;
    const out = (((a + b) | 0) + counter) | 0;
    s[base] = b ^ (b >>> 9);
    s[base + 1] = (c + (c << 3)) | 0;
    s[base + 2] = (((c << 21) | (c >>> 11)) + out) | 0;
    s[base + 3] = (counter + 1) | 0;
    return out;
  }

  /** A uniform number in the open interval (0, 1), of 52 bits and a half: never 0, never 1, fine enough for chances of 1e-12. */
  uniform(stream: Stream): number {
    const base = stream * STREAM_WORDS;
    const high = this.next(base) >>> 6;
    const low = this.next(base) >>> 6;
    return (high * 0x4000000 + low + 0.5) * (2 * TWO_TO_MINUS_53);
  }
}
