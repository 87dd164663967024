import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import {
  bandwidth,
  choice,
  defineKind,
  type FaultSpec,
  law,
  meaning,
  type Notebook,
  positiveDuration,
  positiveNumber,
  rate,
  size,
  taskShape,
} from '../../language/index.ts';
import type { Law } from '../../random/index.ts';
import { DTS_CLASSES, type DtsClass } from './classes.ts';
import { DTS_DEFAULTS, DTS_FAULTS, DTS_FAULTS_ON_REQUEST } from './defaults.ts';
import { checkEnds } from './ends.ts';

export { DTS_CLASSES, type DtsClass } from './classes.ts';

/** A task that carries the writes of one store to another, asynchronously. */
export interface DtsSpec {
  readonly kind: 'dts';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly class: DtsClass;
  /** What the class carries, rows a second. */
  readonly rowsPerSecond: number;
  /** Rows that one write of a workload changes, above 0. */
  readonly rowsPerWrite: number;
  /** Bytes on the line that one row takes: the bandwidth of the way limits what is carried. */
  readonly bytesPerRow: number;
  /** Lag without a backlog, within one place. */
  readonly lag: Law;
  /** A task that has stood still for longer is begun anew with a copy of everything. */
  readonly resumable: Us;
  /** Bytes a second of such a copy at the most. */
  readonly copySpeed: number;
  /** Follows whichever end takes the writes, and brings over what the other had taken alone. */
  readonly twoWay: boolean;
  readonly faults: readonly FaultSpec[];
}

const shape = {
  class: choice(DTS_CLASSES).optional(),
  'max-rows': rate.optional(),
  'rows-per-write': positiveNumber.optional(),
  'bytes-per-row': size.optional(),
  resumable: positiveDuration.optional(),
  'copy-speed': bandwidth.optional(),
  'two-way': z.boolean().optional(),
};
const input = z.strictObject({
  ...taskShape('dts'),
  ...meaning(shape, {
    class: 'the size bought; it gives `max-rows`',
    'max-rows': 'rows a second that it carries at the most',
    'rows-per-write': 'rows that one write changes',
    'bytes-per-row': 'bytes on the line that one row takes',
    resumable: 'after standing still for longer everything is copied anew',
    'copy-speed': 'bytes a second of such a copy at the most',
    'two-way': 'whether it turns by itself after a promotion, and brings over what the old primary had taken alone',
  }),
});
type Input = z.output<typeof input>;

function resolve(taskName: string, given: Input, faults: readonly FaultSpec[], notes: Notebook): DtsSpec {
  const taskClass = notes.filling(DTS_DEFAULTS.medium)('class', given.class, choice(DTS_CLASSES));
  const fill = notes.filling(DTS_DEFAULTS[taskClass]);
  return {
    kind: 'dts',
    name: taskName,
    from: given.from,
    to: given.to,
    class: taskClass,
    rowsPerSecond: fill('max-rows', given['max-rows'], rate),
    rowsPerWrite: fill('rows-per-write', given['rows-per-write'], positiveNumber),
    bytesPerRow: fill('bytes-per-row', given['bytes-per-row'], size),
    lag: fill('lag', given.lag, law),
    resumable: fill('resumable', given.resumable, positiveDuration),
    copySpeed: fill('copy-speed', given['copy-speed'], bandwidth),
    twoWay: given['two-way'] ?? false,
    faults,
  };
}

export const dtsKind = defineKind<Input, DtsSpec>({
  kind: 'dts',
  alsoCalled: ['dms', 'replication', 'cdc'],
  traits: ['replication'],
  input,
  catalogue: DTS_FAULTS,
  onRequest: DTS_FAULTS_ON_REQUEST,
  resolve,
  carries: (spec) => ({
    from: spec.from,
    to: spec.to,
    check: (from, to, notes) => checkEnds(spec, from, to, notes),
  }),
  references: ({ from, to }) => [
    { path: ['from'], name: from, to: 'database' },
    { path: ['to'], name: to, to: 'database' },
  ],
});
