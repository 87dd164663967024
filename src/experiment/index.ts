export * from './block-tape.ts';
export * from './check/index.ts';
export * from './comparison.ts';
export type {
  Comparison as ComparisonResult,
  CostDifferences,
  DataDifferences,
  Differences,
  WorkloadDifferences,
} from './comparison-result.ts';
export * from './drill/index.ts';
export * from './explainer.ts';
export type * from './explanation.ts';
export * from './falsify/index.ts';
export * from './options.ts';
export type * from './origin.ts';
export type { Part, PartWork, Portion, Shareable } from './portion.ts';
export * from './rare/index.ts';
export * from './replication.ts';
export type * from './replication-figures.ts';
export type * from './result/index.ts';
export { PHASES } from './result/index.ts';
export * from './run.ts';
export { partWork } from './stepping.ts';
export { dearestPhase, worstWorkload } from './summary/fix-first.ts';
export * from './sweep/index.ts';
export * from './topology/index.ts';
export { evidenceOf } from './verdict.ts';
export * from './version.ts';
