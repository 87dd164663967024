export { auditPlans } from './audit/audit.ts';
export { blockersOfWanted } from './blockers.ts';
export {
  type Cell,
  DEFAULT_EDITION,
  DEFAULT_SETTINGS,
  EDITION_DATA,
  type Edition,
  type LimitWords,
  limitOf,
  type TierRow,
} from './editions/index.ts';
export { judgeFailures, judgePoint, judgeTime } from './judge/limits.ts';
export type { MeasuredDisaster, MeasuredTime } from './judge/measured.ts';
export { type DrillEvidence, judgeStandard, keptStores, type Standards, storesInUse } from './judge.ts';
export { tierVerdict } from './profiles/judge.ts';
export type { Profile, ProfileRule } from './profiles/profile.ts';
export { type ProfileReading, readProfile } from './profiles/read.ts';
export { SECTORS, sectorProfile } from './profiles/sectors.ts';
export * from './result/index.ts';
