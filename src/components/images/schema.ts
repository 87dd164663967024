import * as z from 'zod';
import {
  type BackupSpec,
  backupShape,
  bandwidth,
  defineKind,
  type FaultSpec,
  faultsInput,
  meaning,
  type Notebook,
  name,
  placePath,
  resolveBackups,
  size,
} from '../../language/index.ts';
import { fixed } from '../../random/index.ts';
import { IMAGE_DEFAULTS } from './defaults.ts';

/** Custom images of a machine, from which others are made. */
export interface ImagesSpec {
  readonly kind: 'images';
  readonly name: string;
  /** The place in whose storage they lie; they do not leave its region. */
  readonly place: string;
  /** The database whose disk they hold beside that of the system; undefined: that of the system only. */
  readonly of: string | undefined;
  /** Bytes on that database's disk; undefined: as many as it holds. */
  readonly size: number | undefined;
  /** Bytes of the system disk that a new machine is filled with. */
  readonly system: number;
  /** Bytes a second at which it is filled. */
  readonly restoreSpeed: number;
  /** How the database's disk is kept; undefined where they hold none. */
  readonly backups: BackupSpec | undefined;
  /** When images are made, and how quickly: what takes their storage takes those that were made before. */
  readonly made: BackupSpec;
  readonly faults: readonly FaultSpec[];
}

const { full, keep, speed, 'restore-speed': restoreSpeed, locate, unusable } = backupShape;
const shape = {
  kind: z.literal('images'),
  of: name.optional(),
  in: placePath,
  size: size.optional(),
  system: size.optional(),
  full,
  keep,
  speed,
  'restore-speed': restoreSpeed,
  locate,
  unusable,
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'custom images of a machine, from which others are made in its region',
    of: 'the database whose disk they hold beside that of the system',
    in: 'the place in whose storage they lie; they do not leave its region',
    size: 'how much is on that disk; unless stated what the database holds',
    system: 'how much a new machine is filled with before it boots',
    full: 'when people make one; it is always a full one',
    keep: 'how long images are kept',
    speed: 'speed at which one is made',
    'restore-speed': 'speed at which a disk is filled from one',
    locate: 'how long it takes to find the image and get ready',
    unusable: 'chance that an image cannot be used: what is made of it does not come up, and the one before is tried',
    faults: 'what breaks in the library: while it is down no image is made or read',
  }),
);
type Input = z.output<typeof input>;

/** What only says something of a database's disk. */
const OF_A_DATABASE = ['size', 'keep', 'locate'] as const;

function checkKeys(given: Input, notes: Notebook): void {
  if (given.of !== undefined) return;
  for (const key of OF_A_DATABASE) {
    if (given[key] === undefined) continue;
    notes.at(key).error('no-database', `\`${key}\` says nothing of images that hold no database`, {
      expected: 'of: a database',
    });
  }
}

function resolve(imagesName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): ImagesSpec {
  const { of, in: place, kind: _kind, size: bytes, system, faults: _faults, ...kept } = given;
  const fill = notes.filling(IMAGE_DEFAULTS);
  const filling = fill('restore-speed', kept['restore-speed'], bandwidth);
  // What an image cannot do is no assumption, and nothing that could be changed.
  const always = { in: [place], incremental: 'none', log: 'none', compression: 1, spread: 'none' } as const;
  checkKeys(given, notes);
  // That of a system is neither thrown away nor looked for.
  const ofSystem = of === undefined ? ({ keep: 'forever', locate: fixed(0) } as const) : {};
  const made = resolveBackups(
    { ...kept, ...ofSystem, ...always, 'restore-speed': filling },
    place,
    IMAGE_DEFAULTS,
    notes,
  );
  return {
    kind: 'images',
    name: imagesName,
    place,
    of,
    size: bytes,
    system: fill('system', system, size),
    restoreSpeed: filling,
    backups: of === undefined ? undefined : made,
    made,
    faults,
  };
}

export const imagesKind = defineKind<Input, ImagesSpec>({
  kind: 'images',
  alsoCalled: ['image', 'ami'],
  traits: ['backed-up', 'images'],
  input,
  catalogue: {},
  resolve,
  references: ({ of, place }) => [
    { path: ['in'], name: place, to: 'place' },
    ...(of === undefined ? [] : [{ path: ['of'], name: of, to: 'database' as const }]),
  ],
});
