export { type MeasureKind, measuresIn } from './measures.ts';
export { type ReadOrder, type ReadySweep, readOrder, type SweepOrder, shardOf } from './order.ts';
export { type Aim, aimsOf } from './pareto.ts';
export { type BadPoint, type Planned, planSweep, type SweepOptions, type SweepPlan, type Unit } from './plan.ts';
export type { UnitRecord } from './record.ts';
export type * from './result.ts';
export type { MeasureName } from './row.ts';
export { summariseSweep } from './summarise.ts';
export { Sweep, type SweepSetting, type SweepTask } from './sweep.ts';
