import type { FaultClass, Result } from './result/index.ts';

export interface RunOptions {
  /** Replications; a precision chooses the number itself. */
  readonly runs: number;
  /** Length of one replication. */
  readonly years: number;
  readonly seed: string;
  /** Run until the half-width of the interval of every measure of `precisionOf` is this share of it. */
  readonly precision?: number;
  /** Default: downtime. */
  readonly precisionOf?: readonly PrecisionOf[];
  /** Under a precision: replications at the most. */
  readonly maxRuns?: number;
  /** This thread simulates nothing but this run for long: it is then faster, and whatever follows in it slower. Changes no figure. */
  readonly alone?: boolean;
}

/** What is to be known: the downtime of each workload, or the p95 of recovery times or points after faults of a class. */
export interface PrecisionOf {
  readonly measure: 'downtime' | 'rto' | 'rpo';
  /** Undefined: of every class that is seen. */
  readonly class?: FaultClass;
}

export const DOWNTIME_ONLY: readonly PrecisionOf[] = [{ measure: 'downtime' }];

/** Under a precision, replications at the most unless stated. */
export const DEFAULT_MAX_RUNS = 100_000;
export const CONFIDENCE = 0.95;

/** What cut a run short. */
export type Cut = 'interrupted' | 'max-time' | 'failed';

/** How a run ended. */
export type Stopping = Result['stopping'];
