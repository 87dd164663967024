import * as z from 'zod';
import {
  bandwidth,
  defineKind,
  type FaultSpec,
  law,
  meaning,
  type Notebook,
  rate,
  size,
  taskShape,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { OSS_REPLICATION_DEFAULTS, OSS_REPLICATION_FAULTS } from './defaults.ts';

/** Carries new objects of one object store to another, asynchronously; both take writes. */
export interface OssReplicationSpec {
  readonly kind: 'oss-replication';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** How old the oldest object is that has not arrived, without a backlog. */
  readonly lag: Law;
  /** Bytes of one write. */
  readonly bytesPerWrite: number;
  /** Bytes a second at the most. */
  readonly throughput: number;
  /** Writes a second at the most. */
  readonly maxWrites: number;
  /** Whether what is deleted at the source is deleted at the target too. */
  readonly deletions: boolean;
  /** A source that has been lost for so long is given up: the copy is what is left. */
  readonly givenUp: Law;
  readonly faults: readonly FaultSpec[];
}

const shape = {
  rtc: z.boolean().optional(),
  'bytes-per-write': size.optional(),
  throughput: bandwidth.optional(),
  'max-writes': rate.optional(),
  deletions: z.boolean().optional(),
  'given-up': law.optional(),
};
const input = z.strictObject({
  ...taskShape('oss-replication'),
  ...meaning(shape, {
    rtc: 'whether replication time control is bought, which gives `lag`',
    'bytes-per-write': 'bytes that one write carries',
    throughput: 'bytes a second at the most',
    'max-writes': 'writes a second at the most',
    deletions:
      'whether what is deleted at the source is deleted at the target too (Add/Delete/Change), or not (Add/Change)',
    'given-up': 'a source that has been lost for so long is given up: its copy is what is left',
  }),
});
type Input = z.output<typeof input>;

function resolve(taskName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): OssReplicationSpec {
  if (given.from === given.to) {
    notes.error('replicates-to-itself', 'a store cannot replicate to itself', {
      path: ['to'],
      expected: 'another object store',
    });
  }
  const fill = notes.filling(OSS_REPLICATION_DEFAULTS[given.rtc === true ? 'rtc' : 'usual']);
  return {
    kind: 'oss-replication',
    name: taskName,
    from: given.from,
    to: given.to,
    lag: fill('lag', given.lag, law),
    bytesPerWrite: fill('bytes-per-write', given['bytes-per-write'], size),
    throughput: fill('throughput', given.throughput, bandwidth),
    maxWrites: fill('max-writes', given['max-writes'], rate),
    deletions: fill('deletions', given.deletions, z.boolean()),
    givenUp: fill('given-up', given['given-up'], law),
    faults,
  };
}

export const ossReplicationKind = defineKind<Input, OssReplicationSpec>({
  kind: 'oss-replication',
  alsoCalled: ['s3-replication', 'cross-region-replication', 'crr'],
  traits: [],
  input,
  catalogue: OSS_REPLICATION_FAULTS,
  resolve,
  instances: () => 0,
  sla: () => ({ sla: null, source: 'not on the path of requests' }),
  references: ({ from, to }) => [
    { path: ['from'], name: from, to: 'objects' },
    { path: ['to'], name: to, to: 'objects' },
  ],
});
