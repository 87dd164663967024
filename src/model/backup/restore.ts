import { NEVER, type Us } from '../../base/index.ts';
import type { Deed } from '../deeds.ts';
import type { StoreId } from '../stores.ts';
import type { Thing } from '../truth.ts';
import type { World } from '../world.ts';

/** A store that can be given other data. */
export interface Restorable {
  readonly name: string;
  readonly store: StoreId;
  readonly whole: Thing;
  /** While data are put in place nothing is served. */
  setRestoring(on: boolean): void;
  /** The store holds other data from now on; its second copies must follow. */
  filled(): void;
}

const FOUND = 0;
const POINT = 1;
const TAKES = 2;
const ENDS = 3;
const APART = 4;

/**
 * Restoring and moving back, as plans do them. A restore in place stops the store until it has ended. One into a clone leaves
 * the store alone; what it has got is there when it has been moved back.
 */
class Restoring {
  private readonly world: World;
  private readonly target: Restorable;
  /** What the present restore has found. */
  private readonly state: Float64Array;
  /** Writes acknowledged when the data were damaged. */
  private readonly writesThen: Float64Array;

  constructor(world: World, target: Restorable) {
    this.world = world;
    this.target = target;
    this.state = world.workshop.arena.f64('time', 5);
    this.writesThen = world.workshop.arena.f64('sums', 1);
    world.contents.onDamage(target.store, () => this.damageChanged());
  }

  private damageChanged(): void {
    const { contents, stores, clocks } = this.world;
    const { store } = this.target;
    if (contents.isDamaged(store)) this.writesThen[0] = stores.writes(store, clocks.now);
  }

  restore(from: string | undefined, intoClone: boolean): Deed {
    const { target } = this;
    return {
      needs: [target.whole],
      mends: [target.whole],
      begin: () => this.begin(from, intoClone),
      takes: () => this.remaining(),
      ready: () => this.state[FOUND] === 1 && this.world.clocks.now >= this.state[ENDS]!,
      end: () => {
        if (!intoClone) this.complete(from);
      },
      undo: () => {
        if (!intoClone) target.setRestoring(false);
      },
    };
  }

  /** The rows of a clone take the place of the wrong ones. */
  moveBack(from: string | undefined): Deed {
    const { target, state } = this;
    return {
      needs: [target.whole],
      mends: [target.whole],
      ready: () => state[FOUND] === 1,
      end: () => this.complete(from),
    };
  }

  private begin(from: string | undefined, intoClone: boolean): void {
    const { world, target, state } = this;
    if (!intoClone) target.setRestoring(true);
    const found = world.vaults.find(this.vaults(from), this.bound(from), world.truth.place[target.whole]!);
    state[FOUND] = found === undefined ? 0 : 1;
    state[POINT] = found?.point ?? 0;
    state[TAKES] = found?.takes ?? 0;
    state[APART] = found?.apart ?? 0;
    state[ENDS] = world.clocks.now + state[TAKES]!;
  }

  private remaining(): Us {
    return (this.state[FOUND] === 1 ? Math.max(0, this.state[ENDS]! - this.world.clocks.now) : NEVER) as Us;
  }

  /** Whose data are restored: the store itself, another, or the one that a backup service keeps. */
  private sourceOf(from: string | undefined): StoreId {
    if (from === undefined) return this.target.store;
    return this.world.vaults.sourceOf(from) ?? this.world.stores.id(from);
  }

  private vaults(from: string | undefined) {
    const { vaults } = this.world;
    const service = from === undefined ? undefined : vaults.named(from);
    return service === undefined ? vaults.of(this.sourceOf(from)) : [service];
  }

  /** A restore goes back to before the damage; where there is none, as far as backups and log lead. */
  private bound(from: string | undefined): number {
    const { contents, clocks } = this.world;
    const source = this.sourceOf(from);
    return contents.isDamaged(source) ? contents.damagedAt[source]! : clocks.now;
  }

  private complete(from: string | undefined): void {
    const { world, target, state } = this;
    const { contents, stores, clocks } = world;
    const source = this.sourceOf(from);
    const point = state[POINT]!;
    const damaged = contents.isDamaged(source);
    const last = stores.lastWrite(source, clocks.now);
    const until = damaged ? contents.damagedAt[source]! : last;
    const age = Math.max(0, until - point) as Us;
    const lost = (stores.rateBefore(source) * age) / 1e6;
    const own = source === target.store;
    world.records.restored(target.store, world.blamed(stores.things[source]!), {
      age,
      lost,
      wrong: (damaged ? Math.max(0, last - until) : 0) as Us,
      apart: state[APART]! as Us,
      discarded: damaged && own ? stores.writes(source, clocks.now) - this.writesThen[0]! : 0,
    });
    if (!own && !damaged && contents.gone[source] === 0) stores.leave(source, lost, clocks.now);
    this.takeIn(point, damaged && own ? until : clocks.now);
  }

  private takeIn(point: number, since: number): void {
    const { world, target } = this;
    for (const vault of world.vaults.of(target.store)) vault.restored(point, since);
    world.contents.fill(target.store);
    target.filled();
    target.setRestoring(false);
  }
}

/** Lets plans restore a store, and move back what they restored beside it. */
export function offerRestore(world: World, target: Restorable): void {
  const restoring = new Restoring(world, target);
  world.deeds.offer(target.name, 'restore', ({ other, clone }) => restoring.restore(other, clone ?? false));
  world.deeds.offer(target.name, 'move-back', ({ other }) => restoring.moveBack(other));
}
