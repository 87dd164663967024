export * from './alarm.ts';
export * from './compile.ts';
export { compileMaintenance } from './maintenance.ts';
export * from './maintenance-schema.ts';
export * from './plan.ts';
export * from './schema.ts';
export type { RebuildTime } from './step.ts';
