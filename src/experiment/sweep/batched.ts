import { type Interval, Moments, meanInterval } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result.ts';
import { noneSeen } from '../summary/estimates.ts';
import { batchSizes } from './rows.ts';

/** Fewer batches that differ say little about the spread. */
const FEW = 30;

/**
 * The mean over replications of one number a batch, with Student's interval between batches (one a replication where they are
 * kept one by one). Where every number is 0 nothing was seen to differ, and there is no interval.
 */
export function batchedEstimate(values: readonly number[], runs: number, confidence = CONFIDENCE): Estimate {
  const differing = values.filter((value) => value !== 0).length;
  if (differing === 0) return { mean: 0, low: null, high: null, note: 'no replication differs' };
  const { mean, low, high } = weighted(values, runs, confidence);
  const few = differing < FEW ? { note: `only ${differing} replications differ: the interval is rough` } : {};
  return { mean, low, high, ...few };
}

/** The mean of what may never have been seen: then it has a bound and is not 0. */
export function batchedMean(values: readonly number[], runs: number, years: number): Estimate {
  if (values.every((value) => value === 0)) return { mean: null, low: 0, high: null, note: noneSeen(years) };
  const { low, ...rest } = batchedEstimate(values, runs);
  return { ...rest, low: low === null ? null : Math.max(0, low) };
}

function weighted(values: readonly number[], runs: number, confidence: number): Interval {
  const interval = meanInterval(Moments.of(values), confidence);
  if (values.length === runs || interval.mean === null) return interval;
  const sizes = batchSizes(runs);
  const mean = values.reduce((sum, value, i) => sum + value * sizes[i]!, 0) / runs;
  const moved = mean - interval.mean;
  const at = (bound: number | null): number | null => (bound === null ? null : bound + moved);
  return { mean, low: at(interval.low), high: at(interval.high) };
}

export const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value - b[i]!);
