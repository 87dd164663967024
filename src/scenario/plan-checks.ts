import { type Notebook, near, oneOf } from '../language/index.ts';
import type { PlanSpec, StepSpec } from '../plans/index.ts';
import type { Draft } from './draft.ts';
import { checkImageOf, checkRestoredImage } from './image-checks.ts';

/** Checks what a plan does against the architecture, beyond its names being there. */
export function checkPlans(draft: Draft): void {
  const answers = answersIn(draft);
  for (const plan of draft.scenario.plans) {
    const at = draft.notes.at('plans', plan.name);
    checkAfter(plan, draft.scenario.plans, at);
    checkReadiness(plan, draft, at);
    plan.steps.forEach((step, index) => {
      if (answers !== undefined) checkAnswers(step, answers, draft, at.at('steps', index));
      checkRepoint(step, draft, at.at('steps', index));
      checkRestore(plan, index, draft, at.at('steps', index));
      checkBackUp(step, draft, at.at('steps', index));
      checkRestoredImage(step, draft, at.at('steps', index));
      checkStart(step, draft, at.at('steps', index));
      checkSwitch(step, draft, at.at('steps', index));
    });
  }
}

/** Everything that DNS names answer with; undefined when one of them cannot be read, and so nobody knows. */
function answersIn({ components, names }: Draft): ReadonlySet<string> | undefined {
  for (const [name, { kind }] of names.components) if (kind === 'dns' && !components.has(name)) return undefined;
  const all = [...components.values()].flatMap(({ spec }) => (spec.kind === 'dns' ? spec.answers : []));
  return new Set(all.map(({ target }) => target));
}

function checkAfter(plan: PlanSpec, plans: readonly PlanSpec[], notes: Notebook): void {
  const seen = new Set<string>();
  for (let after = plan.when.after; after !== undefined && !seen.has(after); ) {
    if (after === plan.name) {
      notes.error('plan-after-itself', `\`${plan.name}\` waits for itself`, {
        path: ['when', 'after'],
        expected: 'a plan that does not wait for this one',
      });
      return;
    }
    seen.add(after);
    const next: string = after;
    after = plans.find(({ name }) => name === next)?.when.after;
  }
}

/** A plan is as ready as the drills of what it acts on only where all of that is drilled. */
function checkReadiness({ readiness, steps }: PlanSpec, { components }: Draft, notes: Notebook): void {
  if (readiness?.proved !== 'drills') return;
  const specs = new Set(steps.flatMap(({ targets }) => targets).map((name) => components.get(name)?.spec));
  const appliances = [...specs].flatMap((spec) => (spec?.kind === 'bcdr' ? [spec] : []));
  const silent = appliances.find(({ drills }) => drills === undefined);
  if (appliances.length > 0 && silent === undefined) return;
  const what = silent === undefined ? 'nothing that this plan acts on says' : `\`${silent.name}\` does not say`;
  notes.error('nothing-drilled', `${what} when it is drilled`, {
    path: ['readiness'],
    expected: '`drills: {every: 90d}` of the appliance, or the time between drills',
  });
}

/** Only what a DNS name answers with can be withheld from its answers. */
function checkAnswers(step: StepSpec, answers: ReadonlySet<string>, { components }: Draft, notes: Notebook): void {
  if (step.verb !== 'hold-out' && step.verb !== 'readmit') return;
  step.targets.forEach((target, index) => {
    if (answers.has(target) || components.get(target)?.traits.includes('answer') !== true) return;
    notes.error('not-an-answer', `no DNS name answers with \`${target}\``, {
      path: [step.verb, index],
      expected: answers.size === 0 ? 'an answer of a dns, of which there is none' : oneOf([...answers]),
      ...near(target, answers),
    });
  });
}

