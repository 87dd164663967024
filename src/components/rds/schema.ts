import * as z from 'zod';
import { SECOND, type Us } from '../../base/index.ts';
import {
  type BackupSpec,
  backupReferences,
  backupsInput,
  bandwidth,
  choice,
  type Defaults,
  defineKind,
  duration,
  type FaultSpec,
  type Fill,
  faultsInput,
  law,
  meaning,
  Notebook,
  numberFrom,
  oneOrMore,
  type ProbeSpec,
  placePath,
  placeReferences,
  positiveDuration,
  probability,
  probeInput,
  resolveBackups,
  resolveProbe,
  size,
} from '../../language/index.ts';
import { fixed, type Law } from '../../random/index.ts';
import { controllerInput, controllerReferences, resolveController } from './controller-schema.ts';
import { HEARTBEAT_DEFAULTS, NO_BACKUPS, RDS_DEFAULTS, RDS_FAULTS } from './defaults.ts';
import { COPIES, checkPlaces, RDS_EDITIONS, type RdsEdition } from './editions.ts';
import { ENGINES, type Engine, RDS_ENGINES } from './engines.ts';
import { type ReadOnlySpec, readOnlyInput, readOnlyReferences, resolveReadOnly } from './read-only.ts';
import type { Switching } from './switching.ts';

export { RDS_EDITIONS, type RdsEdition } from './editions.ts';

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

const WITHOUT_STANDBY = ['go-on', 'stop'] as const;
const BEYOND_THE_GATE = ['refuse', 'promote', 'ask'] as const;
const catchUp = numberFrom(1.01, 1000);

/** The keys of every database. */
export const databaseShape = {
  in: oneOrMore(placePath),
  engine: choice(ENGINES).optional(),
  size: size.optional(),
  detection: law.optional(),
  heartbeat: probeInput.optional(),
  switch: law.optional(),
  'zone-switch': law.optional(),
  coverage: probability.optional(),
  manual: law.optional(),
  replication: choice(REPLICATIONS).optional(),
  'semi-sync-timeout': positiveDuration.optional(),
  lag: law.optional(),
  'catch-up': catchUp.optional(),
  'without-standby': choice(WITHOUT_STANDBY).optional(),
  rebuild: law.optional(),
  'rebuild-speed': bandwidth.optional(),
  'max-lag': duration.optional(),
  else: choice(BEYOND_THE_GATE).optional(),
  backups: backupsInput.optional(),
  fencing: z
    .strictObject(meaning({ works: probability.optional() }, { works: 'chance that the old primary can be fenced' }))
    .optional(),
  faults: faultsInput.optional(),
};
/** What they mean. */
export const DATABASE_MEANINGS = {
  in: 'the place of the primary, then that of the standby; of three nodes, one each',
  engine: 'what it runs: which replications are offered depends on it',
  size: 'data to copy when a node is built anew',
  detection: 'from the loss of the primary until its controller knows',
  heartbeat: 'probes of the controller, in place of `detection`',
  switch: 'from knowing until the standby serves',
  'zone-switch': 'the same where the whole place of the primary is lost',
  coverage: 'chance that the automatic switch works',
  manual: 'how long people take where it does not work',
  replication: 'whether a write waits for the standby before it is acknowledged',
  'semi-sync-timeout': 'how long writes wait for a standby that does not answer',
  lag: 'age of the oldest write that the standby lacks while all is well',
  'catch-up': 'how many times faster than written the log is replayed',
  'without-standby': 'whether writes go on while the standby is lost',
  rebuild: 'how long a copy of the whole store takes',
  'rebuild-speed': 'speed of that copy, in place of `rebuild`',
  'max-lag': 'a standby further behind is not promoted by the controller',
  else: 'what happens beyond `max-lag`',
  backups: 'how its data are backed up, and what a restore takes',
  fencing: 'whether the old primary is kept from taking writes',
  faults: 'what breaks it: faults by name, `none` for none at all',
} as const;

const shape = {
  kind: z.literal('rds'),
  edition: choice(RDS_EDITIONS).optional(),
  ...databaseShape,
  engine: choice(RDS_ENGINES).optional(),
  'reads-without-majority': choice(WITHOUT_STANDBY).optional(),
  'read-only': readOnlyInput.optional(),
  controller: controllerInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    edition:
      'basic: one node; high-availability: a primary and a standby; cluster: and read-only nodes; three-node: by majority',
    ...DATABASE_MEANINGS,
    'reads-without-majority': 'whether the leader of three nodes answers reads without a majority',
    'read-only': 'nodes of the cluster edition that answer reads and are never promoted',
    controller: 'where what detects and switches stands; by default nowhere that can be lost',
  }),
);
const common = z.strictObject(databaseShape);
type Input = z.output<typeof input>;
type Common = z.output<typeof common>;

type Controller = Pick<
  RdsSpec,
  'detection' | 'heartbeat' | 'switch' | 'zoneSwitch' | 'coverage' | 'manual' | 'maxLag' | 'elseAction'
>;
type Copies = Pick<
  RdsSpec,
  'replication' | 'semiSyncTimeout' | 'lag' | 'catchUp' | 'withoutStandby' | 'rebuild' | 'rebuildSpeed' | 'fencing'
>;

