import { gammaAbove, gammaBelow, gammaQuantile, gammaUpperQuantile, logGammaOf } from '../special.ts';
import { mustBePositive } from './checks.ts';
import { equilibriumByBisection } from './equilibrium.ts';
import type { Law, PlainLaw } from './law.ts';
import { residualByTails, type Tails } from './residual.ts';
import { span, wording } from './wording.ts';

export class Gamma implements Law, Tails {
  readonly kind = 'gamma';
  readonly mean: number;
  readonly exponentialMean = 0;
  private readonly shape: number;
  private readonly scale: number;
  private readonly written: string;

  constructor(shape: number, scale: number, written: string) {
    this.shape = shape;
    this.scale = scale;
    this.mean = shape * scale;
    this.written = written;
  }

  density(x: number): number {
    if (!(x > 0) || x === Number.POSITIVE_INFINITY) return 0;
    const ratio = x / this.scale;
    const logarithm = this.shape * (Math.log(x) - Math.log(this.scale)) - ratio - logGammaOf(this.shape);
    return Math.exp(logarithm - Math.log(x));
  }

  survival(x: number): number {
    return this.above(x);
  }

  above(x: number): number {
    return x > 0 ? gammaAbove(x / this.scale, this.shape) : 1;
  }

  below(x: number): number {
    return x > 0 ? gammaBelow(x / this.scale, this.shape) : 0;
  }

  quantile(p: number): number {
    return this.scale * gammaQuantile(p, this.shape);
  }

  upperQuantile(q: number): number {
    return this.scale * gammaUpperQuantile(q, this.shape);
  }

  /** Far out the hazard at x = r · scale is (1 − (shape − 1)/r) ÷ scale, whatever the shape. */
  farHazard(x: number): number {
    return (1 - (this.shape - 1) * (this.scale / x)) / this.scale;
  }

  inverse(u: number): number {
    return this.quantile(u);
  }

  residual(u: number, age: number): number {
    return residualByTails(this, u, age);
  }

  limitedMean(x: number): number {
    if (x === Number.POSITIVE_INFINITY) return this.mean;
    return x > 0 ? this.mean * gammaBelow(x / this.scale, this.shape + 1) + x * this.above(x) : 0;
  }

  equilibrium(u: number): number {
    return equilibriumByBisection(this, u);
  }

  describe(): string {
    return this.written;
  }

  plain(): PlainLaw {
    return ['gamma', this.shape, this.scale, this.written];
  }
}

/** A gamma law; of shape k it is the sum of k exponential stages (Erlang). */
export function gamma(shape: number, scale: number): Law {
  mustBePositive('shape', shape);
  mustBePositive('scale', scale);
  return new Gamma(shape, scale, wording('gamma', { shape, scale: span(scale) }));
}

/** The gamma law of this shape that has this mean. */
export function gammaWithMean(shape: number, mean: number): Law {
  mustBePositive('shape', shape);
  mustBePositive('mean', mean);
  return new Gamma(shape, mean / shape, wording('gamma', { shape, mean: span(mean) }));
}
