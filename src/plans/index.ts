export * from './alarm.ts';
export * from './compile.ts';
export * from './plan.ts';
export * from './schema.ts';
export type { RebuildTime } from './step.ts';
