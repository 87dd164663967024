export * from './replication.ts';
export type * from './result.ts';
