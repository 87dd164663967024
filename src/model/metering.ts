import type { Verdict } from './losses.ts';

/** What the requests of a workload die on. */
export interface Judge {
  /** The thing on which the largest loss dies now, and its phase where that is known. */
  worst(workload: number): Verdict;
}

/** Reads who is served. Watches; never steers. It is told no instant: it asks the clocks, since a number handed on is boxed. */
export interface ServiceMeter {
  /** Whether something is below its level, so that every instant must be looked at. */
  readonly watching: boolean;
  /** The end of an instant in which service was evaluated: `served` is the share of each workload, 0 to 1. */
  service(served: Float64Array): void;
  /** The same where nobody is served differently than before, and {@link watching} does not hold; else `service` is called. */
  unchanged?(): void;
  /** Shares of each workload that are served with wrong data, 0 to 1; told when any of them may have changed. */
  wrong?(shares: Float64Array): void;
}
