import type { Estimate } from '../result/index.ts';
import type { MeasureName } from './row.ts';

/** What one distinct scenario of a sweep came to: all that is kept of it, a line of the journal. */
export interface UnitRecord {
  readonly unit: number;
  readonly events: number;
  readonly traceHash: string;
  /** Measures with their intervals. */
  readonly figures: Readonly<Record<MeasureName, Estimate>>;
  /**
   * Measures that are means over replications, one number a replication, or, of more than {@link MOST_ROWS}, one for each of so
   * many batches of consecutive ones.
   */
  readonly rows: Readonly<Record<MeasureName, readonly number[]>>;
}

/** Replications that are kept one by one. */
export const MOST_ROWS = 512;
