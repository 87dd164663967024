import type { Collected } from '../../measures/index.ts';
import { compileScenario, type Model, type Scenario } from '../../scenario/index.ts';
import type { ReplicationFigures } from '../replication-figures.ts';
import type { Estimate, Spread } from '../result/index.ts';
import { byName } from '../summary/by-name.ts';
import { COST_YEARS, isPriced, paid } from '../summary/cost.ts';
import { MINUTES_PER_YEAR, US_PER_YEAR } from '../summary/estimates.ts';
import { summariseStore } from '../summary/stores.ts';
import { summariseWorkload } from '../summary/workloads.ts';
import { batchedMean } from './batched.ts';
import type { MeasureName, Row } from './row.ts';

/** What sorts of measure there are, and which way is better. */
export const MEASURES = {
  downtime: 'less',
  availability: 'more',
  incidents: 'less',
  planned: 'less',
  rto: 'less',
  rpo: 'less',
  'writes-lost': 'less',
  'split-brain': 'less',
  cost: 'less',
  'downtime-cost': 'less',
} as const;
export type MeasureKind = keyof typeof MEASURES;

/** In what each is told: shares from 0 to 1, times in seconds; amounts in the currency of the scenario, if it states one. */
const UNITS: Readonly<Record<MeasureKind, string>> = {
  downtime: 'min/year',
  availability: 'share',
  incidents: 'incidents/year',
  planned: 'min/year',
  rto: 'seconds',
  rpo: 'seconds',
  'writes-lost': 'writes/year',
  'split-brain': 'min/year',
  cost: 'currency',
  'downtime-cost': 'currency/year',
};

export const kindOf = (name: MeasureName): string => name.split(':', 1)[0]!;
export const unitOf = (name: MeasureName): string => UNITS[kindOf(name) as MeasureKind];
export const isKind = (word: string): word is MeasureKind => Object.hasOwn(MEASURES, word);

export interface RowOptions {
  readonly scenario: Scenario;
  readonly hasStores: boolean;
  /** Length of one replication. */
  readonly years: number;
}

/** Measures that are means over replications, of one replication; every one in the unit of its estimate. */
export function rowOf(figures: ReplicationFigures, { scenario, hasStores, years }: RowOptions): Row {
  const workloads = [...figures.workloads].flatMap(
    ([name, { unserved, down, planned, incidents }]): Row => [
      [`downtime:${name}`, down * MINUTES_PER_YEAR],
      [`availability:${name}`, 1 - unserved],
      [`incidents:${name}`, incidents * US_PER_YEAR],
      [`planned:${name}`, planned * MINUTES_PER_YEAR],
    ],
  );
  return [
    ...workloads,
    ...(hasStores ? dataRow(figures, years) : []),
    ...(saysCosts(scenario) ? [['downtime-cost', figures.downtimeCost] as const] : []),
  ];
}

const dataRow = ({ writesLost, splitTime }: ReplicationFigures, years: number): Row => [
  ['writes-lost', writesLost / years],
  ['split-brain', splitTime / 60e6 / years],
];

const saysCosts = ({ workloads }: Scenario): boolean =>
  workloads.some(({ downtimeCosts }) => downtimeCosts !== undefined);

export interface RunFindings {
  readonly model: Model;
  readonly collected: Collected;
  readonly yearsPerRun: number;
  readonly rows: Readonly<Record<MeasureName, readonly number[]>>;
}

/** Every measure of a scenario that has been run, with its interval. */
export function figuresOfRun({
  model,
  collected,
  yearsPerRun,
  rows,
}: RunFindings): Readonly<Record<MeasureName, Estimate>> {
  const { scenario } = model;
  const runs = collected.replications;
  const years = runs * yearsPerRun;
  const mean = (name: MeasureName): (readonly [MeasureName, Estimate])[] =>
    rows[name] === undefined ? [] : [[name, batchedMean(rows[name], runs, years)]];
  const workloads = scenario.workloads.map((spec, i) => {
    const result = summariseWorkload({ spec, collected: collected.workloads[i]!, years, runs, model });
    return [spec.name, result] as const;
  });
  const losses = model.world.stores.names.flatMap((of, i) =>
    summariseStore(model, of, collected.stores[i]!, { years, runs }).rpoSeconds.map((row) => ({ ...row, of })),
  );
  return byName([
    ...workloads.flatMap(([name, result]) => [
      [`downtime:${name}`, result.downtimeMinutesPerYear] as const,
      [`availability:${name}`, result.availability.requests] as const,
      [`incidents:${name}`, result.incidentsPerYear] as const,
      [`planned:${name}`, scaled(result.availability.planned, MINUTES_PER_YEAR)] as const,
      [`rto:${name}`, worst(result.rtoSeconds)] as const,
    ]),
    ...(model.world.stores.names.length === 0 ? [] : [['rpo', worst(losses)] as const]),
    ...['writes-lost', 'split-brain', 'downtime-cost'].flatMap(mean),
    ...fixedFigures(scenario),
  ]);
}

const scaled = ({ mean, low, high, note }: Estimate, by: number): Estimate => {
  const at = (x: number | null): number | null => (x === null ? null : x * by);
  return { mean: at(mean), low: at(low), high: at(high), ...(note === undefined ? {} : { note }) };
};

/** The 95 % quantile of the worst class and domain, bounds 95 % sure each, as if recoveries were independent of each other. */
function worst(
  rows: readonly (Spread & { readonly class: string; readonly domain: string; readonly of?: string })[],
): Estimate {
  const [first] = rows
    .filter(({ count }) => count > 0)
    .sort((a, b) => (b.p95 ?? Number.POSITIVE_INFINITY) - (a.p95 ?? Number.POSITIVE_INFINITY));
  if (first === undefined) return { mean: null, low: null, high: null, note: 'no recovery was seen' };
  const of = first.of === undefined ? '' : `${first.of}, `;
  const note = `p95 of ${of}${first.class} ${first.domain}, ${first.count} seen`;
  return { mean: first.p95, low: first.p95Low, high: first.p95High, note };
}

/** What is known of a scenario without running it. */
function fixedFigures(scenario: Scenario): (readonly [MeasureName, Estimate])[] {
  if (!isPriced(scenario)) return [];
  const amount = paid(scenario);
  return [['cost', { mean: amount, low: amount, high: amount, note: `over ${COST_YEARS} years, without downtime` }]];
}

/** The measures that a run of a scenario gives, in no order. */
export function measuresIn(scenario: Scenario): readonly MeasureName[] {
  const hasStores = compileScenario(scenario, { brief: true }).world.stores.names.length > 0;
  const ofWorkload = ['downtime', 'availability', 'incidents', 'planned', 'rto'];
  return [
    ...scenario.workloads.flatMap(({ name }) => ofWorkload.map((kind) => `${kind}:${name}`)),
    ...(hasStores ? ['rpo', 'writes-lost', 'split-brain'] : []),
    ...(saysCosts(scenario) ? ['downtime-cost'] : []),
    ...(isPriced(scenario) ? ['cost'] : []),
  ];
}
