import * as z from 'zod';
import {
  choice,
  duration,
  type Fill,
  law,
  meaning,
  type Notebook,
  name,
  named,
  oneOrMore,
  placePath,
  probability,
  type Reference,
} from '../language/index.ts';
import type { Law } from '../random/index.ts';
import { type AskSpec, type DecidedBy, type StepSpec, VERBS, type Verb } from './schema.ts';
import { AFTERWARDS, ASK, BEYOND_THE_GATE, THEN, WORDS } from './verbs.ts';

const targets = oneOrMore(name);
const verbs = {
  fence: targets.optional(),
  'hold-out': targets.optional(),
  readmit: targets.optional(),
  switch: targets.optional(),
  promote: targets.optional(),
  repoint: targets.optional(),
  rebuild: targets.optional(),
  'check-consistency': targets.optional(),
  reverse: targets.optional(),
  'stop-writes': targets.optional(),
  failover: targets.optional(),
  failback: targets.optional(),
  restore: targets.optional(),
  'move-back': targets.optional(),
  'back-up': targets.optional(),
  restart: targets.optional(),
  start: targets.optional(),
  stop: targets.optional(),
  rebind: targets.optional(),
} satisfies Readonly<Record<Verb, unknown>>;
const byVerb = meaning(verbs, {
  fence: 'keeps these databases from taking writes',
  'hold-out': 'withholds these answers of a name',
  readmit: 'gives these answers of a name back',
  switch: 'swaps primary and standby',
  promote: 'makes this database take writes',
  repoint: 'makes these pools use another store',
  rebuild: 'copies this database anew',
  'check-consistency': 'compares these databases with their replicas; what differs is put right, which takes longer',
  reverse: 'turns the direction of these synchronisations round',
  'stop-writes': 'stops writes until the next repoint has ended',
  failover: 'makes the copy in the cloud take writes and starts the machines there',
  failback: 'stops the machines in the cloud, and copies into the cloud again',
  restore: 'brings this database back from its backups',
  start: 'makes these waiting pools serve',
  stop: 'lets these pools wait again',
  rebind: 'binds the names of this control plane to a place that works',
  'move-back': 'brings what a clone has taken in back to this database',
  restart: 'puts this broken synchronisation in order by hand',
  'back-up': 'takes a full backup, a snapshot or an image by hand',
});

const ask = { ask: name, takes: law.optional(), promotes: probability.optional() };
const askInput = z.strictObject(
  meaning(ask, {
    ask: 'the team that is asked',
    takes: 'how long the answer takes',
    promotes: 'chance that they go on',
  }),
);
const untilInput = z.strictObject(meaning({ lag: duration }, { lag: 'ends when the copy is no further behind' }));
const details = {
  takes: law.optional(),
  succeeds: probability.optional(),
  [THEN]: choice(AFTERWARDS).optional(),
  'max-lag': duration.optional(),
  else: z.union([choice(BEYOND_THE_GATE), askInput]).optional(),
  from: name.optional(),
  into: z.literal('clone').optional(),
  use: named(name).optional(),
  until: untilInput.optional(),
  to: placePath.optional(),
  differs: probability.optional(),
  repair: law.optional(),
};

/** A step is a map with one verb: `{promote: orders-b, max-lag: 30s}`. */
export const stepInput = z
  .strictObject({
    ...byVerb,
    ...meaning(details, {
      takes: 'how long the step takes',
      succeeds: 'chance that the step works',
      [THEN]: 'what follows when it does not work',
      'max-lag': 'promotes only a copy that is no further behind',
      else: 'what happens to a copy that is further behind',
      from: 'the store or place that is copied from',
      into: 'a clone of the store is restored, and the store itself is left alone',
      use: 'the store that plays a role from now on',
      until: 'the step ends when this holds',
      to: 'the place where the primary is wanted; nothing is done where it stands there',
      differs: 'chance that differences are found of which nobody knew',
      repair: 'how much longer it takes where something differs',
    }),
  })
  .meta({ oneOf: VERBS.map((word) => ({ required: [word] })) });
type StepInput = z.output<typeof stepInput>;

/** The time a store takes to be rebuilt, by its own figures; undefined for what is no store. */
export type RebuildTime = (store: string) => Law | undefined;

/** The one verb of a step, or undefined after saying what is wrong. */
function verbOf(given: StepInput, notes: Notebook): Verb | undefined {
  const written = VERBS.filter((word) => given[word] !== undefined);
  if (written.length === 1) return written[0];
  const message =
    written.length === 0 ? 'this step does nothing' : `this step does ${written.length} things: ${written.join(', ')}`;
  notes.error('one-verb', message, { expected: `exactly one of ${VERBS.join(', ')}` });
  return undefined;
}

const SPECIAL = ['max-lag', 'else', 'use', 'from', 'into', 'until', 'differs', 'repair', 'to'] as const;

