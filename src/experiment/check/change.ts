import type { Baseline } from './baseline.ts';
import { downtimeChanges, type WorkloadChange } from './downtime-change.ts';
import { type DrillChange, drillChanges } from './drill-change.ts';
import type { CheckResult } from './result.ts';

/** What differs in how two results were made: figures then differ by chance too. */
export const CONDITIONS = ['seed', 'runs', 'yearsPerRun', 'times', 'lostForSeconds', 'hasim'] as const;
export type Condition = (typeof CONDITIONS)[number];

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
    drills: drillChanges(
      baseline.measured?.drills ?? baseline.rows ?? [],
      result.measured.drills,
      differs.includes('seed') || differs.includes('times') ? undefined : result.times,
    ),
    tiers: tiersOf(baseline, result),
    objectives: objectivesOf(baseline, result),
  };
}

const isPaired = (differs: readonly Condition[]): boolean =>
  !differs.some((key) => key === 'seed' || key === 'runs' || key === 'yearsPerRun');

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
