import type { Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { Effect, SourceId, Thing, World } from '../model/index.ts';
import { type Law, uniform } from '../random/index.ts';

export interface ScheduledPlan {
  readonly name: string;
  readonly source: SourceId;
  readonly targets: readonly Thing[];
  readonly effect: Effect;
  readonly at: Us;
  /** It strikes within so long after `at`, at any instant alike; 0: at `at`. */
  readonly within: Us;
  readonly for: Law;
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
    const strike = (): void => this.strike();
    const random = { law: uniform(plan.at, plan.at + plan.within), stream: `${plan.name} arrival` };
    this.begins = registry.slot('fault', plan.name, strike, 0, ...(plan.within > 0 ? [random] : []));
    this.ends = registry.slot('repair', plan.name, () => this.heal(), 0, {
      law: plan.for,
      stream: `${plan.name} repair`,
    });
    world.atStart(() =>
      plan.within > 0 ? world.clocks.start(this.begins) : world.clocks.startAt(this.begins, plan.at),
    );
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
