import { SECOND, type Us } from '../../base/index.ts';
import type { ChanceId, DrawId } from '../../engine/index.ts';
import type { Deed } from '../deeds.ts';
import { OK, serves } from '../manner.ts';
import type { PlaceId } from '../places.ts';
import type { StoreId } from '../store-id.ts';
import type { Thing } from '../thing.ts';
import type { World } from '../world.ts';
import { type Base, type Copy, Shelf, type VaultSpec } from './shelf.ts';
import type { Trials } from './trials.ts';
import type { Backup, Legible, Recovery } from './vaults.ts';
import { writeOff } from './write-off.ts';

const EPOCH = 0;
const RESTORED_TO = 1;
const EVER = Number.NEGATIVE_INFINITY;
const MOST_TRIES = 64;

/**
 * The backups of one store as arithmetic: nothing here is an event. A backup's position is its start; it can be used from its
 * end on, and elsewhere when it has been copied there. Log reaches to the last whole segment that had been shipped, or to now
 * while the source can still be read. A recovery point is never after `bound`.
 */
export class Vault implements Backup {
  readonly name: string;
  private readonly world: World;
  private readonly spec: VaultSpec;
  private readonly shelf: Shelf;
  /** The last restore: when that was, and to which point. */
  private readonly times: Float64Array;
  private readonly bad: ChanceId;
  private readonly trials: Trials | undefined;
  private readonly locate: DrawId;
  private readonly readers: (() => void)[] = [];
  /** What must work, beside the store, for a backup to be taken. */
  private service: Thing | undefined;
  private copies: readonly Copy[] = [];
  private source: StoreId = -1;

  /** @param trials what has turned out of those that others tried; undefined: each try is for itself */
  constructor(world: World, name: string, spec: VaultSpec, trials?: Trials) {
    const { registry, arena } = world.workshop;
    this.trials = trials;
    this.name = name;
    this.world = world;
    this.spec = spec;
    this.shelf = new Shelf(world, name, spec);
    this.times = arena.f64('time', 2).fill(EVER);
    this.bad = registry.chance(`${name} backup unusable`, spec.unusable);
    this.locate = registry.draw(`${name} backup located`, spec.locate);
  }

  /** Binds the vault to the store that it keeps copies of, and of how many bytes; `service` takes the backups. */
  wire(source: StoreId, size: number, service?: Thing): void {
    const { world } = this;
    this.source = source;
    this.service = service;
    this.copies = this.spec.copies.map(({ place, ...rest }, number) => ({
      ...rest,
      number,
      place: world.places.id(place),
      thing: world.wholes.get(place)!,
    }));
    if (world.start === 'new') this.times[EPOCH] = 0;
    world.truth.watch(world.stores.things[source]!, () => this.sourceChanged());
    world.contents.listeners.onDamage(source, () => this.sourceChanged());
    world.contents.listeners.onRenewed(source, (since) => this.shelf.wrong.remember(since, world.clocks.now));
    if (this.spec.log !== undefined) this.watchWrites();
    const home = this.copies[0]!;
    this.shelf.wire(size, this.copies);
    world.truth.watch(home.thing, () => this.sourceChanged());
    // With a place its backups may go, and they may have been the last.
    for (const { thing } of this.copies) world.truth.watch(thing, () => writeOff(world));
    world.sight.watch(world.truth.home(world.stores.things[source]!), home.place, () => this.sourceChanged());
    if (service !== undefined) world.truth.watch(service, () => this.sourceChanged());
    world.vaults.add(this, source);
    world.deeds.offer(this.name, 'back-up', () => this.takingByHand());
  }

  private watchWrites(): void {
    const { world, source } = this;
    world.stores.onRate(source, () => this.noteWrites());
    world.truth.watch(world.stores.things[source]!, () => this.noteWrites());
    world.atStart(() => this.noteWrites());
  }

  /** Log is written while users write, and to a copy while it works: whether there are any writes for it then is not looked at. */
  private noteWrites(): void {
    const { stores, clocks } = this.world;
    const { streams, rate } = stores;
    if (rate[this.source]! > 0 || (streams.isFed(this.source) && this.sourceWorks)) this.shelf.idle.end(clocks.now);
    else this.shelf.idle.begin(clocks.now);
  }

  private takingByHand(): Deed {
    const { world } = this;
    const ends = world.workshop.arena.f64('time', 1);
    return {
      needs: [this.world.stores.things[this.source]!, this.copies[0]!.thing],
      mends: [],
      begin: () => {
        this.shelf.takeByHand();
        ends[0] = world.clocks.now + this.shelf.fullTakes;
      },
      takes: () => Math.max(0, ends[0]! - world.clocks.now) as Us,
      ready: () => world.clocks.now >= ends[0]!,
      end: () => {},
    };
  }

  private sourceChanged(): void {
    const { now } = this.world.clocks;
    const { outages, away } = this.shelf;
    if (this.canShip) away.end(now);
    else away.begin(now);
    if (this.readable) outages.end(now);
    else outages.begin(now);
  }

  private get sourceWorks(): boolean {
    const { truth, stores, contents } = this.world;
    return serves(truth.manner[stores.things[this.source]!]!) && contents.gone[this.source] === 0;
  }

  /** Whether backups can be taken: the store works and has data, and what is copied comes to where it lies. */
  private get readable(): boolean {
    return this.sourceWorks && this.canShip;
  }

