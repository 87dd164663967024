import { SECOND, type Us } from '../../base/index.ts';
import type { BackupSpec, FaultSpec, ProbeSpec } from '../../language/index.ts';
import { fixed, type Law } from '../../random/index.ts';
import type { RdsEdition } from './editions.ts';
import type { Engine } from './engines.ts';
import type { ReadOnlySpec } from './read-only.ts';
import type { Switching } from './switching.ts';

export const REPLICATIONS = ['synchronous', 'semi-synchronous', 'asynchronous'] as const;
export type Replication = (typeof REPLICATIONS)[number];

/**
 * A database of one copy (`basic`); of a primary and a standby with a controller that promotes, with read-only nodes in the
 * `cluster` edition; or of three that agree by majority.
 */
export interface RdsSpec {
  readonly kind: 'rds';
  readonly name: string;
  readonly edition: RdsEdition;
  readonly engine: Engine;
  /** The primary's place, then the standby's; one place: both stand there. Of three nodes, one for each. */
  readonly places: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** How long the controller takes to notice; exactly one of this and {@link RdsSpec.heartbeat} is given. */
  readonly detection: Law | undefined;
  readonly heartbeat: ProbeSpec | undefined;
  /** Where the controller stands; undefined: nowhere that can be lost. */
  readonly controllerPlace: string | undefined;
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
  /** What a leader of three nodes does without a majority: writes stop in any case. */
  readonly readsWithoutMajority: 'go-on' | 'stop';
  readonly readOnly: ReadOnlySpec | undefined;
  /** How long a lost standby takes to be rebuilt; undefined: size ÷ rebuildSpeed. */
  readonly rebuild: Law | undefined;
  /** Bytes a second. */
  readonly rebuildSpeed: number;
  /** A standby that lags more is not promoted by itself; undefined: no gate. */
  readonly maxLag: Us | undefined;
  /** What the controller does when the lag is beyond the gate. */
  readonly elseAction: 'refuse' | 'promote' | 'ask';
  /** Undefined: the data are backed up nowhere. */
  readonly backups: BackupSpec | undefined;
  /** Chance that the old primary is really kept from taking writes, 0 to 1. */
  readonly fencing: { readonly works: number };
  readonly faults: readonly FaultSpec[];
}

/** What databases have in common, whoever runs them. */
export type DatabaseSpec = Omit<RdsSpec, 'kind'> & {
  /** Who switches to the standby; absent: the product. */
  readonly switching?: Switching;
};

/** How long a full copy of a database takes. */
export const copyTime = (spec: Pick<DatabaseSpec, 'rebuild' | 'size' | 'rebuildSpeed'>): Law =>
  spec.rebuild ?? fixed(Math.ceil((spec.size / spec.rebuildSpeed) * SECOND));
