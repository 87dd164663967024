import type { Slot } from '../engine/index.ts';
import { DELETED, OVERWRITTEN, type SourceId, type StoreId, type World } from '../model/index.ts';
import type { Law } from '../random/index.ts';
import { Onset, type OnsetSpec } from './onset.ts';

export interface DamagePlan {
  /** Unique; names the streams. */
  readonly name: string;
  readonly source: SourceId;
  /** All stores that one damage spoils, each by itself: replication carries it further. */
  readonly stores: readonly StoreId[];
  /** Share of answers that are wrong, 0 to 1. */
  readonly share: number;
  /** Whether things were deleted rather than overwritten. */
  readonly deletes: boolean;
  /** From the damage to the moment when people notice it. */
  readonly noticed: Law;
  /** Again and again by a law, or once at a stated time. */
  readonly arrival: Law | OnsetSpec;
}

/** A mistake, a defect or an attack that writes wrong data into stores. Only a plan makes them right again. */
export class DamageProcess {
  private readonly world: World;
  private readonly plan: DamagePlan;
  /** Of a damage that is done once. */
  readonly onset: Onset | undefined;
  /** Of one that is done again and again. */
  private readonly arrival: Slot | undefined;
  private readonly noticing: Slot;
  /** How many damages that this process did each store still has. */
  private readonly done: Int32Array;

  constructor(world: World, plan: DamagePlan) {
    const { registry, arena } = world.workshop;
    const { name, arrival } = plan;
    this.world = world;
    this.plan = plan;
    this.done = arena.i32('logic', plan.stores.length);
    const strike = () => this.strike();
    if ('at' in arrival) this.onset = new Onset(world, name, arrival, strike);
    else this.arrival = this.repeat(name, arrival, strike);
    this.noticing = registry.slot('belief', name, () => world.contents.notice(plan.source), 0, {
      law: plan.noticed,
      stream: `${name} noticed`,
    });
    for (const [i, store] of plan.stores.entries()) world.contents.listeners.onDamage(store, () => this.changed(i));
  }

  private repeat(name: string, law: Law, strike: () => void): Slot {
    const slot = this.world.workshop.registry.slot('fault', name, strike, 0, { law, stream: `${name} arrival` });
    this.world.atStart(() => {
      if (this.world.start === 'steady') this.world.clocks.startSteady(slot);
      else this.world.clocks.start(slot);
    });
    return slot;
  }

  private strike(): void {
    const { stores, share, source, deletes } = this.plan;
    const { contents, clocks } = this.world;
    // What a notice was for may have been put right since, at a copy too.
    if (clocks.armed(this.noticing) && !contents.isLeftOf(source)) clocks.stop(this.noticing);
    for (const [i, store] of stores.entries()) {
      if (contents.gone[store] === 1) continue;
      this.done[i]! += 1;
      this.world.lastStruck(source);
      contents.damage(store, share, source, clocks.now, deletes ? DELETED : OVERWRITTEN);
    }
    this.awaitNotice();
    if (this.arrival !== undefined) clocks.start(this.arrival);
  }

  /** People who notice one damage of this process find all that it has done by then: a later one puts nothing off. */
  private awaitNotice(): void {
    const { clocks } = this.world;
    const due = clocks.armed(this.noticing) ? clocks.due(this.noticing) : undefined;
    clocks.start(this.noticing);
    if (due !== undefined && !(clocks.armed(this.noticing) && clocks.due(this.noticing) <= due))
      clocks.startAt(this.noticing, due);
  }

  /** The damage of a store may have been repaired. */
  private changed(i: number): void {
    const { stores, source } = this.plan;
    if (this.done[i] === 0 || this.world.contents.hasFrom(stores[i]!, source)) return;
    for (; this.done[i]! > 0; this.done[i]! -= 1) this.world.healed(source);
  }
}
