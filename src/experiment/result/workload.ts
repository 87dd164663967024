import type { Headroom, PathLatency } from './calm.ts';
import type { Cause, PhaseName, Wait } from './causes.ts';
import type { FaultClass } from './faults.ts';
import type { Bounds, CensoredSpread, Estimate } from './figures.ts';

/** What so many runs had come to: downtime in minutes a year with its interval; null where too few bound it. */
export interface Reached {
  readonly runs: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How downtime spreads over the runs, and how its estimate settled. */
export interface OverRuns {
  /** Runs without any downtime. */
  readonly runsWithout: number;
  /** The others by their downtime, minutes a year; bins in which no run fell are left out. */
  readonly downtimeMinutes: readonly { readonly from: number; readonly to: number; readonly runs: number }[];
  /** In the order of `runs`; the last is the result itself. */
  readonly convergence: readonly Reached[];
}

export interface RecoveryByClass extends CensoredSpread {
  readonly class: FaultClass;
  /** What broke: `cn-beijing/a`, `app-a`, a link or a domain by name. */
  readonly domain: string;
}

export interface WorkloadResult {
  readonly availability: {
    readonly requests: Estimate;
    readonly time: Estimate;
    /** By requests, but only right answers count; null where no data can be damaged. */
    readonly rightAnswers: Estimate | null;
    /** Share of requests answered with wrong data; null where no data can be damaged. */
    readonly servedWrong: Estimate | null;
    /** Share of time lost to planned work. */
    readonly planned: Estimate;
    /** By time, planned downtime left out. */
    readonly withoutPlanned: Estimate;
    /** By time, incidents left out that a change or a mistake of people began; null where none is in the scenario. */
    readonly withoutChanges: number | null;
    readonly confidence: number;
  };
  /** The least share of requests served at which it is up, 0 to 1. */
  readonly upWhen: number;
  readonly downtimeMinutesPerYear: Estimate;
  readonly incidentsPerYear: Estimate;
  /** Incidents shorter than `blipUnderSeconds`; they are counted in `incidentsPerYear` too. */
  readonly blipsPerYear: number;
  readonly blipUnderSeconds: number;
  readonly incidentSeconds: CensoredSpread;
  readonly rtoSeconds: readonly RecoveryByClass[];
  /** Minutes of downtime a year by phase, and the share of incident time spent up between two losses (`flap`). */
  readonly phases: Readonly<Record<PhaseName | 'flap', number>>;
  readonly causes: readonly Cause[];
  /** Of each setting and trigger at least a thousandth of all downtime, the most first. */
  readonly waits: readonly Wait[];
  /** Downtime of causes that are not listed one by one, minutes a year. */
  readonly otherCausesMinutesPerYear: number;
  readonly intervals: {
    /** Of the availability. */
    readonly withoutChanges: Bounds | null;
    /** Of the share of downtime that changes and mistakes of people began, 0 to 1. */
    readonly changes: Bounds | null;
    readonly blipsPerYear: Bounds;
    readonly phases: Readonly<Record<PhaseName | 'flap', Bounds>>;
    /** Of the share of all downtime that each phase is, 0 to 1; phases in which nothing was lost are not there. */
    readonly phaseShares: Readonly<Partial<Record<PhaseName, Bounds>>>;
    readonly otherCausesMinutesPerYear: Bounds;
  };
  /** The vendors' availability figures multiplied along the path; null where a vendor states none. */
  readonly slaProduct: number | null;
  readonly slaParts: readonly { readonly component: string; readonly sla: number | null; readonly source: string }[];
  readonly headroom: readonly Headroom[];
  readonly latencySeconds: PathLatency;
  readonly overRuns: OverRuns;
}
