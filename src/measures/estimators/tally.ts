import { invariant } from '../../base/index.ts';
import { type Grouped, groupedMeanInterval } from './askew-mean.ts';
import { bucketOf, middleOf } from './buckets.ts';
import { Histogram } from './histogram.ts';
import type { Interval } from './interval.ts';
import { MeanByRun } from './mean-by-run.ts';
import { quantile, quantileRank } from './quantile.ts';
import type { Tape } from './tape.ts';
import { WholeSum } from './whole-sum.ts';

/** A tally as plain data, to be looked at. */
export interface TallyState {
  readonly limit: number;
  readonly count: number;
  /** The finite values together, in µs, as a decimal: it may exceed 2^53. */
  readonly sum: string;
  /** `null` stands for ∞. */
  readonly values: readonly (number | null)[];
  /** [bucket, how many], in ascending order. */
  readonly buckets: readonly (readonly [number, number])[];
  readonly max: number | null;
}

const EXACT_LIMIT = 10_000;

/**
 * Times of one kind, whole µs ≥ 0. Up to a fixed count they are kept one by one; beyond, in buckets of 0.1 % (about 45,000
 * at most), so that memory is bounded whatever the length of a run. Count, sum and largest stay exact. Tallies of
 * consecutive blocks merge to the same result however the values were cut into blocks.
 *
 * A time beyond 2^53 − 1 µs counts as that; ∞ (never recovered) stays ∞, and leaves no mean.
 */
export class Tally {
  count = 0;
  private readonly limit: number;
  private readonly sum = new WholeSum();
  private readonly byRun = new MeanByRun();
  private largest = 0;
  private readonly values: number[] = [];
  private readonly buckets = new Histogram();

  constructor(limit: number = EXACT_LIMIT) {
    this.limit = limit;
  }

  add(time: number): void {
    invariant(time >= 0, 'a time must not be negative'); // with the time in it, a text were made of every one
    const whole = time === Number.POSITIVE_INFINITY ? time : Math.min(Math.round(time), Number.MAX_SAFE_INTEGER);
    if (whole !== Number.POSITIVE_INFINITY) {
      this.sum.add(whole);
      this.byRun.add(whole);
    }
    this.largest = Math.max(this.largest, whole);
    this.count++;
    this.keep(whole);
  }

  /** The replication under way has added nothing yet. */
  get isFresh(): boolean {
    return this.byRun.isFresh;
  }

  /** A replication has ended: what it has added may be alike. */
  endRun(): void {
    this.byRun.endRun();
  }

  /** Takes in a later block. */
  merge(later: Tally): void {
    invariant(this.limit === later.limit, 'tallies of different limits do not merge');
    this.sum.addExactly(later.sum.total);
    this.byRun.merge(later.byRun);
    this.largest = Math.max(this.largest, later.largest);
    this.count += later.count;
    if (!this.isExact) this.spill();
    for (const value of later.values) this.keep(value);
    this.buckets.merge(later.buckets);
  }

  /** Whether each value is still known. */
  get isExact(): boolean {
    return this.count <= this.limit;
  }

  /** µs; null where nothing was seen, or something never ended. */
  get mean(): number | null {
    return this.count === 0 || this.largest === Number.POSITIVE_INFINITY ? null : Number(this.sum.total) / this.count;
  }

  /**
   * What bounds the mean; null on both sides where there is none. Values of one replication may be alike: it is never nearer than as if
   * all were independent, and no nearer than replications allow ({@link MeanByRun}) where it is known which of them ended.
   */
  meanBounds(confidence: number): Pick<Interval, 'low' | 'high'> {
    if (this.mean === null) return { low: null, high: null };
    const groups = this.groups();
    const { low, high } = groupedMeanInterval(groups, confidence);
    const least = groups[0]![0];
    if (this.byRun.runs === 0 || least === this.largest) return { low, high };
    const byRun = this.byRun.interval({ count: this.count, sum: Number(this.sum.total), least }, confidence);
    const wider = (which: 'low' | 'high', of: (...ends: number[]) => number): number | null => {
      const [one, other] = [{ low, high }[which], byRun[which]];
      return one === null || other === null ? null : of(one, other);
    };
    return { low: wider('low', Math.min), high: wider('high', Math.max) };
  }

  /** Values, and how many there are of each, in ascending order. */
  private groups(): Grouped[] {
    if (this.isExact) return [...this.sorted()].map((value) => [value, 1]);
    return this.buckets.entries().map(([bucket, count]) => [Math.min(middleOf(bucket), this.largest), count]);
  }

  /** All finite values together, µs. */
  get total(): bigint {
    return this.sum.total;
  }

  /** The largest value, exact; null where nothing was seen. */
  get max(): number | null {
    return this.count === 0 ? null : this.largest;
  }

  /** The smallest time with at least the share p at or below it: exact, or within 0.05 %; null where nothing was seen. */
  quantile(p: number): number | null {
    if (this.isExact) return quantile(this.sorted(), p);
    const rank = quantileRank(this.count, p);
    let passed = 0;
    for (const [bucket, count] of this.buckets.entries()) {
      passed += count;
      if (passed >= rank) return Math.min(middleOf(bucket), this.largest);
    }
    return this.largest;
  }

  /** How many times are at most so long: exact, or to the bucket. */
  atMost(time: number): number {
    if (this.isExact) return this.values.reduce((count, value) => (value <= time ? count + 1 : count), 0);
    const last = bucketOf(Math.round(time));
    return this.buckets.entries().reduce((sum, [bucket, count]) => (bucket <= last ? sum + count : sum), 0);
  }

  /** All values in ascending order while they are known one by one, else none. */
  sorted(): Float64Array {
    return Float64Array.from(this.values).sort();
  }

  toState(): TallyState {
    const { limit, count, max } = this;
    const finite = (x: number | null): number | null => (x === Number.POSITIVE_INFINITY ? null : x);
    const sum = String(this.sum.total);
    return { limit, count, sum, values: this.values.map(finite), buckets: this.buckets.entries(), max: finite(max) };
  }

  /** To or from a tape; one that is read into must be fresh, and of the same limit. */
  code(tape: Tape): void {
    this.count = tape.number(this.count);
    this.sum.code(tape);
    this.largest = tape.number(this.largest);
    this.byRun.code(tape);
    const size = tape.number(this.values.length);
    for (let i = 0; i < size; i++) this.values[i] = tape.number(this.values[i] ?? 0);
    this.buckets.code(tape);
  }

  private keep(whole: number): void {
    if (this.isExact) this.values.push(whole);
    else {
      this.spill();
      this.buckets.add(bucketOf(whole), 1);
    }
  }

  /** Puts what was kept one by one into buckets: there is no way back. */
  private spill(): void {
    if (this.values.length === 0) return;
    for (const value of this.values) this.buckets.add(bucketOf(value), 1);
    this.values.length = 0;
  }
}
