import type { TimelineLine } from '../explanation.ts';
import type { PhaseName } from '../result/index.ts';
import type { ToldExposure, ToldFlow } from '../topology/index.ts';

/** Where a recovery may spend its time; `flap`: service was back and was lost again. */
export type DrillPhase = PhaseName | 'flap';

/** A stretch of downtime on one thing in one phase; seconds since the fault struck. */
export interface PhaseSpan {
  readonly from: number;
  readonly to: number;
  readonly phase: PhaseName;
  /** What the largest loss dies on; null where nothing is named. */
  readonly on: string | null;
}

/** Seconds since the fault struck, and what was so from then on. */
export type Point = readonly [at: number, value: number];

/** How one workload fared in one drill; seconds since the fault struck. */
export interface ToldWorkload {
  readonly workload: string;
  /** Null: its level was never lost. */
  readonly lostAt: number | null;
  /** The last recovery; null: it was not back by the end, or never lost. */
  readonly backAt: number | null;
  /** 0 where the level was never lost, null where it was not back. */
  readonly rtoSeconds: number | null;
  readonly phases: Readonly<Record<DrillPhase, number>>;
  /** Where its downtime went, in order. */
  readonly spans: readonly PhaseSpan[];
  /** The share of requests served, 0 to 1, whenever it changed. */
  readonly served: readonly Point[];
}

/** One drill, step by step: a runbook of what happens when this fault strikes. */
export interface DrillTimeline {
  /** Its number among the drills of the fault. */
  readonly drill: number;
  /** Whose typical or worst drill it is; one drill may be that of several workloads. */
  readonly of: readonly { readonly workload: string; readonly which: 'typical' | 'worst' }[];
  /** When the fault struck, seconds since the start of the replication: what every `at` counts from. */
  readonly struck: number;
  /** To here it is told. */
  readonly until: number;
  readonly workloads: readonly ToldWorkload[];
  readonly exposures: readonly ToldExposure[];
  /** Only where it changed. */
  readonly flows: readonly ToldFlow[];
  readonly lines: readonly TimelineLine[];
  /** Lines at the end that are left out: what nobody would read. */
  readonly leftOut: number;
}
