/** How much of something, over drills; null where there is nothing. */
export interface Amounts {
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

/** A share of drills, with the bounds of its interval. */
export interface DrillShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
