import type { Us } from '../../base/index.ts';
import type { Arena } from '../../engine/index.ts';

/** Where the numbers stand: what has been counted, up to when, the two rates, and writes on each side since the cut. */
const COUNTED = 0;
const AT = 1;
const RATES = 2;
const SINCE_CUT = 4;

/**
 * Writes that meet a write of the same key on the other side which they had not seen. They are merged by the type of the value
 * (CRDT), so that the sides come to agree; no other key is touched. Keys are written as often as one another, so that a write
 * meets one of n on the other side with chance 1 − exp(−n ÷ keys).
 */
export class Conflicts {
  private readonly state: Float64Array;
  private readonly cut: Uint8Array;
  private readonly keys: number;
  /** Seconds in which neither side sees what the other writes, both ways together. */
  private readonly blind: number;

  constructor(arena: Arena, keys: number, blind: number) {
    this.state = arena.f64('sums', 6);
    this.cut = arena.u8('logic', 1);
    this.keys = keys;
    this.blind = blind;
  }

  setRate(side: 0 | 1, rate: number, now: Us): void {
    this.advance(now);
    this.state[RATES + side] = rate;
  }

  /** The sides no longer see each other, or do again and find what they have both written. */
  setCut(cut: boolean, now: Us): void {
    if (cut === (this.cut[0] === 1)) return;
    this.advance(now);
    if (!cut) this.state[COUNTED]! += this.met(this.state[SINCE_CUT]!, this.state[SINCE_CUT + 1]!);
    this.cut[0] = cut ? 1 : 0;
    this.state.fill(0, SINCE_CUT);
  }

  /** So many have been found by now. */
  count(now: Us): number {
    this.advance(now);
    return this.state[COUNTED]!;
  }

  private advance(now: Us): void {
    const { state, blind } = this;
    const seconds = (now - state[AT]!) / 1e6;
    const [one, other] = [state[RATES]!, state[RATES + 1]!];
    state[AT] = now;
    state[SINCE_CUT]! += one * seconds;
    state[SINCE_CUT + 1]! += other * seconds;
    if (this.cut[0] === 1) return;
    const chance = (writes: number): number => -Math.expm1((-writes * blind) / this.keys);
    state[COUNTED]! += seconds * (one * chance(other) + other * chance(one));
  }

  private met(one: number, other: number): number {
    return -one * Math.expm1(-other / this.keys) - other * Math.expm1(-one / this.keys);
  }
}
