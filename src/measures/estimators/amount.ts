import type { Interval } from './interval.ts';
import { meanInterval } from './mean.ts';
import type { SeenSums } from './moments.ts';
import { sumInterval } from './run-sums.ts';

/** Fewer replications with anything to measure say too little about the spread between them for Student's law. */
export const ENOUGH_SEEN = 30;

/**
 * The interval of the mean of amounts, one a replication and each at least 0: Student's where so many saw anything that their mean is
 * about normal, else that of their sum ({@link sumInterval}). Of few, Student's ends too low: the one long outage that would have
 * raised it has not been seen yet, and an objective that is missed would stand as met. `counts`: they count events.
 */
export function amountInterval(values: SeenSums, confidence: number, counts = false): Interval {
  const { count, mean, m2, seen, largest } = values;
  if (seen >= ENOUGH_SEEN || count < 2) return meanInterval(values, confidence);
  const total = mean * count;
  const sums = { seen, squares: m2 + total * mean, largest };
  const { low, high } = sumInterval({ total, sums, runs: count, counts }, confidence);
  const each = (bound: number | null): number | null => (bound === null ? null : bound / count);
  return { mean, low: each(low), high: each(high) };
}
