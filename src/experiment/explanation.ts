import type { NamedOrigin } from './origin.ts';
import type { FaultClass } from './result/index.ts';
import type { ToldExposure, ToldFlow } from './topology/index.ts';

/** One thing that happened, as data: a report puts it into words of a language. Names are those of the scenario. */
export type TimelineEvent =
  /** Truth: a thing broke or is well again. `manner` is ok, silent, exit, hang, gray or slow. */
  | { readonly kind: 'truth'; readonly thing: string; readonly manner: string; readonly cause: string | null }
  /** Several parts of one sort of a component at once: `app`, or `files/chunk`. */
  | {
      readonly kind: 'truths';
      readonly of: string;
      readonly count: number;
      /** How many of them there are. */
      readonly total: number;
      /** By their numbers, from and to: `app/3` to `app/4`. */
      readonly numbers: readonly (readonly [from: number, to: number])[];
      readonly manner: string;
      readonly cause: string | null;
    }
  /** Belief: an observer changed its mind about a target. */
  | { readonly kind: 'belief'; readonly observer: string; readonly target: string; readonly good: boolean }
  /** Role: who is primary (`primary`), what a name answers (`answer`: the targets answered), and so on; see ROLES in model/. */
  | { readonly kind: 'role'; readonly thing: string; readonly role: string; readonly value: string }
  /**
   * What a product does about a loss by itself: it switches to what is left, or people of its own decide that. `seconds`: null where it
   * begins; else for how long it has gone on when it ends.
   */
  | {
      readonly kind: 'switching';
      readonly thing: string;
      readonly phase: 'decide' | 'switch';
      readonly seconds: number | null;
    }
  /** A plan: what its step came to; `step` is the step as one would write it, or null for the plan itself. */
  | { readonly kind: 'plan'; readonly plan: string; readonly step: string | null; readonly event: string }
  /** What users get: the share of a workload that is served, and what the largest loss dies on in which phase. */
  | {
      readonly kind: 'service';
      readonly workload: string;
      readonly served: number;
      readonly on: string | null;
      readonly phase: string | null;
    }
  /** A survivor took over, so many seconds and writes behind. */
  | { readonly kind: 'recovery'; readonly store: string; readonly seconds: number; readonly writes: number }
  /** A store was taken back to a point so many seconds before the damage or the loss. */
  | { readonly kind: 'restored'; readonly store: string; readonly seconds: number; readonly writes: number }
  /** The data of a store: right, damaged, noticed, gone, lost or filled; see DATA_STATES in model/. */
  | { readonly kind: 'data'; readonly store: string; readonly state: string };

export interface TimelineLine {
  /** Seconds since the incident began; what led to it comes before 0. */
  readonly at: number;
  readonly event: TimelineEvent;
}

/** One incident, second by second. */
export interface Timeline {
  readonly workload: string;
  readonly which: 'typical' | 'worst';
  readonly class: FaultClass | null;
  readonly domain: string | null;
  /** What struck last before the level was lost. */
  readonly trigger: string | null;
  readonly replication: number;
  /** Seconds since the start of the replication. */
  readonly began: number;
  readonly seconds: number;
  readonly downSeconds: number;
  /** It was still open at the end of the replication. */
  readonly censored: boolean;
  /** To here it is told, seconds since it began. */
  readonly until: number;
  /** The share of its workload's requests that was served meanwhile, 0 to 1, whenever it changed. */
  readonly served: readonly (readonly [at: number, share: number])[];
  readonly lines: readonly TimelineLine[];
  /** What went along the ways meanwhile; only where it changed. */
  readonly flows: readonly ToldFlow[];
  /** How far copies were behind meanwhile. */
  readonly exposures: readonly ToldExposure[];
}

export interface Explanation {
  readonly hasim: string;
  readonly scenario: NamedOrigin;
  readonly seed: string;
  readonly runs: number;
  readonly yearsPerRun: number;
  /** Incidents seen in all, by workload. */
  readonly seen: Readonly<Record<string, number>>;
  readonly timelines: readonly Timeline[];
}
