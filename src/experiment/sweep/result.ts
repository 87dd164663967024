import type { Assumption, Estimate } from '../result/index.ts';
import type { MeasureName } from './row.ts';

/** One point of a sweep. */
export interface SweepPoint {
  /** From 1. */
  readonly point: number;
  /** By the names of the parameters, as it would be written. */
  readonly settings: Readonly<Record<string, string>>;
  /** Only where it says the same as an earlier point: its number. */
  readonly sameAs?: number;
  /** `downtime:order`, `rpo`, and so on, in their units. */
  readonly measures: Readonly<Record<MeasureName, Estimate>>;
  /** This point less the base, paired by replication; of measures that are means over replications. */
  readonly differences: Readonly<Record<MeasureName, Estimate>>;
  readonly traceHash: string;
  /** Whether no other point is at least as good in every measure of the front, and better in one. */
  readonly front: boolean;
}

/** What setting one level instead of the first does to a measure, on average over all other parameters. */
export interface LevelEffect {
  readonly level: string;
  readonly effect: Estimate;
}

/** How much one parameter moves one measure. */
export interface ParameterEffect {
  readonly parameter: string;
  /** The measure at `to` less at `from`, averaged over the other parameters. */
  readonly effect: Estimate;
  readonly from: string;
  readonly to: string;
  /** Against the first; none for a range. */
  readonly levels: readonly LevelEffect[];
  /** Spearman's rank correlation of a range's values with the measure; null for levels. */
  readonly rank: Estimate | null;
}

/** Which parameters move a measure, the strongest first. */
export interface Sensitivity {
  readonly measure: MeasureName;
  readonly parameters: readonly ParameterEffect[];
  /** Share of the variance between points that the effects explain together, 0 to 1; null where there is none. */
  readonly explained: number | null;
}

/** What `hasim sweep --json` prints. */
export interface SweepResult {
  readonly hasim: string;
  /** Tells this sweep from any other. */
  readonly id: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  /** Of each point. */
  readonly runs: number;
  readonly yearsPerRun: number;
  /** Of what costs are measured; null where the scenario names none. */
  readonly currency: string | null;
  /** Of each measure: `share` from 0 to 1, `seconds`, `min/year`, `incidents/year`, `writes/year`, `currency` (over 3 years), `currency/year`. */
  readonly units: Readonly<Record<MeasureName, string>>;
  readonly design: {
    readonly kind: 'grid' | 'sample';
    /** Points asked for, and scenarios among them that differ. */
    readonly points: number;
    readonly distinct: number;
    /** Distinct scenarios that have been run; fewer when interrupted. */
    readonly run: number;
  };
  readonly parameters: readonly {
    readonly name: string;
    /** Full path in the scenario. */
    readonly path: string;
    /** As written; of a range its two ends. */
    readonly values: readonly string[];
    readonly range: boolean;
    readonly log: boolean;
  }[];
  /** What the differences are to: a point, from 1, or null for the scenario as it is written. */
  readonly base: { readonly point: number | null; readonly measures: Readonly<Record<MeasureName, Estimate>> };
  readonly pareto: { readonly measures: readonly MeasureName[]; readonly points: readonly number[] };
  readonly sensitivity: readonly Sensitivity[];
  readonly points: readonly SweepPoint[];
  readonly assumptions: readonly Assumption[];
}
