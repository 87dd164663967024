import type { Estimate, Result, YearsEstimate } from './result/index.ts';

/** How a workload fares against the same workload of the first scenario, paired by replication. */
export interface WorkloadDifferences {
  readonly availability: { readonly requests: Estimate; readonly time: Estimate };
  readonly downtimeMinutesPerYear: Estimate;
  readonly plannedMinutesPerYear: Estimate;
  readonly incidentsPerYear: Estimate;
}

/** Of all stores of a scenario together. */
export interface DataTotals {
  readonly writesLostPerYear: Estimate;
  readonly splitBrainMinutesPerYear: Estimate;
}

/** Of all stores of a scenario together, less those of the first. */
export interface DataDifferences {
  readonly writesLostPerYear: Estimate;
  readonly splitBrainMinutesPerYear: Estimate;
}

/** What this scenario costs more than the first, and what that brings. */
export interface CostDifferences {
  readonly perMonth: number;
  /** Once, months and staff over so many years, without downtime. */
  readonly extra: { readonly years: number; readonly amount: number };
  /** Null where one of the two does not say what downtime costs. */
  readonly downtimePerYear: Estimate | null;
  readonly tcoPerYears: YearsEstimate;
  /** (Downtime cost avoided − extra) ÷ extra over so many years; null where nothing extra is paid, or downtime has no cost. */
  readonly returnPerYears: YearsEstimate | null;
}

/** This scenario less the first: below 0 is less of it. */
export interface Differences {
  /** Workloads that both have. */
  readonly workloads: Readonly<Record<string, WorkloadDifferences>>;
  readonly data: DataDifferences;
  /** Null where one of the two states no price, or they are in two currencies. */
  readonly cost: CostDifferences | null;
}

/** What `hasim compare --json` prints. */
export interface Comparison {
  readonly hasim: string;
  readonly seed: string;
  /** Of each scenario. */
  readonly runs: number;
  readonly runsAsked: number;
  readonly yearsPerRun: number;
  /** As `hasim run --json` prints them, in the order given. */
  readonly scenarios: readonly Result[];
  /** Of each scenario, in the same order. */
  readonly totals: readonly { readonly data: DataTotals }[];
  /** Of each scenario against the first, in the same order; those of the first are 0. */
  readonly differences: readonly Differences[];
}
