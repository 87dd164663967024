import type { Arena } from '../engine/index.ts';

/** As many changes as happen while something is on its way, and some; before the oldest of them its rate counts. */
const POINTS = 32;

/** At which rates was written lately: the latest changes of the rate, in a ring; no events. */
export class Rates {
  private readonly times: Float64Array;
  /** Writes a second from each of these instants on. */
  private readonly rates: Float64Array;
  private readonly latest: Int32Array;

  constructor(arena: Arena) {
    this.times = arena.f64('time', POINTS);
    this.rates = arena.f64('time', POINTS);
    this.latest = arena.i32('logic', 1);
  }

  /** So many writes a second from an instant on, both by place in a column: handed over as numbers they would be boxed. */
  take(rates: Float64Array, rate: number, times: Float64Array, time: number): void {
    const next = (this.latest[0]! + 1) % POINTS;
    this.times[next] = times[time]!;
    this.rates[next] = rates[rate]!;
    this.latest[0] = next;
  }

  /** What was written from one instant to another at these rates. */
  between(from: number, to: number): number {
    let [sum, until] = [0, to];
    for (let back = 0; until > from; back++) {
      const at = (this.latest[0]! + POINTS - back) % POINTS;
      const since = back === POINTS - 1 ? from : Math.max(from, this.times[at]!);
      if (since < until) sum += (this.rates[at]! * (until - since)) / 1e6;
      until = Math.min(until, since);
    }
    return sum;
  }
}
