import type { DrillRow, SinglePoint } from './result.ts';

/** Every fault that by itself stops a workload for longer than a blip, in some of its drills at least; worst first. */
export const singlePointsOf = (rows: readonly DrillRow[]): SinglePoint[] =>
  rows
    .flatMap(({ class: faultClass, domain, fault, workloads }) =>
      workloads
        .filter(({ stopped }) => stopped.share > 0)
        .map(({ workload, stopped, failed }) => ({ workload, class: faultClass, domain, fault, stopped, failed })),
    )
    .sort((a, b) => b.failed.share - a.failed.share || b.stopped.share - a.stopped.share);
