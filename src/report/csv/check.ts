import type { Change, CheckResult, DrillChange, JudgedObjective, WorkloadChange } from '../../experiment/index.ts';
import type { CsvTable } from './tables.ts';
import { type CsvColumn, csvText } from './text.ts';
import { inCurrency } from './units.ts';

/** The tables of a check: its objectives, and what has changed since a baseline; of each line its unit. Shares are from 0 to 1. */
export const checkTables = ({ objectives }: CheckResult, change: Change | undefined): CsvTable[] => [
  { file: 'objectives.csv', content: csvText(objectives, OBJECTIVE) },
  ...(change === undefined ? [] : [{ file: 'change.csv', content: csvText(changesOf(change), CHANGED) }]),
];

const OBJECTIVE: readonly CsvColumn<JudgedObjective>[] = [
  { name: 'objective', of: ({ objective }) => objective },
  { name: 'workload', of: ({ workload }) => workload },
  { name: 'scope', of: ({ scope }) => scope },
  { name: 'domain', of: ({ domain }) => domain },
  { name: 'unit', of: (row) => (row.unit === 'currency' ? inCurrency(row.currency) : row.unit) },
  { name: 'target', of: ({ target }) => target },
  { name: 'measured', of: ({ measured }) => measured },
  { name: 'unmeasured', of: ({ unmeasured }) => unmeasured ?? null },
  { name: 'low', of: ({ low }) => low },
  { name: 'high', of: ({ high }) => high },
  { name: 'verdict', of: ({ verdict }) => verdict },
];

/** One thing that has changed. */
interface Changed {
  readonly what: string;
  readonly of: string;
  readonly about: string;
  readonly unit: string | null;
  readonly before: string | number | null;
  readonly 'before low': number | null;
  readonly 'before high': number | null;
  readonly after: string | number | null;
  readonly 'after low': number | null;
  readonly 'after high': number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const CHANGED: readonly CsvColumn<Changed>[] = (
  [
    'what',
    'of',
    'about',
    'unit',
    'before',
    'before low',
    'before high',
    'after',
    'after low',
    'after high',
    'difference',
    'low',
    'high',
  ] as const
).map((name) => ({ name, of: (row) => row[name] }));

const UNBOUNDED = { 'before low': null, 'before high': null, 'after low': null, 'after high': null };
const UNKNOWN = { ...UNBOUNDED, difference: null, low: null, high: null };

const bounds = ({ before, after }: WorkloadChange['intervals']): Pick<Changed, keyof typeof UNBOUNDED> => ({
  'before low': before.low,
  'before high': before.high,
  'after low': after.low,
  'after high': after.high,
});

const changesOf = ({ workloads, tiers, objectives, drills }: Change): Changed[] => [
  ...workloads.map(ofWorkload),
  ...tiers.map(({ scope, before, after }) => ({
    ...UNKNOWN,
    what: 'tier',
    of: '',
    about: scope,
    unit: 'tier',
    before,
    after,
    difference: after - before,
  })),
  ...objectives.map(({ objective, workload, scope, before, after }) => ({
    ...UNKNOWN,
    what: `verdict of ${objective}`,
    of: workload ?? '',
    about: scope ?? '',
    unit: null,
    before,
    after,
  })),
  ...drills.map(ofDrill),
];

const ofWorkload = ({ workload: of, before, after, intervals, difference }: WorkloadChange): Changed => ({
  ...bounds(intervals),
  what: 'downtime',
  of,
  about: '',
  unit: 'min/year',
  before,
  after,
  difference: difference.mean,
  low: difference.low,
  high: difference.high,
});

const WHAT: Readonly<Record<DrillChange['what'], Pick<Changed, 'what' | 'unit'>>> = {
  rto: { what: 'rto p95', unit: 'seconds' },
  rpo: { what: 'rpo p95', unit: 'seconds' },
  failed: { what: 'not back', unit: 'share' },
};

const ofDrill = ({ class: faultClass, domain, fault, what, of, before, after, ...bounded }: DrillChange): Changed => ({
  ...bounds(bounded.intervals),
  ...WHAT[what],
  of,
  about: `${faultClass}:${domain} ${fault}`,
  before,
  after,
  difference: bounded.difference.mean,
  low: bounded.difference.low,
  high: bounded.difference.high,
});
