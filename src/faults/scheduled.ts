import type { Slot } from '../engine/index.ts';
import type { Effect, SourceId, Thing, World } from '../model/index.ts';
import type { Law } from '../random/index.ts';
import { Boot, type BootSpec } from './boot.ts';
import { Onset, type OnsetSpec } from './onset.ts';

export interface ScheduledPlan {
  readonly name: string;
  readonly source: SourceId;
  readonly targets: readonly Thing[];
  readonly effect: Effect;
  readonly onset: OnsetSpec;
  readonly for: Law;
  /** Its machine boots after that; undefined: it serves at once. */
  readonly boot: BootSpec | undefined;
}

/** A fault at a stated time of the scenario: bad from `at` on, good again at `at + for`. */
export class ScheduledProcess {
  readonly onset: Onset;
  private readonly world: World;
  private readonly plan: ScheduledPlan;
  private readonly ends: Slot;

  constructor(world: World, plan: ScheduledPlan) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.plan = plan;
    world.truth.foresee(plan.targets, plan.effect, arena);
    this.onset = new Onset(world, plan.name, plan.onset, () => this.strike());
    const well = (): void => this.heal();
    const boot = plan.boot && new Boot(world, plan.name, plan.boot, well);
    this.ends = registry.slot('repair', plan.name, boot === undefined ? well : () => boot.begin(), 0, {
      law: plan.for,
      stream: `${plan.name} repair`,
    });
  }

  private strike(): void {
    const { targets, source, effect } = this.plan;
    this.world.lastStruck(source);
    this.world.truth.hit(targets, source, effect);
    this.world.clocks.start(this.ends);
  }

  private heal(): void {
    const { targets, source, effect } = this.plan;
    this.world.healed(source);
    this.world.truth.heal(targets, source, effect);
  }
}
