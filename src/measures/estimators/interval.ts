/** A figure with the interval that covers the truth with the asked confidence; a side that nothing bounds is null. */
export interface Interval {
  /** Null where nothing was observed. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The half-width of an interval as a share of its mean; ∞ where a bound is missing or the mean is 0. */
export function relativeHalfWidth({ mean, low, high }: Interval): number {
  if (mean === null || mean === 0 || low === null || high === null) return Number.POSITIVE_INFINITY;
  return (high - low) / 2 / Math.abs(mean);
}
