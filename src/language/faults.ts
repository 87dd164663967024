import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import { fixed, type Law, never } from '../random/index.ts';
import type { Default, Defaults } from './assumption.ts';
import { choice } from './choices.ts';
import { crewOf, repairedBy } from './crews.ts';
import { law, timeBetween } from './law.ts';
import { meaning } from './meaning.ts';
import { named } from './names.ts';
import type { Notebook } from './notebook.ts';
import { numberFrom, probability, share } from './numbers.ts';

export const EFFECTS = ['exit', 'silent', 'hang', 'slow', 'gray', 'loss', 'corruption'] as const;
/**
 * How a broken thing meets its callers: `exit` refuses at once, `silent` does not answer at all, `hang` accepts and never
 * answers, `slow` has less capacity, `gray` fails a share of requests while probes mostly pass. `loss` is silent and destroys
 * the data that stand there; any other fault leaves them on disk. `corruption` breaks no machine: a mistake, a defect or an
 * attack writes wrong data, which replicate like any other write.
 */
export type Effect = (typeof EFFECTS)[number];

export interface FaultSpec {
  readonly name: string;
  /** Time in order until it breaks. */
  readonly arrival: Law;
  /** Time until it is in order again. */
  readonly repair: Law;
  readonly effect: Effect;
  /** `gray`: the share of requests that fail; `corruption`: the share of answers that are wrong; 0 to 1. */
  readonly share: number;
  /** `gray`: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** `slow`: the capacity is divided by this, at least 1. */
  readonly factor: number;
  /** `corruption`: things were deleted, not overwritten. */
  readonly deletes?: true;
  /** `corruption`: how long until people notice. */
  readonly noticed: Law;
  /** The crew that repairs it; undefined: a crew of its own is always free. */
  readonly crew: string | undefined;
  /** Its size, where the fault declares it; undefined: it is declared elsewhere. */
  readonly crewSize: number | undefined;
  /** People bring it about: a release, a configuration, a mistake; absent: it breaks by itself. */
  readonly change?: true;
}

/** Faults of the catalogues that people bring about. */
const CHANGES: ReadonlySet<string> = new Set(['change', 'misconfiguration', 'ddl']);

/** The words that say how a fault shows, shared with faults on a schedule. */
const effects = {
  effect: choice(EFFECTS).optional(),
  share: share.optional(),
  'probes-fail': probability.optional(),
  factor: numberFrom(1, 1e6).optional(),
  deletes: z.boolean().optional(),
  noticed: law.optional(),
};
export const effectShape = meaning(effects, {
  effect: 'how the broken thing meets its callers',
  share: '`gray`: share of requests that fail; `corruption`: share of answers that are wrong',
  'probes-fail': '`gray`: chance that a probe fails',
  factor: '`slow`: what its capacity is divided by',
  deletes: '`corruption`: whether things were deleted; a copy to which deletions are not carried keeps them',
  noticed: '`corruption`: time until people notice that data are wrong',
});

const fault = {
  mtbf: timeBetween.optional(),
  repair: law.optional(),
  'repaired-by': repairedBy.optional(),
  change: z.boolean().optional(),
};
const faultInput = z.strictObject({
  ...meaning(fault, {
    mtbf: 'time in order until it breaks',
    repair: 'time until it is in order again',
    'repaired-by': 'the crew that repairs it; without one nobody waits',
    change: 'whether people bring it about: its downtime is told apart from that of the infrastructure',
  }),
  ...effectShape,
});
export type FaultInput = z.output<typeof faultInput>;

/** `none`, or faults by name, each of which may be `none`. */
export const faultsInput = z.union([z.literal('none'), named(z.union([z.literal('none'), faultInput]))]);
export type FaultsInput = z.output<typeof faultsInput>;

/** The faults a kind of thing has unless the scenario says otherwise, by name. */
export type FaultCatalogue = Readonly<Record<string, Defaults>>;

export type EffectInput = Pick<FaultInput, 'effect' | 'share' | 'probes-fail' | 'factor' | 'deletes' | 'noticed'>;
export type EffectSpec = Pick<FaultSpec, 'effect' | 'share' | 'probesFail' | 'factor' | 'deletes' | 'noticed'>;

