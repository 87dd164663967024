import { ENOUGH_SEEN } from './amount.ts';
import type { Interval } from './interval.ts';
import { meanInterval } from './mean.ts';
import { Moments, type SeenSums } from './moments.ts';
import type { Paired } from './paired.ts';
import { ENDLESS, lower, type Scatter, upper } from './scatter.ts';

/** Of two values both lie as far from their median: only Student's law says how little that is. */
const PAIR = 2;

/**
 * The interval of the mean of differences, one a replication: Student's where so many replications differ that the mean is about
 * normal. Of few, what lies above their median, which is 0 where most do not differ, and what lies below it are two sums with the gamma
 * law each ({@link lower}, {@link upper}). How far each may be off is put together as squares are, with their correlation (MOVER: Zou and
 * Donner, Statistics in Medicine, 2008): no replication has both. On either side another replication as bad as the worst of both
 * is possible, though none was seen: that four of four point the same way is chance often enough. `counts`: they count events.
 */
export function differenceInterval(paired: Paired, confidence: number, counts = false): Interval {
  const { differences, differing } = paired;
  const { count, mean } = differences;
  if (differing >= ENOUGH_SEEN || count <= PAIR) return meanInterval(differences, confidence);
  const [above, below] = sidesOf(paired);
  const largest = Math.max(above.largest, below.largest);
  const degrees = counts ? ENDLESS : Math.max(1, Math.min(above.seen + below.seen, count - 1));
  const reach = (side: SeenSums): Reach => reachOf(scatterOf(side, largest, degrees), confidence);
  const [more, less] = [reach(above), reach(below)];
  const alike = correlation(above, below);
  return {
    mean,
    low: mean - together(more.down, less.up, alike) / count,
    high: mean + together(more.up, less.down, alike) / count,
  };
}

/** By how much replications lie above the median of all, and by how much below it. */
function sidesOf({ differences: { count }, few }: Paired): readonly [Moments, Moments] {
  const all = [...few, ...new Array<number>(count - few.length).fill(0)];
  const middle = 2 * few.length < count ? 0 : median(all);
  const side = (sign: 1 | -1): Moments => Moments.of(all.map((one) => Math.max(0, sign * (one - middle))));
  return [side(1), side(-1)];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const above = Math.floor(sorted.length / 2);
  return (sorted[above]! + sorted[sorted.length - 1 - above]!) / 2;
}

/** How far the interval of a sum reaches from it, each way. */
interface Reach {
  readonly down: number;
  readonly up: number;
}

const scatterOf = ({ count, mean, m2 }: SeenSums, largest: number, degrees: number): Scatter => ({
  sum: mean * count,
  variance: (m2 * count) / (count - 1),
  largest,
  degrees,
});

const reachOf = (scatter: Scatter, confidence: number): Reach => ({
  down: scatter.sum - lower(scatter, confidence),
  up: upper(scatter, confidence) - scatter.sum,
});

/** Of two sums of which every replication adds to one at the most: at most 0. */
function correlation(one: SeenSums, other: SeenSums): number {
  const scatter = Math.sqrt(one.m2 * other.m2);
  return scatter === 0 ? 0 : Math.max(-1, (-one.count * one.mean * other.mean) / scatter);
}

/** How far a difference may be off of which one part is so far off, and the other so far the other way. */
const together = (one: number, other: number, alike: number): number =>
  Math.sqrt(one ** 2 + other ** 2 - 2 * alike * one * other);
