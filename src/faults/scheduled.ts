import type { Slot } from '../engine/index.ts';
import type { Effect, Mendable, SourceId, Thing, World } from '../model/index.ts';
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
  /** Whether a plan may end it before its time. */
  readonly byHand: boolean;
}

/** A fault at a stated time of the scenario: bad from `at` on, good again at `at + for`. */
export class ScheduledProcess implements Mendable {
  readonly onset: Onset;
  private readonly world: World;
  private readonly plan: ScheduledPlan;
  private readonly ends: Slot;
  /** 1 while it lasts. */
  private readonly lasts: Uint8Array;

  constructor(world: World, plan: ScheduledPlan) {
    const { registry, arena } = world.workshop;
    this.world = world;
    this.plan = plan;
    this.lasts = arena.u8('logic', 1);
    world.truth.foresee(plan.targets, plan.effect, arena);
    if (plan.byHand) for (const target of plan.targets) world.mending.add(target, this, 0);
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
    this.lasts[0] = 1;
    this.world.lastStruck(source);
    this.world.truth.hit(targets, source, effect);
    this.world.clocks.start(this.ends);
  }

  mend(): void {
    if (this.lasts[0] === 0) return;
    this.world.clocks.stop(this.ends);
    this.heal();
  }

  private heal(): void {
    this.lasts[0] = 0;
    const { targets, source, effect } = this.plan;
    this.world.healed(source);
    this.world.truth.heal(targets, source, effect);
  }
}
