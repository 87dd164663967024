import { NEVER, type Us } from '../../base/index.ts';
import type { Deed } from '../deeds.ts';
import type { StoreId } from '../store-id.ts';
import type { Thing } from '../thing.ts';
import type { SourceId } from '../truth.ts';
import type { World } from '../world.ts';
import { Reading } from './reading.ts';

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
const APART = 2;
/** 1 when the data were wrong or gone at the start: another may put that right meanwhile. */
const NEEDED = 3;

/** What has been found: nothing that could be tried now, something, or nothing of use among what was tried. */
const NONE = 0;
const SOME = 1;
const IN_VAIN = 2;

/** What a step restores: whose data, and whether beside the store. */
interface Way {
  readonly number: number;
  readonly from: string | undefined;
  readonly intoClone: boolean;
}

/** Nothing is due, or the store whose writes a restored one has taken over when it takes its first write. */
const DUE_FROM = 0;
const BLAMED = 1;
const NOTHING = -1;

/**
 * Restoring and moving back, as plans do them. A restore in place stops the store until it has ended. One into a clone leaves
 * the store alone; what it has got is there when it has been moved back.
 */
class Restoring {
  private readonly world: World;
  private readonly target: Restorable;
  /** What the present restore has found. */
  private readonly state: Float64Array;
  private readonly reading: Reading;
  /** The store that is to be replaced when this one takes writes, and the fault that was to blame at the start. */
  private readonly due: Int32Array;

  constructor(world: World, target: Restorable) {
    this.world = world;
    this.target = target;
    this.state = world.workshop.arena.f64('time', 4);
    this.reading = new Reading(world);
    this.due = world.workshop.arena.i32('logic', 2).fill(NOTHING);
    world.stores.onRateAtTimes(target.store, () => {
      if (world.stores.rate[target.store]! > 0 && this.due[DUE_FROM] !== NOTHING) this.takeOver();
    });
  }

  /** From whom writes are taken over at the first write; {@link NOTHING} while nothing is due. */
  private oweTo(source: number): void {
    const heeded = this.due[DUE_FROM] !== NOTHING;
    this.due[DUE_FROM] = source;
    if ((source !== NOTHING) !== heeded) this.world.stores.heed(this.target.store, heeded ? -1 : 1);
  }

  restore(from: string | undefined, intoClone: boolean): Deed {
    const { target } = this;
    const way = this.way(from, intoClone);
    const abandon = (): void => {
      this.reading.stop();
      if (!intoClone) target.setRestoring(false);
    };
    return {
      needs: [target.whole],
      mends: [target.whole],
      begin: () => this.begin(way),
      takes: () => this.remaining(),
      ready: () => this.moot(from) || this.hasFound(way),
      end: () => {
        this.reading.stop();
        if (!intoClone) this.finish(from);
      },
      abandon,
      undo: () => {
        this.oweTo(NOTHING);
        abandon();
      },
    };
  }

  /** The rows of a clone take the place of the wrong ones. */
  moveBack(from: string | undefined): Deed {
    const { target, state } = this;
    const way = this.way(from, true);
    return {
      needs: [target.whole],
      mends: [target.whole],
      takes: () => (state[FOUND] === SOME ? this.remaining() : 0) as Us,
      ready: () => this.moot(from) || this.hasFound(way),
      end: () => {
        this.reading.stop();
        this.finish(from);
      },
    };
  }

  /** What is being read waits while it is out of reach. */
  private way(from: string | undefined, intoClone: boolean): Way {
    const { world, target } = this;
    const way = { number: this.reading.add(), from, intoClone };
    const homes = (world.units.get(target.name) ?? [target.whole]).map((unit) => world.truth.home(unit));
    for (const vault of this.vaults(from)) {
      vault.watch([...new Set(homes)], () => {
        if (this.reading.isFor(way.number) && this.mustBeginAnew(way)) this.begin(way);
      });
    }
    return way;
  }

  /** People begin anew where what they read has been destroyed, or when there is something to try for the first time. */
  private mustBeginAnew({ from }: Way): boolean {
    const to = this.world.truth.place[this.target.whole]!;
    const vaults = this.vaults(from);
    if (this.state[FOUND] === SOME) return this.reading.look(vaults, to);
    return this.state[FOUND] === NONE && vaults.some((vault) => vault.offers(this.bound(from), to));
  }

  private begin({ number, from, intoClone }: Way): void {
    const { world, target, state } = this;
    const { truth } = world;
    if (!intoClone) this.stop();
    this.oweTo(NOTHING);
    this.due[BLAMED] = this.reason(this.sourceOf(from));
    const vaults = this.vaults(from);
    const to = truth.place[target.whole]!;
    const tried = vaults.some((vault) => vault.offers(this.bound(from), to));
    const found = tried ? world.vaults.find(vaults, this.bound(from), to) : undefined;
    this.reading.begin(number, vaults, found);
    state[FOUND] = found !== undefined ? SOME : tried ? IN_VAIN : NONE;
    state[POINT] = found?.point ?? 0;
    state[APART] = found?.apart ?? 0;
    state[NEEDED] = this.inNeed(from) ? 1 : 0;
  }

