import { sortedEntries } from '../../base/index.ts';
import {
  type Cause,
  type ComparisonResult,
  type DrillPoint,
  type DrillResult,
  type DrillRow,
  type DrillStore,
  type DrillWorkload,
  PHASES,
  type RecoveryByClass,
  type Result,
  type RpoByClass,
  type WorkloadResult,
} from '../../experiment/index.ts';
import { bounded, estimate, spread } from './columns.ts';
import { type CsvColumn, csvText } from './text.ts';

/** A table as a file. */
export interface CsvTable {
  readonly file: string;
  readonly content: string;
}

/** The tables of a run: workloads, causes, recoveries. The unit of a figure ends its head; shares are from 0 to 1. */
export const runTables = ({ workloads, stores }: Result): CsvTable[] => [
  { file: 'workloads.csv', content: csvText(sortedEntries(workloads), WORKLOAD) },
  { file: 'causes.csv', content: csvText(causesOf(workloads), CAUSE) },
  { file: 'recoveries.csv', content: csvText([...timesOf(workloads), ...pointsOf(stores)], RECOVERY) },
];

/** The tables of drills: a line a fault and workload, and a line a fault and store, of what was left behind and of all that users are served from. */
export const drillTables = ({ rows }: DrillResult): CsvTable[] => [
  {
    file: 'drills.csv',
    content: csvText(
      rows.flatMap((row) => row.workloads.map((of) => ({ row, of }))),
      DRILL,
    ),
  },
  {
    file: 'drills-data.csv',
    content: csvText(
      rows.flatMap((row) => row.stores.map((of) => ({ row, of }))),
      DRILL_DATA,
    ),
  },
  {
    file: 'drills-points.csv',
    content: csvText(
      rows.flatMap((row) => row.points.map((of) => ({ row, of }))),
      DRILL_POINTS,
    ),
  },
];

type Named = readonly [name: string, workload: WorkloadResult];

const WORKLOAD: readonly CsvColumn<Named>[] = [
  { name: 'workload', of: ([name]) => name },
  ...estimate<Named>('availability by requests share', ([, { availability }]) => availability.requests),
  ...estimate<Named>('availability by time share', ([, { availability }]) => availability.time),
  ...estimate<Named>('downtime min/year', ([, { downtimeMinutesPerYear }]) => downtimeMinutesPerYear),
  ...estimate<Named>('incidents/year', ([, { incidentsPerYear }]) => incidentsPerYear),
  ...bounded<Named>(
    'blips/year',
    ([, { blipsPerYear }]) => blipsPerYear,
    ([, { intervals }]) => intervals.blipsPerYear,
  ),
  ...[...PHASES, 'flap' as const].flatMap((phase) =>
    bounded<Named>(
      `${phase} min/year`,
      ([, { phases }]) => phases[phase],
      ([, { intervals }]) => intervals.phases[phase],
    ),
  ),
];

/** The workloads of every scenario of a comparison, under one head. */
export function comparisonCsv({ scenarios }: ComparisonResult): string {
  const rows = scenarios.flatMap(({ scenario: { name }, workloads }) =>
    sortedEntries(workloads).map((workload) => ({ scenario: name, workload })),
  );
  return csvText(rows, [
    { name: 'scenario', of: ({ scenario }) => scenario },
    ...WORKLOAD.map(({ name, of }) => ({ name, of: ({ workload }: (typeof rows)[number]) => of(workload) })),
  ]);
}

interface NamedCause {
  readonly workload: string;
  readonly cause: Cause;
}

const causesOf = (workloads: Result['workloads']): NamedCause[] =>
  sortedEntries(workloads).flatMap(([workload, { causes }]) => causes.map((cause) => ({ workload, cause })));

const CAUSE: readonly CsvColumn<NamedCause>[] = [
  { name: 'workload', of: ({ workload }) => workload },
  { name: 'trigger', of: ({ cause }) => cause.trigger },
  { name: 'broken', of: ({ cause }) => cause.combination.join(' + ') },
  ...bounded<NamedCause>(
    'downtime min/year',
    ({ cause }) => cause.minutesPerYear,
    ({ cause }) => cause.intervals.minutesPerYear,
  ),
  ...bounded<NamedCause>(
    'downtime share',
    ({ cause }) => cause.share,
    ({ cause }) => cause.intervals.share,
  ),
  ...bounded<NamedCause>(
    'incidents/year',
    ({ cause }) => cause.incidentsPerYear,
    ({ cause }) => cause.intervals.incidentsPerYear,
  ),
  { name: 'cut', of: ({ cause }) => cause.cut },
  ...PHASES.flatMap((phase) =>
    bounded<NamedCause>(
      `${phase} min/year`,
      ({ cause }) => cause.phases[phase] ?? null,
      ({ cause }) => cause.intervals.phases[phase],
    ),
  ),
];

