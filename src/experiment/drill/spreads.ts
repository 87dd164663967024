import { toSeconds, type Us } from '../../base/index.ts';
import { askewMeanInterval, orderStatisticBound, proportionInterval, quantile } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Bounds } from '../result/index.ts';
import { beyondLargest, quantilesOf } from '../summary/quantiles.ts';
import type { Amounts, DrillShare } from './amounts.ts';
import type { DrillSpread, JudgedQuantile } from './result.ts';

export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const averageOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const seconds = (time: number | null): number | null =>
  time === null || !Number.isFinite(time) ? null : toSeconds(time as Us);

/** Drills without a time: in which it never came, and of which nobody knows. */
interface Without {
  readonly never?: number;
  readonly unknown?: number;
}

/** Quantiles of what was seen, from microseconds; and the p95 of all drills, those without a time too. */
export function spreadOf(times: readonly number[], without: Without = {}): DrillSpread {
  const sorted = ascending(times);
  const { low, high } = askewMeanInterval(sorted, CONFIDENCE);
  return {
    count: sorted.length,
    mean: sorted.length === 0 ? null : seconds(averageOf(sorted)),
    meanLow: seconds(low),
    meanHigh: seconds(high),
    ...quantilesOf(sorted.length, (rank) => seconds(sorted[rank - 1]!)),
    max: seconds(sorted.at(-1) ?? null),
    beyondMax: beyondLargest(sorted.length),
    ofAll: ofAll(sorted, without),
  };
}

/** Whatever never came is longer than any; the unknown is so for what is at most, and shorter than any for what is at least. */
function ofAll(sorted: readonly number[], { never = 0, unknown = 0 }: Without): JudgedQuantile {
  const all = sorted.length + never + unknown;
  const { p95, p95High } = quantilesOf(all, (rank) => seconds(sorted[rank - 1] ?? null));
  const { p95Low } = quantilesOf(all, (rank) => {
    if (rank <= unknown) return 0;
    const time = sorted[rank - unknown - 1];
    return time === undefined ? Number.POSITIVE_INFINITY : seconds(time);
  });
  const isNever = p95Low === Number.POSITIVE_INFINITY;
  return { p95, p95Low: isNever ? null : p95Low, p95High, isNever };
}

/** Mean and quantiles of anything; null where there is nothing. */
export function amountsOf(values: readonly number[]): Amounts {
  const sorted = ascending(values);
  const { lower, upper } = orderStatisticBound(sorted, 0.95, CONFIDENCE);
  const median = medianOf(sorted);
  const { low: meanLow, high: meanHigh } = askewMeanInterval(sorted, CONFIDENCE);
  return {
    mean: sorted.length === 0 ? null : averageOf(sorted),
    meanLow,
    meanHigh,
    p50: quantile(sorted, 0.5),
    p50Low: median.low,
    p50High: median.high,
    p95: quantile(sorted, 0.95),
    p95Low: lower,
    p95High: upper,
    max: sorted.at(-1) ?? null,
  };
}

/** What bounds the number of drills of so many in which something is so, of any so many. */
export function timesOf(seen: number, times: number): Bounds {
  const { low, high } = shareOf(seen, times);
  return { low: low * times, high: high * times };
}

/** What bounds a mean over drills. */
export function meanOf(values: readonly number[]): Bounds {
  const { low, high } = askewMeanInterval(values, CONFIDENCE);
  return { low, high };
}

/** What bounds the median, from below and from above, each 95 % sure. */
export function medianOf(sorted: readonly number[]): Bounds {
  const { lower: low, upper: high } = orderStatisticBound(sorted, 0.5, CONFIDENCE);
  return { low, high };
}

/** A share of so many drills. */
export function shareOf(seen: number, times: number): DrillShare {
  const { low, high } = proportionInterval(seen, times, CONFIDENCE);
  return { share: seen / times, low: low ?? 0, high: high ?? 1 };
}
