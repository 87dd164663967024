import type { PlanSpec, StepSpec } from '../../plans/index.ts';
import type { Draft } from '../draft.ts';
import { comesHome, promotes } from './recovery.ts';

/** Plans that lead elsewhere for good: pools that nobody points back, appliances that nobody takes home. */
export function warnOfReturn(draft: Draft): void {
  for (const plan of draft.scenario.plans) {
    plan.steps.forEach((step, index) => {
      if (step.verb === 'repoint') warnOfRepoint(plan, step, index, draft);
      if (step.verb === 'failover') warnOfFailover(plan, step, index, draft);
    });
  }
}

/** The store that plays a role for a pool at the beginning. */
const firstStore = (pool: string, role: string, { components }: Draft): string | undefined =>
  components.get(pool)?.roles.find((one) => one.role === role)?.store;

const pointsTo = (step: StepSpec, pool: string, role: string, store: string): boolean =>
  step.verb === 'repoint' && step.targets.includes(pool) && step.use?.role === role && step.use.store === store;

function warnOfRepoint(plan: PlanSpec, step: StepSpec, index: number, draft: Draft): void {
  const { use } = step;
  if (use === undefined) return;
  const { plans } = draft.scenario;
  // Where the store itself does not come home, that is what is told.
  const promoted = plan.steps.some((one) => promotes(one, draft).includes(use.store));
  if (promoted && !comesHome(plan, use.store, draft)) return;
  for (const pool of step.targets) {
    const first = firstStore(pool, use.role, draft);
    if (first === undefined || first === use.store) continue;
    if (plans.some(({ steps }) => steps.some((one) => pointsTo(one, pool, use.role, first)))) continue;
    draft.notes
      .at('plans', plan.name, 'steps', index)
      .warn('no-way-back', `no plan points \`${pool}\` back to \`${first}\` after \`${plan.name}\``, {
        path: ['repoint'],
        expected: `a plan with after: ${plan.name} and a step {repoint: ${pool}, use: {${use.role}: ${first}}}`,
        zh: {
          message: `\`${plan.name}\` 之后，没有预案把 \`${pool}\` 指回 \`${first}\`（无法回切）`,
          expected: `写明 after: ${plan.name}、含步骤 {repoint: ${pool}, use: {${use.role}: ${first}}} 的预案`,
        },
      });
  }
}

function warnOfFailover(plan: PlanSpec, step: StepSpec, index: number, draft: Draft): void {
  for (const appliance of step.targets) {
    const isTakenHome = ({ verb, targets }: StepSpec): boolean => verb === 'failback' && targets.includes(appliance);
    if (draft.scenario.plans.some(({ steps }) => steps.some(isTakenHome))) continue;
    draft.notes
      .at('plans', plan.name, 'steps', index)
      .warn('no-way-back', `no plan fails \`${appliance}\` back after \`${plan.name}\``, {
        path: ['failover'],
        expected: `a plan with after: ${plan.name} and a step {failback: ${appliance}}`,
        zh: {
          message: `\`${plan.name}\` 之后，没有预案让 \`${appliance}\` 回切`,
          expected: `写明 after: ${plan.name}、含步骤 {failback: ${appliance}} 的预案`,
        },
      });
  }
}
