import { Paired } from '../../measures/index.ts';
import { BLOCK_SIZE } from '../replication.ts';
import type { Bounds, Estimate } from '../result/index.ts';
import { apartBounds } from '../summary/bounds.ts';
import { difference } from '../summary/estimates.ts';
import type { Baseline } from './baseline.ts';
import type { CheckedWorkload } from './measured.ts';
import type { CheckResult } from './result.ts';

/** Minutes of downtime a year. */
export interface WorkloadChange {
  readonly workload: string;
  readonly before: number;
  readonly after: number;
  /** What bounds each of the two. */
  readonly intervals: { readonly before: Bounds; readonly after: Bounds };
  /** Paired where both were made of the same replications, else with the interval of two that know nothing of each other. */
  readonly difference: Estimate;
}

/** Of the workloads that both have; `paired`: the same replications stand in both. */
export function downtimeChanges(baseline: Baseline, result: CheckResult, paired: boolean): WorkloadChange[] {
  const known = new Map(Object.entries(baseline.measured?.workloads ?? baseline.workloads ?? {}));
  return Object.entries(result.measured.workloads).flatMap(([workload, now]) => {
    const then = known.get(workload);
    if (then === undefined) return [];
    const [was, is] = [then.downtimeMinutesPerYear, now.downtimeMinutesPerYear];
    const [before, after] = [was.mean ?? 0, is.mean ?? 0];
    const blocks = paired ? then.minutesByBlock : undefined;
    const told = byBlock(blocks, now, result) ?? apartBounds(was, is);
    return [
      {
        workload,
        before,
        after,
        intervals: { before: boundsOf(was), after: boundsOf(is) },
        difference: { ...told, mean: after - before },
      },
    ];
  });
}

const boundsOf = ({ low, high }: Bounds): Bounds => ({ low, high });

/** By the differences of the blocks: the same replications stand in them. One that is cut short counts by what it holds. */
function byBlock(
  then: readonly number[] | undefined,
  { minutesByBlock: now }: CheckedWorkload,
  { runs, yearsPerRun }: CheckResult,
): Bounds | undefined {
  if (then === undefined || then.length !== now.length || now.length < 2) return undefined;
  const sizes = now.map((_, i) => Math.min(BLOCK_SIZE, runs - i * BLOCK_SIZE));
  const differences = now.map((minutes, i) => ((minutes - then[i]!) * sizes[i]! * now.length) / runs);
  const paired = Paired.of(differences);
  const { low, high, note } = difference(paired, 1, runs * yearsPerRun);
  return { low, high, ...(paired.differing === 0 && note !== undefined && { note }) };
}
