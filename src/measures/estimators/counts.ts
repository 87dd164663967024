import { betaQuantile, gammaQuantile, gammaUpperQuantile } from '../../random/index.ts';
import type { Interval } from './interval.ts';

/** None seen in so many years: the one-sided upper bound on the rate, per year. At 95 % about 3 ÷ years. */
export const rateUpperBound = (years: number, confidence: number): number => -Math.log1p(-confidence) / years;

/** So many events of a Poisson process in so many years: the exact two-sided interval of its rate (Garwood, 1936), per year. */
export function poissonInterval(count: number, years: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    mean: count / years,
    low: count === 0 ? 0 : gammaQuantile(tail, count) / years,
    high: gammaUpperQuantile(tail, count + 1) / years,
  };
}

/** So many successes of n independent trials: the exact two-sided interval of their chance (Clopper and Pearson, 1934). */
export function proportionInterval(successes: number, n: number, confidence: number): Interval {
  const failures = n - successes;
  const tail = (1 - confidence) / 2;
  return {
    mean: n === 0 ? null : successes / n,
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : 1 - betaQuantile(tail, failures, successes + 1),
  };
}