interface Recovery {
  readonly measure: 'rto' | 'rpo';
  readonly of: string;
  readonly row: RpoByClass & Partial<RecoveryByClass>;
}

const timesOf = (workloads: Result['workloads']): Recovery[] =>
  sortedEntries(workloads).flatMap(([of, { rtoSeconds }]) =>
    rtoSeconds.map((row) => ({ measure: 'rto' as const, of, row })),
  );

const pointsOf = (stores: Result['stores']): Recovery[] =>
  sortedEntries(stores).flatMap(([of, { rpoSeconds }]) =>
    rpoSeconds.map((row) => ({ measure: 'rpo' as const, of, row })),
  );

const RECOVERY: readonly CsvColumn<Recovery>[] = [
  { name: 'measure', of: ({ measure }) => measure },
  { name: 'of', of: ({ of }) => of },
  { name: 'class', of: ({ row }) => row.class },
  { name: 'domain', of: ({ row }) => row.domain },
  { name: 'count', of: ({ row }) => row.count },
  ...spread<Recovery>('', ({ row }) => row),
  { name: 'censored', of: ({ row }) => row.censored },
  { name: 'left behind', of: ({ row }) => row.leftBehind },
];

interface Drilled<Of> {
  readonly row: DrillRow;
  readonly of: Of;
}

const injected = <Of>(): CsvColumn<Drilled<Of>>[] => [
  { name: 'class', of: ({ row }) => row.class },
  { name: 'domain', of: ({ row }) => row.domain },
  { name: 'fault', of: ({ row }) => row.fault },
  { name: 'times', of: ({ row }) => row.times },
];

const DRILL: readonly CsvColumn<Drilled<DrillWorkload>>[] = [
  ...injected<DrillWorkload>(),
  ...bounded<Drilled<DrillWorkload>>(
    'failed share',
    ({ row }) => row.failed.share,
    ({ row }) => row.failed,
  ),
  { name: 'workload', of: ({ of }) => of.workload },
  ...bounded<Drilled<DrillWorkload>>(
    'masked drills',
    ({ of }) => of.masked,
    ({ of }) => of.intervals.masked,
  ),
  ...bounded<Drilled<DrillWorkload>>(
    'not back share',
    ({ of }) => of.failed.share,
    ({ of }) => of.failed,
  ),
  { name: 'served at worst share', of: ({ of }) => of.servedAtWorst },
  ...bounded<Drilled<DrillWorkload>>(
    'served typically share',
    ({ of }) => of.servedTypically,
    ({ of }) => of.intervals.servedTypically,
  ),
  ...spread<Drilled<DrillWorkload>>('rto ', ({ of }) => of.rtoSeconds),
  ...(['people', 'automation', 'itself'] as const).flatMap((who) =>
    bounded<Drilled<DrillWorkload>>(
      `by ${who} drills`,
      ({ of }) => of.recoveredBy[who],
      ({ of }) => of.intervals.recoveredBy[who],
    ),
  ),
];

/** Writes a drill. */
const DRILL_WRITES = [
  ['lost writes/drill', 'writesLost'],
  ['left writes/drill', 'orphaned'],
  ['good thrown away writes/drill', 'discarded'],
] as const;

/** Drills of so many. */
const DRILL_COUNTS = [
  ['clean drills', 'clean'],
  ['lost for good drills', 'lostForGood'],
  ['left wrong drills', 'leftWrong'],
] as const;

const DRILL_DATA: readonly CsvColumn<Drilled<DrillStore>>[] = [
  ...injected<DrillStore>(),
  { name: 'store', of: ({ of }) => of.store },
  { name: 'count', of: ({ of }) => of.rpoSeconds.count },
  ...spread<Drilled<DrillStore>>('rpo ', ({ of }) => of.rpoSeconds),
  ...DRILL_WRITES.flatMap(([name, what]) =>
    bounded<Drilled<DrillStore>>(
      name,
      ({ of }) => of[what],
      ({ of }) => of.intervals[what],
    ),
  ),
  ...DRILL_COUNTS.flatMap(([name, what]) =>
    bounded<Drilled<DrillStore>>(
      name,
      ({ of }) => of[what],
      ({ of }) => of.intervals[what],
    ),
  ),
];

/** Drills of so many. */
const POINT_COUNTS = [
  ['whole drills', 'itself'],
  ['lost drills', 'lost'],
  ['left behind drills', 'leftBehind'],
  ['open drills', 'open'],
] as const;

const DRILL_POINTS: readonly CsvColumn<Drilled<DrillPoint>>[] = [
  ...injected<DrillPoint>(),
  { name: 'store', of: ({ of }) => of.store },
  ...POINT_COUNTS.flatMap(([name, what]) =>
    bounded<Drilled<DrillPoint>>(
      name,
      ({ of }) => of[what],
      ({ of }) => of.intervals[what],
    ),
  ),
  ...spread<Drilled<DrillPoint>>('rpo ', ({ of }) => of.rpoSeconds),
];
