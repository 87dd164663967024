import type { Us } from '../../base/index.ts';
import {
  type BackupSpec,
  backupsInput,
  bandwidth,
  choice,
  type Fill,
  law,
  Notebook,
  positiveDuration,
  resolveBackups,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { NO_BACKUPS, REDIS_BACKUPS, REDIS_DEFAULTS } from './defaults.ts';

/** A log of writes; the whole memory every so often; or nothing but memory. */
export const PERSISTENCES = ['aof', 'rdb', 'none'] as const;
export type Persistence = (typeof PERSISTENCES)[number];

/** What is left of the data when their memory is gone. */
export interface PersistenceSpec {
  readonly persistence: Persistence;
  /** `aof`: age of the last write on disk when a machine dies. */
  readonly unflushed: Law;
  /** `rdb`: time between two saves. */
  readonly saveEvery: Us | undefined;
  /** How long until those who use the store have written anew what it has forgotten; undefined: they never do. */
  readonly refill: Law | undefined;
  readonly backups: BackupSpec | undefined;
  /** Bytes a second at which a node that starts again reads its disk; undefined: that is part of the repair. */
  readonly loadSpeed: number | undefined;
}

export const persistenceShapes = {
  persistence: choice(PERSISTENCES).optional(),
  unflushed: law.optional(),
  'save-every': positiveDuration.optional(),
  refill: law.optional(),
  backups: backupsInput.optional(),
  'load-speed': bandwidth.optional(),
};
export const PERSISTENCE_MEANINGS = {
  persistence: 'what is on disk: a log of writes, the whole memory every so often, or nothing',
  unflushed: 'age of the last write on disk when a machine dies; of `persistence: aof`',
  'save-every': 'time between two saves of the whole memory; of `persistence: rdb`',
  refill: 'how long until those who use the store have written anew what it has forgotten',
  backups: 'how its data are backed up, and what a rollback takes',
  'load-speed': 'speed at which a master that starts again reads its disk; unless stated that is part of its repair',
};

interface Given {
  readonly in: readonly string[];
  readonly persistence?: Persistence | undefined;
  readonly unflushed?: Law | undefined;
  readonly 'save-every'?: Us | undefined;
  readonly refill?: Law | undefined;
  readonly 'load-speed'?: number | undefined;
  readonly backups?: Parameters<typeof resolveBackups>[0] | 'none' | undefined;
}

/** Notes only those defaults that this way of keeping data makes use of. */
export function resolvePersistence(given: Given, fill: Fill, notes: Notebook): PersistenceSpec {
  const unused = new Notebook().filling(REDIS_DEFAULTS);
  const persistence = fill('persistence', given.persistence, choice(PERSISTENCES));
  for (const [key, of] of [
    ['unflushed', 'aof'],
    ['save-every', 'rdb'],
  ] as const) {
    if (given[key] === undefined || persistence === of) continue;
    notes.error('useless-key', `\`${key}\` means nothing to persistence: ${persistence}`, {
      expected: `persistence: ${of}`,
      path: [key],
      atKey: true,
    });
  }
  return {
    persistence,
    unflushed: (persistence === 'aof' ? fill : unused)('unflushed', given.unflushed, law),
    saveEvery: persistence === 'rdb' ? fill('save-every', given['save-every'], positiveDuration) : undefined,
    refill: given.refill,
    loadSpeed: given['load-speed'],
    backups: backupsOf(given, notes.at('backups')),
  };
}

function backupsOf({ backups, in: places }: Given, notes: Notebook): BackupSpec | undefined {
  if (backups === undefined) notes.assume('none', NO_BACKUPS);
  if (backups === undefined || backups === 'none') return undefined;
  return resolveBackups(backups, places[0]!.split('/')[0]!, REDIS_BACKUPS, notes);
}
