export * from './explainer.ts';
export type * from './explanation.ts';
export * from './options.ts';
export * from './replication.ts';
export type * from './result.ts';
export * from './run.ts';
export * from './version.ts';