const SILENT: Default = {
  value: 'silent',
  source: 'assumption: what is lost does not answer; a dead machine refuses nothing',
};
/** What a fault that no catalogue knows is taken to do. */
const EFFECT_DEFAULTS: Defaults = {
  effect: SILENT,
  share: { value: '10%', source: 'assumption: a gray failure hurts a small share of requests' },
  'probes-fail': { value: '5%', source: 'assumption: probes mostly pass while a target is gray' },
  factor: { value: '4', source: 'assumption: a slow machine has a quarter of its capacity' },
  noticed: {
    value: '{lognormal: {median: 2h, sigma: 1}}',
    source: 'assumption: wrong data are noticed by people, within hours; no public figure is known',
  },
};
/** A corruption spoils every answer unless a share is stated: until the data are looked at, none can be trusted. */
const CORRUPTED: Defaults = {
  share: { value: '100%', source: 'assumption: until wrong data have been found, no answer can be trusted' },
};

/** Fills in how a fault shows. Figures that its effect does not use are neutral and no assumption. */
export function resolveEffect(given: EffectInput, defaults: Defaults, notes: Notebook): EffectSpec {
  const fill = notes.filling({ ...EFFECT_DEFAULTS, ...defaults });
  const effect = fill('effect', given.effect, choice(EFFECTS));
  const gray = effect === 'gray';
  if (effect !== 'corruption' && given.deletes !== undefined) {
    notes.error('useless-key', '`deletes` is about data that are wrong', {
      path: ['deletes'],
      atKey: true,
      expected: '`effect: corruption`',
    });
  }
  return {
    effect,
    ...(effect === 'corruption' ? resolveCorruption(given, defaults, notes) : { share: 1, noticed: fixed(0) }),
    ...(gray ? { share: fill('share', given.share, share) } : {}),
    probesFail: gray ? fill('probes-fail', given['probes-fail'], probability) : 1,
    factor: effect === 'slow' ? fill('factor', given.factor, numberFrom(1, 1e6)) : 1,
  };
}

/** Fills in how wrong data show: what share of the answers they spoil, and how long until people notice. */
export function resolveCorruption(
  given: Pick<EffectInput, 'share' | 'deletes' | 'noticed'>,
  defaults: Defaults,
  notes: Notebook,
): Pick<FaultSpec, 'share' | 'deletes' | 'noticed'> {
  const fill = notes.filling({ ...EFFECT_DEFAULTS, ...CORRUPTED, ...defaults });
  return {
    share: fill('share', given.share, share),
    ...(given.deletes === true ? { deletes: true } : {}),
    noticed: fill('noticed', given.noticed, law),
  };
}

/** Wrong data do not become right by themselves. */
function checkCorruption(given: FaultInput, notes: Notebook): void {
  for (const key of ['repair', 'repaired-by'] as const) {
    if (given[key] === undefined) continue;
    notes.error('useless-key', `\`${key}\` means nothing to a corruption: no machine is broken`, {
      path: [key],
      atKey: true,
      expected: 'a plan that restores the store',
    });
  }
}

function resolveFault(
  faultName: string,
  given: FaultInput,
  defaults: Defaults,
  notes: Notebook,
): FaultSpec | undefined {
  const damages = given.effect === 'corruption';
  if (damages) checkCorruption(given, notes);
  for (const key of damages ? (['mtbf'] as const) : (['mtbf', 'repair'] as const)) {
    if (given[key] === undefined && defaults[key] === undefined) {
      notes.error('missing-key', `\`${key}\` is missing: no default is known for a fault named \`${faultName}\``, {
        path: [key],
      });
      return undefined;
    }
  }
  const fill = notes.filling(defaults);
  return {
    name: faultName,
    arrival: fill('mtbf', given.mtbf, timeBetween),
    repair: damages ? never() : fill('repair', given.repair, law),
    ...resolveEffect(given, defaults, notes),
    ...crewOf(given['repaired-by']),
    ...((given.change ?? CHANGES.has(faultName)) ? { change: true } : {}),
  };
}

/**
 * The faults of one thing, sorted by name: those written, completed from the catalogue, and the rest of the catalogue
 * unless it is switched off. Faults `onRequest` occur only where they are written, and are completed too.
 */
export function resolveFaults(
  given: FaultsInput | undefined,
  catalogue: FaultCatalogue,
  catalogueOn: boolean,
  notes: Notebook,
  onRequest: FaultCatalogue = {},
): readonly FaultSpec[] {
  if (given === 'none') return [];
  const known = { ...onRequest, ...catalogue };
  const entries = new Map<string, FaultInput | 'none'>(
    catalogueOn ? Object.keys(catalogue).map((key) => [key, {}]) : [],
  );
  for (const [key, fault] of given ?? []) entries.set(key, fault);
  return [...entries]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([key, fault]) => {
      if (fault === 'none') return [];
      const defaults = Object.hasOwn(known, key) ? known[key]! : {};
      return resolveFault(key, fault, defaults, notes.at(key)) ?? [];
    });
}
