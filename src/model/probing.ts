import type { Us } from '../base/index.ts';

/** How an observer probes, and when it changes its mind. */
export interface Probing {
  readonly interval: Us;
  readonly timeout: Us;
  /** Good results in a row that make a target believed good. */
  readonly healthy: number;
  /** Bad results in a row that make it believed bad. */
  readonly unhealthy: number;
  /** Whether the interval counts from the end of a probe (load balancers) or from its start (monitors, heartbeats). */
  readonly spacing: 'from-end' | 'from-start';
  /** First probes: at random within an interval, or spread evenly over it by the target's index. */
  readonly phase: 'random' | 'even';
  /** Where in the scenario it is written; absent where it is written nowhere. */
  readonly path?: string;
}

/**
 * How probes become events. `literal`: each probe is one. `elided`: only the change of a belief is, its time found by
 * arithmetic. Both give the same beliefs at the same microsecond.
 */
export type ProbeMode = 'elided' | 'literal';
