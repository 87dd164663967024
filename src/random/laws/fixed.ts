import { mustNotBeNegative } from './checks.ts';
import type { Law, PlainLaw } from './law.ts';
import { span } from './wording.ts';

export class Fixed implements Law {
  readonly kind = 'fixed';
  readonly mean: number;
  readonly exponentialMean = 0;

  constructor(value: number) {
    this.mean = value;
  }

  density(_x: number): number {
    return 0;
  }

  survival(x: number): number {
    return x < this.mean ? 1 : 0;
  }

  inverse(_u: number): number {
    return this.mean;
  }

  residual(_u: number, age: number): number {
    return Math.max(0, this.mean - age);
  }

  limitedMean(x: number): number {
    return Math.min(x, this.mean);
  }

  equilibrium(u: number): number {
    return u * this.mean;
  }

  describe(): string {
    return `{fixed: ${span(this.mean)}}`;
  }

  plain(): PlainLaw {
    return ['fixed', this.mean];
  }
}

/** The same value each time; 0 is allowed. */
export function fixed(value: number): Law {
  mustNotBeNegative('value', value);
  return new Fixed(value);
}
