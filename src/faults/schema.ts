import * as z from 'zod';
import { byCodeUnit, formatDuration, NEVER, type Us } from '../base/index.ts';
import {
  coordinates,
  crewsOf,
  distance,
  duration,
  type Effect,
  effectShape,
  type FaultSpec,
  faultsInput,
  type Notebook,
  name,
  positiveDuration,
  type Reference,
  resolveEffect,
  resolveFaults,
  target,
  wholeNumber,
} from '../language/index.ts';

/** Things that fall together whatever places they stand in: a building under two zones, a control plane. */
export interface DomainSpec {
  readonly name: string;
  /** Places, components and instances (`app-a/1`), sorted. */
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
  /** NEVER: it stays broken. */
  readonly for: Us;
  readonly effect: Effect;
  /** `gray`: the share of requests that fail, 0 to 1. */
  readonly share: number;
  /** `gray`: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** `slow`: the capacity is divided by this, at least 1. */
  readonly factor: number;
}

/** A fault at a stated time: a place, component, instance, domain or area lost, or a link cut. */
export type ScheduledFault =
  | (Scheduled & { readonly lose: string; readonly cut: undefined })
  | (Scheduled & { readonly lose: undefined; readonly cut: string });

export const domainInput = z.strictObject({ takes: z.array(target).min(1), faults: faultsInput.optional() });

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

export const areaInput = z.strictObject({ centre: coordinates, radius: distance, faults: faultsInput.optional() });

/** As with domains, its faults are stated or scheduled. */
export const resolveArea = (areaName: string, given: z.output<typeof areaInput>, notes: Notebook): AreaSpec => ({
  name: areaName,
  centre: given.centre,
  radius: given.radius,
  faults: resolveFaults(given.faults, {}, true, notes.at('faults')),
});

export const crewInput = z.strictObject({ size: wholeNumber(1, 10_000).optional() });

export const resolveCrew = (crewName: string, given: z.output<typeof crewInput>): CrewSpec => ({
  name: crewName,
  size: given.size ?? 1,
});

export const scheduledInput = z.strictObject({
  name: name.optional(),
  at: duration,
  for: positiveDuration.optional(),
  lose: target.optional(),
  cut: name.optional(),
  ...effectShape,
});
type ScheduledInput = z.output<typeof scheduledInput>;

/** Reads a fault on a schedule. Without a name it is called by what it does and when: `lose cn-beijing/a at 3d`. */
export function resolveScheduled(given: ScheduledInput, notes: Notebook): ScheduledFault | undefined {
  const { at, lose, cut } = given;
  if ((lose === undefined) === (cut === undefined)) {
    notes.error('lose-or-cut', 'a fault on a schedule loses something or cuts a link', {
      expected: 'exactly one of lose and cut',
    });
    return undefined;
  }
  const title = `${lose === undefined ? `cut ${cut}` : `lose ${lose}`} at ${formatDuration(at)}`;
  const common = { name: given.name ?? title, at, for: given.for ?? NEVER, ...resolveEffect(given, {}, notes) };
  return lose === undefined ? { ...common, lose: undefined, cut: cut! } : { ...common, lose, cut: undefined };
}

export const scheduledReferences = ({ lose, cut }: ScheduledFault): Reference[] =>
  lose === undefined ? [{ path: ['cut'], name: cut, to: 'link' }] : [{ path: ['lose'], name: lose, to: 'target' }];
