import type { Interval } from './interval.ts';
import { RunSums, sumInterval } from './run-sums.ts';

/**
 * The interval of the mean of independent values of at least 0, in any unit. What they have beyond the least of them, or lack to the most
 * where that is nearer to the mean, is a sum to which few or many add ({@link sumInterval}). So it holds the truth of what is
 * rare or lies askew too, and is never below 0. Where all are equal it has no width; of zeros alone nothing bounds it above.
 */
export function askewMeanInterval(values: readonly number[], confidence: number): Interval {
  const runs = values.length;
  if (runs === 0) return { mean: null, low: null, high: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  if (runs === 1) return { mean, low: null, high: null };
  const least = values.reduce((one, other) => Math.min(one, other));
  const most = values.reduce((one, other) => Math.max(one, other));
  if (least === most) return { mean: most, low: most, high: most === 0 ? null : most };
  if (mean - least <= most - mean) {
    const [low, high] = beyond(values, (value) => value - least, confidence);
    return { mean, low: least + low, high: least + high };
  }
  const [low, high] = beyond(values, (value) => most - value, confidence);
  return { mean, low: Math.max(0, most - high), high: most - low };
}

/** What bounds the mean of something of which at least one value has more than 0. */
function beyond(values: readonly number[], of: (value: number) => number, confidence: number): [number, number] {
  const sums = new RunSums();
  let total = 0;
  for (const value of values) {
    sums.add(of(value));
    total += of(value);
  }
  const { low, high } = sumInterval({ total, sums, runs: values.length }, confidence);
  return [low! / values.length, high! / values.length];
}
