import { type FaultSchedule, RECOVERS_WITHIN, Trial, yearsFor } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** How the users of a workload fared under a schedule of faults: the worst of all replications. Seconds. */
export interface ObservedWorkload {
  /** Time without service, what is half served counting half. */
  readonly unserved: number;
  /** The longest incident; Infinity where service was not back in the end. */
  readonly longest: number;
  /** The lowest share of requests served, 0 to 1. */
  readonly least: number;
}

/** What happened to a store under a schedule of faults: the worst of all replications. */
export interface ObservedStore {
  /** The age of the data that a recovery went on with, seconds; Infinity where no copy and no backup was left. */
  readonly rpo: number;
  /** Acknowledged writes that recoveries left behind. */
  readonly writesLost: number;
  /** Seconds in which two primaries took writes. */
  readonly splitBrain: number;
}

export interface Observed {
  readonly workloads: Readonly<Record<string, ObservedWorkload>>;
  readonly stores: Readonly<Record<string, ObservedStore>>;
}

/**
 * Runs a scenario under a schedule of faults, in which nothing else breaks, and says what came of it: for properties of one's
 * own over {@link faultSchedules}.
 */
export function observe(
  scenario: Scenario,
  schedule: FaultSchedule,
  { times = 5, seed = '1' }: { readonly times?: number; readonly seed?: string } = {},
): Observed {
  const trial = new Trial(scenario, schedule, seed, yearsFor(schedule, RECOVERS_WITHIN));
  const seen = Array.from({ length: times }, (_, index) => trial.run(index));
  const worst = (of: (index: number) => number): number => Math.max(...seen.map((_, index) => of(index)));
  const workloads = seen[0]!.workloads.map(({ name }, i) => [
    name,
    {
      unserved: worst((run) => seen[run]!.workloads[i]!.unserved) / 1e6,
      longest: worst((run) => seen[run]!.workloads[i]!.longest) / 1e6,
      least: -worst((run) => -seen[run]!.workloads[i]!.least),
    },
  ]);
  const stores = seen[0]!.stores.map(({ name }, i) => [
    name,
    {
      rpo: worst((run) => seen[run]!.stores[i]!.age) / 1e6,
      writesLost: worst((run) => seen[run]!.stores[i]!.writesLost),
      splitBrain: worst((run) => seen[run]!.stores[i]!.split) / 1e6,
    },
  ]);
  return { workloads: Object.fromEntries(workloads), stores: Object.fromEntries(stores) };
}
