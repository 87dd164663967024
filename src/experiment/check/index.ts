export { type Baseline, readBaseline } from './baseline.ts';
export { type Change, changeSince } from './change.ts';
export * from './check.ts';
export type { WorkloadChange } from './downtime-change.ts';
export type { DrillChange } from './drill-change.ts';
export type { CheckedDrill, CheckedTime, CheckedWorkload, Measured } from './measured.ts';
export type * from './result.ts';
