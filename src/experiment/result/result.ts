import type { NamedOrigin } from '../origin.ts';
import type { Utilisation } from './calm.ts';
import type { FixFirst } from './causes.ts';
import type { FaultClass } from './faults.ts';
import type { Bounds, Estimate, YearsEstimate } from './figures.ts';
import type { ObjectiveResult } from './objectives.ts';
import type { StoreResult } from './store.ts';
import type { WorkloadResult } from './workload.ts';

export interface Assumption {
  /** Full path in the scenario: `components.www.ttl`. */
  readonly path: string;
  /** As it would be written in the scenario. */
  readonly value: string;
  readonly source: string;
}

/** What the architecture costs, of all that states a price. */
export interface Cost {
  /** Null where the scenario names none. */
  readonly currency: string | null;
  readonly perMonth: number;
  readonly once: number;
  readonly staffPerYear: number;
  /** Build times one after the other. */
  readonly buildSeconds: number;
  /** Of all workloads that say what their downtime costs, planned or not; null where none does. */
  readonly downtimePerYear: Estimate | null;
  /** All of it: once, months, staff, downtime. */
  readonly tcoPerYears: YearsEstimate;
}

/** Something that a component counts: sessions lost with servers. */
export interface Count {
  readonly component: string;
  /** `sessions-lost`. */
  readonly what: string;
  /** Null where none was seen; `note` then gives the bound. */
  readonly perYear: number | null;
  readonly note?: string;
  readonly intervals: { readonly perYear: Bounds };
}

/** How well a measure is known that a precision was asked of. */
export interface MeasureReached {
  readonly measure: 'downtime' | 'rto' | 'rpo';
  /** A workload, or a store; null: of none of them anything was seen. */
  readonly of: string | null;
  readonly class: FaultClass | null;
  /** Incidents, recoveries or losses behind it. */
  readonly seen: number;
  /**
   * Minutes a year of downtime; seconds of p95, as tables tell it: null where it is one that had not ended or was left behind. Null too where
   * nothing was seen; `note` then gives the bound.
   */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Half-width of the interval as a share of the figure; null where nothing bounds it. */
  readonly reached: number | null;
  readonly enough: boolean;
  readonly note?: string;
}

export interface Result {
  readonly hasim: string;
  readonly scenario: NamedOrigin;
  readonly seed: string;
  readonly runs: number;
  /** Asked for; more than `runs` when interrupted. */
  readonly runsAsked: number;
  readonly yearsPerRun: number;
  readonly events: number;
  readonly traceHash: string;
  readonly stopping: {
    readonly reason: 'runs' | 'precision' | 'interrupted' | 'max-runs' | 'max-time' | 'failed';
    readonly precision: number | null;
    /** The relative half-width reached, of the measure that is the least sure; null where nothing bounds it. */
    readonly reached: number | null;
    /** Under a precision: each measure that was asked for. Where not every one is known well enough, the run is undecided. */
    readonly measures?: readonly MeasureReached[];
    /** The one that was the last to be known, or is the furthest from it. */
    readonly decidedBy?: MeasureReached;
  };
  readonly assumptions: readonly Assumption[];
  readonly workloads: Readonly<Record<string, WorkloadResult>>;
  /** Null where no downtime was seen that something broken began. */
  readonly fixFirst: FixFirst | null;
  readonly stores: Readonly<Record<string, StoreResult>>;
  readonly utilisation: Utilisation;
  readonly counts: readonly Count[];
  /** Null where the scenario states no price and no cost of downtime. */
  readonly cost: Cost | null;
  readonly objectives: readonly ObjectiveResult[];
}
