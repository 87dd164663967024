import * as z from 'zod';
import { byCodeUnit, formatDuration, type Us } from '../base/index.ts';
import {
  coordinates,
  crewSize,
  crewsOf,
  distance,
  duration,
  type Effect,
  type EffectSpec,
  effectShape,
  type FaultSpec,
  faultsInput,
  law,
  meaning,
  type Notebook,
  name,
  positiveDuration,
  type Reference,
  resolveCorruption,
  resolveEffect,
  resolveFaults,
  target,
} from '../language/index.ts';
import { type Law, never } from '../random/index.ts';
import type { OnsetSpec } from './onset.ts';

/** Things that fall together whatever places they stand in: a building under two zones, a control plane, two lines in one trench. */
export interface DomainSpec {
  readonly name: string;
  /** Places, components, instances (`app-a/1`) and links, sorted. */
  readonly takes: readonly string[];
  readonly faults: readonly FaultSpec[];
}

/** A circle on the map: an earthquake, a power grid. Takes every place with coordinates within it. */
export interface AreaSpec {
  readonly name: string;
  /** Latitude and longitude in degrees. */
  readonly centre: readonly [number, number];
  /** Kilometres. */
  readonly radius: number;
  readonly faults: readonly FaultSpec[];
}

/** People who repair: as many repairs at a time as the crew is large. */
export interface CrewSpec {
  readonly name: string;
  readonly size: number;
}

interface Scheduled {
  readonly name: string;
  readonly at: Us;
  /** It strikes at any instant of so long a time from `at` on, all of them alike; 0: at `at`. */
  readonly within: Us;
  /** It waits for another fault instead, and strikes so long after that one. */
  readonly follows?: NonNullable<OnsetSpec['follows']>;
  /** How long it stays broken; never: for good. */
  readonly for: Law;
  readonly effect: Effect;
  /** `gray`: the share of requests that fail, 0 to 1. */
  readonly share: number;
  /** `gray`: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** `slow`: the capacity is divided by this, at least 1. */
  readonly factor: number;
  /** `damage`: things were deleted, not overwritten. */
  readonly deletes?: true;
  /** `damage`: how long until people notice. */
  readonly noticed: Law;
}

/** A place, component, instance, domain or area lost at a stated time, or a link cut. */
export type ScheduledOutage = Scheduled & {
  readonly damage: undefined;
  readonly erase?: undefined;
  /** A machine of a pool boots after its repair. */
  readonly boots?: boolean;
} & ({ readonly lose: string; readonly cut: undefined } | { readonly lose: undefined; readonly cut: string });

/** The data of a store are damaged. */
type ScheduledDamage = Scheduled & {
  readonly lose: undefined;
  readonly cut: undefined;
  readonly damage: string;
  readonly erase?: undefined;
};

/** The backups of a store or a backup service are lost, in one place or wherever they lie. */
export type ScheduledErasure = Scheduled & {
  readonly lose: undefined;
  readonly cut: undefined;
  readonly damage: undefined;
  readonly erase: { readonly vault: string; readonly place: string | undefined };
};

/** A fault at a stated time: an outage, or the data of a store damaged, or its backups lost. */
export type ScheduledFault = ScheduledOutage | ScheduledDamage | ScheduledErasure;

const domain = { takes: z.array(target).min(1), faults: faultsInput.optional() };
export const domainInput = z.strictObject(
  meaning(domain, { takes: 'places, components and servers that fall together', faults: 'what makes them fall' }),
);

/** A domain has no faults of its own until the scenario states them or a schedule names it. */
export const resolveDomain = (
  domainName: string,
  given: z.output<typeof domainInput>,
  notes: Notebook,
): DomainSpec => ({
  name: domainName,
  takes: [...new Set(given.takes)].sort(byCodeUnit),
  faults: resolveFaults(given.faults, {}, true, notes.at('faults')),
});

export const domainReferences = (spec: DomainSpec): Reference[] => [
  ...spec.takes.map((taken) => ({ path: ['takes', taken], name: taken, to: 'taken' as const })),
  ...crewsOf(spec.faults),
];

const area = { centre: coordinates, radius: distance, faults: faultsInput.optional() };
export const areaInput = z.strictObject(
  meaning(area, {
    centre: 'its middle on the map',
    radius: 'places with coordinates within this distance are taken',
    faults: 'what strikes it',
  }),
);

