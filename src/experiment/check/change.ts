import { meanInterval } from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate } from '../result.ts';
import type { Baseline } from './baseline.ts';
import type { CheckedDrill, CheckedWorkload } from './measured.ts';
import type { CheckResult } from './result.ts';

/** What differs in how two results were made: figures then differ by chance too. */
export const CONDITIONS = ['seed', 'runs', 'yearsPerRun', 'times', 'lostForSeconds', 'hasim'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Minutes of downtime a year. */
export interface WorkloadChange {
  readonly workload: string;
  readonly before: number;
  readonly after: number;
  /** With an interval where both were made of the same replications. */
  readonly difference: Estimate;
}

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
    workloads: workloadsOf(baseline, result, isPaired(differs)),
    drills: drillsOf(baseline.measured?.drills ?? baseline.rows ?? [], result.measured.drills),
    tiers: tiersOf(baseline, result),
    objectives: objectivesOf(baseline, result),
  };
}

const isPaired = (differs: readonly Condition[]): boolean =>
  !differs.some((key) => key === 'seed' || key === 'runs' || key === 'yearsPerRun');

function workloadsOf(baseline: Baseline, { measured }: CheckResult, paired: boolean): WorkloadChange[] {
  const known = new Map(Object.entries(baseline.measured?.workloads ?? baseline.workloads ?? {}));
  return Object.entries(measured.workloads).flatMap(([workload, now]) => {
    const then = known.get(workload);
    if (then === undefined) return [];
    const before = then.downtimeMinutesPerYear.mean ?? 0;
    const after = now.downtimeMinutesPerYear.mean ?? 0;
    const bounds = paired ? boundsOf(then.minutesByBlock, now) : { low: null, high: null };
    return [{ workload, before, after, difference: { mean: after - before, ...bounds } }];
  });
}

/** By the differences of the blocks: the same replications stand in them. */
function boundsOf(then: readonly number[] | undefined, now: CheckedWorkload): Pick<Estimate, 'low' | 'high'> {
  if (then === undefined || then.length !== now.minutesByBlock.length) return { low: null, high: null };
  const { low, high } = meanInterval(
    now.minutesByBlock.map((minutes, i) => minutes - then[i]!),
    CONFIDENCE,
  );
  return { low, high };
}

type Figures = ReadonlyMap<string, DrillChange>;

/** Smaller changes than this share are told by nobody. */
const WORTH = 0.05;

function drillsOf(before: readonly CheckedDrill[], after: readonly CheckedDrill[]): DrillChange[] {
  const then = figuresOf(before);
  return [...figuresOf(after)]
    .flatMap(([key, now]) => {
      const was = then.get(key);
      return was === undefined ? [] : [{ ...now, before: was.after }];
    })
    .filter((one) => weight(one) > WORTH)
    .sort((a, b) => weight(b) - weight(a));
}

/** Every figure of some drills by a name of its own. */
function figuresOf(drills: readonly CheckedDrill[]): Figures {
  const figures = drills.flatMap(({ class: faultClass, domain, fault, workloads, stores }) => {
    const common = { class: faultClass, domain, fault, before: null };
    return [
      ...workloads.flatMap(({ workload: of, failed, rtoSeconds }) => [
        { ...common, what: 'failed' as const, of, after: failed.share },
        { ...common, what: 'rto' as const, of, after: rtoSeconds.p95 },
      ]),
      ...stores.map(({ store: of, rpoSeconds }) => ({ ...common, what: 'rpo' as const, of, after: rpoSeconds.p95 })),
    ];
  });
  return new Map(figures.map((one) => [JSON.stringify([one.class, one.domain, one.fault, one.what, one.of]), one]));
}

/** How much a figure has changed: a failure weighs more than any time. A time that appears or goes does so with a failure. */
function weight({ what, before, after }: DrillChange): number {
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
