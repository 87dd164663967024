export { type Baseline, readBaseline } from './baseline.ts';
export { type Change, changeSince, type DrillChange, type WorkloadChange } from './change.ts';
export * from './check.ts';
export type { CheckedDrill, CheckedWorkload, Measured } from './measured.ts';
export type * from './result.ts';
