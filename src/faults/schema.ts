import type { Us } from '../base/index.ts';
import type { Effect, FaultSpec } from '../language/index.ts';

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
