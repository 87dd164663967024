import * as z from 'zod';
import {
  type BackupSpec,
  backupReferences,
  backupShape,
  defineKind,
  type FaultSpec,
  faultsInput,
  type Kind,
  meaning,
  type Notebook,
  name,
  oneOrMore,
  placePath,
  resolveBackups,
  size,
} from '../../language/index.ts';
import { BACKUP_FAULTS, BACKUP_KIND_DEFAULTS } from './defaults.ts';
import type { BackupKind } from './services.ts';

/** A service that keeps copies of the data of one store. */
export interface BackupServiceSpec {
  readonly kind: BackupKind;
  readonly name: string;
  /** The store whose data it keeps. */
  readonly of: string;
  /** Bytes; undefined: as much as the store holds. */
  readonly size: number | undefined;
  readonly backups: BackupSpec;
  readonly faults: readonly FaultSpec[];
}

const WHAT = {
  dbs: 'data backup: full copies and the log of a database as it is written',
  hbr: 'hybrid backup recovery: files and machines, into a vault of a region',
  snapshots: 'snapshots of the disks of a machine, by a policy of the console',
} satisfies Readonly<Record<BackupKind, string>>;

const input = <K extends BackupKind>(kind: K) =>
  z.strictObject({
    ...backupShape,
    ...meaning(
      {
        kind: z.literal(kind),
        of: name,
        size: size.optional(),
        in: oneOrMore(placePath),
        faults: faultsInput.optional(),
      },
      {
        kind: WHAT[kind],
        of: 'the store whose data it keeps',
        size: 'how much data there is; unless stated what the store holds',
        in: 'where backups are written, straight from the store; the first place must be in reach',
        faults: 'what breaks in the service: while it is down no backup is taken',
      },
    ),
  });
type Input = z.output<ReturnType<typeof input<BackupKind>>>;

const resolve =
  (kind: BackupKind) =>
  (serviceName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): BackupServiceSpec => ({
    kind,
    name: serviceName,
    of: given.of,
    size: given.size,
    backups: resolveBackups(given, given.in[0]!, BACKUP_KIND_DEFAULTS[kind], notes),
    faults,
  });

const serviceKind = (kind: BackupKind): Kind<BackupServiceSpec> =>
  defineKind<Input, BackupServiceSpec>({
    kind,
    traits: ['backed-up'],
    input: input(kind),
    catalogue: BACKUP_FAULTS,
    resolve: resolve(kind),
    references: (spec) => [{ path: ['of'], name: spec.of, to: 'database' }, ...backupReferences(spec.backups, [])],
  });

export const dbsKind = serviceKind('dbs');
export const hbrKind = serviceKind('hbr');
export const snapshotsKind = serviceKind('snapshots');
