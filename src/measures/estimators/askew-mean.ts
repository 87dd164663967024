import type { Interval } from './interval.ts';
import { type SeenAmounts, sumInterval } from './run-sums.ts';

/** A value, and how many there are of it. */
export type Grouped = readonly [value: number, count: number];

/**
 * The interval of the mean of independent values of at least 0, in any unit. What they have beyond the least of them, or lack to the most
 * where that is nearer to the mean, is a sum to which few or many add ({@link sumInterval}). So it holds the truth of what is
 * rare or lies askew too, and is never below 0. Where all are equal it has no width; of zeros alone nothing bounds it above.
 */
export const askewMeanInterval = (values: readonly number[], confidence: number): Interval =>
  groupedMeanInterval(
    values.map((value) => [value, 1]),
    confidence,
  );

/** The same of values of which there are many alike, or nearly so. */
export function groupedMeanInterval(groups: readonly Grouped[], confidence: number): Interval {
  const runs = groups.reduce((sum, [, count]) => sum + count, 0);
  if (runs === 0) return { mean: null, low: null, high: null };
  const mean = groups.reduce((sum, [value, count]) => sum + value * count, 0) / runs;
  if (runs === 1) return { mean, low: null, high: null };
  const least = groups.reduce((one, [value]) => Math.min(one, value), Number.POSITIVE_INFINITY);
  const most = groups.reduce((one, [value]) => Math.max(one, value), 0);
  if (least === most) return { mean: most, low: most, high: most === 0 ? null : most };
  if (mean - least <= most - mean) {
    const [low, high] = beyond(groups, (value) => value - least, confidence);
    return { mean, low: least + low, high: least + high };
  }
  const [low, high] = beyond(groups, (value) => most - value, confidence);
  return { mean, low: Math.max(0, most - high), high: most - low };
}

/** What bounds the mean of something of which at least one value has more than 0. */
function beyond(groups: readonly Grouped[], of: (value: number) => number, confidence: number): [number, number] {
  const sums = { seen: 0, squares: 0, largest: 0 } satisfies SeenAmounts;
  let [total, runs] = [0, 0];
  for (const [value, count] of groups) {
    const more = of(value);
    runs += count;
    total += more * count;
    sums.squares += more * more * count;
    if (more > 0) sums.seen += count;
    if (more > sums.largest) sums.largest = more;
  }
  const { low, high } = sumInterval({ total, sums, runs }, confidence);
  return [low! / runs, high! / runs];
}
