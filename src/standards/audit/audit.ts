import { toSeconds, type Us } from '../../base/index.ts';
import type { PlanSpec } from '../../plans/index.ts';
import { type Scenario, Topology } from '../../scenario/index.ts';
import type { MeasuredDisaster } from '../judge/measured.ts';
import type { AuditFinding } from '../result/index.ts';
import { comesHome, plansFor, plansForDamage, promotionsOf, recoveryPlans } from '../structure/plans.ts';

const FINDING: Omit<AuditFinding, 'code' | 'severity'> = {
  plan: null,
  step: null,
  verb: null,
  class: null,
  domain: null,
  of: [],
  figure: null,
};

/** Recovery that fails in more drills than this is no recovery. */
const HOPELESS = 0.5;

/** What an auditor would ask about the plans: disasters without one, people in the way, steps nobody tried, two primaries, no way home. */
export function auditPlans(scenario: Scenario, disasters: readonly MeasuredDisaster[]): readonly AuditFinding[] {
  const topology = new Topology(scenario);
  const plans = recoveryPlans(topology);
  const findings = [
    ...disasters.flatMap((one) => withoutPlan(one, topology)),
    ...plans.flatMap((plan) => [...promotions(plan, topology), ...readiness(plan, scenario), ...manual(plan)]),
  ];
  return [
    ...findings.filter(({ severity }) => severity === 'bad'),
    ...findings.filter(({ severity }) => severity === 'note'),
  ];
}

/** A disaster from which most drills do not come back, and for which no plan starts. */
function withoutPlan(seen: MeasuredDisaster, topology: Topology): AuditFinding[] {
  const { class: disaster, domain, drills } = seen;
  const stopped = seen.workloads.filter(({ failed }) => failed > HOPELESS * drills).map(({ workload }) => workload);
  const gone = seen.stores.filter(({ gone: lost }) => lost > HOPELESS * drills).map(({ store }) => store);
  const of = [...stopped, ...gone];
  const started = disaster === 'logical-damage' ? plansForDamage(domain, topology) : plansFor(domain, topology);
  if (of.length === 0 || started.length > 0) return [];
  return [{ ...FINDING, code: 'no-plan', severity: 'bad', class: disaster, domain, of }];
}

function promotions(plan: PlanSpec, topology: Topology): AuditFinding[] {
  return promotionsOf(plan, topology).flatMap((promotion): AuditFinding[] => {
    const { step, verb, store, others, fenced } = promotion;
    const at = { ...FINDING, plan: plan.name, step, verb, of: [store, ...others] };
    return [
      ...(fenced ? [] : [{ ...at, code: 'unfenced-promotion' as const, severity: 'bad' as const }]),
      ...(comesHome(promotion, topology) ? [] : [{ ...at, code: 'no-way-back' as const, severity: 'bad' as const }]),
    ];
  });
}

/** Whether anybody ever tried the plan. */
function readiness({ name, readiness: ready }: PlanSpec, { declared }: Scenario): AuditFinding[] {
  const at = { ...FINDING, plan: name };
  if (ready?.proved === 'never') return [{ ...at, code: 'never-drilled', severity: 'bad' }];
  const known = ready !== undefined || declared.planTested !== undefined;
  return known ? [] : [{ ...at, code: 'drill-unknown', severity: 'note' }];
}

/** People who decide or are asked, and steps that may not work. */
function manual(plan: PlanSpec): AuditFinding[] {
  const at = { ...FINDING, plan: plan.name, severity: 'note' as const };
  const { decidedBy } = plan;
  const p95 = decidedBy.takes.inverse(0.95);
  const decided: AuditFinding[] =
    decidedBy.kind === 'people'
      ? [
          {
            ...at,
            code: 'decided-by-people',
            of: [decidedBy.team],
            figure: Number.isFinite(p95) ? toSeconds(p95 as Us) : null,
          },
        ]
      : [];
  return [
    ...decided,
    ...plan.steps.flatMap(({ verb, ask, succeeds, targets }, index): AuditFinding[] => {
      const here = { ...at, step: index + 1, verb, of: targets };
      return [
        ...(ask === undefined ? [] : [{ ...here, code: 'asks-people' as const, of: [ask.team], figure: ask.promotes }]),
        ...(succeeds < 1 ? [{ ...here, code: 'may-fail' as const, figure: 1 - succeeds }] : []),
      ];
    }),
  ];
}