function noticing(
  given: Common,
  edition: RdsEdition,
  defaults: Defaults,
  notes: Notebook,
): Pick<RdsSpec, 'detection' | 'heartbeat'> {
  if (given.heartbeat !== undefined && edition === 'three-node') {
    notes.at('heartbeat').error('useless-key', 'nodes that elect a leader notice its loss among themselves', {
      expected: '`detection`',
      atKey: true,
    });
  }
  if (given.heartbeat === undefined) {
    return { detection: notes.filling(defaults)('detection', given.detection, law), heartbeat: undefined };
  }
  if (given.detection !== undefined) {
    notes.at('heartbeat').error('two-detections', 'detection and heartbeat say the same thing twice', {
      expected: 'one of detection and heartbeat',
      atKey: true,
    });
  }
  return { detection: undefined, heartbeat: resolveProbe(given.heartbeat, HEARTBEAT_DEFAULTS, notes.at('heartbeat')) };
}

const controller = (
  given: Common,
  edition: RdsEdition,
  defaults: Defaults,
  fill: Fill,
  notes: Notebook,
): Controller => ({
  ...noticing(given, edition, defaults, notes),
  switch: fill('switch', given.switch, law),
  zoneSwitch: fill('zone-switch', given['zone-switch'], law),
  coverage: fill('coverage', given.coverage, probability),
  manual: fill('manual', given.manual, law),
  maxLag: given['max-lag'],
  elseAction: given.else ?? 'refuse',
});

/** Notes only those defaults that this store's edition and way of replicating make use of. */
function copies(given: Common, edition: RdsEdition, defaults: Defaults, notes: Notebook): Copies {
  const fill = notes.filling(defaults);
  const unused = new Notebook().filling(defaults);
  const two = COPIES[edition] === 2 ? fill : unused;
  const replication = two('replication', given.replication, choice(REPLICATIONS));
  const where = (...used: readonly Replication[]): Fill => (used.includes(replication) ? two : unused);
  return {
    replication,
    semiSyncTimeout: where('semi-synchronous')('semi-sync-timeout', given['semi-sync-timeout'], positiveDuration),
    lag: where('asynchronous')('lag', given.lag, law),
    catchUp: (edition === 'three-node' ? fill : where('asynchronous', 'semi-synchronous'))(
      'catch-up',
      given['catch-up'],
      catchUp,
    ),
    withoutStandby: where('synchronous')('without-standby', given['without-standby'], choice(WITHOUT_STANDBY)),
    rebuild: given.rebuild,
    rebuildSpeed: (given.rebuild === undefined ? fill : unused)('rebuild-speed', given['rebuild-speed'], bandwidth),
    fencing: { works: (edition === 'basic' ? unused : fill)('fencing.works', given.fencing?.works, probability) },
  };
}

/** Backups lie in the region of the primary, unless the scenario says otherwise. */
function backups(given: Common, notes: Notebook): BackupSpec | undefined {
  const here = notes.at('backups');
  if (given.backups === undefined) here.assume('none', NO_BACKUPS);
  if (given.backups === undefined || given.backups === 'none') return undefined;
  return resolveBackups(given.backups, given.in[0]!.split('/')[0]!, {}, here);
}

/** What every database has, filled in from the defaults of who runs it. */
export function resolveDatabase(
  given: Common,
  edition: RdsEdition,
  defaults: Defaults,
  notes: Notebook,
): Omit<DatabaseSpec, 'name' | 'faults' | 'readOnly' | 'readsWithoutMajority' | 'controllerPlace'> {
  const fill = notes.filling(defaults);
  checkPlaces(edition, given.in, notes.at('in'));
  return {
    edition,
    engine: fill('engine', given.engine, choice(ENGINES)),
    places: given.in,
    size: fill('size', given.size, size),
    ...controller(given, edition, defaults, fill, notes),
    ...copies(given, edition, defaults, notes),
    backups: backups(given, notes),
  };
}

function resolve(storeName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): RdsSpec {
  const edition = notes.filling(RDS_DEFAULTS.basic)('edition', given.edition, choice(RDS_EDITIONS));
  const three = (edition === 'three-node' ? notes : new Notebook()).filling(RDS_DEFAULTS[edition]);
  return {
    kind: 'rds',
    name: storeName,
    ...resolveDatabase(given, edition, RDS_DEFAULTS[edition], notes),
    readsWithoutMajority: three('reads-without-majority', given['reads-without-majority'], choice(WITHOUT_STANDBY)),
    controllerPlace: resolveController(given.controller, edition, notes.at('controller')),
    readOnly: resolveReadOnly(given['read-only'], edition, given.in, notes.at('read-only')),
    faults,
  };
}

/** How long a full copy of a database takes. */
export const copyTime = (spec: Pick<DatabaseSpec, 'rebuild' | 'size' | 'rebuildSpeed'>): Law =>
  spec.rebuild ?? fixed(Math.ceil((spec.size / spec.rebuildSpeed) * SECOND));

export const rdsKind = defineKind<Input, RdsSpec>({
  kind: 'rds',
  alsoCalled: ['mysql', 'postgres', 'postgresql', 'mariadb', 'sqlserver', 'aurora', 'db'],
  traits: ['store', 'database', 'switchable', 'restorable', 'backed-up'],
  input,
  catalogue: RDS_FAULTS,
  resolve,
  rebuild: copyTime,
  engine: ({ engine }) => engine,
  instances: (spec) => COPIES[spec.edition] + (spec.readOnly?.count ?? 0),
  references: (spec) => [
    ...placeReferences(spec.places),
    ...readOnlyReferences(spec.readOnly),
    ...controllerReferences(spec.controllerPlace),
    ...backupReferences(spec.backups, ['backups']),
  ],
});
