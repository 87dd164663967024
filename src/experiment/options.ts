import type { Result } from './result.ts';

export interface RunOptions {
  /** Replications; a precision chooses the number itself. */
  readonly runs: number;
  /** Length of one replication. */
  readonly years: number;
  readonly seed: string;
  /** Run until the half-width of the interval of downtime is this share of it, for every workload. */
  readonly precision?: number;
  /** Under a precision: replications at the most. */
  readonly maxRuns?: number;
}

/** Where a scenario came from. */
export interface Origin {
  readonly file: string;
  /** Of the text with LF line ends. */
  readonly sha256: string;
  /** The file whose faults on schedule took the place of its own. */
  readonly faults?: string;
}

/** Under a precision, replications at the most unless stated. */
export const DEFAULT_MAX_RUNS = 100_000;
export const CONFIDENCE = 0.95;

/** What cut a run short. */
export type Cut = 'interrupted' | 'max-time' | 'failed';

/** How a run ended. */
export interface Stopping {
  readonly reason: Result['stopping']['reason'];
  readonly precision: number | null;
  /** The relative half-width reached, of the workload that is the least sure; null where nothing bounds it. */
  readonly reached: number | null;
}
