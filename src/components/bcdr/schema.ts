import * as z from 'zod';
import {
  type BackupSpec,
  backupReferences,
  backupsInput,
  bandwidth,
  choice,
  defineKind,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  name,
  named,
  numberFrom,
  placePath,
  resolveBackups,
  size,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { BCDR_DEFAULTS, BCDR_FAULTS, BCDR_POINTS } from './defaults.ts';
import { type DrillsSpec, drillsInput, resolveDrills } from './drills-schema.ts';
import { BCDR_MODELS, type BcdrModel, MOST_NODES } from './models.ts';

/** A pool on the protected site, and the machines that take its place in the cloud. */
export interface ProtectedPool {
  readonly pool: string;
  readonly counterpart: string;
}

/** An appliance that copies the changed blocks of machines on a site into the cloud, and starts them there. */
export interface BcdrSpec {
  readonly kind: 'bcdr';
  readonly name: string;
  readonly model: BcdrModel;
  /** The most machines that it protects. */
  readonly mostNodes: number;
  /** Where the appliance stands. */
  readonly place: string;
  /** The protected database and its copy in the cloud. */
  readonly from: string;
  readonly to: string;
  /** Sorted by pool. */
  readonly machines: readonly ProtectedPool[];
  /** Bytes on the protected disks. */
  readonly size: number;
  /** Bytes on disk that one write changes. */
  readonly bytesPerWrite: number;
  /** Changed bytes ÷ bytes on the line, at least 1. */
  readonly compression: number;
  /** Bytes on the line that the appliance sends a second at the most. */
  readonly throughput: number;
  /** Bytes, compressed, that it keeps while they cannot be sent. */
  readonly cache: number;
  readonly lag: Law;
  /** From the order until the machines serve in the cloud. */
  readonly start: Law;
  /** Bytes a second at which both copies are compared in full. */
  readonly compareSpeed: number;
  /** States of the copy that it keeps, to go back to; undefined: none. */
  readonly points: BackupSpec | undefined;
  /** undefined: none are planned. */
  readonly drills: DrillsSpec | undefined;
  readonly faults: readonly FaultSpec[];
}

const compression = numberFrom(1, 100);

const shape = {
  kind: z.literal('bcdr'),
  model: choice(BCDR_MODELS).optional(),
  in: placePath,
  from: name,
  to: name,
  machines: named(name).optional(),
  size: size.optional(),
  'bytes-per-write': size.optional(),
  compression: compression.optional(),
  throughput: bandwidth.optional(),
  cache: size.optional(),
  lag: law.optional(),
  start: law.optional(),
  'compare-speed': bandwidth.optional(),
  points: backupsInput.optional(),
  drills: drillsInput.optional(),
  faults: faultsInput.optional(),
};
const input = z.strictObject(
  meaning(shape, {
    kind: 'the kind of component',
    model: 'the appliance bought; it gives `cache` and how many machines it protects',
    in: 'the site where the appliance stands',
    from: 'the protected database',
    to: 'its copy in the cloud',
    machines:
      'protected pools, and the pool of the cloud that takes the place of each; it stands still until a `failover`',
    size: 'bytes on the protected disks, which a full comparison reads',
    'bytes-per-write': 'bytes on disk that one write changes',
    compression: 'changed bytes divided by bytes on the line',
    throughput: 'bytes on the line a second at the most',
    cache: 'compressed changes that it keeps while they cannot be sent; beyond it everything is compared anew',
    lag: 'age of the oldest change not yet in the cloud, without a backlog',
    start: 'how long machines in the cloud take from the order to serving',
    'compare-speed': 'bytes a second at which both copies are compared in full',
    points: 'recovery points of the copy, to which `restore: …, from:` this appliance goes back; `none` for none',
    drills: 'planned drills of the failover, again and again',
    faults: 'what breaks it: faults by name, `none` for none at all',
  }),
);
type Input = z.output<typeof input>;

/** Unless a place is stated points lie beside the copy: the name of that stands for its place. */
const pointsOf = ({ points, to }: Input, notes: Notebook): BackupSpec | undefined =>
  points === 'none' ? undefined : resolveBackups(points ?? {}, to, BCDR_POINTS, notes);

function resolve(applianceName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): BcdrSpec {
  const model = notes.filling(BCDR_DEFAULTS['dr-100'])('model', given.model, choice(BCDR_MODELS));
  const fill = notes.filling(BCDR_DEFAULTS[model]);
  return {
    kind: 'bcdr',
    name: applianceName,
    model,
    mostNodes: MOST_NODES[model],
    place: given.in,
    from: given.from,
    to: given.to,
    machines: (given.machines ?? []).map(([pool, counterpart]) => ({ pool, counterpart })),
    size: fill('size', given.size, size),
    bytesPerWrite: fill('bytes-per-write', given['bytes-per-write'], size),
    compression: fill('compression', given.compression, compression),
    throughput: fill('throughput', given.throughput, bandwidth),
    cache: fill('cache', given.cache, size),
    lag: fill('lag', given.lag, law),
    start: fill('start', given.start, law),
    compareSpeed: fill('compare-speed', given['compare-speed'], bandwidth),
    points: pointsOf(given, notes.at('points')),
    drills: given.drills && resolveDrills(given.drills, notes.at('drills')),
    faults,
  };
}

export const bcdrKind = defineKind<Input, BcdrSpec>({
  kind: 'bcdr',
  alsoCalled: ['appliance', 'hdr'],
  traits: ['replication', 'appliance', 'backed-up'],
  input,
  catalogue: BCDR_FAULTS,
  resolve,
  carries: ({ from, to }) => ({ from, to }),
  references: ({ place, from, to, machines, points }) => [
    ...backupReferences(points, ['points']).filter(({ name }) => name !== to),
    { path: ['in'], name: place, to: 'place' },
    { path: ['from'], name: from, to: 'database' },
    { path: ['to'], name: to, to: 'database' },
    ...machines.flatMap(({ pool, counterpart }) => [
      { path: ['machines', pool], name: pool, to: 'pool' as const, atKey: true },
      { path: ['machines', pool], name: counterpart, to: 'pool' as const },
    ]),
  ],
});
