import erfc from '@stdlib/math-base-special-erfc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammaFunction from '@stdlib/math-base-special-gamma';
import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';
import quantileOfBeta from '@stdlib/stats-base-dists-beta-quantile';
import quantileOfT from '@stdlib/stats-base-dists-t-quantile';

/** Γ(x). */
export const gammaOf = (x: number): number => gammaFunction(x);

/** ln Γ(x), for x > 0. */
export const logGammaOf = (x: number): number => gammaln(x);

/** The share of a gamma law with the given shape and scale 1 that lies below x ≥ 0; the library knows no infinity. */
export const gammaBelow = (x: number, shape: number): number =>
  x === Number.POSITIVE_INFINITY ? 1 : gammainc(x, shape);

/** The share of a gamma law with the given shape and scale 1 that lies above x ≥ 0; precise where it is tiny. */
export const gammaAbove = (x: number, shape: number): number =>
  x === Number.POSITIVE_INFINITY ? 0 : gammainc(x, shape, true, true);

/** The x that has the share p of a gamma law with scale 1 below it, p in [0, 1]. */
export const gammaQuantile = (p: number, shape: number): number => gammaincinv(p, shape);

/** The x that has the share q of a gamma law with scale 1 above it, q in [0, 1]. */
export const gammaUpperQuantile = (q: number, shape: number): number => gammaincinv(q, shape, true);

/** The share of the standard normal law above z; precise where it is tiny. */
export const normalAbove = (z: number): number => 0.5 * erfc(z * Math.SQRT1_2);

/** The z that has the share q of the standard normal law above it, q in [0, 1]. */
export const normalUpperQuantile = (q: number): number => Math.SQRT2 * erfcinv(2 * q);

/** The p-quantile of Student's t with the given degrees of freedom. */
export const studentQuantile = (p: number, degreesOfFreedom: number): number => quantileOfT(p, degreesOfFreedom);

/** The p-quantile of the beta law with parameters a, b > 0. */
export const betaQuantile = (p: number, a: number, b: number): number => quantileOfBeta(p, a, b);
