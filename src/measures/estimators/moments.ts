import type { Tape } from './tape.ts';

/** What is left of a sample: how many, their mean, and the sum of squared deviations from it. */
export interface MomentSums {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
}

/** The same of amounts that are never negative: how many of them are above 0, and the largest. */
export interface SeenSums extends MomentSums {
  readonly seen: number;
  readonly largest: number;
}

/**
 * Mean and variance in one pass (Welford, Technometrics 1962), mergeable (Chan, Golub and LeVeque, 1979). Floating-point
 * sums depend on their grouping: the same values in the same blocks, merged in the same order, give the same bits. Beside them: how many
 * values are above 0, and the largest, by which few of them are judged.
 */
export class Moments implements SeenSums {
  count = 0;
  mean = 0;
  m2 = 0;
  /** Values above 0; the largest of them. */
  seen = 0;
  largest = 0;
  /** The value added last: that of the replication that has just ended. */
  last = 0;

  static of(values: Iterable<number>): Moments {
    const moments = new Moments();
    for (const value of values) moments.add(value);
    return moments;
  }

  add(value: number): void {
    this.last = value;
    this.count++;
    if (value > 0) this.seen++;
    if (value > this.largest) this.largest = value;
    const deviation = value - this.mean;
    this.mean += deviation / this.count;
    this.m2 += deviation * (value - this.mean);
  }

  /** Takes in a later block. */
  merge(later: SeenSums): void {
    if (later.count === 0) return;
    const count = this.count + later.count;
    const deviation = later.mean - this.mean;
    this.mean += deviation * (later.count / count);
    this.m2 += later.m2 + deviation * deviation * this.count * (later.count / count);
    this.count = count;
    this.seen += later.seen;
    this.largest = Math.max(this.largest, later.largest);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    this.count = tape.number(this.count);
    this.mean = tape.number(this.mean);
    this.m2 = tape.number(this.m2);
    this.seen = tape.number(this.seen);
    this.largest = tape.number(this.largest);
  }
}
