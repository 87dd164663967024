import { sortedEntries } from '../../base/index.ts';
import {
  type Bounds,
  type Cause,
  type ComparisonResult,
  type DrillPoint,
  type DrillResult,
  type DrillRow,
  type DrillStore,
  type DrillWorkload,
  type Estimate,
  PHASES,
  type RecoveryByClass,
  type Result,
  type RpoByClass,
  type WorkloadResult,
} from '../../experiment/index.ts';
import { type CsvColumn, csvText } from './text.ts';

/** A table as a file. */
export interface CsvTable {
  readonly file: string;
  readonly content: string;
}

/** The tables of a run: workloads, causes, recoveries. Times in seconds, downtime in minutes a year, shares from 0 to 1. */
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

/** An estimate and the ends of its interval. */
const estimate = <Row>(name: string, of: (row: Row) => Estimate): CsvColumn<Row>[] => [
  { name, of: (row) => of(row).mean },
  { name: `${name} low`, of: (row) => of(row).low },
  { name: `${name} high`, of: (row) => of(row).high },
];

/** A figure and what bounds it. */
const bounded = <Row>(
  name: string,
  of: (row: Row) => number | null,
  bounds: (row: Row) => Bounds | undefined,
): CsvColumn<Row>[] => [
  { name, of },
  { name: `${name} low`, of: (row) => bounds(row)?.low ?? null },
  { name: `${name} high`, of: (row) => bounds(row)?.high ?? null },
];

const WORKLOAD: readonly CsvColumn<Named>[] = [
  { name: 'workload', of: ([name]) => name },
  ...estimate<Named>('availability by requests', ([, { availability }]) => availability.requests),
  ...estimate<Named>('availability by time', ([, { availability }]) => availability.time),
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
    'min/year',
    ({ cause }) => cause.minutesPerYear,
    ({ cause }) => cause.intervals.minutesPerYear,
  ),
  ...bounded<NamedCause>(
    'share',
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
      ({ cause }) => cause.phases[phase] ?? 0,
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

const SPREAD = [
  'mean',
  'meanLow',
  'meanHigh',
  'p50',
  'p50Low',
  'p50High',
  'p95',
  'p95Low',
  'p95High',
  'p99',
  'p99Low',
  'p99High',
  'max',
  'beyondMax',
] as const;

const RECOVERY: readonly CsvColumn<Recovery>[] = [
  { name: 'measure', of: ({ measure }) => measure },
  { name: 'of', of: ({ of }) => of },
  { name: 'class', of: ({ row }) => row.class },
  { name: 'domain', of: ({ row }) => row.domain },
  { name: 'count', of: ({ row }) => row.count },
  ...SPREAD.map((name) => ({ name, of: ({ row }: Recovery) => row[name] })),
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
  { name: 'workload', of: ({ of }) => of.workload },
  ...bounded<Drilled<DrillWorkload>>(
    'masked drills',
    ({ of }) => of.masked,
    ({ of }) => of.intervals.masked,
  ),
  { name: 'not back', of: ({ of }) => of.failed.share },
  { name: 'not back low', of: ({ of }) => of.failed.low },
  { name: 'not back high', of: ({ of }) => of.failed.high },
  { name: 'served at worst', of: ({ of }) => of.servedAtWorst },
  ...bounded<Drilled<DrillWorkload>>(
    'served typically',
    ({ of }) => of.servedTypically,
    ({ of }) => of.intervals.servedTypically,
  ),
  ...SPREAD.map((name) => ({ name: `rto ${name}`, of: ({ of }: Drilled<DrillWorkload>) => of.rtoSeconds[name] })),
  ...(['people', 'automation', 'itself'] as const).flatMap((who) =>
    bounded<Drilled<DrillWorkload>>(
      `by ${who} drills`,
      ({ of }) => of.recoveredBy[who],
      ({ of }) => of.intervals.recoveredBy[who],
    ),
  ),
];

/** Writes a drill, and drills of so many. */
const DRILL_COUNTS = [
  ['writes lost', 'writesLost'],
  ['writes left', 'orphaned'],
  ['good writes thrown away', 'discarded'],
  ['clean drills', 'clean'],
  ['lost for good drills', 'lostForGood'],
  ['left wrong drills', 'leftWrong'],
] as const;

const DRILL_DATA: readonly CsvColumn<Drilled<DrillStore>>[] = [
  ...injected<DrillStore>(),
  { name: 'store', of: ({ of }) => of.store },
  { name: 'count', of: ({ of }) => of.rpoSeconds.count },
  ...SPREAD.map((name) => ({ name: `rpo ${name}`, of: ({ of }: Drilled<DrillStore>) => of.rpoSeconds[name] })),
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
  ...SPREAD.map((name) => ({ name: `rpo ${name}`, of: ({ of }: Drilled<DrillPoint>) => of.rpoSeconds[name] })),
];
