import type { Bounds, Estimate } from '../result/index.ts';
import { drillDifferences } from './drill-difference.ts';
import { type About, type Both, type Drilled, type Figure, figuresOf } from './drill-figures.ts';
import type { CheckedDrill } from './measured.ts';

/** A figure of one fault that has changed: seconds, or a share of the drills for `failed`. Null: it had none. */
export interface DrillChange extends About {
  readonly before: number | null;
  readonly after: number | null;
  /** What bounds each of the two: both sides together of a share, each by itself of a p95; 95 % sure. */
  readonly intervals: { readonly before: Bounds; readonly after: Bounds };
  /**
   * By how much it has changed, as sure as the two: paired where both were made of the same drills, else as if they knew nothing of
   * each other.
   */
  readonly difference: Estimate;
}

/** Smaller changes than this share are told by nobody. */
const WORTH = 0.05;

/** The largest first. `times`: so many drills of each fault, the same ones in both; undefined where they are others. */
export function drillChanges(
  before: readonly Drilled[],
  after: readonly CheckedDrill[],
  times: number | undefined,
): DrillChange[] {
  const then = figuresOf(before);
  const changed = [...figuresOf(after)]
    .flatMap(([key, is]): Both[] => {
      const was = then.get(key);
      return was === undefined || weight(was, is) <= WORTH ? [] : [{ was, is }];
    })
    .sort((a, b) => weight(b.was, b.is) - weight(a.was, a.is));
  const differences = drillDifferences(changed, times);
  return changed.map(({ was, is }, i) => ({
    class: is.class,
    domain: is.domain,
    fault: is.fault,
    what: is.what,
    of: is.of,
    before: was.value,
    after: is.value,
    intervals: { before: was.bounds, after: is.bounds },
    difference: { ...differences[i]!, mean: is.value! - was.value! },
  }));
}

/** How much a figure has changed: a failure weighs more than any time. A time that appears or goes does so with a failure. */
function weight({ what, value: before }: Figure, { value: after }: Figure): number {
  if (before === null || after === null) return 0;
  const by = Math.abs(after - before);
  return what === 'failed' ? by * 100 : by / Math.max(before, after, 1);
}
