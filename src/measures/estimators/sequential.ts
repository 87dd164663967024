import { ENOUGH_SEEN } from './amount.ts';
import { type Interval, relativeHalfWidth } from './interval.ts';

/** Replications are run and merged in blocks of this many. */
export const BLOCK = 64;

/** Look k = 0, 1, 2 … is taken at 64 · 2^(k/2) replications, rounded to a whole block. */
const look = (k: number): number => BLOCK * Math.round(2 ** Math.floor(k / 2) * (k % 2 === 0 ? 1 : Math.SQRT2));

/**
 * The first number of replications above n at which a sequential rule may look whether it can stop. A rule that looks at
 * every replication stops at lucky moments; a few looks at counts fixed beforehand keep the coverage.
 */
export function nextLook(n: number): number {
  let k = 0;
  while (look(k) <= n) k++;
  return look(k);
}

/** Whether a sequential rule looks after n replications. */
export const isLook = (n: number): boolean => nextLook(n - 1) === n;

/**
 * Whether an estimate is good enough to stop at: at least 30 replications contributed more than nothing, and the
 * half-width is at most `precision` (0.05 for 5 %) of the mean.
 */
export const isPrecise = (estimate: Interval, nonZeroReplications: number, precision: number): boolean =>
  nonZeroReplications >= ENOUGH_SEEN && relativeHalfWidth(estimate) <= precision;
