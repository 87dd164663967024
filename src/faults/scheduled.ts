import { NEVER, type Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { Effect, SourceId, Thing, World } from '../model/index.ts';

export interface ScheduledPlan {
  readonly name: string;
  readonly source: SourceId;
  readonly targets: readonly Thing[];
  readonly effect: Effect;
  readonly at: Us;
  readonly for: Us;
}

/** A fault at a stated time of the scenario: bad from `at` on, good again at `at + for`. */
export class ScheduledProcess {
  private readonly world: World;
  private readonly plan: ScheduledPlan;
  private readonly begins: Slot;
  private readonly ends: Slot;

  constructor(world: World, plan: ScheduledPlan) {
    const { registry } = world.workshop;
    this.world = world;
    this.plan = plan;
    world.truth.foresee(plan.targets, plan.effect, world.workshop.arena);
    this.begins = registry.slot('fault', plan.name, () => this.strike());
    this.ends = registry.slot('repair', plan.name, () => this.heal());
    world.atStart(() => world.clocks.startAt(this.begins, plan.at));
  }

  private strike(): void {
    const { targets, source, effect } = this.plan;
    this.world.lastStruck(source);
    this.world.truth.hit(targets, source, effect);
    if (this.plan.for !== NEVER) this.world.clocks.startFor(this.ends, this.plan.for);
  }

  private heal(): void {
    const { targets, source, effect } = this.plan;
    this.world.healed(source);
    this.world.truth.heal(targets, source, effect);
  }
}
