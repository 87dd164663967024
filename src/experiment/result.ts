/** What `hasim run --json` prints. Fields may be added; these names stay. No NaN and no Infinity: null, with a reason beside it. */

/** A figure with its interval. `low` or `high` is null where nothing bounds that side; `note` then says why. */
export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly note?: string;
}

/**
 * What a figure lies between that stands as a plain number beside, 95 % sure: what stands under a name has its bounds under the same
 * name in `intervals`. Null on a side that nothing bounds; `note` then says why, or that too few were seen for more than a rough one.
 */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly note?: string;
}

/**
 * Quantiles of a measured time, in seconds: null where nothing was seen. Each is at least its `Low` and at most its `High`, 95 %
 * sure of each, as if times were independent: null on a side for which too few were seen.
 */
export interface Quantiles {
  readonly p50: number | null;
  readonly p50Low: number | null;
  readonly p50High: number | null;
  readonly p95: number | null;
  readonly p95Low: number | null;
  readonly p95High: number | null;
  readonly p99: number | null;
  readonly p99Low: number | null;
  readonly p99High: number | null;
}

/** The spread of a measured time, in seconds. */
export interface Spread extends Quantiles {
  readonly count: number;
  /** Null where nothing was seen, and where any has not ended: a mean of the others would be too short. */
  readonly mean: number | null;
  /** What bounds the mean, both 95 % sure, as if times were independent; null where there is no mean, or nothing bounds it. */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  /** The worst seen: no interval bounds what may yet come. */
  readonly max: number | null;
  /** The share of all such times, 0 to 1, that may exceed `max`: 95 % sure, as if they were independent; null where nothing was seen. */
  readonly beyondMax: number | null;
}

/** Incidents still open at the end of a replication are counted and censored, never dropped. */
export interface CensoredSpread extends Spread {
  readonly censored: number;
}

/**
 * The class of what broke: the size of the thing that one fault takes; a `plan` that stopped service on purpose can be a trigger
 * too. Only drills tell apart a lost `copy` of data, a `mistake` of an operator and the `control` plane of machines.
 */
export type FaultClass =
  | 'instance'
  | 'component'
  | 'rack'
  | 'service'
  | 'zone'
  | 'region'
  | 'idc'
  | 'area'
  | 'link'
  | 'domain'
  | 'damage'
  | 'copy'
  | 'mistake'
  | 'control'
  | 'plan';

export interface RecoveryByClass extends CensoredSpread {
  readonly class: FaultClass;
  /** What broke: `cn-beijing/a`, `app-a`, a link or a domain by name. */
  readonly domain: string;
}

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

/** What is left after one single loss, worst moment after recovery: capacity that still serves ÷ demand. */
export interface Headroom {
  /** What is lost: a place or a component. */
  readonly loss: string;
  readonly of: 'place' | 'component';
  /** The pool that is the tightest then; null where the path has no pool left. */
  readonly component: string | null;
  /** Capacity ÷ load there; below 1 the pool is overloaded; 0: the path is gone until repair. */
  readonly share: number;
  /**
   * Share of the requests that are served, 0 to 1: at the instant of the loss, when balancers, names and people still send users to what
   * is dead; and when all have done what they do.
   */
  readonly served: { readonly atOnce: number; readonly settled: number };
}

/** How much of what is paid for serves while all is well. Shares, 0 to 1. */
export interface Utilisation {
  /** Capacity of the servers that requests reach ÷ capacity of all that run; null without servers. */
  readonly serving: number | null;
  /** Load ÷ capacity; null where a pool states no capacity. */
  readonly load: number | null;
  /** Servers of one pool in one place each. */
  readonly pools: readonly {
    readonly pool: string;
    readonly place: string;
    readonly servers: number;
    readonly serves: boolean;
    readonly load: number | null;
  }[];
  /** What each place has in reserve for others: the share of the capacity that runs there which no load takes. None where a pool states no capacity. */
  readonly reserves: readonly { readonly place: string; readonly share: number }[];
}

/** What the network takes for a request there and back while all is well, seconds. */
export interface PathLatency {
  /** By demand. */
  readonly mean: number;
  /** By the answer that users hold, the worst first; shares of the users. */
  readonly groups: readonly { readonly group: string; readonly share: number; readonly seconds: number }[];
}

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
  readonly upWhen: number;
  readonly downtimeMinutesPerYear: Estimate;
  readonly incidentsPerYear: Estimate;
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

export interface RpoByClass extends Spread {
  readonly class: FaultClass;
  readonly domain: string;
  /**
   * Of `count`, those in which users went on in another store that nothing gives what this one holds: they found nothing of what
   * they had written, which exceeds every age. Absent: none.
   */
  readonly leftBehind?: number;
}

