import * as z from 'zod';
import { DAY, HOUR, NEVER, type Us } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import type { Default, Defaults } from './assumption.ts';
import { choice } from './choices.ts';
import { positiveDuration } from './durations.ts';
import { law } from './law.ts';
import { meaning } from './meaning.ts';
import { oneOrMore, placePath } from './names.ts';
import type { Fill, Notebook } from './notebook.ts';
import { numberFrom, probability, share, wholeNumber } from './numbers.ts';
import { bandwidth } from './quantities.ts';
import type { Reference } from './reference.ts';
import type { Form } from './scalar.ts';

/** When something is done again and again: at these instants of every cycle. Scenario time starts on a Monday at 00:00. */
export interface Schedule {
  /** Microseconds, above 0. */
  readonly cycle: Us;
  /** Within the cycle, ascending, at least one. */
  readonly at: readonly Us[];
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const WEEK = (7 * DAY) as Us;
const NIGHT = (2 * HOUR) as Us;

const calendar = z.strictObject(
  meaning(
    { hours: oneOrMore(wholeNumber(0, 23)), weekdays: oneOrMore(choice(WEEKDAYS)).optional() },
    { hours: 'at these hours', weekdays: 'on these days; every day unless stated' },
  ),
);
const schedule = z.union([z.literal('daily'), z.literal('weekly'), positiveDuration, calendar]);

/** `daily` and `weekly` are at two in the morning, a period starts with the scenario, a calendar is as consoles have it. */
function scheduleOf(given: z.output<typeof schedule>): Schedule {
  if (given === 'daily') return { cycle: DAY, at: [NIGHT] };
  if (given === 'weekly') return { cycle: WEEK, at: [NIGHT] };
  if (typeof given === 'number') return { cycle: given, at: [0 as Us] };
  const days = given.weekdays?.map((day) => WEEKDAYS.indexOf(day)) ?? WEEKDAYS.map((_, day) => day);
  const instants = days.flatMap((day) => given.hours.map((hour) => (day * DAY + hour * HOUR) as Us));
  return { cycle: WEEK, at: [...new Set(instants)].sort((a, b) => a - b) };
}

/** Where copies of a backup lie, and how long one takes to get there. */
export interface BackupCopy {
  readonly place: string;
  /** From the end of the backup until the copy can be used. */
  readonly delay: Us;
  /** Bytes a second at which it is restored. */
  readonly restoreSpeed: number;
}

/** How the data of a store are backed up, and what a recovery from it takes. */
export interface BackupSpec {
  readonly full: Schedule;
  readonly incremental: Schedule | undefined;
  /** Log is shipped in segments of this length; undefined: no log is kept. */
  readonly log: Us | undefined;
  /** Backups are kept for so long; NEVER: for ever. */
  readonly keep: Us;
  /** Bytes a second at which a backup is taken. */
  readonly speed: number;
  /** Share of the data that changes in a day: what an incremental backup holds. */
  readonly changed: number;
  /** Bytes kept ÷ bytes of data, above 0: deduplication and compression. */
  readonly ratio: number;
  readonly copies: readonly BackupCopy[];
  /** Finding the backup and getting ready. */
  readonly locate: Law;
  /** How many times faster than it was written the log is replayed. */
  readonly replay: number;
  /** Chance that a backup cannot be used. */
  readonly unusable: number;
  /** Backups are restored on trial this often, so that a bad one is known before it is needed; undefined: never. */
  readonly tested: Us | undefined;
  /** How long after one another the disks of a machine are copied; 0: at one instant. */
  readonly spread: Us;
}

const keep = z.union([z.literal('forever'), positiveDuration]);
const LONGEST = 65_536 * DAY;
const ratio = numberFrom(1, 1000);
const replay = numberFrom(0.01, 1000);
const NEVER_LOG = z.literal('none');

const shape = {
  full: schedule.optional(),
  incremental: z.union([NEVER_LOG, schedule]).optional(),
  log: z.union([NEVER_LOG, positiveDuration]).optional(),
  keep: keep.optional(),
  speed: bandwidth.optional(),
  changed: share.optional(),
  compression: ratio.optional(),
  in: oneOrMore(placePath).optional(),
  'copy-to': oneOrMore(placePath).optional(),
  'copy-takes': positiveDuration.optional(),
  locate: law.optional(),
  'restore-speed': bandwidth.optional(),
  'copy-restore-speed': bandwidth.optional(),
  replay: replay.optional(),
  unusable: probability.optional(),
  'tested-every': positiveDuration.optional(),
  spread: z.union([z.literal('none'), positiveDuration]).optional(),
};
export const backupShape = meaning(shape, {
  full: 'when full backups are taken',
  incremental: 'when what has changed since the last one is backed up',
  log: 'length of the segments in which the log is shipped',
  keep: 'how long backups are kept',
  speed: 'speed at which a backup is taken',
  changed: 'share of the data that changes in a day',
  compression: 'how many times smaller a backup is than the data',
  in: 'the place where backups lie',
  'copy-to': 'places that get a copy of every backup',
  'copy-takes': 'from the end of a backup until a copy of it can be used',
  locate: 'how long it takes to find the backup and get ready',
  'restore-speed': 'speed of a restore',
  'copy-restore-speed': 'speed of a restore from a copy elsewhere',
  replay: 'how many times faster than it was written the log is replayed',
  unusable: 'chance that a backup cannot be used',
  'tested-every': 'how often backups are restored on trial',
  spread: 'how long after one another the disks of a machine are copied',
});
const backupInput = z.strictObject(backupShape);
export type BackupInput = z.output<typeof backupInput>;

/** `none`, or how a store is backed up. */
export const backupsInput: Form<BackupInput | 'none'> = z.union([z.literal('none'), backupInput]);

const given = (value: string, source: string): Default => ({ value, source });

/** What managed databases do unless told otherwise; a kind may replace single figures. */
export const BACKUP_DEFAULTS: Defaults = {
  full: given('daily', 'assumption: a full backup every night'),
  incremental: given('none', 'assumption: no incremental backups between'),
  log: given('5m', 'assumption: log is shipped in segments of minutes'),
  keep: given(
    '7d',
    'assumption: each point of the last 7 days can be restored (Alibaba Cloud white paper 2019-07-18, section 1.3)',
  ),
  speed: given('100MB/s', 'assumption: a backup is read at about the speed of a disk'),
  changed: given('5%', 'assumption: a twentieth of the data changes in a day'),
  compression: given('1', 'assumption: nothing is saved by compression unless stated'),
  'copy-takes': given('1h', 'assumption: a copy elsewhere is there within the hour'),
  locate: given(
    '{lognormal: {median: 10m, sigma: 0.5}}',
    'assumption: people find the right backup and a place to restore it',
  ),
  'restore-speed': given(
    '50MB/s',
    'assumption: 100 GB in 30 to 60 minutes; Huawei Cloud states 20 MB/s for point-in-time recovery',
  ),
  replay: given('3', 'assumption: log is replayed at 1 to 5 times real time'),
  unusable: given('1%', 'assumption: no public rate is known; a backup that nobody restores can fail unseen'),
  spread: given('none', 'assumption: all data are copied as of one instant'),
};

const none = <T>(value: T | 'none'): T | undefined => (value === 'none' ? undefined : value);

/** Fills in how a store is backed up; `home` is where backups lie unless the scenario says so. */
export function resolveBackups(input: BackupInput, home: string, defaults: Defaults, notes: Notebook): BackupSpec {
  const fill = notes.filling({ ...BACKUP_DEFAULTS, ...defaults });
  const log = none(fill('log', input.log, z.union([NEVER_LOG, positiveDuration])));
  const incremental = none(fill('incremental', input.incremental, z.union([NEVER_LOG, schedule])));
  return {
    full: scheduleOf(fill('full', input.full, schedule)),
    incremental: incremental && scheduleOf(incremental),
    log,
    keep: keepOf(fill('keep', input.keep, keep), notes.at('keep')),
    speed: fill('speed', input.speed, bandwidth),
    changed: incremental === undefined ? 0 : fill('changed', input.changed, share),
    ratio: 1 / fill('compression', input.compression, ratio),
    copies: copiesOf(input, home, fill, notes),
    locate: fill('locate', input.locate, law),
    replay: log === undefined ? 1 : fill('replay', input.replay, replay),
    unusable: fill('unusable', input.unusable, probability),
    tested: input['tested-every'],
    spread: none(fill('spread', input.spread, z.union([z.literal('none'), positiveDuration]))) ?? (0 as Us),
  };
}

function keepOf(kept: z.output<typeof keep>, notes: Notebook): Us {
  if (kept === 'forever') return NEVER;
  if (kept > LONGEST)
    notes.error('kept-too-long', 'backups cannot be kept so long', { expected: '1 to 65536 days, or forever' });
  return kept;
}

function copiesOf(input: BackupInput, home: string, fill: Fill, notes: Notebook): BackupCopy[] {
  if (input.in === undefined)
    notes.at('in').assume(home, 'assumption: backups lie in the object storage of the region');
  const restoreSpeed = fill('restore-speed', input['restore-speed'], bandwidth);
  const first = (input.in ?? [home]).map((place): BackupCopy => ({ place, delay: 0 as Us, restoreSpeed }));
  if (input['copy-to'] === undefined) return first;
  const delay = fill('copy-takes', input['copy-takes'], positiveDuration);
  const speed = input['copy-restore-speed'] ?? restoreSpeed;
  return [...first, ...input['copy-to'].map((place) => ({ place, delay, restoreSpeed: speed }))];
}

/** The places where backups lie; `path` leads from the component to where backups are written. */
export const backupReferences = (spec: BackupSpec | undefined, path: readonly string[]): Reference[] =>
  (spec?.copies ?? []).map(({ place, delay }) => ({
    path: [...path, delay === 0 ? 'in' : 'copy-to', place],
    name: place,
    to: 'place',
  }));
