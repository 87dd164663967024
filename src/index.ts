/** hasim as a library: read a scenario, run it, report on it. Everything here is free of files, processes and real time. */
export { type ErrorCode, HasimError, parseDuration, type Us } from './base/index.ts';
export type * from './experiment/index.ts';
export {
  aimsOf,
  Check,
  type CheckOptions,
  Comparison,
  changeSince,
  Drill,
  type DrillOptions,
  Experiment,
  Explainer,
  Falsifier,
  type FalsifyOptions,
  FORM,
  measuresIn,
  RareRun,
  readBaseline,
  readOrder,
  SplittingRun,
  Sweep,
  shardOf,
  summariseSweep,
  topologyOf,
  VERSION,
} from './experiment/index.ts';
export { EDITIONS, type EditionName, inChinese, type Problem } from './language/index.ts';
export * from './report/index.ts';
export {
  type Completion,
  completionAt,
  LIMITS,
  type Paint,
  type Reading,
  readScenario,
  readSweepFile,
  renderProblems,
  renderSweepProblems,
  type Scenario,
  SPECIMEN,
  scenarioForms,
  scenarioJsonSchema,
  withFaultsOnly,
} from './scenario/index.ts';
export type * from './standards/index.ts';
export { judgeStandard, readProfile, SECTORS, sectorProfile } from './standards/index.ts';
