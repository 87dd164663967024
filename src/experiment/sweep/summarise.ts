import { pathText } from '../../language/index.ts';
import type { Estimate } from '../result/index.ts';
import { byName } from '../summary/by-name.ts';
import { VERSION } from '../version.ts';
import { batchedEstimate, minus } from './batched.ts';
import { kindOf, MEASURES, unitOf } from './measures.ts';
import { aimsOf, paretoFront, worthOf } from './pareto.ts';
import type { SweepPlan } from './plan.ts';
import type { UnitRecord } from './record.ts';
import type { SweepPoint, SweepResult } from './result.ts';
import type { MeasureName } from './row.ts';
import { sensitivities } from './sensitivity.ts';

type Figures = Readonly<Record<MeasureName, Estimate>>;

interface Run {
  /** From 0. */
  readonly point: number;
  readonly record: UnitRecord;
  readonly figures: Figures;
}

/**
 * The result of a sweep from what its distinct scenarios came to, in whatever order and wherever they were run.
 * @param pareto measures of the front, from {@link aimsOf}
 */
export function summariseSweep(
  plan: SweepPlan,
  records: ReadonlyMap<number, UnitRecord>,
  pareto?: readonly string[],
): SweepResult {
  const { scenario, origin, options, parameters, points } = plan;
  const runs = runsOf(plan, records);
  const whole: Whole = { plan, base: records.get(plan.base.unit), firsts: firstsOf(plan) };
  const measures = measuresOf(runs);
  const aims = aimsOf(pareto, measures);
  const chosen = 'unknown' in aims ? [] : aims;
  const front = paretoFront(
    runs.map(({ figures }) => chosen.map((aim) => worthOf(aim, (name) => figures[name]?.mean ?? null))),
  );
  return {
    hasim: VERSION,
    id: plan.id,
    scenario: { name: scenario.name, ...origin },
    seed: options.seed,
    runs: options.runs,
    yearsPerRun: options.years,
    currency: scenario.currency ?? null,
    units: byName(measures.map((name) => [name, unitOf(name)])),
    design: {
      kind: options.sample === undefined ? 'grid' : 'sample',
      points: points.length,
      distinct: new Set(points.map(({ unit }) => unit)).size,
      run: new Set(runs.map(({ record }) => record.unit)).size,
    },
    parameters: parameters.map(({ name, path, levels, range }) => ({
      name,
      path: pathText(path),
      values:
        range === undefined
          ? levels.map(({ text }) => text)
          : [range.low, range.high].map((end) => `${end}${range.unit}`),
      range: range !== undefined,
      log: range?.log ?? false,
    })),
    base: {
      point: plan.base.point === undefined ? null : plan.base.point + 1,
      measures: records.get(plan.base.unit)?.figures ?? {},
    },
    pareto: {
      measures: chosen.map(({ name }) => name),
      points: runs.flatMap(({ point }, i) => (front[i] ? [point + 1] : [])),
    },
    sensitivity: sensitivities({
      parameters,
      points: runs.map(({ point, record }) => ({ settings: points[point]!.settings, record })),
      measures,
      runs: options.runs,
    }),
    points: runs.map((run, i) => pointOf(run, front[i]!, whole)),
    assumptions: scenario.assumptions,
  };
}

const runsOf = ({ points }: SweepPlan, records: ReadonlyMap<number, UnitRecord>): Run[] =>
  points.flatMap(({ unit }, point) => {
    const record = records.get(unit);
    return record === undefined ? [] : [{ point, record, figures: record.figures }];
  });

const firstsOf = ({ points }: SweepPlan): Map<number, number> =>
  new Map([...points.entries()].reverse().map(([point, { unit }]) => [unit, point]));

/** Every measure that a point has, in one order everywhere: by kind, then by workload. */
function measuresOf(runs: readonly Run[]): MeasureName[] {
  const names = [...new Set(runs.flatMap(({ figures }) => Object.keys(figures)))];
  const kinds = Object.keys(MEASURES);
  return kinds.flatMap((kind) => names.filter((name) => kindOf(name) === kind));
}

interface Whole {
  readonly plan: SweepPlan;
  readonly base: UnitRecord | undefined;
  /** The first point of each unit. */
  readonly firsts: ReadonlyMap<number, number>;
}

function pointOf({ point, record, figures }: Run, front: boolean, { plan, base, firsts }: Whole): SweepPoint {
  const { settings, unit } = plan.points[point]!;
  const first = firsts.get(unit)!;
  return {
    point: point + 1,
    settings: byName(plan.parameters.map(({ name }, p) => [name, settings[p]!.text] as const)),
    ...(first < point ? { sameAs: first + 1 } : {}),
    measures: figures,
    differences: base === undefined ? {} : differencesOf(record, base, plan.options.runs),
    traceHash: record.traceHash,
    front,
  };
}

/** Of workloads that both have. */
const differencesOf = (own: UnitRecord, base: UnitRecord, runs: number): Figures =>
  byName(
    Object.entries(own.rows).flatMap(([name, values]) => {
      const reference = base.rows[name];
      return reference === undefined ? [] : [[name, batchedEstimate(minus(values, reference), runs)] as const];
    }),
  );
