import { mustBePositive } from './checks.ts';
import type { Law, PlainLaw } from './law.ts';
import { span } from './wording.ts';

export class Exponential implements Law {
  readonly kind = 'exponential';
  readonly mean: number;
  readonly exponentialMean: number;

  constructor(mean: number) {
    this.mean = mean;
    this.exponentialMean = mean;
  }

  density(x: number): number {
    return x > 0 ? Math.exp(-x / this.mean) / this.mean : 0;
  }

  survival(x: number): number {
    return x > 0 ? Math.exp(-x / this.mean) : 1;
  }

  inverse(u: number): number {
    return -this.mean * Math.log1p(-u);
  }

  /** It has no memory: what is left does not depend on the age. */
  residual(u: number, _age: number): number {
    return this.inverse(u);
  }

  limitedMean(x: number): number {
    return -this.mean * Math.expm1(-x / this.mean);
  }

  equilibrium(u: number): number {
    return this.inverse(u);
  }

  describe(): string {
    return `{exponential: ${span(this.mean)}}`;
  }

  plain(): PlainLaw {
    return ['exponential', this.mean];
  }
}

/** The law without memory: a constant hazard of 1 ÷ mean. */
export function exponential(mean: number): Law {
  mustBePositive('mean', mean);
  return new Exponential(mean);
}
