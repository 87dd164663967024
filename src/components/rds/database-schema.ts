import * as z from 'zod';
import {
  type BackupSpec,
  backupsInput,
  bandwidth,
  choice,
  type Defaults,
  duration,
  type Fill,
  faultsInput,
  law,
  meaning,
  Notebook,
  numberFrom,
  oneOrMore,
  placePath,
  positiveDuration,
  probability,
  probeInput,
  resolveBackups,
  resolveProbe,
  size,
} from '../../language/index.ts';
import { HEARTBEAT_DEFAULTS, NO_BACKUPS } from './defaults.ts';
import { COPIES, checkPlaces, type RdsEdition } from './editions.ts';
import { ENGINES } from './engines.ts';
import { type DatabaseSpec, REPLICATIONS, type Replication } from './spec.ts';

export const WITHOUT_STANDBY = ['go-on', 'stop'] as const;
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

const common = z.strictObject(databaseShape);
type Common = z.output<typeof common>;

type Controller = Pick<
  DatabaseSpec,
  'detection' | 'heartbeat' | 'switch' | 'zoneSwitch' | 'coverage' | 'manual' | 'maxLag' | 'elseAction'
>;
type Copies = Pick<
  DatabaseSpec,
  'replication' | 'semiSyncTimeout' | 'lag' | 'catchUp' | 'withoutStandby' | 'rebuild' | 'rebuildSpeed' | 'fencing'
>;

function noticing(
  given: Common,
  edition: RdsEdition,
  defaults: Defaults,
  notes: Notebook,
): Pick<DatabaseSpec, 'detection' | 'heartbeat'> {
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
