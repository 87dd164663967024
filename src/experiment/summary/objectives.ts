import { toSeconds } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Estimate, ObjectiveResult, ObjectiveVerdict, WorkloadResult } from '../result.ts';

type Objective = Scenario['objectives'][number];

/** Judges what a run can judge, on the bound of the interval; the rest needs a drill. */
export function judgeObjectives(
  scenario: Scenario,
  workloads: Readonly<Record<string, Pick<WorkloadResult, 'availability'>>>,
): ObjectiveResult[] {
  return scenario.objectives.flatMap((objective) =>
    objective.kind === 'availability'
      ? [availability(objective, workloads[objective.workload]!.availability.requests)]
      : siteLost(objective),
  );
}

function availability(
  objective: Extract<Objective, { kind: 'availability' }>,
  { mean, low, high }: Estimate,
): ObjectiveResult {
  const { target, workload } = objective;
  return {
    objective: 'availability',
    workload,
    scope: null,
    domain: null,
    target,
    measured: mean,
    low,
    high,
    verdict: judge(target, low, high),
  };
}

/** Met when even the lower bound is good enough; missed when not even the upper one is. */
function judge(target: number, low: number | null, high: number | null): ObjectiveVerdict {
  if (low !== null && low >= target) return 'met';
  return high !== null && high < target ? 'missed' : 'undecided';
}

function siteLost(objective: Extract<Objective, { kind: 'site-lost' }>): ObjectiveResult[] {
  const common = { workload: null, scope: objective.scope, domain: null, measured: null, low: null, high: null };
  const row = (name: string, target: number): ObjectiveResult => ({
    ...common,
    objective: name,
    target,
    verdict: 'needs-drill',
  });
  return [
    ...(objective.rto === undefined ? [] : [row('site-lost rto', toSeconds(objective.rto))]),
    ...(objective.rpo === undefined ? [] : [row('site-lost rpo', toSeconds(objective.rpo))]),
  ];
}
