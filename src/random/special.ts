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
export function gammaQuantile(p: number, shape: number): number {
  const x = gammaincinv(p, shape);
  return x === 0 ? firstTerm(p, shape) : x;
}

/** Solves x^shape ÷ Γ(shape + 1) = p: all that is left of the series near 0, where the library's inverse gives up now and then. */
const firstTerm = (p: number, shape: number): number => Math.exp((Math.log(p) + gammaln(shape + 1)) / shape);

/** In the far tail the library's inverse is only good to some percent of the scale. */
const FAR_TAIL = 1e-12;

/** One Newton step on the logarithm of the tail, which far out is nearly a straight line. */
function closer(x: number, q: number, shape: number): number {
  const above = gammaAbove(x, shape);
  const density = Math.exp((shape - 1) * Math.log(x) - x - gammaln(shape));
  return above > 0 && density > 0 ? x + Math.log(above / q) * (above / density) : x;
}

/** The x that has the share q of a gamma law with scale 1 above it, q in [0, 1]. */
export function gammaUpperQuantile(q: number, shape: number): number {
  const x = gammaincinv(q, shape, true);
  return q > 0 && q < FAR_TAIL ? closer(closer(x, q, shape), q, shape) : x;
}

/** The share of the standard normal law above z; precise where it is tiny. */
export const normalAbove = (z: number): number => 0.5 * erfc(z * Math.SQRT1_2);

/** The z that has the share q of the standard normal law above it, q in [0, 1]. */
export const normalUpperQuantile = (q: number): number => Math.SQRT2 * erfcinv(2 * q);

/** The p-quantile of Student's t with the given degrees of freedom. */
export const studentQuantile = (p: number, degreesOfFreedom: number): number => quantileOfT(p, degreesOfFreedom);

/** The p-quantile of the beta law with parameters a, b > 0. */
export const betaQuantile = (p: number, a: number, b: number): number => quantileOfBeta(p, a, b);
