import { invariant } from '../../base/index.ts';
import { mustNotBeNegative } from './checks.ts';
import type { Law, PlainLaw } from './law.ts';
import { span } from './wording.ts';

/** The first index in [from, to) at which `isReached` holds, or `to`; it must hold from there on. */
function firstIndex(from: number, to: number, isReached: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class Empirical implements Law {
  readonly kind = 'empirical';
  readonly mean: number;
  readonly exponentialMean = 0;
  private readonly values: Float64Array;
  /** sums[k]: the k smallest values together. */
  private readonly sums: Float64Array;

  constructor(values: readonly number[]) {
    this.values = Float64Array.from(values).sort();
    this.sums = new Float64Array(values.length + 1);
    this.values.forEach((value, k) => {
      this.sums[k + 1] = this.sums[k]! + value;
    });
    this.mean = this.sums[values.length]! / values.length;
  }

  /** How many values are not above x. */
  private countUpTo(x: number): number {
    return firstIndex(0, this.values.length, (k) => this.values[k]! > x);
  }

  /** The u-quantile of the values from index `from` on: the smallest with at least that share of them at or below it. */
  private quantileFrom(from: number, u: number): number {
    const rest = this.values.length - from;
    return this.values[from + Math.max(1, Math.ceil(u * rest)) - 1]!;
  }

  /** E[min(X, value k)]. */
  private limitedMeanAt(k: number): number {
    return (this.sums[k]! + (this.values.length - k) * this.values[k]!) / this.values.length;
  }

  density(_x: number): number {
    return 0;
  }

  survival(x: number): number {
    return 1 - this.countUpTo(x) / this.values.length;
  }

  inverse(u: number): number {
    return this.quantileFrom(0, u);
  }

  residual(u: number, age: number): number {
    const from = this.countUpTo(age);
    return from === this.values.length ? 0 : this.quantileFrom(from, u) - age;
  }

  limitedMean(x: number): number {
    const passed = this.countUpTo(x);
    if (passed === this.values.length) return this.mean;
    return (this.sums[passed]! + (this.values.length - passed) * x) / this.values.length;
  }

  /** limitedMean is a chain of straight lines with corners at the values. */
  equilibrium(u: number): number {
    const lived = u * this.mean;
    const last = this.values.length - 1;
    const corner = firstIndex(0, last, (k) => this.limitedMeanAt(k) >= lived);
    return (lived * this.values.length - this.sums[corner]!) / (this.values.length - corner);
  }

  describe(): string {
    return `{empirical: [${[...this.values].map(span).join(', ')}]}`;
  }

  plain(): PlainLaw {
    return ['empirical', [...this.values]];
  }
}

/** One of the given values (at least one, none negative), each as likely as another. */
export function empirical(values: readonly number[]): Law {
  invariant(values.length > 0, 'an empirical law needs at least one value');
  for (const value of values) mustNotBeNegative('value', value);
  return new Empirical(values);
}
