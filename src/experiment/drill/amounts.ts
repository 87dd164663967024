/** How much of something, over drills; null where there is nothing. Bounds are 95 % sure: those of the mean both, of the quantiles each. */
export interface Amounts {
  readonly mean: number | null;
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  readonly p50: number | null;
  readonly p50Low: number | null;
  readonly p50High: number | null;
  readonly p95: number | null;
  readonly p95Low: number | null;
  readonly p95High: number | null;
  readonly max: number | null;
}

/** A share of drills, with the bounds of its interval. */
export interface DrillShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
