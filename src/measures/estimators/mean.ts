import { studentQuantile } from '../../random/index.ts';
import type { Interval } from './interval.ts';
import { type MomentSums, Moments } from './moments.ts';

/** Plain sums of a sample. */
export interface PowerSums {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

export type Sample = readonly number[] | PowerSums | MomentSums;

function momentsOf(sample: Sample): MomentSums {
  if ('length' in sample) return Moments.of(sample);
  if ('m2' in sample) return sample;
  const mean = sample.count === 0 ? 0 : sample.sum / sample.count;
  return { count: sample.count, mean, m2: Math.max(0, sample.sumOfSquares - sample.sum * mean) };
}

/** mean ± t · error, the error estimated from `count` independent values; unbounded below two of them. */
export function studentInterval(mean: number, error: number, count: number, confidence: number): Interval {
  if (count < 2) return { mean, low: null, high: null };
  const reach = studentQuantile((1 + confidence) / 2, count - 1) * error;
  return { mean, low: mean - reach, high: mean + reach };
}

/**
 * Student's interval for the mean of independent values, one a replication. Where all values are equal the interval has
 * no width: nothing seen is no proof of zero, and a bound on a rate ({@link rateUpperBound}) says what is known then.
 */
export function meanInterval(sample: Sample, confidence: number): Interval {
  const { count, mean, m2 } = momentsOf(sample);
  if (count === 0) return { mean: null, low: null, high: null };
  return studentInterval(mean, Math.sqrt(m2 / (count - 1) / count), count, confidence);
}
