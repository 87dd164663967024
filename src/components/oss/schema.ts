import * as z from 'zod';
import {
  type BackupSpec,
  backupReferences,
  backupsInput,
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  oneOrMore,
  type ProbeSpec,
  placePath,
  placeReferences,
  probeInput,
  resolveBackups,
  resolveProbe,
  size,
  wholeNumber,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { CHECK_DEFAULTS, OSS_BACKUPS, OSS_DEFAULTS, OSS_FAULTS } from './defaults.ts';

/** Objects in three copies: chunk servers, masters that know where they are, and two tiers of nodes before them. */
export interface OssSpec {
  readonly kind: 'oss';
  readonly name: string;
  /** One zone: every chunk server stands in a rack of its own. Three or more: each copy stands in another. */
  readonly places: readonly string[];
  readonly chunkServers: number;
  readonly masters: number;
  readonly kvServers: number;
  readonly wsNodes: number;
  /** How long masters take to agree on a leader. */
  readonly election: Law;
  /** After so long, what a lost chunk server held has three copies again. */
  readonly recopy: Law;
  /** How a dead node of the two tiers is taken out. */
  readonly check: ProbeSpec;
  /** Bytes that it holds: what a backup and a restore of all of it move. */
  readonly size: number;
  readonly backups: BackupSpec | undefined;
  readonly faults: readonly FaultSpec[];
}

const COPIES = 3;
const servers = wholeNumber(COPIES, 1000);
const several = wholeNumber(1, 100);

const input = z.strictObject(
  meaning(
    {
      kind: z.literal('oss'),
      in: oneOrMore(placePath),
      'chunk-servers': servers.optional(),
      masters: several.optional(),
      'kv-servers': several.optional(),
      'ws-nodes': several.optional(),
      election: law.optional(),
      recopy: law.optional(),
      check: probeInput.optional(),
      size: size.optional(),
      backups: backupsInput.optional(),
      faults: faultsInput.optional(),
    },
    {
      kind: 'the kind of component',
      in: 'one zone with a rack for each chunk server, or three places and more with a copy in each of three',
      'chunk-servers': 'servers that hold the data',
      masters: 'servers that know by majority where data are',
      'kv-servers': 'nodes that keep the names of objects',
      'ws-nodes': 'nodes that take requests',
      election: 'how long masters take to agree on a leader',
      recopy: 'after so long what a lost chunk server held has three copies again',
      check: 'how a dead node that takes requests is taken out',
      size: 'bytes that it holds, which a backup and a restore move',
      backups: 'how its objects are backed up, and what a restore takes',
      faults: 'what breaks it: faults by name, `none` for none at all',
    },
  ),
);
type Input = z.output<typeof input>;

function checkPlaces(places: readonly string[], notes: Notebook): void {
  if (new Set(places).size === 1 || new Set(places).size >= COPIES) return;
  notes.error('two-places', 'three copies do not fit into two places', {
    expected: 'one zone, or three and more places for the three copies',
    path: [1],
  });
}

/** What it holds matters only where it is backed up. */
function backedUp(given: Input, notes: Notebook): Pick<OssSpec, 'size' | 'backups'> {
  const { backups } = given;
  if (backups === undefined || backups === 'none') return { size: given.size ?? 0, backups: undefined };
  const home = given.in[0]!.split('/')[0]!;
  return {
    size: notes.filling(OSS_BACKUPS.whole)('size', given.size, size),
    backups: resolveBackups(backups, home, OSS_BACKUPS.each, notes.at('backups')),
  };
}

function resolve(storeName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): OssSpec {
  const fill = notes.filling(OSS_DEFAULTS);
  checkPlaces(given.in, notes.at('in'));
  return {
    kind: 'oss',
    name: storeName,
    places: [...new Set(given.in)],
    chunkServers: fill('chunk-servers', given['chunk-servers'], servers),
    masters: fill('masters', given.masters, several),
    kvServers: fill('kv-servers', given['kv-servers'], several),
    wsNodes: fill('ws-nodes', given['ws-nodes'], several),
    election: fill('election', given.election, law),
    recopy: fill('recopy', given.recopy, law),
    check: resolveProbe(given.check ?? {}, CHECK_DEFAULTS, notes.at('check')),
    ...backedUp(given, notes),
    faults,
  };
}

const numbered = (sort: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${sort}-${i + 1}`);

export const ossKind = defineKind<Input, OssSpec>({
  kind: 'oss',
  alsoCalled: ['s3', 'cos', 'obs', 'minio', 'blob', 'bucket', 'object-store', 'object-storage'],
  traits: ['store', 'objects', 'restorable', 'backed-up'],
  input,
  catalogue: OSS_FAULTS,
  resolve,
  instances: () => 0,
  parts: ({ chunkServers, masters, kvServers, wsNodes }) => [
    ...numbered('chunk', chunkServers),
    ...numbered('master', masters),
    ...numbered('kv', kvServers),
    ...numbered('ws', wsNodes),
  ],
  sla: () => ({ sla: 0.99995, source: 'sla.directory/vendors/alibaba-cloud: OSS 99.995 %' }),
  references: ({ places, backups }) => [...placeReferences(places), ...backupReferences(backups, ['backups'])],
});
