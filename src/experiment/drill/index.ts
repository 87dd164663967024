export * from './drill.ts';
export type * from './result.ts';
