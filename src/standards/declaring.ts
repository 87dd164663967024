import { formatDuration, toSeconds, type Us } from '../base/index.ts';
import type { Assumption } from '../language/index.ts';
import type { PlanSpec } from '../plans/index.ts';
import type { Topology } from '../scenario/index.ts';
import type { Declaring } from './result/index.ts';
import { recoveryPlans } from './structure/plans.ts';

/** Who declares a disaster, by plan, the slowest first. */
export const declaringOf = (topology: Topology): readonly Declaring[] =>
  recoveryPlans(topology)
    .map(declaring)
    .sort(
      (a, b) => (b.p95 ?? Number.POSITIVE_INFINITY) - (a.p95 ?? Number.POSITIVE_INFINITY) || (a.plan < b.plan ? -1 : 1),
    );

const quantile = ({ decidedBy: { takes } }: PlanSpec, share: number): number | null => {
  const time = takes.inverse(share);
  return Number.isFinite(time) ? toSeconds(time as Us) : null;
};

const declaring = (plan: PlanSpec): Declaring => ({
  plan: plan.name,
  by: plan.decidedBy.kind,
  team: plan.decidedBy.kind === 'people' ? plan.decidedBy.team : null,
  p50: quantile(plan, 0.5),
  p95: quantile(plan, 0.95),
});

/** The same as the first of the assumptions. */
export function declaringAssumptions(topology: Topology): readonly Assumption[] {
  const all = declaringOf(topology);
  if (all.length === 0) {
    return [
      {
        path: 'plans',
        value: 'none',
        source: 'nobody declares a disaster: what does not mend itself waits for repair',
      },
    ];
  }
  return all.map(({ plan, by, team, p50, p95 }) => {
    const path = `plans.${plan}.decided-by`;
    const assumed = topology.scenario.assumptions.find((one) => one.path.startsWith(path));
    return {
      path,
      value: `${team === null ? by : `${by}, ${team}`}: p50 ${spanOf(p50)}, p95 ${spanOf(p95)}`,
      source: assumed?.source ?? 'stated in the scenario',
    };
  });
}

const spanOf = (seconds: number | null): string =>
  seconds === null ? 'never' : formatDuration((Math.round(seconds) * 1_000_000) as Us);