/** As with domains, its faults are stated or scheduled. */
export const resolveArea = (areaName: string, given: z.output<typeof areaInput>, notes: Notebook): AreaSpec => ({
  name: areaName,
  centre: given.centre,
  radius: given.radius,
  faults: resolveFaults(given.faults, {}, true, notes.at('faults')),
});

export const crewInput = z.strictObject(meaning({ size: crewSize.optional() }, { size: 'repairs it does at a time' }));

export const resolveCrew = (crewName: string, given: z.output<typeof crewInput>): CrewSpec => ({
  name: crewName,
  size: given.size ?? 1,
});

const scheduled = {
  name: name.optional(),
  at: duration,
  within: positiveDuration.optional(),
  for: law.optional(),
  lose: target.optional(),
  cut: name.optional(),
  damage: name.optional(),
  ...effectShape,
};
export const scheduledInput = z.strictObject(
  meaning(scheduled, {
    name: 'what reports call it',
    at: 'when it strikes, from the start of a replication',
    within: 'it strikes at a random instant of so long a time from `at` on, another in each replication',
    for: 'how long it lasts; for good unless stated',
    lose: 'a place, component, server, domain or area that is lost',
    cut: 'the link that is cut',
    damage: 'the store whose data are damaged',
    effect: 'how the thing meets its callers meanwhile',
    share: '`gray`: share of requests that fail; `corruption`: share of answers that are wrong',
    'probes-fail': '`gray`: chance that a probe fails',
    factor: '`slow`: what its capacity is divided by',
    deletes: '`corruption`: whether things were deleted; a copy to which deletions are not carried keeps them',
    noticed: '`corruption`: time until people notice that data are wrong',
  }),
);
type ScheduledInput = z.output<typeof scheduledInput>;

const DEEDS = ['lose', 'cut', 'damage'] as const;
type Done = (typeof DEEDS)[number];

/** The one thing that a fault on a schedule does, or undefined after saying what is wrong. */
function doneBy(given: ScheduledInput, notes: Notebook): readonly [Done, string] | undefined {
  const done = DEEDS.flatMap((deed) => (given[deed] === undefined ? [] : [[deed, given[deed]] as const]));
  if (done.length === 1) return done[0];
  notes.error('lose-cut-or-damage', 'a fault on a schedule loses something, cuts a link or damages a store', {
    expected: `exactly one of ${DEEDS.join(', ')}`,
  });
  return undefined;
}

/** Wrong data are there at once, and stay until a plan restores the store. */
function resolveDamage(given: ScheduledInput, notes: Notebook): EffectSpec {
  for (const key of ['for', 'effect', 'probes-fail', 'factor'] as const) {
    if (given[key] === undefined) continue;
    notes.error('useless-key', `\`${key}\` means nothing to damaged data`, { path: [key], atKey: true });
  }
  return { effect: 'corruption', probesFail: 1, factor: 1, ...resolveCorruption(given, {}, notes) };
}

/** Reads a fault on a schedule. Without a name it is called by what it does and when: `lose cn-beijing/a at 3d`. */
export function resolveScheduled(given: ScheduledInput, notes: Notebook): ScheduledFault | undefined {
  const done = doneBy(given, notes);
  if (done === undefined) return undefined;
  const [deed, target] = done;
  const { at } = given;
  const nothing = { lose: undefined, cut: undefined, damage: undefined };
  const common = {
    name: given.name ?? `${deed} ${target} at ${formatDuration(at)}`,
    at,
    within: given.within ?? (0 as Us),
    for: given.for ?? never(),
  };
  if (deed === 'damage') return { ...common, ...resolveDamage(given, notes), ...nothing, damage: target };
  if (given.effect === 'corruption') {
    notes.error('no-data', 'wrong data break nothing: on a schedule they are a damage', {
      path: ['effect'],
      expected: '`damage` and the name of a store, without `effect`',
    });
  }
  const shown = { ...common, ...resolveEffect(given, {}, notes) };
  return deed === 'lose' ? { ...shown, ...nothing, lose: target } : { ...shown, ...nothing, cut: target };
}

export function scheduledReferences({ lose, cut, damage }: ScheduledFault): Reference[] {
  if (lose !== undefined) return [{ path: ['lose'], name: lose, to: 'target' }];
  if (cut !== undefined) return [{ path: ['cut'], name: cut, to: 'link' }];
  return damage === undefined ? [] : [{ path: ['damage'], name: damage, to: 'store' }];
}
