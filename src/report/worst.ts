import type { StoreResult, WorkloadResult } from '../experiment/index.ts';
import { count } from './figures.ts';
import { type Lines, type Page, paragraph } from './page.ts';

/** Workloads or stores that a report for a terminal tells one by one. */
const SHOWN = 10;

type Named<T> = readonly [name: string, one: T];

export interface Worst<T> {
  readonly shown: readonly Named<T>[];
  /** Says how many are left to the document of --json; nothing where all are shown. */
  readonly more: Lines;
}

/** Of many workloads those that were down for longest. */
export const worstWorkloads = (all: readonly Named<WorkloadResult>[], page: Page): Worst<WorkloadResult> =>
  worstOf(all, ({ downtimeMinutesPerYear }) => [downtimeMinutesPerYear.mean ?? 0], page);

/** Of many stores those that lost the most: for good, when another took over, by two primaries; then the least protected. */
export const worstStores = (all: readonly Named<StoreResult>[], page: Page): Worst<StoreResult> =>
  worstOf(
    all,
    (store) => [
      store.permanentLossesPerYear ?? 0,
      store.writesLostPerYear,
      store.splitBrain.minutesPerYear,
      Math.max(store.exposure.withoutStandby, store.exposure.withoutCopy ?? 0, store.exposure.lagAboveTarget ?? 0),
    ],
    page,
  );

/**
 * Of many that a report tells one by one the worst, the worst first; where they are few, all of them as they stand.
 * @param weights how bad one is: the first figures that differ decide, the larger is the worse
 */
export function worstOf<T>(all: readonly Named<T>[], weights: (one: T) => readonly number[], page: Page): Worst<T> {
  if (all.length <= SHOWN) return { shown: all, more: [] };
  const weighed = all.map((named) => ({ named, weights: weights(named[1]) }));
  const shown = weighed.sort((a, b) => heavier(a.weights, b.weights)).slice(0, SHOWN);
  return {
    shown: shown.map(({ named }) => named),
    more: paragraph(page.words.more(count(all.length - SHOWN))).map(page.ink.dim),
  };
}

function heavier(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((weight, i) => weight !== b[i]);
  return first < 0 ? 0 : b[first]! - a[first]!;
}
