import type { Us } from '../../base/index.ts';
import type { Arena } from '../../engine/index.ts';
import { Rates } from '../../model/index.ts';

const RATE = 0;
/** Writes acknowledged up to {@link SINCE}. */
const WRITTEN = 1;
const SINCE = 2;
/** The instant of the last acknowledged write, where none are acknowledged now. */
const LAST = 3;

/** The acknowledged writes of one shard: piecewise linear, no events. */
export class Ledger {
  private readonly state: Float64Array;
  private readonly lately: Rates;

  constructor(arena: Arena) {
    this.state = arena.f64('time', 4);
    this.lately = new Rates(arena);
  }

  /** Writes a second now. */
  get rate(): number {
    return this.state[RATE]!;
  }

  setRate(rate: number, now: Us): void {
    const { state } = this;
    if (rate === state[RATE]) return;
    state[WRITTEN] = this.writes(now);
    state[SINCE] = now;
    if (state[RATE]! > 0) state[LAST] = now;
    state[RATE] = rate;
    this.lately.take(state, RATE, state, SINCE);
  }

  /** Writes acknowledged since the start. */
  writes(now: Us): number {
    return this.state[WRITTEN]! + (this.state[RATE]! * (now - this.state[SINCE]!)) / 1e6;
  }

  /** When the last write was acknowledged: now, while writes flow. */
  lastWrite(now: Us): Us {
    return (this.state[RATE]! > 0 ? now : this.state[LAST]!) as Us;
  }

  /** Writes acknowledged from one instant to another lately, µs. */
  writtenBetween(from: number, to: number): number {
    return this.lately.between(from, to);
  }
}
