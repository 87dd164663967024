/** A figure with its interval. `low` or `high` is null where nothing bounds that side; `note` then says why. */
export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly note?: string;
}

/** An estimate of what comes together in so many years. */
export interface YearsEstimate extends Estimate {
  readonly years: number;
}

/**
 * What a figure lies between that stands as a plain number beside, 95 % sure: what stands under a name has its bounds under the same
 * name in `intervals`. Null on a side that nothing bounds; `note` then says why, or that too few were seen for more than a rough one.
 */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly note?: string;
}

/**
 * Quantiles of a measured time, in seconds: null where nothing was seen. Each is at least its `Low` and at most its `High`, 95 %
 * sure of each, as if times were independent: null on a side for which too few were seen.
 */
export interface Quantiles {
  readonly p50: number | null;
  readonly p50Low: number | null;
  readonly p50High: number | null;
  readonly p95: number | null;
  readonly p95Low: number | null;
  readonly p95High: number | null;
  readonly p99: number | null;
  readonly p99Low: number | null;
  readonly p99High: number | null;
}

/** The spread of a measured time, in seconds. */
export interface Spread extends Quantiles {
  readonly count: number;
  /** Null where nothing was seen, and where any has not ended: a mean of the others would be too short. */
  readonly mean: number | null;
  /**
   * What bounds the mean, both 95 % sure: of runs by replications, whose times may be alike, of drills as if times were independent; null
   * where there is no mean, or nothing bounds it.
   */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  /** The worst seen: no interval bounds what may yet come. */
  readonly max: number | null;
  /** The share of all such times, 0 to 1, that may exceed `max`: 95 % sure, as if they were independent; null where nothing was seen. */
  readonly beyondMax: number | null;
}

/** Incidents still open at the end of a replication are counted and censored, never dropped. */
export interface CensoredSpread extends Spread {
  readonly censored: number;
}
