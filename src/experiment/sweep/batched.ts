import { amountInterval, differenceInterval, type Interval, Moments, Paired } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result/index.ts';
import { fewDiffer, noneSeen, rough } from '../summary/estimates.ts';
import { batchSizes } from './rows.ts';

/**
 * The mean over replications of what two scenarios, or more, differ by: one number a batch (one a replication where they are kept one by
 * one), and the interval between batches. Where every number is 0 nothing was seen to differ, and there is no interval.
 */
export function batchedEstimate(values: readonly number[], runs: number, confidence = CONFIDENCE): Estimate {
  const paired = Paired.of(values);
  if (paired.differing === 0) return { mean: 0, low: null, high: null, note: 'no replication differs' };
  const { mean, low, high } = weighted(differenceInterval(paired, confidence), values, runs);
  return { mean, low, high, ...fewDiffer(paired.differing) };
}

/** The mean of what is at least 0 and may never have been seen: then it has a bound and is not 0. */
export function batchedMean(values: readonly number[], runs: number, years: number): Estimate {
  const moments = Moments.of(values);
  if (moments.seen === 0) return { mean: null, low: 0, high: null, note: noneSeen(years) };
  const { mean, low, high } = weighted(amountInterval(moments, CONFIDENCE), values, runs);
  return { mean, low: low === null ? null : Math.max(0, low), high, ...rough(moments.seen) };
}

/** The same where batches differ in size by one: about the mean of all replications. */
function weighted(interval: Interval, values: readonly number[], runs: number): Interval {
  if (values.length === runs || interval.mean === null) return interval;
  const sizes = batchSizes(runs);
  const mean = values.reduce((sum, value, i) => sum + value * sizes[i]!, 0) / runs;
  const moved = mean - interval.mean;
  const at = (bound: number | null): number | null => (bound === null ? null : bound + moved);
  return { mean, low: at(interval.low), high: at(interval.high) };
}

export const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value - b[i]!);
