import type { Bounds } from './figures.ts';

export type ObjectiveVerdict = 'met' | 'missed' | 'undecided' | 'needs-drill';

/** A share is from 0 to 1; an amount is in the `currency` beside it, of a year, of a month or in three years as the objective says. */
export type ObjectiveUnit = 'share' | 'seconds' | 'tier' | 'currency';

/**
 * Why a recovery has no figure. `none-seen`: nothing happened that says anything of it. `not-back`: too many did not come back, so
 * that the p95 is one without recovery. `open`: whether it is so is not known, since the end came before.
 */
export type Unmeasured = 'none-seen' | 'not-back' | 'open';

export interface ObjectiveResult {
  readonly objective: string;
  readonly workload: string | null;
  readonly scope: string | null;
  readonly domain: string | null;
  readonly target: number;
  /** Of `target`, `measured` and what bounds it; null where nothing is measured, as of a profile, which has many rules. */
  readonly unit: ObjectiveUnit | null;
  /** Of a budget, where the scenario names one. */
  readonly currency?: string;
  /** Of a loss that runs have seen: p95 of the worst place and, for recovery times, of the worst workload. */
  readonly measured: number | null;
  /** Of a recovery (RTO, RPO), where `measured` is null: why. */
  readonly unmeasured?: Unmeasured;
  /** How many such losses stand behind that p95; `low` and `high` are what it lies between, 95 % sure each. */
  readonly seen?: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: ObjectiveVerdict;
}

/** An objective that was measured on purpose: nothing is left to be drilled. */
export type Verdict = Exclude<ObjectiveVerdict, 'needs-drill'>;

export interface JudgedObjective extends Omit<ObjectiveResult, 'verdict' | 'seen'> {
  readonly verdict: Verdict;
  /** Of a recovery point of damaged data: mean good writes a drill that were written after the damage and thrown away with it; absent: none. */
  readonly discarded?: number;
  /** What bounds it; there where it is. */
  readonly intervals?: { readonly discarded: Bounds };
  /** Of a recovery point: the store whose users went on writing in another that nothing had fed from it; absent: none. */
  readonly leftBehind?: string;
}
