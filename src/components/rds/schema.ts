import type { Us } from '../../base/index.ts';
import type { FaultSpec, ProbeSpec } from '../../language/index.ts';
import type { Law } from '../../random/index.ts';

export const RDS_EDITIONS = ['basic', 'high-availability'] as const;
export type RdsEdition = (typeof RDS_EDITIONS)[number];
export const REPLICATIONS = ['synchronous', 'semi-synchronous', 'asynchronous'] as const;
export type Replication = (typeof REPLICATIONS)[number];

/** A database of one copy (`basic`), or of a primary and a standby with a controller that promotes. */
export interface RdsSpec {
  readonly kind: 'rds';
  readonly name: string;
  readonly edition: RdsEdition;
  /** The primary's place, then the standby's; one place: both stand there. */
  readonly places: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** How long the controller takes to notice; exactly one of this and {@link RdsSpec.heartbeat} is given. */
  readonly detection: Law | undefined;
  readonly heartbeat: ProbeSpec | undefined;
  /** From noticing to serving again. */
  readonly switch: Law;
  /** The same when the primary's whole place is lost. */
  readonly zoneSwitch: Law;
  /** Chance that the automatic switch works, 0 to 1. */
  readonly coverage: number;
  /** How long people take when it does not. */
  readonly manual: Law;
  readonly replication: Replication;
  /** How long writes wait for the standby before semi-synchronous falls back to asynchronous. */
  readonly semiSyncTimeout: Us;
  /** Lag of asynchronous replication without a backlog. */
  readonly lag: Law;
  /** Speed at which a backlog is worked off, in multiples of the write rate, above 1. */
  readonly catchUp: number;
  /** What a synchronous primary does without its standby. */
  readonly withoutStandby: 'go-on' | 'stop';
  /** How long a lost standby takes to be rebuilt; undefined: size ÷ rebuildSpeed. */
  readonly rebuild: Law | undefined;
  /** Bytes a second. */
  readonly rebuildSpeed: number;
  /** A standby that lags more is not promoted by itself; undefined: no gate. */
  readonly maxLag: Us | undefined;
  /** What the controller does when the lag is beyond the gate. */
  readonly elseAction: 'refuse' | 'promote' | 'ask';
  /** What an old primary does when it comes back: follow the new one, or take writes again. */
  readonly returningPrimary: 'standby' | 'resumes';
  /** Chance that the old primary is really kept from taking writes, 0 to 1. */
  readonly fencing: { readonly works: number };
  readonly faults: readonly FaultSpec[];
}
