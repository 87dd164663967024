import type { Us } from '../base/index.ts';

export const SPACINGS = ['from-end', 'from-start'] as const;
/** Whether the interval counts from the end of a probe to the next start, or from start to start. */
export type Spacing = (typeof SPACINGS)[number];

/** How an observer probes: load balancers, DNS monitors, heartbeats and alarms share it. */
export interface ProbeSpec {
  readonly interval: Us;
  /** How long a probe waits for an answer. */
  readonly timeout: Us;
  /** Good results in a row until a bad target is believed good, at least 1. */
  readonly healthy: number;
  /** Bad results in a row until a good target is believed bad, at least 1. */
  readonly unhealthy: number;
  readonly spacing: Spacing;
}
