/**
 * Property tests of architectures: schedules of faults for fast-check, and assertions that shrink a violation to the smallest
 * schedule and print it as YAML that replays it. fast-check is a peer: install it beside hasim.
 */
export type { FaultSchedule, Found, Strike } from '../experiment/index.ts';
export { scheduleText } from '../experiment/index.ts';
export type { Scenario } from '../scenario/index.ts';
export { faultSchedules } from './arbitrary.ts';
export * from './assertions.ts';
export { FaultsFound } from './message.ts';
export { type Observed, type ObservedStore, type ObservedWorkload, observe } from './observe.ts';
export type { Faults, Looking } from './options.ts';
export { scenarioOf } from './scenario.ts';
export { assertTier, type TierOptions } from './tier.ts';
