import type { Slot } from '../engine/index.ts';
import type { Effect, Mendable, SourceId, Thing, World } from '../model/index.ts';
import type { Law } from '../random/index.ts';
import { Boot, type BootSpec } from './boot.ts';
import type { Crew } from './crew.ts';

/** What breaks and is repaired, again and again. */
export interface FaultPlan {
  /** Unique; names the streams and the order among simultaneous events. */
  readonly name: string;
  readonly source: SourceId;
  /** All things that one fault takes. */
  readonly targets: readonly Thing[];
  readonly effect: Effect;
  readonly arrival: Law;
  readonly repair: Law;
  readonly crew: Crew | undefined;
  /** Machines boot after the repair, where their place works; undefined: they serve at once. */
  readonly boot: BootSpec | undefined;
  /** Whether a plan may end it before its repair does. */
  readonly byHand: boolean;
}

/**
 * An alternating process of faults and repairs. Its clock runs on whatever happens to the place: ageing is never redrawn.
 * Arrivals and repairs draw from separate streams, so that a change of one leaves the other alone.
 */
export class FaultProcess implements Mendable {
  private readonly world: World;
  private readonly plan: FaultPlan;
  private readonly arrival: Slot;
  private readonly repair: Slot;
  private readonly boot: Boot | undefined;
  private readonly patient: number;
  /** 1 while it lasts. That no arrival is pending says nothing: one that lies beyond the end of time never is. */
  private readonly lasts: Uint8Array;

  constructor(world: World, plan: FaultPlan) {
    const { registry, arena } = world.workshop;
    const { name } = plan;
    this.world = world;
    this.plan = plan;
    this.lasts = arena.u8('logic', 1);
    world.truth.foresee(plan.targets, plan.effect, arena);
    this.arrival = registry.slot('fault', name, () => this.strike(), 0, {
      law: plan.arrival,
      stream: `${name} arrival`,
    });
    this.repair = registry.slot('repair', name, () => this.repaired(), 0, {
      law: plan.repair,
      stream: `${name} repair`,
    });
    this.boot = plan.boot && new Boot(world, name, plan.boot, () => this.well());
    if (plan.byHand) for (const target of plan.targets) world.mending.add(target, this);
    this.patient = plan.crew?.enrol(() => this.world.clocks.start(this.repair)) ?? 0;
    world.atStart(() => this.begin());
  }

  private begin(): void {
    if (this.world.start === 'steady') this.world.clocks.startSteady(this.arrival);
    else this.world.clocks.start(this.arrival);
  }

  private strike(): void {
    const { targets, source, effect, crew } = this.plan;
    if (targets.length === 1 && this.world.truth.absent(targets[0]!)) {
      this.world.clocks.start(this.arrival);
      return;
    }
    this.lasts[0] = 1;
    this.world.lastStruck(source);
    this.world.truth.hit(targets, source, effect);
    if (crew === undefined) this.world.clocks.start(this.repair);
    else crew.call(this.patient);
  }

  private repaired(): void {
    this.plan.crew?.done();
    if (this.boot === undefined) this.well();
    else this.boot.begin();
  }

  mend(): void {
    if (this.lasts[0] === 0) return;
    this.world.clocks.stop(this.repair);
    this.plan.crew?.release(this.patient);
    this.well();
  }

  private well(): void {
    this.lasts[0] = 0;
    const { targets, source, effect } = this.plan;
    this.world.healed(source);
    this.world.truth.heal(targets, source, effect);
    this.world.clocks.start(this.arrival);
  }
}
