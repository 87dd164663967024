import { toSeconds, type Us } from '../../base/index.ts';
import { type Longest, longestOf } from '../../measures/index.ts';
import { type DrillOutcome, recoveryTime } from './outcome.ts';

/** Which drills of one fault took the longest to recover from, by workload, and went back the furthest, by store: in seconds. */
export interface LongestDrills {
  readonly workloads: ReadonlyMap<string, Longest>;
  readonly stores: ReadonlyMap<string, Longest>;
}

/** The quantile of which they are the drills that count. */
export const LONGEST_OF = 0.95;

/** Without a time are drills that did not come back, and of a store those in which nothing took over. */
export function longestDrills(
  outcomes: readonly DrillOutcome[],
  workloads: readonly string[],
  stores: readonly string[],
): LongestDrills {
  const of = (time: (outcome: DrillOutcome) => number): Longest => longestOf(outcomes.map(time).map(known), LONGEST_OF);
  return {
    workloads: new Map(workloads.map((name, i) => [name, of((one) => recoveryTime(one.workloads[i]!))])),
    stores: new Map(stores.map((name, i) => [name, of((one) => one.stores[i]!.age)])),
  };
}

/** Seconds; nothing where it never came. */
const known = (time: number): number | undefined =>
  time < 0 || time === Number.POSITIVE_INFINITY ? undefined : toSeconds(time as Us);
