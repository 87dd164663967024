import type { Assumption, Bounds, Estimate } from '../result/index.ts';

/** Why a figure of a rare run is to be doubted. */
export type RareWarning =
  /** No window has lost anything. */
  | 'none-seen'
  /** Too few windows carry the figure: the interval is rough. */
  | 'few'
  /** A tenth of the figure or more comes from one window. */
  | 'dominated'
  /** The ordinary paths have seen something else. */
  | 'disagrees'
  /** More events than an ordinary run would need for the same interval. */
  | 'no-gain';

/** Why a rare run has ended before all of its paths were done. */
export type RareCut = 'interrupted' | 'max-time';

/** Downtime by what was broken when the incident began. */
export interface RareCauseResult {
  /** By name, with how many where more than one; empty: nothing was broken. */
  readonly combination: readonly string[];
  /** Of all downtime that follows failures, 0 to 1. */
  readonly share: number;
  readonly minutesPerYear: number;
  readonly incidentsPerYear: number;
  readonly intervals: { readonly share: Bounds; readonly minutesPerYear: Bounds; readonly incidentsPerYear: Bounds };
}

/** A rung of importance splitting: how near to a loss a state was, and how often. */
export interface RareRung {
  /** Faults that hold something down; 0: something went on, such as a recovery, a burst, planned work. */
  readonly broken: number;
  /** How long that had lasted, at the least. */
  readonly minutes: number;
  /** Of one start on the path, so many copies stand here. */
  readonly copies: number;
  /** How often it was passed, by the path and all copies; and a year, weighted. */
  readonly seen: number;
  readonly perYear: number;
}

export interface RareWorkload {
  readonly availability: { readonly requests: Estimate; readonly time: Estimate; readonly confidence: number };
  readonly upWhen: number;
  readonly downtimeMinutesPerYear: Estimate;
  readonly incidentsPerYear: Estimate;
  readonly causes: readonly RareCauseResult[];
  /** How many windows of equal weight would say as much about downtime; of splitting, clusters of copies. */
  readonly effectiveSampleSize: number;
  /** Windows or clusters in which anything was lost. */
  readonly windowsWithLoss: number;
  /** The share of the largest of them in what all have lost. */
  readonly largestWindowShare: number;
  /** How many times the events of this run an ordinary one would need for the same interval of downtime; null where nothing was lost, or nothing scatters. */
  readonly varianceReduction: number | null;
  /** What the paths themselves have seen, as an ordinary run would tell it. */
  readonly ordinary: { readonly downtimeMinutesPerYear: Estimate };
  readonly warnings: readonly RareWarning[];
}

/** What `hasim run --rare --json` prints. */
export interface RareResult {
  readonly hasim: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  readonly runs: number;
  readonly runsAsked: number;
  readonly yearsPerRun: number;
  readonly events: number;
  readonly rare: {
    readonly method: 'failure-biasing' | 'importance-splitting';
    /** Windows, or copies of splitting. */
    readonly windows: number;
    /** Events of paths, of windows or copies, and of the pilot, which together are all. */
    readonly events: { readonly paths: number; readonly windows: number; readonly pilot: number };
    /** The share of time in which nothing was broken and nothing went on. */
    readonly calmShare: number;
    /** Clocks of failures that are drawn from another law; of splitting none. */
    readonly biased: number;
    /** Of splitting: the rungs that were stood on. */
    readonly rungs?: readonly RareRung[];
  };
  readonly stopping: { readonly reason: 'runs' | RareCut };
  readonly assumptions: readonly Assumption[];
  readonly workloads: Readonly<Record<string, RareWorkload>>;
}
