import type { Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { SourceId, StoreId, World } from '../model/index.ts';
import { type Law, uniform } from '../random/index.ts';

export interface DamagePlan {
  /** Unique; names the streams. */
  readonly name: string;
  readonly source: SourceId;
  /** All stores that one damage spoils, each by itself: replication carries it further. */
  readonly stores: readonly StoreId[];
  /** Share of answers that are wrong, 0 to 1. */
  readonly share: number;
  /** From the damage to the moment when people notice it. */
  readonly noticed: Law;
  /** Again and again by a law, or once within so long after a stated time. */
  readonly arrival: Law | { readonly at: Us; readonly within: Us };
}

/** A mistake, a defect or an attack that writes wrong data into stores. Only a plan makes them right again. */
export class DamageProcess {
  private readonly world: World;
  private readonly plan: DamagePlan;
  private readonly arrival: Slot;
  private readonly noticing: Slot;
  /** Which stores still have a damage that this process did. */
  private readonly done: Uint8Array;

  constructor(world: World, plan: DamagePlan) {
    const { registry, arena } = world.workshop;
    const { name, arrival } = plan;
    const law = 'at' in arrival ? uniform(arrival.at, arrival.at + arrival.within) : arrival;
    this.world = world;
    this.plan = plan;
    this.done = arena.u8('logic', plan.stores.length);
    const strike = () => this.strike();
    this.arrival = registry.slot('fault', name, strike, 0, { law, stream: `${name} arrival` });
    this.noticing = registry.slot('belief', name, () => this.notice(), 0, {
      law: plan.noticed,
      stream: `${name} noticed`,
    });
    for (const [i, store] of plan.stores.entries()) world.contents.onDamage(store, () => this.changed(i));
    world.atStart(() => this.begin());
  }

  private begin(): void {
    const { clocks } = this.world;
    const { arrival } = this.plan;
    if (!('at' in arrival)) this.again();
    else if (arrival.within === 0) clocks.startAt(this.arrival, arrival.at);
    else clocks.start(this.arrival);
  }

  private again(): void {
    if (this.world.start === 'steady') this.world.clocks.startSteady(this.arrival);
    else this.world.clocks.start(this.arrival);
  }

  private strike(): void {
    const { stores, share, source } = this.plan;
    const { contents, clocks } = this.world;
    for (const [i, store] of stores.entries()) {
      if (contents.isDamaged(store) || contents.gone[store] === 1) continue;
      this.done[i] = 1;
      this.world.lastStruck(source);
      contents.damage(store, share, source, clocks.now);
    }
    clocks.start(this.noticing);
    if (!('at' in this.plan.arrival)) clocks.start(this.arrival);
  }

  private notice(): void {
    for (const [i, store] of this.plan.stores.entries()) if (this.done[i] === 1) this.world.contents.notice(store);
  }

  /** The damage of a store may have been repaired. */
  private changed(i: number): void {
    if (this.done[i] === 0 || this.world.contents.isDamaged(this.plan.stores[i]!)) return;
    this.done[i] = 0;
    this.world.healed(this.plan.source);
  }
}
