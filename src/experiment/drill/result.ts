import type { AuditFinding, StandardResult } from '../../standards/index.ts';
import type { Assumption, Bounds, FaultClass, JudgedObjective, PhaseName, Spread } from '../result/index.ts';
import type { Amounts, DrillShare } from './amounts.ts';
import type { DrillCurves } from './curves.ts';
import type { PairResult } from './pairs/result.ts';
import type { DrillPhase, DrillTimeline } from './timeline.ts';

/** Measured times of one fault on one domain, in seconds, of the drills that have one. Drills are independent. */
export interface DrillSpread extends Spread {
  readonly ofAll: JudgedQuantile;
}

/**
 * The 95 % quantile of all drills, those that never came back as longer than any: what objectives are judged on. Bounds are 95 % sure
 * each; those of which nothing is known count as longer than any in the upper one, as 0 in the lower one.
 */
export interface JudgedQuantile {
  /** Seconds; null where it is one of those without a time. */
  readonly p95: number | null;
  readonly p95Low: number | null;
  readonly p95High: number | null;
  /** Even the lower bound is a drill that never came back: too many of them are sure. */
  readonly isNever: boolean;
}

/** How users of one workload fared in the drills of one fault. */
export interface DrillWorkload {
  readonly workload: string;
  /** Drills in which the workload never fell below its level: they count as a recovery time of 0. */
  readonly masked: number;
  /** Drills in which service did not come back while the fault lasted: they are in no quantile. */
  readonly failed: DrillShare;
  /** Drills in which its level was lost for longer than a blip, failed ones included. */
  readonly stopped: DrillShare;
  /** Of those that recovered, masked ones included. */
  readonly rtoSeconds: DrillSpread;
  /** The lowest share of requests served, over all drills; and the median of each drill's lowest. */
  readonly servedAtWorst: number;
  readonly servedTypically: number;
  /** Mean seconds of downtime by phase, failed drills included. */
  readonly phases: Readonly<Record<PhaseName, number>>;
  /** Seconds by phase of the drills that recovered. In each of them the phases sum to its recovery time, `flap` included. */
  readonly phaseSeconds: Readonly<Record<DrillPhase, Amounts>>;
  /** What their recovery times would be if the phase took no time and all else were as it was, seconds. */
  readonly ifPerfect: Readonly<Record<DrillPhase, Omit<Amounts, 'max'>>>;
  /** Drills in which people (by a plan, or a product's switch by hand), automation, or nothing but the components themselves brought it back. */
  readonly recoveredBy: RecoveredBy<number>;
  /** What bounds these: of drills counted, how many of any so many; of the median from each side, 95 % sure. */
  readonly intervals: {
    readonly masked: Bounds;
    readonly servedTypically: Bounds;
    readonly phases: Readonly<Record<PhaseName, Bounds>>;
    readonly recoveredBy: RecoveredBy<Bounds>;
  };
}

export interface RecoveredBy<Of> {
  readonly people: Of;
  readonly automation: Of;
  readonly itself: Of;
}

/** What the drills of one fault did to a store. Of recovery points only drills in which something took over or was restored say anything. */
export interface DrillStore {
  readonly store: string;
  readonly rpoSeconds: DrillSpread;
  /** Mean writes a drill. */
  readonly writesLost: number;
  readonly orphaned: number;
  /** Good writes acknowledged after a damage, which going back has thrown away: no part of the recovery point, which counts from the damage. */
  readonly discarded: number;
  /** Writes a drill. */
  readonly writesLostSpread: Amounts;
  readonly orphanedSpread: Amounts;
  readonly discardedSpread: Amounts;
  /** Of the drills in which something took over or was restored, those that left no acknowledged write behind. */
  readonly clean: number;
  /** Drills after which no copy and no backup was left. */
  readonly lostForGood: number;
  /** Drills at whose end wrong data were still there: nobody had put them right. */
  readonly leftWrong: number;
  /** What bounds these: of drills counted, how many of any so many. */
  readonly intervals: Readonly<
    Record<'writesLost' | 'orphaned' | 'discarded' | 'clean' | 'lostForGood' | 'leftWrong', Bounds>
  >;
}

/** What the drills of one fault say of the recovery point of a store that users are served from: what objectives are judged on. */
export interface DrillPoint {
  readonly store: string;
  /** Drills in which it came back with all its data, or never went, stand in it as 0; those lost or open stand in `ofAll`. */
  readonly rpoSeconds: DrillSpread;
  /** Drills in which nothing took over, nothing was restored, and nothing was lost. */
  readonly itself: number;
  /** Drills at whose end its data were gone or wrong, or left behind. */
  readonly lost: number;
  /** Those of them at whose end users wrote on in another store that nothing had given what they wrote to this one. */
  readonly leftBehind: number;
  /** Drills at whose end it was dark, users were not served, and nothing had taken over. */
  readonly open: number;
  /** What bounds these, how many of any so many drills. */
  readonly intervals: Readonly<Record<'itself' | 'lost' | 'leftBehind' | 'open', Bounds>>;
}

/** One fault on one domain. */
export interface DrillRow {
  readonly class: FaultClass;
  readonly domain: string;
  /** What was injected: `lost`, `cut`, `damaged`, or the name of a fault. */
  readonly fault: string;
  readonly times: number;
  /** Drills after which any workload was not back, or any data gone, wrong or left behind: what a tier allows a share of. */
  readonly failed: DrillShare;
  readonly workloads: readonly DrillWorkload[];
  readonly stores: readonly DrillStore[];
  /** Of every store that users are served from while everything works. */
  readonly points: readonly DrillPoint[];
  /** The typical and the worst drill, step by step; only where asked for, and of the worst faults where they are many. */
  readonly timelines?: readonly DrillTimeline[];
  /** Beside the timelines: how all drills went, for charts. */
  readonly curves?: DrillCurves;
}

/** One fault that by itself stops a workload for longer than a blip. */
export interface SinglePoint {
  readonly workload: string;
  readonly class: FaultClass;
  readonly domain: string;
  readonly fault: string;
  /** Drills in which it did; and those of them in which service was not back by the end. */
  readonly stopped: DrillShare;
  readonly failed: DrillShare;
}

export interface DrillResult {
  readonly hasim: string;
  readonly scenario: { readonly name: string; readonly file: string; readonly sha256: string };
  readonly seed: string;
  /** Drills of each fault. */
  readonly times: number;
  /** The only fault, class or domain that was drilled; null: all. */
  readonly fault: string | null;
  /** A drill ends so long after its fault at the least, in seconds; nothing that is lost comes back by then. */
  readonly lostForSeconds: number;
  readonly rows: readonly DrillRow[];
  /**
   * Faults that were to be drilled and have not been, where somebody interrupted it: nothing is known of them, and no objective
   * that asks about any of them is met.
   */
  readonly undrilled?: number;
  /** Faults that are not told step by step though that was asked for: others are worse. Their figures are of as many drills. */
  readonly untold?: number;
  /** What alone stops a workload, worst first. */
  readonly singlePoints: readonly SinglePoint[];
  /** Only where asked for. */
  readonly pairs?: PairResult;
  /** Judged on the worst domain of the scope; `measured` is the p95 in seconds, null where recovery failed too often to have one. */
  readonly objectives: readonly JudgedObjective[];
  /** The tier that the drills, the topology and what is declared support, and what blocks the next one. */
  readonly standard: StandardResult;
  /** What an auditor would ask about the plans, the worst first. */
  readonly audit: readonly AuditFinding[];
  readonly assumptions: readonly Assumption[];
}
