import type { FaultClass } from '../../result/index.ts';
import type { Amounts, DrillShare } from '../amounts.ts';

/** One of the two faults of a pair. */
export interface Struck {
  readonly class: FaultClass;
  readonly domain: string;
  readonly fault: string;
}

/** What both did to a workload that neither does alone: it stays down, or it is down for longer than a blip. */
export interface PairWorkload {
  readonly workload: string;
  readonly hurts: 'never-back' | 'stops' | null;
  /** Drills in which service was not back by the end. */
  readonly failed: DrillShare;
  /** Drills with more downtime than a blip. */
  readonly stopped: DrillShare;
  /** Downtime in seconds of the drills that recovered. */
  readonly downSeconds: Amounts;
  readonly servedAtWorst: number;
}

/** What both did to a store that neither does alone: no copy and no backup is left, or wrong data stay. */
export interface PairStore {
  readonly store: string;
  readonly hurts: 'lost-for-good' | 'left-wrong';
  readonly share: DrillShare;
}

/** Two faults that hurt beyond what either does alone; they strike in either order, half the drills each. */
export interface KillingPair {
  readonly first: Struck;
  readonly second: Struck;
  readonly workloads: readonly PairWorkload[];
  readonly stores: readonly PairStore[];
  /** Parts of these two already make such a pair: there is nothing new in it. */
  readonly implied: boolean;
}

/** Every pair of faults, the second while the first lasts. */
export interface PairResult {
  /** Drills of each pair. */
  readonly times: number;
  /** How long after the first the second strikes, seconds: evenly by the logarithm. */
  readonly afterSeconds: { readonly soonest: number; readonly latest: number };
  /** Pairs there are, and those of them that have been drilled. */
  readonly asked: number;
  readonly done: number;
  /** Worst first; pairs that are not here hurt no more than their worse half. */
  readonly killing: readonly KillingPair[];
}
