import type { Interval } from './interval.ts';
import { lower, type Scatter, upper } from './scatter.ts';
import type { Tape } from './tape.ts';

/** A mean of values that replications add several of: how many, their sum, and the least of them. */
export interface MeanOf {
  readonly count: number;
  readonly sum: number;
  readonly least: number;
}

/**
 * How much the values of one replication are alike: as much as the interval of the mean of all takes. What the replication under way adds
 * counts when it ends; those that add nothing cost nothing. Sums of consecutive blocks are merged in their order.
 */
export class MeanByRun {
  /** Replications that added any. */
  runs = 0;
  /** Of the sum and the number of values of each: squares and products. */
  private sums = 0;
  private counts = 0;
  private products = 0;
  /** The largest sum of one, and of how many values. */
  private worst = 0;
  private worstCount = 0;
  private presentSum = 0;
  private presentCount = 0;

  add(value: number): void {
    this.presentSum += value;
    this.presentCount += 1;
  }

  /** The replication under way has added nothing yet. */
  get isFresh(): boolean {
    return this.presentCount === 0;
  }

  endRun(): void {
    const { presentSum: sum, presentCount: count } = this;
    if (count === 0) return;
    this.runs += 1;
    this.sums += sum * sum;
    this.counts += count * count;
    this.products += sum * count;
    this.note(sum, count);
    this.presentSum = 0;
    this.presentCount = 0;
  }

  private note(sum: number, count: number): void {
    if (sum <= this.worst) return;
    this.worst = sum;
    this.worstCount = count;
  }

  merge(later: MeanByRun): void {
    this.runs += later.runs;
    this.sums += later.sums;
    this.counts += later.counts;
    this.products += later.products;
    this.note(later.worst, later.worstCount);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    this.runs = tape.number(this.runs);
    this.sums = tape.number(this.sums);
    this.counts = tape.number(this.counts);
    this.products = tape.number(this.products);
    this.worst = tape.number(this.worst);
    this.worstCount = tape.number(this.worstCount);
  }

  /**
   * The interval of the mean as a ratio of two sums over replications, with the linearised variance (Cochran, Sampling Techniques, 1977,
   * §6.3). What the values have beyond the least of them has the gamma law of that variance, of which the upper side counts another
   * replication as bad as the worst. Below two replications nothing bounds it.
   */
  interval({ count, sum, least }: MeanOf, confidence: number): Interval {
    const mean = sum / count;
    const { runs } = this;
    if (runs < 2) return { mean, low: null, high: null };
    const residuals = Math.max(0, this.sums - 2 * mean * this.products + mean * mean * this.counts);
    const scatter: Scatter = {
      sum: Math.max(0, sum - least * count),
      variance: (residuals * runs) / (runs - 1),
      largest: Math.max(0, this.worst - mean * this.worstCount),
      degrees: runs - 1,
    };
    return {
      mean,
      low: least + lower(scatter, confidence) / count,
      high: least + upper(scatter, confidence) / count,
    };
  }
}