function checkRepoint({ targets, use }: StepSpec, { components }: Draft, notes: Notebook): void {
  if (use === undefined) return;
  for (const target of targets) {
    const pool = components.get(target);
    if (pool === undefined || !pool.traits.includes('pool') || pool.roles.some(({ role }) => role === use.role))
      continue;
    const roles = pool.roles.map(({ role }) => role);
    notes.error('no-such-role', `\`${target}\` uses no store as \`${use.role}\``, {
      path: ['use', use.role],
      expected: roles.length === 0 ? `uses: {${use.role}: …} in ${target}` : oneOf(roles),
      ...near(use.role, roles),
      atKey: true,
    });
  }
}

/** Only a standby that waits can be started; where its machines are made from an image, they are made in its region. */
function checkStart({ verb, targets }: StepSpec, draft: Draft, notes: Notebook): void {
  if (verb !== 'start' && verb !== 'stop') return;
  targets.forEach((target, index) => {
    const pool = draft.components.get(target)?.spec;
    if (pool?.kind !== 'ecs') return;
    if (pool.standby !== 'warm' && pool.standby !== 'cold') {
      notes.error('always-on', `\`${target}\` serves from the beginning`, {
        path: [verb, index],
        expected: 'a pool with standby: warm or cold',
      });
    }
    if (verb === 'start' && pool.standby === 'cold') checkImageOf(pool, [verb, index], draft, notes);
  });
}

/** A primary can be wanted only where one of the copies stands. */
function checkSwitch({ verb, targets, to }: StepSpec, { components }: Draft, notes: Notebook): void {
  if (verb !== 'switch' || to === undefined) return;
  for (const target of targets) {
    const spec = components.get(target)?.spec;
    if (spec === undefined || !('places' in spec)) continue;
    const places = [...new Set(spec.places)];
    if (places.some((place) => `${place}/`.startsWith(`${to}/`))) continue;
    notes.error('not-there', `\`${target}\` stands nowhere in \`${to}\``, {
      path: ['to'],
      expected: oneOf(places),
      ...near(to, places),
    });
  }
}

/** Only what is backed up can be restored, and only what a clone holds can be moved back. */
function checkRestore(plan: PlanSpec, index: number, { components }: Draft, notes: Notebook): void {
  const step = plan.steps[index]!;
  if (step.verb !== 'restore' && step.verb !== 'move-back') return;
  for (const [i, target] of step.targets.entries()) {
    const keeper = step.from ?? target;
    if (components.has(keeper) && !isBackedUp(keeper, components)) {
      notes.error('no-backups', `nothing keeps backups of \`${keeper}\``, {
        path: step.from === undefined ? [step.verb, i] : ['from'],
        expected: `backups: {} in ${keeper}, or from: a service that keeps them`,
      });
    }
    const cloned = plan.steps
      .slice(0, index)
      .some(({ verb, clone, targets }) => verb === 'restore' && clone && targets.includes(target));
    if (step.verb === 'move-back' && !cloned) {
      notes.error('no-clone', `nothing of \`${target}\` has been restored into a clone before`, {
        path: [step.verb, i],
        expected: `a step {restore: ${target}, into: clone} before it`,
      });
    }
  }
}

/** Only who takes whole backups can take one by hand; an appliance keeps points of what it carries. */
function checkBackUp({ verb, targets }: StepSpec, { components }: Draft, notes: Notebook): void {
  if (verb !== 'back-up') return;
  for (const [i, target] of targets.entries()) {
    const spec = components.get(target)?.spec;
    if (spec === undefined || ('backups' in spec && spec.backups !== undefined)) continue;
    notes.error('no-backups', `\`${target}\` takes no backups`, {
      path: [verb, i],
      expected: spec.kind === 'images' ? 'of: a database' : 'backups: {} in a store, or a service that keeps them',
    });
  }
}

/** By itself, by a service that keeps its backups, or by an appliance that keeps points of its copy. */
function isBackedUp(name: string, components: Draft['components']): boolean {
  for (const { spec } of components.values()) {
    if (spec.name === name && 'backups' in spec && spec.backups !== undefined) return true;
    if ('of' in spec && spec.of === name) return true;
    if (spec.kind === 'bcdr' && spec.points !== undefined && [spec.name, spec.to].includes(name)) return true;
  }
  return false;
}
