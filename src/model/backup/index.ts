export { Outages } from './outages.ts';
export type { Schedule } from './schedule.ts';
export { lastOf } from './schedule.ts';
export * from './vault.ts';
export * from './vaults.ts';
