export * from './check.ts';
export type * from './result.ts';
