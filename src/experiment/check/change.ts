import type { Bounds } from '../result/index.ts';
import type { Baseline } from './baseline.ts';
import { downtimeChanges, type WorkloadChange } from './downtime-change.ts';
import type { CheckResult } from './result.ts';

/** What differs in how two results were made: figures then differ by chance too. */
export const CONDITIONS = ['seed', 'runs', 'yearsPerRun', 'times', 'lostForSeconds', 'hasim'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A figure of one fault that has changed: seconds, or a share of the drills for `failed`. Null: it had none. */
export interface DrillChange {
  readonly class: string;
  readonly domain: string;
  readonly fault: string;
  readonly what: 'rto' | 'rpo' | 'failed';
  /** The workload or the store. */
  readonly of: string;
  readonly before: number | null;
  readonly after: number | null;
  /** What bounds each of the two: both sides together of a share, each by itself of a p95; 95 % sure. */
  readonly intervals: { readonly before: Bounds; readonly after: Bounds };
}

/** What has become of a scenario since an earlier result. */
export interface Change {
  readonly baseline: { readonly name: string; readonly sha256: string };
  readonly differs: readonly Condition[];
  readonly workloads: readonly WorkloadChange[];
  /** The largest first; what has not changed is not here. */
  readonly drills: readonly DrillChange[];
  readonly tiers: readonly { readonly scope: string; readonly before: number; readonly after: number }[];
  readonly objectives: readonly {
    readonly objective: string;
    readonly workload: string | null;
    readonly scope: string | null;
    readonly before: string;
    readonly after: string;
  }[];
}

/** What a check shows against an earlier result: of all that both have measured. */
export function changeSince(baseline: Baseline, result: CheckResult): Change {
  const differs = CONDITIONS.filter((key) => baseline[key] !== undefined && baseline[key] !== result[key]);
  const { name, sha256 } = baseline.scenario;
  return {
    baseline: { name, sha256 },
    differs,
    workloads: downtimeChanges(baseline, result, isPaired(differs)),
    drills: drillsOf(baseline.measured?.drills ?? baseline.rows ?? [], result.measured.drills),
    tiers: tiersOf(baseline, result),
    objectives: objectivesOf(baseline, result),
  };
}

const isPaired = (differs: readonly Condition[]): boolean =>
  !differs.some((key) => key === 'seed' || key === 'runs' || key === 'yearsPerRun');

type Drilled = NonNullable<Baseline['rows']>[number];

/** A figure of one fault at one of the two times. */
interface Figure extends Pick<DrillChange, 'class' | 'domain' | 'fault' | 'what' | 'of'> {
  readonly value: number | null;
  readonly bounds: Bounds;
}

/** Smaller changes than this share are told by nobody. */
const WORTH = 0.05;

function drillsOf(before: readonly Drilled[], after: readonly Drilled[]): DrillChange[] {
  const then = figuresOf(before);
  return [...figuresOf(after)]
    .flatMap(([key, { value, bounds, ...one }]) => {
      const was = then.get(key);
      return was === undefined
        ? []
        : [{ ...one, before: was.value, after: value, intervals: { before: was.bounds, after: bounds } }];
    })
    .filter((one) => weight(one) > WORTH)
    .sort((a, b) => weight(b) - weight(a));
}

/** Every figure of some drills by a name of its own. */
function figuresOf(drills: readonly Drilled[]): ReadonlyMap<string, Figure> {
  const figures = drills.flatMap(({ class: faultClass, domain, fault, workloads, stores }): Figure[] => {
    const common = { class: faultClass, domain, fault };
    return [
      ...workloads.flatMap(({ workload: of, failed, rtoSeconds }): Figure[] => [
        { ...common, what: 'failed', of, value: failed.share, bounds: bounded(failed.low, failed.high) },
        { ...common, what: 'rto', of, ...timeOf(rtoSeconds) },
      ]),
      ...stores.map(({ store: of, rpoSeconds }): Figure => ({ ...common, what: 'rpo', of, ...timeOf(rpoSeconds) })),
    ];
  });
  return new Map(figures.map((one) => [JSON.stringify([one.class, one.domain, one.fault, one.what, one.of]), one]));
}

const timeOf = ({
  p95,
  p95Low,
  p95High,
}: Drilled['stores'][number]['rpoSeconds']): Pick<Figure, 'value' | 'bounds'> => ({
  value: p95,
  bounds: bounded(p95Low, p95High),
});

/** Documents that were made before bounds were kept have none. */
const bounded = (low: number | null = null, high: number | null = null): Bounds => ({ low, high });

/** How much a figure has changed: a failure weighs more than any time. A time that appears or goes does so with a failure. */
function weight({ what, before, after }: Pick<DrillChange, 'what' | 'before' | 'after'>): number {
  if (before === null || after === null) return 0;
  const by = Math.abs(after - before);
  return what === 'failed' ? by * 100 : by / Math.max(before, after, 1);
}

function tiersOf({ standard }: Baseline, result: CheckResult): Change['tiers'] {
  const then = new Map(standard?.tiers.map(({ scope, tier }) => [scope, tier]));
  return (result.standard?.tiers ?? []).flatMap(({ scope, tier: after }) => {
    const before = then.get(scope);
    return before === undefined || before === after ? [] : [{ scope, before, after }];
  });
}

/** What an objective is about; the worst domain may be another one now. */
const aboutOf = ({
  objective,
  workload,
  scope,
}: Pick<Change['objectives'][number], 'objective' | 'workload' | 'scope'>) =>
  JSON.stringify([objective, objective === 'availability' ? workload : null, scope]);

function objectivesOf(baseline: Baseline, { objectives }: CheckResult): Change['objectives'] {
  const then = new Map((baseline.objectives ?? []).map((one) => [aboutOf(one), one.verdict]));
  return objectives.flatMap(({ objective, workload, scope, verdict: after }) => {
    const before = then.get(aboutOf({ objective, workload, scope }));
    return before === undefined || before === after ? [] : [{ objective, workload, scope, before, after }];
  });
}
