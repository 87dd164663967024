import { gammaBelow, gammaOf, gammaQuantile } from '../special.ts';
import { mustBePositive } from './checks.ts';
import type { Law, PlainLaw } from './law.ts';
import { span, wording } from './wording.ts';

/** Near the smallest normal number (2.2e-308). */
const SMALLEST_HAZARD = 1e-300;

export class Weibull implements Law {
  readonly kind = 'weibull';
  readonly mean: number;
  readonly exponentialMean = 0;
  private readonly shape: number;
  private readonly scale: number;
  private readonly written: string;

  constructor(shape: number, scale: number, mean: number, written: string) {
    this.shape = shape;
    this.scale = scale;
    this.mean = mean;
    this.written = written;
  }

  /** The hazard summed up to x. */
  private cumulatedHazard(x: number): number {
    return x > 0 ? (x / this.scale) ** this.shape : 0;
  }

  density(x: number): number {
    const survival = this.survival(x);
    if (!(x > 0) || survival === 0) return 0;
    return (this.shape / this.scale) * (x / this.scale) ** (this.shape - 1) * survival;
  }

  survival(x: number): number {
    return Math.exp(-this.cumulatedHazard(x));
  }

  inverse(u: number): number {
    return this.scale * (-Math.log1p(-u)) ** (1 / this.shape);
  }

  /** The hazard still to come is exponential with mean 1; where it is the smaller part, no digits are cancelled. */
  residual(u: number, age: number): number {
    const spent = this.cumulatedHazard(age);
    const toCome = -Math.log1p(-u);
    if (toCome > spent) return this.scale * (spent + toCome) ** (1 / this.shape) - age;
    return age * Math.expm1(Math.log1p(toCome / spent) / this.shape);
  }

  limitedMean(x: number): number {
    return this.mean * gammaBelow(this.cumulatedHazard(x), 1 / this.shape);
  }

  /** Where the hazard is too small to be held in a number, nothing has failed yet and the law is flat. */
  equilibrium(u: number): number {
    const hazard = gammaQuantile(u, 1 / this.shape);
    return hazard < SMALLEST_HAZARD ? u * this.mean : this.scale * hazard ** (1 / this.shape);
  }

  describe(): string {
    return this.written;
  }

  plain(): PlainLaw {
    return ['weibull', this.shape, this.scale, this.mean, this.written];
  }
}

const meanOfUnitScale = (shape: number): number => gammaOf(1 + 1 / shape);

/** A Weibull law: shape below 1 for early failures, above 1 for wear-out, 1 for a constant hazard. */
export function weibull(shape: number, scale: number): Law {
  mustBePositive('shape', shape);
  mustBePositive('scale', scale);
  return new Weibull(shape, scale, scale * meanOfUnitScale(shape), wording('weibull', { shape, scale: span(scale) }));
}

/** The Weibull law of this shape that has this mean. */
export function weibullWithMean(shape: number, mean: number): Law {
  mustBePositive('shape', shape);
  mustBePositive('mean', mean);
  return new Weibull(shape, mean / meanOfUnitScale(shape), mean, wording('weibull', { shape, mean: span(mean) }));
}
