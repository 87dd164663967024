export { Outages } from './outages.ts';
export { offerRestore, type Restorable } from './restore.ts';
export type { Schedule } from './schedule.ts';
export { lastOf } from './schedule.ts';
export { type Copy as BackupPlace, Shelf, type VaultSpec } from './shelf.ts';
export { Trials } from './trials.ts';
export * from './vault.ts';
export * from './vaults.ts';
export { writeOff } from './write-off.ts';
