import * as z from 'zod';
import {
  choice,
  type Defaults,
  dailyWindow,
  duration,
  law,
  type Notebook,
  name,
  type Reference,
} from '../language/index.ts';
import { type DecidedBy, type PlanSpec, type StepSpec, VERBS, type WhenSpec } from './schema.ts';
import { type RebuildTime, resolveStep, stepInput, stepReferences } from './step.ts';

const WHEN_DEFAULTS: Defaults = { for: { value: '0s', source: 'assumption: the plan starts at once' } };
const PEOPLE_DEFAULTS: Defaults = {
  takes: {
    value: '{lognormal: {median: 30m, sigma: 0.8}}',
    source: 'assumption: a drilled team; the staff of a large provider took 70 and 133 min for a database switch',
  },
};
const AUTOMATION_DEFAULTS: Defaults = { takes: { value: '0s', source: 'assumption: automation decides at once' } };

const whenInput = z.strictObject({
  alarm: name.optional(),
  cleared: name.optional(),
  for: duration.optional(),
  after: name.optional(),
  window: dailyWindow.optional(),
});

const decidedByInput = z.union([
  z.literal('automation'),
  z.strictObject({ people: name, takes: law.optional() }),
  z.strictObject({ automation: law }),
]);

export const planInput = z.strictObject({
  when: whenInput,
  'decided-by': decidedByInput,
  'give-up-if': z.strictObject({ cleared: name, before: choice(VERBS) }).optional(),
  steps: z.array(stepInput).min(1),
});
type PlanInput = z.output<typeof planInput>;

function resolveWhen(given: PlanInput['when'], notes: Notebook): WhenSpec {
  if ((given.alarm === undefined) === (given.cleared === undefined)) {
    notes.error('alarm-or-cleared', 'a plan starts when an alarm is raised or when it has cleared', {
      expected: 'exactly one of alarm and cleared',
    });
  }
  return {
    alarm: given.alarm,
    cleared: given.cleared,
    for: notes.filling(WHEN_DEFAULTS)('for', given.for, duration),
    after: given.after,
    window: given.window,
  };
}

function resolveDecidedBy(given: PlanInput['decided-by'], notes: Notebook): DecidedBy {
  if (typeof given === 'object' && 'people' in given) {
    return { kind: 'people', team: given.people, takes: notes.filling(PEOPLE_DEFAULTS)('takes', given.takes, law) };
  }
  const stated = typeof given === 'object' ? given.automation : undefined;
  return { kind: 'automation', takes: notes.filling(AUTOMATION_DEFAULTS)('takes', stated, law) };
}

function checkGiveUp(giveUp: PlanSpec['giveUpIf'], steps: readonly StepSpec[], notes: Notebook): void {
  if (giveUp === undefined || steps.some((step) => step.verb === giveUp.before)) return;
  notes.error('no-such-step', `the plan has no step \`${giveUp.before}\``, {
    path: ['give-up-if', 'before'],
    expected: `one of ${[...new Set(steps.map((step) => step.verb))].join(', ')}`,
  });
}

/** Fills in a plan; steps that cannot be read are left out after saying why. */
export function resolvePlan(planName: string, given: PlanInput, rebuild: RebuildTime, notes: Notebook): PlanSpec {
  const decidedBy = resolveDecidedBy(given['decided-by'], notes.at('decided-by'));
  const steps = given.steps.flatMap(
    (step, index) => resolveStep(step, decidedBy, rebuild, notes.at('steps', index)) ?? [],
  );
  const giveUpIf = given['give-up-if'];
  if (steps.length === given.steps.length) checkGiveUp(giveUpIf, steps, notes);
  return { name: planName, when: resolveWhen(given.when, notes.at('when')), decidedBy, giveUpIf, steps };
}

const optional = (path: readonly string[], name: string | undefined, to: Reference['to']): Reference[] =>
  name === undefined ? [] : [{ path, name, to }];

/** What the names in a plan must be, paths relative to the plan. */
export const planReferences = ({ when, decidedBy, giveUpIf, steps }: PlanSpec): Reference[] => [
  ...optional(['when', 'alarm'], when.alarm, 'alarm'),
  ...optional(['when', 'cleared'], when.cleared, 'alarm'),
  ...optional(['when', 'after'], when.after, 'plan'),
  ...optional(['decided-by', 'people'], decidedBy.kind === 'people' ? decidedBy.team : undefined, 'team'),
  ...optional(['give-up-if', 'cleared'], giveUpIf?.cleared, 'alarm'),
  ...steps.flatMap((step, index) =>
    stepReferences(step).map((reference) => ({ ...reference, path: ['steps', index, ...reference.path] })),
  ),
];
