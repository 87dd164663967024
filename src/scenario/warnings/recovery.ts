import { formatDuration, SECOND, type Us } from '../../base/index.ts';
import type { PlanSpec, StepSpec } from '../../plans/index.ts';
import type { Law } from '../../random/index.ts';
import type { Draft } from '../draft.ts';

/** Plans that leave two primaries, that never return, or that cannot meet an objective. */
export function warnOfRecovery(draft: Draft): void {
  for (const plan of draft.scenario.plans) {
    plan.steps.forEach((step, index) => {
      if (step.verb === 'promote') warnOfPromotion(plan, step, index, draft);
      if (step.verb === 'failover') warnOfPromotion(plan, promoted(step, draft), index, draft);
    });
  }
  warnOfObjective(draft);
}

/** The stores that a step promotes. */
export const promotes = (step: StepSpec, draft: Draft): readonly string[] =>
  step.verb === 'promote' ? step.targets : step.verb === 'failover' ? promoted(step, draft).targets : [];

/** A failover promotes the copies of its appliances. */
const promoted = (step: StepSpec, { components }: Draft): StepSpec => ({
  ...step,
  targets: step.targets.flatMap((appliance) => components.get(appliance)?.carries?.to ?? []),
});

/** The stores that a store exchanges writes with, directly or through others. */
function family(store: string, { components }: Draft): ReadonlySet<string> {
  const tasks = [...components.values()].flatMap(({ carries }) => carries ?? []);
  const found = new Set([store]);
  for (const member of found) {
    for (const { from, to } of tasks) {
      if (from === member) found.add(to);
      if (to === member) found.add(from);
    }
  }
  found.delete(store);
  return found;
}

const STOPS: ReadonlySet<string> = new Set(['fence', 'stop-writes']);

function warnOfPromotion(plan: PlanSpec, step: StepSpec, index: number, draft: Draft): void {
  const before = plan.steps.slice(0, index);
  for (const target of step.targets) {
    const others = family(target, draft);
    if (others.size === 0) continue;
    const fenced = before.some(({ verb, targets }) => STOPS.has(verb) && targets.some((other) => others.has(other)));
    const at = draft.notes.at('plans', plan.name, 'steps', index);
    if (!fenced) {
      at.warn(
        'unfenced-promotion',
        `\`${plan.name}\` promotes \`${target}\` without fencing the old primary: it may take writes when it returns`,
        {
          path: [step.verb],
          expected: `a step before it that fences ${[...others].join(' or ')}`,
          zh: {
            message: `\`${plan.name}\` 提升 \`${target}\` 前没有隔离旧主库：它恢复后可能仍接受写入`,
            expected: `在它之前隔离 ${[...others].join(' 或 ')} 的步骤`,
          },
        },
      );
    }
    if (!comesHome(plan, target, draft)) {
      at.warn('no-way-back', `no plan promotes another store after \`${plan.name}\` has promoted \`${target}\``, {
        path: [step.verb],
        expected: `a plan with after: ${plan.name} that rebuilds and promotes ${[...others].join(' or ')}`,
        zh: {
          message: `\`${plan.name}\` 提升 \`${target}\` 之后，没有预案再提升别的存储（无法回切）`,
          expected: `写明 after: ${plan.name}、重建并提升 ${[...others].join(' 或 ')} 的预案`,
        },
      });
    }
  }
}

/** Whether another plan promotes another of the stores that one exchanges writes with, after a plan has promoted it. */
export function comesHome(plan: PlanSpec, target: string, draft: Draft): boolean {
  const others = family(target, draft);
  return draft.scenario.plans.some(
    (other) =>
      other !== plan &&
      other.steps.some((step) => promotes(step, draft).some((one) => one !== target && others.has(one))),
  );
}

/** Whether a plan answers what an objective is about: wrong data that are noticed, or all the rest. */
function answers({ when }: PlanSpec, kind: 'site-lost' | 'data-damaged', { scenario }: Draft): boolean {
  const alarm = scenario.alarms.find(({ name }) => name === when.alarm);
  return alarm !== undefined && alarm.damaged.length > 0 === (kind === 'data-damaged');
}

/** Whole seconds, at the least: a time that is stated to the microsecond reads as if it were known so well. */
const roundUp = (time: number): Us => (time > SECOND ? Math.ceil(time / SECOND) * SECOND : Math.ceil(time)) as Us;

/** Steps of recovery that alone often take longer than the whole recovery may. */
function warnOfObjective(draft: Draft): void {
  const { scenario, notes } = draft;
  for (const objective of scenario.objectives) {
    if ((objective.kind !== 'site-lost' && objective.kind !== 'data-damaged') || objective.rto === undefined) continue;
    const { rto, kind } = objective;
    for (const plan of scenario.plans.filter((one) => answers(one, kind, draft))) {
      for (const [what, told, takes] of durationsOf(plan)) {
        const p95 = takes.inverse(0.95);
        if (p95 <= rto) continue;
        const isUsual = takes.inverse(0.5) > rto;
        const often = isUsual ? 'usually' : 'in more than one of 20 cases';
        const known = Number.isFinite(p95) ? formatDuration(roundUp(p95)) : undefined;
        notes
          .at('objectives', kind)
          .warn(
            'rto-below-step',
            `${what} of \`${plan.name}\` alone ${often} takes longer than ${formatDuration(rto)}`,
            {
              path: ['rto'],
              expected: `at least its p95${known === undefined ? '' : ` of ${known}`}, or a faster plan`,
              zh: {
                message: `\`${plan.name}\` 的${told}单独就${isUsual ? '通常' : '有超过二十分之一的机会'}超过 ${formatDuration(rto)}`,
                expected: `至少是它的 p95${known === undefined ? '' : `（${known}）`}，或更快的预案`,
              },
            },
          );
      }
    }
  }
}

const durationsOf = ({ decidedBy, steps }: PlanSpec): readonly (readonly [what: string, zh: string, takes: Law])[] => [
  ['the decision', '决策', decidedBy.takes],
  ...steps.map(
    ({ verb, takes }, index) => [`step ${index + 1} (${verb})`, `第 ${index + 1} 步（${verb}）`, takes] as const,
  ),
];
