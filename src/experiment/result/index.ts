/** What `hasim run --json` prints. Fields may be added; these names stay. No NaN and no Infinity: null, with a reason beside it. */

export type * from './calm.ts';
export * from './causes.ts';
export type * from './faults.ts';
export type * from './figures.ts';
export type * from './objectives.ts';
export type * from './result.ts';
export type * from './store.ts';
export type * from './workload.ts';