export interface StoreResult {
  readonly rpoSeconds: readonly RpoByClass[];
  /** Recoveries in which no acknowledged write was left behind, before a damage or after it, of all recoveries. */
  readonly recoveries: number;
  readonly cleanRecoveries: number;
  /** Acknowledged writes that a promotion of this store left behind and a later rebuild of the old primary threw away. */
  readonly writesLostPerYear: number;
  /** Acknowledged writes that a promotion left behind on the old primary's disk. */
  readonly orphanedPerYear: number;
  /** Those that a two-way replication brought over when the old primary was back, with what it took alone; only where that was. */
  readonly deliveredPerYear?: number;
  /** Times a year that no copy and no backup was left; null where nothing destroys data. */
  readonly permanentLossesPerYear: number | null;
  /** Going back to a backup; null where nothing destroys or damages data. */
  readonly restores: {
    readonly perYear: number;
    /** From damages to the end of writing. */
    readonly wrongDataMinutesPerYear: number;
    /** Disks of one machine that came back to different points: how far apart in all. */
    readonly inconsistentMinutesPerYear: number;
    /** Writes acknowledged after a damage, thrown away with it. */
    readonly goodWritesDiscardedPerYear: number;
  } | null;
  /** Writes that met one of the same key at an equal which neither had seen; both sides come to agree on them. */
  readonly mergedConflictsPerYear: number;
  readonly splitBrain: {
    readonly minutesPerYear: number;
    readonly perYear: number;
    readonly conflictingWritesPerYear: number;
    /** Of `perYear`, those that began because fencing had not worked; absent where none did. */
    readonly unfencedPerYear?: number;
  };
  /** Shares of time, 0 to 1. */
  readonly exposure: {
    /** No second copy in step or catching up. */
    readonly withoutStandby: number;
    /** It took writes and no copy elsewhere received them; only for a store that is replicated elsewhere. */
    readonly withoutCopy?: number;
    /** Semi-synchronous, but fallen back to asynchronous. */
    readonly fallenBack: number;
    /** Lag above the RPO target (null where no target is stated or nothing replicates). */
    readonly lagAboveTarget: number | null;
  };
  /** Only for a store with read-only nodes: how long they alone answered, and how far behind they were when that began. */
  /** Of a copy that users read: how old what they see is on average while it follows and writes come, seconds; null where none came. */
  readonly readAge?: { readonly meanSeconds: number | null };
  readonly staleReads?: Spread & { readonly minutesPerYear: number };
  readonly intervals: StoreIntervals;
}

/** What bounds the figures of a store, each under its name. */
export interface StoreIntervals {
  /** Of the share of recoveries that were clean, 0 to 1, as if they were independent. */
  readonly cleanRecoveries: Bounds;
  readonly writesLostPerYear: Bounds;
  readonly orphanedPerYear: Bounds;
  readonly deliveredPerYear?: Bounds;
  readonly permanentLossesPerYear: Bounds | null;
  readonly restores: Readonly<Record<keyof NonNullable<StoreResult['restores']>, Bounds>> | null;
  readonly mergedConflictsPerYear: Bounds;
  readonly splitBrain: {
    readonly minutesPerYear: Bounds;
    readonly perYear: Bounds;
    readonly conflictingWritesPerYear: Bounds;
    readonly unfencedPerYear?: Bounds;
    /** Of the share of split brains that began because fencing had not worked, 0 to 1, as if they were independent. */
    readonly unfencedShare?: Bounds;
  };
  readonly exposure: {
    readonly withoutStandby: Bounds;
    readonly withoutCopy?: Bounds;
    readonly fallenBack: Bounds;
    readonly lagAboveTarget: Bounds | null;
  };
  readonly readAge?: { readonly meanSeconds: Bounds };
  readonly staleReads?: { readonly minutesPerYear: Bounds };
}

export type ObjectiveVerdict = 'met' | 'missed' | 'undecided' | 'needs-drill';

export interface ObjectiveResult {
  readonly objective: string;
  readonly workload: string | null;
  readonly scope: string | null;
  readonly domain: string | null;
  readonly target: number;
  /** Of a loss that runs have seen: p95 of the worst place and, for recovery times, of the worst workload. */
  readonly measured: number | null;
  /** How many such losses stand behind that p95; `low` and `high` are what it lies between, 95 % sure each. */
  readonly seen?: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: ObjectiveVerdict;
}

/** An estimate of what comes together in so many years. */
export interface YearsEstimate extends Estimate {
  readonly years: number;
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

/** An objective that was measured on purpose: nothing is left to be drilled. */
export type Verdict = Exclude<ObjectiveVerdict, 'needs-drill'>;
export interface JudgedObjective extends Omit<ObjectiveResult, 'verdict' | 'seen'> {
  readonly verdict: Verdict;
  /** Of a recovery point of damaged data: mean good writes a drill that were written after the damage and thrown away with it; absent: none. */
  readonly discarded?: number;
  /** What bounds it; there where it is. */
  readonly intervals?: { readonly discarded: Bounds };
  /** Of a recovery point: the store whose users went on writing in another that nothing had fed from it; absent: none. */
  readonly leftBehind?: string;
}

export interface Assumption {
  /** Full path in the scenario: `components.www.ttl`. */
  readonly path: string;
  /** As it would be written in the scenario. */
  readonly value: string;
  readonly source: string;
}

/** How well a measure is known that a precision was asked of. */
export interface MeasureReached {
  readonly measure: 'downtime' | 'rto' | 'rpo';
  /** A workload, or a store; null: of none of them anything was seen. */
  readonly of: string | null;
  readonly class: FaultClass | null;
  /** Incidents, recoveries or losses behind it. */
  readonly seen: number;
  /** Minutes a year of downtime; seconds of p95. Null where nothing was seen; `note` then gives the bound. */
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
  readonly scenario: {
    readonly name: string;
    readonly file: string;
    readonly sha256: string;
    readonly faults?: string;
  };
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
