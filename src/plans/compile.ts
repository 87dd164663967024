import type { World } from '../model/index.ts';
import type { AlarmSpec, PlanSpec, TeamSpec } from './schema.ts';

export interface PlanSpecs {
  readonly teams: readonly TeamSpec[];
  readonly alarms: readonly AlarmSpec[];
  readonly plans: readonly PlanSpec[];
}

/** Declares the alarms and plans of a world. */
export function compilePlans(_world: World, _specs: PlanSpecs): void {}
