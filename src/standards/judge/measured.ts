import type { TierScope } from '../../service/index.ts';
import type { Disaster } from '../result/index.ts';

/** Times of recoveries that came about, in seconds. `low` and `high` bound the 95 % quantile, each 95 % sure. */
export interface MeasuredTime {
  readonly count: number;
  readonly p95: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly max: number | null;
}

export interface RecoveredBy {
  readonly people: number;
  readonly automation: number;
  readonly itself: number;
}

/** What drills of one disaster on one domain have shown: all that a verdict needs to know of them. */
export interface MeasuredDisaster {
  readonly class: Disaster;
  readonly domain: string;
  readonly scope: TierScope;
  readonly fault: string;
  readonly drills: number;
  /** Those after which any workload was not back, or any data gone, wrong or left behind. */
  readonly failed: number;
  readonly workloads: readonly {
    readonly workload: string;
    readonly time: MeasuredTime;
    /** Drills in which service did not come back. */
    readonly failed: number;
    /** Drills that a plan of people, or one of automation, or neither brought back. */
    readonly by: RecoveredBy;
  }[];
  /** Only stores of which something had to be taken over or restored. */
  readonly stores: readonly {
    readonly store: string;
    readonly point: MeasuredTime;
    /** Recoveries that left no acknowledged write behind. */
    readonly clean: number;
    /** Drills after which the data were gone, or stayed wrong. */
    readonly gone: number;
  }[];
}
