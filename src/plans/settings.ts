import { DECIDE, DETECT, type Phase, type SettingId, type Settings } from '../model/index.ts';
import type { BoundStep } from './bound-step.ts';
import type { PlanSpec } from './schema.ts';
import { ASKING, DECIDING, HOLDING, RESTING, STEPPING, type Standing } from './standing.ts';

/** The settings of a plan for which those who need it wait. */
export class PlanSettings {
  private readonly alarm: SettingId | undefined;
  private readonly holding: SettingId;
  private readonly decision: SettingId;
  private readonly bound: readonly BoundStep[];
  /** By step; undefined where its deeds take their own time, whatever the plan states. */
  private readonly steps: readonly (SettingId | undefined)[];
  private readonly answers: readonly SettingId[];

  constructor(settings: Settings, { name, decidedBy }: PlanSpec, steps: readonly BoundStep[], alarm?: SettingId) {
    const id = (path: string, phase: Phase): SettingId => settings.id(`plans.${name}.${path}`, phase);
    this.alarm = alarm;
    this.holding = id('when.for', DETECT);
    this.decision = id(decidedBy.kind === 'people' ? 'decided-by.takes' : 'decided-by.automation', DECIDE);
    this.bound = steps;
    this.steps = steps.map((step, i) =>
      step.lastsAsStated || step.statedFirst ? id(`steps.${i}.takes`, step.phase) : undefined,
    );
    this.answers = steps.map(({ spec }, i) =>
      id(`steps.${i}.${spec.elseAction === 'ask' ? 'else' : 'then'}.takes`, DECIDE),
    );
  }

  /** What it waits for where it stands; undefined: for nothing that is written in the scenario. */
  of(standing: Standing): SettingId | undefined {
    switch (standing.state) {
      case RESTING:
        return this.alarm;
      case HOLDING:
        return this.holding;
      case DECIDING:
        return this.decision;
      case STEPPING:
        return this.ofStep(standing.step);
      case ASKING:
        return this.answers[standing.step];
      default:
        return undefined;
    }
  }

  /** Once its deeds have begun, a step that prepares them waits for them alone. */
  private ofStep(index: number): SettingId | undefined {
    const { statedFirst, preparing } = this.bound[index]!;
    return statedFirst && !preparing ? undefined : this.steps[index];
  }
}
