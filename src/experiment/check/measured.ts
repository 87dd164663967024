import type { Longest } from '../../measures/index.ts';
import type { DrillRow, DrillShare, LongestDrills } from '../drill/index.ts';
import type { Estimate } from '../result/index.ts';

/** What a check has measured of one workload by runs. */
export interface CheckedWorkload {
  readonly downtimeMinutesPerYear: Estimate;
  /** The mean of each block of replications in order: what a later check is paired with. */
  readonly minutesByBlock: readonly number[];
}

/** A 95 % quantile in seconds, its bounds 95 % sure each; null where recovery failed too often or nothing was taken over. */
export interface CheckedTime {
  readonly p95: number | null;
  readonly p95Low: number | null;
  readonly p95High: number | null;
  /** Which drills took the longest, counted from 0, and how many seconds: what a later check is paired with. */
  readonly longest?: Longest;
}

/** What a check has measured of one fault by drills. */
export interface CheckedDrill {
  readonly class: string;
  readonly domain: string;
  readonly fault: string;
  readonly workloads: readonly {
    readonly workload: string;
    readonly failed: DrillShare;
    readonly rtoSeconds: CheckedTime;
  }[];
  readonly stores: readonly { readonly store: string; readonly rpoSeconds: CheckedTime }[];
}

export interface Measured {
  /** Empty where no objective asks for runs. */
  readonly workloads: Readonly<Record<string, CheckedWorkload>>;
  /** Of the faults that objectives ask about. */
  readonly drills: readonly CheckedDrill[];
}

/** What a later check compares itself with. */
export const checkedDrill = (row: DrillRow, longest: LongestDrills): CheckedDrill => ({
  class: row.class,
  domain: row.domain,
  fault: row.fault,
  workloads: row.workloads.map(({ workload, failed, rtoSeconds }) => ({
    workload,
    failed,
    rtoSeconds: timeOf(rtoSeconds, longest.workloads.get(workload)),
  })),
  stores: row.stores.map(({ store, rpoSeconds }) => ({
    store,
    rpoSeconds: timeOf(rpoSeconds, longest.stores.get(store)),
  })),
});

/** Of none that has a time there are no longest. */
const timeOf = ({ p95, p95Low, p95High }: CheckedTime, longest: Longest | undefined): CheckedTime => ({
  p95,
  p95Low,
  p95High,
  ...(longest !== undefined && longest.trials.length > 0 && { longest }),
});
