import { proportionInterval, rankBounds } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Quantiles } from '../result/index.ts';

/** What is told of one rank: the quantile, and what it is at least and at most. */
type Told = readonly [at: number | null, low: number | null, high: number | null];

/**
 * The quantiles that reports tell of so many times, from the time at each rank, 1 to `all` in ascending order; null where that time
 * is not known. Bounds are order statistics: each is 95 % sure whatever the law of the times, as if they were independent.
 */
export function quantilesOf(all: number, ranked: (rank: number) => number | null): Quantiles {
  const at = (rank: number | null): number | null => (rank === null || all === 0 ? null : ranked(rank));
  const told = (p: number): Told => {
    const { lower, upper } = rankBounds(all, p, CONFIDENCE);
    return [at(Math.max(1, Math.ceil(p * all - 1e-9))), at(lower), at(upper)];
  };
  const [p50, p50Low, p50High] = told(0.5);
  const [p95, p95Low, p95High] = told(0.95);
  const [p99, p99Low, p99High] = told(0.99);
  return { p50, p50Low, p50High, p95, p95Low, p95High, p99, p99Low, p99High };
}

/** One side of a two-sided interval of 90 % is a bound that is 95 % sure. */
const TWO_SIDED = 0.9;

/**
 * The share of all that may exceed the largest of so many independent ones, 95 % sure: 1 − 0.05^(1/n), about 3/n. Of `beyond` it is
 * known only that they do.
 */
export const beyondLargest = (all: number, beyond = 0): number | null =>
  all === 0 ? null : beyond === 0 ? rateShare(all) : proportionInterval(beyond, all, TWO_SIDED).high;

/** The same as by Clopper and Pearson, which looses digits where the share is small. */
const rateShare = (all: number): number => -Math.expm1(Math.log1p(-CONFIDENCE) / all);
