import type { DrillRow } from '../drill/index.ts';
import type { Estimate } from '../result.ts';

/** What a check has measured of one workload by runs. */
export interface CheckedWorkload {
  readonly downtimeMinutesPerYear: Estimate;
  /** The mean of each block of replications in order: what a later check is paired with. */
  readonly minutesByBlock: readonly number[];
}

/** What a check has measured of one fault by drills; times in seconds, null where recovery failed too often or nothing was taken over. */
export interface CheckedDrill {
  readonly class: string;
  readonly domain: string;
  readonly fault: string;
  readonly workloads: readonly {
    readonly workload: string;
    readonly failed: { readonly share: number };
    readonly rtoSeconds: { readonly p95: number | null };
  }[];
  readonly stores: readonly { readonly store: string; readonly rpoSeconds: { readonly p95: number | null } }[];
}

export interface Measured {
  /** Empty where no objective asks for runs. */
  readonly workloads: Readonly<Record<string, CheckedWorkload>>;
  /** Of the faults that objectives ask about. */
  readonly drills: readonly CheckedDrill[];
}

/** What a later check compares itself with. */
export const checkedDrill = ({ class: faultClass, domain, fault, workloads, stores }: DrillRow): CheckedDrill => ({
  class: faultClass,
  domain,
  fault,
  workloads: workloads.map(({ workload, failed, rtoSeconds }) => ({
    workload,
    failed: { share: failed.share },
    rtoSeconds: { p95: rtoSeconds.p95 },
  })),
  stores: stores.map(({ store, rpoSeconds }) => ({ store, rpoSeconds: { p95: rpoSeconds.p95 } })),
});
