import { toSeconds, type Us } from '../../base/index.ts';
import { orderStatisticBound, proportionInterval, quantile } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Amounts, DrillShare } from './amounts.ts';
import type { DrillSpread } from './result.ts';

/** The rank that objectives are judged on. */
const P = 0.95;

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const seconds = (time: number | null): number | null =>
  time === null || !Number.isFinite(time) ? null : toSeconds(time as Us);

/** Quantiles of what was seen, from microseconds; bounds of the 95 % quantile with those that never came as longer than any. */
export function spreadOf(times: readonly number[], never: number): DrillSpread {
  const sorted = ascending(times);
  const all = [...sorted, ...Array.from({ length: never }, () => Number.POSITIVE_INFINITY)];
  const bounds = orderStatisticBound(all, P, CONFIDENCE);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? null : seconds(meanOf(sorted)),
    p50: seconds(quantile(sorted, 0.5)),
    p95: seconds(quantile(sorted, P)),
    p99: seconds(quantile(sorted, 0.99)),
    max: seconds(sorted.at(-1) ?? null),
    p95Low: seconds(bounds.lower),
    p95High: seconds(bounds.upper),
  };
}

/** Mean and quantiles of anything; null where there is nothing. */
export function amountsOf(values: readonly number[]): Amounts {
  const sorted = ascending(values);
  return {
    mean: sorted.length === 0 ? null : meanOf(sorted),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, P),
    max: sorted.at(-1) ?? null,
  };
}

/** A share of so many drills. */
export function shareOf(seen: number, times: number): DrillShare {
  const { low, high } = proportionInterval(seen, times, CONFIDENCE);
  return { share: seen / times, low: low ?? 0, high: high ?? 1 };
}
