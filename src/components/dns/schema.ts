import type { Us } from '../../base/index.ts';
import type { FaultSpec, ProbeSpec } from '../../language/index.ts';
import type { Law } from '../../random/index.ts';

export interface DnsAnswer {
  /** A load balancer, a pool or another DNS name. */
  readonly target: string;
  /** Share of the users among the answers of one priority, not normalised, above 0. */
  readonly weight: number;
  /** The lowest number that has a healthy answer is used. */
  readonly priority: number;
}

export interface DnsSpec {
  readonly kind: 'dns';
  readonly name: string;
  readonly ttl: Us;
  /** Groups of resolvers that refresh at evenly spaced phases of the TTL. */
  readonly cohorts: number;
  /** Sorted by target. */
  readonly answers: readonly DnsAnswer[];
  /** undefined: answers change only by a plan. */
  readonly monitor: ProbeSpec | undefined;
  /** Whether a recovered answer returns by itself. */
  readonly failback: 'preemptive' | 'manual';
  /** The share of resolvers that keep an old answer after a change, and for how long. */
  readonly holdOn: { readonly share: number; readonly for: Law };
  readonly faults: readonly FaultSpec[];
}
