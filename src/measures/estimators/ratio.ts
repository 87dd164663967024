import type { Interval } from './interval.ts';
import { studentInterval } from './mean.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Σ numerators ÷ Σ denominators with an interval by linearised variance (Cochran, Sampling Techniques, 1977, §6.3). Each
 * pair is one replication: what happens inside it need not be independent. The mean is null where the denominators sum
 * to 0.
 */
export function clusteredRatio(
  numerators: readonly number[],
  denominators: readonly number[],
  confidence: number,
): Interval {
  const count = numerators.length;
  const whole = total(denominators);
  if (whole === 0) return { mean: null, low: null, high: null };
  const ratio = total(numerators) / whole;
  const residuals = total(numerators.map((numerator, i) => (numerator - ratio * denominators[i]!) ** 2));
  return studentInterval(ratio, Math.sqrt((count / (count - 1)) * residuals) / whole, count, confidence);
}
