import type { FaultClass } from './faults.ts';
import type { Bounds } from './figures.ts';

/** Phases of downtime, in the order in which a recovery meets them. */
export const PHASES = ['detect', 'decide', 'switch', 'start', 'restore', 'propagate', 'overload', 'repair'] as const;

export type PhaseName = (typeof PHASES)[number];

export interface Cause {
  /** The fault that struck last before the level was lost. */
  readonly trigger: string;
  /** The class of that fault; null where nothing had struck yet. */
  readonly class: FaultClass | null;
  /** All that was broken at that moment, by name, with how many where more than one. */
  readonly combination: readonly string[];
  /**
   * Whether it is one of the smallest combinations that took the workload below its level: one fault alone (`single`), or only
   * for shorter than a `blip` on average, or two of which neither does it alone (`pair`). Null: none of these.
   */
  readonly cut: 'single' | 'blip' | 'pair' | null;
  /** Of all downtime, 0 to 1. */
  readonly share: number;
  readonly minutesPerYear: number;
  /** Of these by phase, minutes a year; phases in which nothing was lost are not there. */
  readonly phases: Readonly<Partial<Record<PhaseName, number>>>;
  readonly incidentsPerYear: number;
  readonly intervals: {
    readonly share: Bounds;
    readonly minutesPerYear: Bounds;
    readonly incidentsPerYear: Bounds;
    readonly phases: Readonly<Partial<Record<PhaseName, Bounds>>>;
    /** Of the share of what the cause costs that each phase is, 0 to 1. */
    readonly phaseShares: Readonly<Partial<Record<PhaseName, Bounds>>>;
  };
}

/** A cause in what to improve first, by itself. */
export interface FixCause {
  readonly combination: readonly string[];
  /** Of all downtime of the workload, 0 to 1. */
  readonly share: number;
  readonly minutesPerYear: number;
  readonly intervals: { readonly share: Bounds; readonly minutesPerYear: Bounds };
}

/**
 * What to improve first: what costs the workload that is down the longest the most, and the phase of it that does. Causes of the same kind
 * that cost as much as far as was measured stand together (`causes`), and all figures are of all of them.
 */
export interface FixFirst {
  readonly workload: string;
  /** All that was broken, as in its cause. */
  readonly combination: readonly string[];
  /** Of all downtime of the workload, 0 to 1. */
  readonly share: number;
  readonly minutesPerYear: number;
  readonly phase: PhaseName;
  /** Of these minutes the share that was lost on that phase, 0 to 1. */
  readonly phaseShare: number;
  readonly intervals: { readonly share: Bounds; readonly minutesPerYear: Bounds; readonly phaseShare: Bounds };
  /** The dearest, which `combination` names, and those of its kind whose interval of minutes meets its own, the dearest first. */
  readonly causes: readonly FixCause[];
  /** Settings of the scenario by which that phase lasts as long as it does, the weightiest first; empty: none that is written there. */
  readonly settings: readonly string[];
}

/**
 * Downtime in which somebody waited for a setting of the scenario: how long a plan is decided, a check looks, a cache keeps. Where several
 * are waited for at once, each has all of it.
 */
export interface Wait {
  /** Its path: `plans.zone-a-lost.decided-by.takes`. */
  readonly setting: string;
  /** The phase that it decides. */
  readonly phase: PhaseName;
  /** The fault that struck last before the level was lost. */
  readonly trigger: string;
  readonly minutesPerYear: number;
  readonly intervals: { readonly minutesPerYear: Bounds };
}