function checkKeys(word: Verb, given: StepInput, notes: Notebook): void {
  const { keys } = WORDS[word];
  for (const key of SPECIAL) {
    if (given[key] !== undefined && !keys.includes(key)) {
      const takesIt = VERBS.filter((other) => WORDS[other].keys.includes(key));
      notes.error('useless-key', `\`${key}\` means nothing to ${word}`, {
        path: [key],
        atKey: true,
        expected: `\`${key}\` with ${takesIt.join(', ')}`,
      });
    }
  }
  if (given.else !== undefined && given['max-lag'] === undefined) {
    notes.error('useless-key', '`else` says what happens beyond a lag that is not stated', {
      path: ['else'],
      atKey: true,
      expected: '`max-lag` beside it',
    });
  }
}

function useOf(given: StepInput, notes: Notebook): StepSpec['use'] {
  const [use, ...more] = given.use ?? [];
  if (use === undefined || more.length > 0) {
    notes.error('one-use', 'a repoint says which store plays a role from now on', {
      path: ['use'],
      expected: 'one role and its store such as use: {database: orders-b}',
    });
    return undefined;
  }
  return { role: use[0], store: use[1] };
}

function askOf(given: StepInput, decidedBy: DecidedBy | undefined, notes: Notebook): AskSpec | undefined {
  const written = typeof given.else === 'object' ? given.else : undefined;
  if (written === undefined && given.then !== 'ask') return undefined;
  const team = written?.ask ?? (decidedBy?.kind === 'people' ? decidedBy.team : undefined);
  if (team === undefined) {
    if (decidedBy === undefined) return undefined;
    notes.error('nobody-to-ask', 'nobody is there to ask: automation decides this plan', {
      path: ['then'],
      expected: 'decided-by: {people: …}, or else: {ask: …} in this step',
    });
    return undefined;
  }
  const fill = (written === undefined ? notes.at('then') : notes.at('else')).filling(ASK);
  return {
    team,
    takes: fill('takes', written?.takes, law),
    // Whoever is asked about a step that has not worked has it tried again: there is nothing to accept.
    promotes: written === undefined ? 1 : fill('promotes', written.promotes, probability),
  };
}

/** A rebuild takes what the store takes; everything else has a default of its own. */
function takesOf(word: Verb, given: StepInput, rebuild: RebuildTime, fill: Fill): Law {
  const own = word === 'rebuild' && given.takes === undefined ? rebuild(given.rebuild![0]!) : undefined;
  return own ?? fill('takes', given.takes, law);
}

const elseOf = (given: StepInput, fill: Fill): StepSpec['elseAction'] => {
  if (typeof given.else === 'object') return 'ask';
  return given['max-lag'] === undefined ? 'refuse' : fill('else', given.else, choice(BEYOND_THE_GATE));
};

const comparisonOf = (given: StepInput, fill: Fill): StepSpec['comparison'] => ({
  differs: fill('differs', given.differs, probability),
  repair: fill('repair', given.repair, law),
});

/** Fills in a step, or says what is wrong and returns undefined. */
export function resolveStep(
  given: StepInput,
  decidedBy: DecidedBy | undefined,
  rebuild: RebuildTime,
  notes: Notebook,
): StepSpec | undefined {
  const word = verbOf(given, notes);
  if (word === undefined) return undefined;
  checkKeys(word, given, notes);
  if (word === 'rebuild' && given.from === undefined) {
    notes.error('missing-key', '`from` is missing: a rebuild copies from another store', {
      path: ['from'],
      expected: 'the name of a store',
    });
  }
  const fill = notes.filling(WORDS[word].defaults);
  if (given.succeeds === 0 && (given[THEN] ?? 'retry') === 'retry') {
    notes.error('never-succeeds', 'a step that never works is tried again for ever', {
      path: ['succeeds'],
      expected: 'a chance above 0, or then: ask or then: abort',
    });
  }
  return {
    verb: word,
    targets: given[word]!,
    takes: takesOf(word, given, rebuild, fill),
    succeeds: fill('succeeds', given.succeeds, probability),
    [THEN]: fill('then', given.then, choice(AFTERWARDS)),
    ask: askOf(given, decidedBy, notes),
    maxLag: given['max-lag'],
    elseAction: elseOf(given, fill),
    from: given.from,
    clone: given.into === 'clone',
    use: word === 'repoint' ? useOf(given, notes) : undefined,
    until: given.until,
    to: given.to,
    comparison: word === 'check-consistency' ? comparisonOf(given, fill) : undefined,
  };
}

/** What the names in a step must be, paths relative to the step. */
export function stepReferences(step: StepSpec): Reference[] {
  const { of } = WORDS[step.verb];
  const references: Reference[] = step.targets.map((name, index) => ({ path: [step.verb, index], name, to: of }));
  if (step.from !== undefined)
    references.push({ path: ['from'], name: step.from, to: step.verb === 'rebuild' ? 'database' : 'backed-up' });
  if (step.to !== undefined) references.push({ path: ['to'], name: step.to, to: 'place' });
  if (step.use !== undefined) references.push({ path: ['use', step.use.role], name: step.use.store, to: 'store' });
  if (step.ask !== undefined) references.push({ path: ['else', 'ask'], name: step.ask.team, to: 'team' });
  return references;
}
