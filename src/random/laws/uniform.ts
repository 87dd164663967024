import { invariant } from '../../base/index.ts';
import { mustNotBeNegative } from './checks.ts';
import { fixed } from './fixed.ts';
import type { Law, PlainLaw } from './law.ts';
import { span } from './wording.ts';

export class Uniform implements Law {
  readonly kind = 'uniform';
  readonly mean: number;
  readonly exponentialMean = 0;
  private readonly low: number;
  private readonly high: number;
  private readonly width: number;

  constructor(low: number, high: number) {
    this.low = low;
    this.high = high;
    this.width = high - low;
    this.mean = low + this.width / 2;
  }

  density(x: number): number {
    return x > 0 && x >= this.low && x <= this.high ? 1 / this.width : 0;
  }

  survival(x: number): number {
    return Math.min(1, Math.max(0, (this.high - x) / this.width));
  }

  inverse(u: number): number {
    return this.low + u * this.width;
  }

  residual(u: number, age: number): number {
    const from = Math.max(age, this.low);
    return Math.max(0, from - age + u * (this.high - from));
  }

  limitedMean(x: number): number {
    if (x <= this.low) return x;
    const within = Math.min(x, this.high) - this.low;
    return this.low + within - (within / this.width) * (within / 2);
  }

  equilibrium(u: number): number {
    const lived = u * this.mean;
    if (lived <= this.low) return lived;
    return this.high - Math.sqrt(2 * this.width * (1 - u) * this.mean);
  }

  describe(): string {
    return `{uniform: [${span(this.low)}, ${span(this.high)}]}`;
  }

  plain(): PlainLaw {
    return ['uniform', this.low, this.high];
  }
}

/** Every value between low and high alike, 0 ≤ low ≤ high; where they are equal the value is fixed. */
export function uniform(low: number, high: number): Law {
  mustNotBeNegative('low end', low);
  mustNotBeNegative('high end', high);
  invariant(low <= high, `a uniform law must not end (${high}) before it begins (${low})`);
  return low === high ? fixed(low) : new Uniform(low, high);
}
