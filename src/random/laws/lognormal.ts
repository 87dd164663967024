import { normalAbove, normalUpperQuantile } from '../special.ts';
import { mustBePositive } from './checks.ts';
import { equilibriumByBisection } from './equilibrium.ts';
import type { Law, PlainLaw } from './law.ts';
import { residualByTails, type Tails } from './residual.ts';
import { span, wording } from './wording.ts';

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const NORMAL_95 = normalUpperQuantile(0.05);

export class Lognormal implements Law, Tails {
  readonly kind = 'lognormal';
  readonly mean: number;
  readonly exponentialMean = 0;
  private readonly mu: number;
  private readonly sigma: number;
  private readonly written: string;

  constructor(mu: number, sigma: number, written: string) {
    this.mu = mu;
    this.sigma = sigma;
    this.mean = Math.exp(mu + (sigma * sigma) / 2);
    this.written = written;
  }

  /** x on the scale of the standard normal law; −∞ at 0. */
  private standardised(x: number): number {
    return x > 0 ? (Math.log(x) - this.mu) / this.sigma : Number.NEGATIVE_INFINITY;
  }

  density(x: number): number {
    if (!(x > 0) || x === Number.POSITIVE_INFINITY) return 0;
    const z = this.standardised(x);
    return Math.exp((-z * z) / 2 - Math.log(x)) / (this.sigma * SQRT_TWO_PI);
  }

  survival(x: number): number {
    return this.above(x);
  }

  above(x: number): number {
    return normalAbove(this.standardised(x));
  }

  below(x: number): number {
    return normalAbove(-this.standardised(x));
  }

  quantile(p: number): number {
    return Math.exp(this.mu - this.sigma * normalUpperQuantile(p));
  }

  upperQuantile(q: number): number {
    return Math.exp(this.mu + this.sigma * normalUpperQuantile(q));
  }

  /** Far out the hazard of the normal law at z is z + 1/z (Mills' ratio). */
  farHazard(x: number): number {
    const z = this.standardised(x);
    return (z + 1 / z) / (this.sigma * x);
  }

  inverse(u: number): number {
    return this.quantile(u);
  }

  residual(u: number, age: number): number {
    return residualByTails(this, u, age);
  }

  limitedMean(x: number): number {
    if (x === Number.POSITIVE_INFINITY) return this.mean;
    return this.mean * normalAbove(this.sigma - this.standardised(x)) + x * this.above(x);
  }

  equilibrium(u: number): number {
    return equilibriumByBisection(this, u);
  }

  describe(): string {
    return this.written;
  }

  plain(): PlainLaw {
    return ['lognormal', this.mu, this.sigma, this.written];
  }
}

/** exp of a normal law with mean mu (ln µs) and standard deviation sigma. */
export function lognormal(mu: number, sigma: number): Law {
  return lognormalWithMedian(Math.exp(mu), sigma);
}

export function lognormalWithMedian(median: number, sigma: number): Law {
  mustBePositive('median', median);
  mustBePositive('sigma', sigma);
  return new Lognormal(Math.log(median), sigma, wording('lognormal', { median: span(median), sigma }));
}

export function lognormalWithMean(mean: number, sigma: number): Law {
  mustBePositive('mean', mean);
  mustBePositive('sigma', sigma);
  const mu = Math.log(mean) - (sigma * sigma) / 2;
  return new Lognormal(mu, sigma, wording('lognormal', { mean: span(mean), sigma }));
}

/** The lognormal law with this median and this 95 % quantile, p95 > median. */
export function lognormalWithQuantiles(median: number, p95: number): Law {
  mustBePositive('median', median);
  const sigma = Math.log(p95 / median) / NORMAL_95;
  mustBePositive('p95 ÷ median − 1', sigma);
  return new Lognormal(Math.log(median), sigma, wording('lognormal', { median: span(median), p95: span(p95) }));
}
