import * as z from 'zod';
import {
  choice,
  type Defaults,
  dailyWindow,
  duration,
  law,
  meaning,
  Notebook,
  name,
  type Reference,
  salvage,
  there,
} from '../language/index.ts';
import { readinessInput, resolveReadiness } from './readiness-schema.ts';
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

const when = {
  alarm: name.optional(),
  cleared: name.optional(),
  for: duration.optional(),
  after: name.optional(),
  primary: name.optional(),
  window: dailyWindow.optional(),
};
const whenInput = z.strictObject(
  meaning(when, {
    alarm: 'starts when this alarm is raised',
    cleared: 'starts when this alarm has cleared: a way back',
    for: 'only after so long without a gap',
    after: 'only after this plan has run to its end',
    primary: 'only while this database is the one that takes the writes',
    window: 'time of day at which it may start',
  }),
);

const decidedByInput = z.union([
  z.literal('automation'),
  z.strictObject(
    meaning(
      { people: name, takes: law.optional() },
      { people: 'the team that decides', takes: 'how long a decision takes' },
    ),
  ),
  z.strictObject(meaning({ automation: law }, { automation: 'nobody decides; it goes on after this long' })),
]);

const giveUpInput = z.strictObject(
  meaning(
    { cleared: name, before: choice(VERBS) },
    { cleared: 'given up when this alarm has cleared', before: 'unless a step with this verb has begun' },
  ),
);

/** A plan whose parts are read one by one, so that a mistake in one does not hide the others. */
export const planHead = z.strictObject({
  when: there('a map such as {alarm: zone-a-dark, for: 1m}'),
  'decided-by': there('`automation`, or a map such as {people: on-call, takes: 30m}'),
  'give-up-if': giveUpInput.optional(),
  readiness: readinessInput.optional(),
  steps: z.array(z.unknown()).min(1),
});
const wholePlan = {
  when: whenInput,
  'decided-by': decidedByInput,
  'give-up-if': giveUpInput.optional(),
  readiness: readinessInput.optional(),
  steps: z.array(stepInput).min(1),
};
type PlanInput = z.output<typeof planHead>;

/** A whole plan, for the JSON Schema. */
export const planInput = z.strictObject(
  meaning(wholePlan, {
    when: 'what starts it',
    'decided-by': 'who decides that it goes on: people or automation',
    'give-up-if': 'when it is given up; what it has fenced or withheld is released',
    readiness:
      'how lately what it switches to has proved itself: it serves every day (`serving`), it never has (`never`), it is drilled as the appliance says (`drills`), or the time between drills',
    steps: 'what is done, one after another',
  }),
);

function readWhen(raw: unknown, notes: Notebook): WhenSpec | undefined {
  const given = notes.read(whenInput, raw);
  if (given === undefined) return undefined;
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
    primary: given.primary,
    window: given.window,
  };
}

function readDecidedBy(raw: unknown, notes: Notebook): DecidedBy | undefined {
  const given = notes.read(decidedByInput, raw);
  if (given === undefined) return undefined;
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

/** A plan as far as it can be read, and every name in it. */
export interface ReadPlan {
  /** undefined when a part cannot be read. */
  readonly spec: PlanSpec | undefined;
  /** Paths relative to the plan. */
  readonly references: readonly Reference[];
}

/** Fills in a plan, noting what is wrong with each of its parts. */
export function resolvePlan(planName: string, given: PlanInput, rebuild: RebuildTime, notes: Notebook): ReadPlan {
  const when = readWhen(given.when, notes.at('when'));
  const decidedBy = readDecidedBy(given['decided-by'], notes.at('decided-by'));
  const steps = given.steps.map((raw, index) => readStep(raw, decidedBy, rebuild, notes.at('steps', index)));
  const complete = steps.flatMap(({ spec }) => spec ?? []);
  const giveUpIf = given['give-up-if'];
  const readiness = given.readiness && resolveReadiness(given.readiness, notes.at('readiness'));
  const references = [...headReferences(when, decidedBy, giveUpIf), ...steps.flatMap(indexed)];
  if (complete.length < steps.length) return { spec: undefined, references };
  checkGiveUp(giveUpIf, complete, notes);
  if (when === undefined || decidedBy === undefined) return { spec: undefined, references };
  return { spec: { name: planName, when, decidedBy, giveUpIf, steps: complete, readiness }, references };
}

interface ReadStep {
  readonly spec: StepSpec | undefined;
  readonly references: readonly Reference[];
}

function readStep(raw: unknown, decidedBy: DecidedBy | undefined, rebuild: RebuildTime, notes: Notebook): ReadStep {
  const given = notes.read(stepInput, raw);
  const spec = given === undefined ? undefined : resolveStep(given, decidedBy, rebuild, notes);
  if (spec !== undefined) return { spec, references: stepReferences(spec) };
  const rest = salvage(stepInput, raw);
  const salvaged = rest === undefined ? undefined : resolveStep(rest, decidedBy, rebuild, new Notebook());
  return { spec: undefined, references: salvaged === undefined ? [] : stepReferences(salvaged) };
}

const indexed = ({ references }: ReadStep, index: number): Reference[] =>
  references.map((reference) => ({ ...reference, path: ['steps', index, ...reference.path] }));

const optional = (path: readonly string[], name: string | undefined, to: Reference['to']): Reference[] =>
  name === undefined ? [] : [{ path, name, to }];

const headReferences = (
  when: WhenSpec | undefined,
  decidedBy: DecidedBy | undefined,
  giveUpIf: PlanSpec['giveUpIf'],
): Reference[] => [
  ...optional(['when', 'alarm'], when?.alarm, 'alarm'),
  ...optional(['when', 'cleared'], when?.cleared, 'alarm'),
  ...optional(['when', 'after'], when?.after, 'plan'),
  ...optional(['when', 'primary'], when?.primary, 'database'),
  ...optional(['decided-by', 'people'], decidedBy?.kind === 'people' ? decidedBy.team : undefined, 'team'),
  ...optional(['give-up-if', 'cleared'], giveUpIf?.cleared, 'alarm'),
];
