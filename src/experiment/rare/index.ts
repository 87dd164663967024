export type { RareOptions } from './options.ts';
export type * from './result.ts';
export { RareRun } from './run.ts';
export { type SplittingOptions, SplittingRun } from './splitting/run.ts';
