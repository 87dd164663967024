import { toSeconds, type Us } from '../../base/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { type DrillOutcome, recoveryTime } from './outcome.ts';

/** What the drills of one fault look like one beside the other: what charts are drawn from. */
export interface DrillCurves {
  /** Instants after the strike, seconds. */
  readonly atSeconds: readonly number[];
  readonly workloads: readonly {
    readonly workload: string;
    /** Recovery times at 0 %, 5 % … 100 % of all drills; null: longer than the drill. */
    readonly rtoSeconds: readonly (number | null)[];
    /** The share served at each instant: the mean of all drills, and what 5 % and 95 % of them stay below. */
    readonly served: {
      readonly mean: readonly number[];
      readonly low: readonly number[];
      readonly high: readonly number[];
    };
  }[];
  readonly stores: readonly {
    readonly store: string;
    /** Recovery points at 0 %, 5 % … 100 % of the drills in which something took over or was restored. */
    readonly rpoSeconds: readonly (number | null)[];
  }[];
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const STEPS = 20;

/** The curves of workloads that were hurt and of stores that something was taken over from. */
export function curvesOf(
  { workloads }: Scenario,
  stores: readonly string[],
  outcomes: readonly DrillOutcome[],
  atSeconds: readonly number[],
): DrillCurves {
  return {
    atSeconds,
    workloads: workloads.flatMap(({ name: workload }, i) => {
      const seen = outcomes.map((outcome) => outcome.workloads[i]!);
      if (seen.every(({ began }) => began < 0)) return [];
      const levels = atSeconds.map((_, at) => ascending(seen.map(({ served }) => served[at]!)));
      return [{ workload, rtoSeconds: quantiles(seen.map(recoveryTime)), served: band(levels) }];
    }),
    stores: stores.flatMap((store, i) => {
      const ages = outcomes.map((outcome) => outcome.stores[i]!.age).filter((age) => age >= 0);
      return ages.length === 0 ? [] : [{ store, rpoSeconds: quantiles(ages) }];
    }),
  };
}

/** The smallest value with at least that share of all at or below it, in steps of 5 %. */
function quantiles(times: readonly number[]): (number | null)[] {
  const sorted = ascending(times);
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const time = sorted[rank(sorted.length, step / STEPS)]!;
    return Number.isFinite(time) ? toSeconds(time as Us) : null;
  });
}

const rank = (count: number, share: number): number => Math.max(0, Math.ceil(share * count - 1e-9) - 1);

/** Shares to a millionth: more would be noise. */
const rounded = (share: number): number => Math.round(share * 1e6) / 1e6;

const band = (levels: readonly (readonly number[])[]): DrillCurves['workloads'][number]['served'] => ({
  mean: levels.map((sorted) => rounded(sorted.reduce((sum, share) => sum + share, 0) / sorted.length)),
  low: levels.map((sorted) => rounded(sorted[rank(sorted.length, 0.05)]!)),
  high: levels.map((sorted) => rounded(sorted[rank(sorted.length, 0.95)]!)),
});
