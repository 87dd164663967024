import * as z from 'zod';
import { byCodeUnit } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import type { Default, Defaults } from './assumption.ts';
import { choice } from './choices.ts';
import { law, timeBetween } from './law.ts';
import { name, named } from './names.ts';
import type { Notebook } from './notebook.ts';
import { numberFrom, probability, share } from './numbers.ts';

export const EFFECTS = ['exit', 'silent', 'hang', 'slow', 'gray'] as const;
/**
 * How a broken thing meets its callers: `exit` refuses at once, `silent` does not answer at all, `hang` accepts and never
 * answers, `slow` has less capacity, `gray` fails a share of requests while probes mostly pass.
 */
export type Effect = (typeof EFFECTS)[number];

export interface FaultSpec {
  readonly name: string;
  /** Time in order until it breaks. */
  readonly arrival: Law;
  /** Time until it is in order again. */
  readonly repair: Law;
  readonly effect: Effect;
  /** `gray`: the share of requests that fail, 0 to 1. */
  readonly share: number;
  /** `gray`: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** `slow`: the capacity is divided by this, at least 1. */
  readonly factor: number;
  /** The crew that repairs it; undefined: a crew of its own is always free. */
  readonly crew: string | undefined;
}

/** The words that say how a fault shows, shared with faults on a schedule. */
export const effectShape = {
  effect: choice(EFFECTS).optional(),
  share: share.optional(),
  'probes-fail': probability.optional(),
  factor: numberFrom(1, 1e6).optional(),
};

const faultInput = z.strictObject({
  mtbf: timeBetween.optional(),
  repair: law.optional(),
  'repaired-by': name.optional(),
  ...effectShape,
});
export type FaultInput = z.output<typeof faultInput>;

/** `none`, or faults by name, each of which may be `none`. */
export const faultsInput = z.union([z.literal('none'), named(z.union([z.literal('none'), faultInput]))]);
export type FaultsInput = z.output<typeof faultsInput>;

/** The faults a kind of thing has unless the scenario says otherwise, by name. */
export type FaultCatalogue = Readonly<Record<string, Defaults>>;

export type EffectInput = Pick<FaultInput, 'effect' | 'share' | 'probes-fail' | 'factor'>;
type EffectSpec = Pick<FaultSpec, 'effect' | 'share' | 'probesFail' | 'factor'>;

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
};

/** Fills in how a fault shows. Figures that its effect does not use are neutral and no assumption. */
export function resolveEffect(given: EffectInput, defaults: Defaults, notes: Notebook): EffectSpec {
  const fill = notes.filling({ ...EFFECT_DEFAULTS, ...defaults });
  const effect = fill('effect', given.effect, choice(EFFECTS));
  const gray = effect === 'gray';
  return {
    effect,
    share: gray ? fill('share', given.share, share) : 1,
    probesFail: gray ? fill('probes-fail', given['probes-fail'], probability) : 1,
    factor: effect === 'slow' ? fill('factor', given.factor, numberFrom(1, 1e6)) : 1,
  };
}

function resolveFault(
  faultName: string,
  given: FaultInput,
  defaults: Defaults,
  notes: Notebook,
): FaultSpec | undefined {
  for (const key of ['mtbf', 'repair'] as const) {
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
    repair: fill('repair', given.repair, law),
    ...resolveEffect(given, defaults, notes),
    crew: given['repaired-by'],
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
