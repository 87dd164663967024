/** p · n may round up past a whole number (0.07 · 100); a few units in the last place are forgiven. */
const FORGIVEN = 1 - 4 * Number.EPSILON;

/** Which of n sorted values, counted from 1, is the p-quantile: the first with at least the share p at or below it. */
export const quantileRank = (n: number, p: number): number => Math.min(n, Math.max(1, Math.ceil(p * n * FORGIVEN)));

/** The smallest value with at least the share p of all at or below it; null where there is none. */
export const quantile = (sorted: ArrayLike<number>, p: number): number | null =>
  sorted.length === 0 ? null : sorted[quantileRank(sorted.length, p) - 1]!;