  /** Whether the service works, and its place is in reach. */
  private get canShip(): boolean {
    const { truth, stores, sight } = this.world;
    if (this.service !== undefined && !serves(truth.manner[this.service]!)) return false;
    const { thing, place } = this.copies[0]!;
    return truth.manner[thing] === OK && sight.reaches(truth.place[stores.things[this.source]!]!, place) === 1;
  }

  /** The source is about to be stopped for a restore in place. */
  seal(): void {
    this.shelf.seal();
  }

  /** The store has been taken back to `point`: what was copied since then belongs to a past that is no more. */
  restored(point: number, since: number): void {
    const { now } = this.world.clocks;
    this.noteWrites();
    this.shelf.outages.end(now);
    this.shelf.outages.remember(since, now);
    this.times[EPOCH] = now;
    this.times[RESTORED_TO] = point;
  }

  get places(): readonly PlaceId[] {
    return this.copies.map(({ place }) => place);
  }

  /** All backups are lost that lie in `place`, or anywhere; they may have been the last. */
  erase(place?: PlaceId): void {
    for (const copy of this.copies) if (place === undefined || copy.place === place) this.shelf.erase(copy);
    writeOff(this.world);
    for (const reader of this.readers) reader();
  }

  /** When the next full backup ends, if nothing comes between. */
  get nextEnd(): Us {
    return this.shelf.nextEnd;
  }

  /** When the newest backup was begun of those before `bound`; undefined where there is none. */
  newest(bound: number): number | undefined {
    return this.shelf.newest(this.copies[0]!, bound - 1)?.start;
  }

  /** Whether a backup is left that was begun at or before `bound`, reachable now or later. */
  holds(bound: number): boolean {
    return this.copies.some((copy) => this.shelf.newestFull(copy, bound) !== undefined);
  }

  /**
   * The best way back to a point at or before `bound`, for a store in `to`: the newest point, and of equal ones the quickest.
   * Backups that turn out unusable cost their time. Undefined where there is none.
   */
  find(bound: number, to: PlaceId): Recovery | undefined {
    const best = this.best(bound, to);
    return best && this.attempt(best.copy, best.base, bound);
  }

  offers(bound: number, to: PlaceId): boolean {
    return this.best(bound, to) !== undefined;
  }

  private best(bound: number, to: PlaceId): { copy: Copy; base: Base; point: number } | undefined {
    let best: { copy: Copy; base: Base; point: number } | undefined;
    for (const copy of this.copies) {
      if (!this.inReach(copy, to)) continue;
      const base = this.shelf.newest(copy, bound);
      if (base === undefined) continue;
      const point = this.pointFrom(base, copy, bound);
      const quicker = best !== undefined && point === best.point && copy.restoreSpeed > best.copy.restoreSpeed;
      if (best === undefined || point > best.point || quicker) best = { copy, base, point };
    }
    return best;
  }

  legible(copy: number, start: number, to: PlaceId): Legible {
    const read = this.copies[copy]!;
    if (this.shelf.isLost(read, start)) return 'lost';
    return this.inReach(read, to) ? 'there' : 'away';
  }

  watch(to: readonly PlaceId[], listener: () => void): void {
    const { truth, sight } = this.world;
    this.readers.push(listener);
    for (const { place, thing } of this.copies) {
      truth.watch(thing, listener);
      for (const reader of to) sight.watch(place, reader, listener);
    }
  }

  private inReach({ place, thing }: Copy, to: PlaceId): boolean {
    const { truth, sight } = this.world;
    return truth.manner[thing] === OK && sight.reaches(place, to) === 1;
  }

  /** Restores one backup after the other until one can be used. */
  private attempt(copy: Copy, newest: Base, bound: number): Recovery | undefined {
    const { clocks } = this.world;
    let wasted = 0;
    let base: Base | undefined = newest;
    for (let tries = 0; base !== undefined && tries < MOST_TRIES; tries++) {
      const spent = clocks.sample(this.locate) + this.restoring(base, copy);
      const known = this.knownBad(base);
      if (this.works(base)) {
        const point = this.pointFrom(base, copy, bound);
        const takes = Math.ceil(wasted + spent + this.replaying(base, point)) as Us;
        return { point, takes, apart: this.spec.spread, vault: this, copy: copy.number, start: base.start };
      }
      if (!known) wasted += spent;
      base = this.shelf.newest(copy, base.full - 1);
    }
    return undefined;
  }

  private works({ start }: Base): boolean {
    return this.trials === undefined ? !this.world.clocks.choose(this.bad) : this.trials.works(start);
  }

  /** Whether a trial restore had shown that the backup is bad, or a machine that was made of it, so that nobody tries it. */
  private knownBad({ start }: Base): boolean {
    const { tested } = this.spec;
    if (this.trials?.isKnownBad(start) === true) return true;
    return tested !== undefined && start < Math.floor(this.world.clocks.now / tested) * tested;
  }

  private restoring({ bytes }: Base, { restoreSpeed }: Copy): number {
    return (bytes / restoreSpeed) * SECOND;
  }

  private replaying({ start }: Base, point: number): number {
    return Math.max(0, point - start - this.shelf.idle.lasted(start, point)) / this.spec.replay;
  }

  /** How far log leads from a backup, or the backup's own instant. */
  private pointFrom({ start }: Base, copy: Copy, bound: number): number {
    const { log } = this.spec;
    if (log === undefined) return start;
    const reach = start < this.times[EPOCH]! ? Math.min(bound, this.times[RESTORED_TO]!) : bound;
    return Math.max(start, Math.min(reach, this.shelf.logEnd(log, copy, start)));
  }
}
