export * from './falsifier.ts';
export * from './judge.ts';
export * from './limits.ts';
export type * from './result.ts';
export type { Searched } from './search.ts';
export { answered, shrink } from './shrink.ts';
export * from './strike.ts';
export { isMeant, targetsOf } from './targets.ts';
export { type Seen, type StoreSeen, Trial, type WorkloadSeen, yearsFor } from './trial.ts';