  /** What the restore is for: a damage that people know of, else what holds the store down. */
  private reason(source: StoreId): SourceId {
    const { contents, stores } = this.world;
    const known = contents.knownSince(source) !== undefined && contents.isDamaged(source);
    return known ? contents.source[source]! : this.world.blamed(stores.things[source]!);
  }

  /** Takes the last log from the store, and stops it. */
  private stop(): void {
    const { world, target } = this;
    for (const vault of world.vaults.of(target.store)) vault.seal();
    target.setRestoring(true);
  }

  /** Whether it has got what it goes back to. People who learn of an earlier damage meanwhile begin anew. */
  private hasFound(way: Way): boolean {
    const { state } = this;
    if (state[FOUND] === SOME && state[POINT]! > this.bound(way.from)) this.begin(way);
    return state[FOUND] === SOME && this.reading.ended;
  }

  private remaining(): Us {
    return this.state[FOUND] === SOME ? this.reading.left : NEVER;
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

  /** A restore goes back to before the oldest damage that is known; where none is, as far as backups and log lead. */
  private bound(from: string | undefined): number {
    const { contents, clocks } = this.world;
    return contents.knownSince(this.sourceOf(from)) ?? clocks.now;
  }

  private inNeed(from: string | undefined): boolean {
    const { contents } = this.world;
    const source = this.sourceOf(from);
    return contents.knownSince(source) !== undefined || contents.gone[source] === 1;
  }

  /** Another, a rebuild from a second database, has made the data right meanwhile. */
  private moot(from: string | undefined): boolean {
    return this.state[NEEDED] === 1 && !this.inNeed(from) && this.sourceOf(from) === this.target.store;
  }

  private finish(from: string | undefined): void {
    if (this.moot(from)) this.target.setRestoring(false);
    else this.complete(from);
  }

  /** What a store gets back counts at once; what it takes over from another, when users write to it. */
  private complete(from: string | undefined): void {
    const { store } = this.target;
    const source = this.sourceOf(from);
    const since = source === store ? this.bound(from) : this.world.clocks.now;
    if (source === store) this.account(source);
    else this.oweTo(source);
    this.takeIn(source, since);
  }

  private takeOver(): void {
    const source = this.due[DUE_FROM]!;
    const { contents, stores, clocks } = this.world;
    this.oweTo(NOTHING);
    this.account(source);
    // What lies between the point and the loss counts as lost already: no copy that is made later throws it away once more.
    if (contents.gone[source] === 0) stores.orphans.leave(source, 0, clocks.now);
  }

  /** Writes down what going back to the point costs. */
  private account(source: StoreId): void {
    const { world, target, state } = this;
    const { contents, stores, clocks } = world;
    const { now } = clocks;
    const known = contents.knownSince(source);
    const last = stores.lastWrite(source, now);
    const until = known ?? last;
    const age = Math.max(0, until - state[POINT]!) as Us;
    const { lost, discarded } = this.thrownAway(source, age, known !== undefined);
    if (source !== target.store) {
      stores.held.renew(target.store);
      stores.held.succeed(target.store, source, 0, now);
    }
    stores.held.undo(target.store, lost + discarded, state[POINT]!, now);
    world.records.restored(target.store, this.due[BLAMED]!, {
      age,
      lost,
      wrong:
        known === undefined ? (0 as Us) : contents.tellWrong(source, contents.wounds.oldest(source, true), last, now),
      apart: state[APART]! as Us,
      discarded,
    });
  }

  /** Writes from the point to the damage, or to now, and those since the damage. What a successor has too is not gone. */
  private thrownAway(
    source: StoreId,
    age: Us,
    damaged: boolean,
  ): { readonly lost: number; readonly discarded: number } {
    const { contents, stores, clocks } = this.world;
    const { now } = clocks;
    if (!stores.leads(source)) {
      const alone = stores.orphans.bringOver(source, now);
      return damaged ? { lost: 0, discarded: alone } : { lost: alone, discarded: 0 };
    }
    const discarded = damaged ? contents.writtenSince(source, contents.wounds.oldest(source, true)) : 0;
    if (age === 0) return { lost: 0, discarded };
    const before = stores.held.present(source, now) - discarded;
    return { lost: Math.max(0, before - stores.held.presentAt(source, this.state[POINT]!, now)), discarded };
  }

  private takeIn(source: StoreId, since: number): void {
    const { world, target, state } = this;
    for (const vault of world.vaults.of(target.store)) vault.restored(state[POINT]!, since);
    world.contents.rewind(target.store, state[POINT]!, source);
    world.stores.streams.feeding(target.store)?.targetRestored(state[POINT]! as Us);
    target.filled();
    target.setRestoring(false);
  }
}

/** Lets plans restore a store, and move back what they restored beside it. */
export function offerRestore(world: World, target: Restorable): void {
  const restoring = new Restoring(world, target);
  const bind = (deed: Deed, other: string | undefined): Deed => {
    world.contents.mayBeRestored = true;
    if (other !== undefined) world.contents.mayBeReplaced = true;
    return deed;
  };
  world.deeds.offer(target.name, 'restore', ({ other, clone }) =>
    bind(restoring.restore(other, clone ?? false), other),
  );
  world.deeds.offer(target.name, 'move-back', ({ other }) => bind(restoring.moveBack(other), other));
}
