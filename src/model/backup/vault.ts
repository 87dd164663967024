import { DAY, NEVER, SECOND, type Us } from '../../base/index.ts';
import type { ChanceId, DrawId } from '../../engine/index.ts';
import type { Law } from '../../random/index.ts';
import { OK, serves } from '../manner.ts';
import type { PlaceId } from '../places.ts';
import type { StoreId } from '../stores.ts';
import type { Thing } from '../truth.ts';
import type { World } from '../world.ts';
import { Outages } from './outages.ts';
import { lastOf, type Schedule } from './schedule.ts';
import type { Backup, Recovery } from './vaults.ts';
import { writeOff } from './write-off.ts';

/** How the data of a store are backed up; see the language of the same words. */
export interface VaultSpec {
  readonly full: Schedule;
  readonly incremental: Schedule | undefined;
  /** Length of a segment of log; undefined: no log is kept. */
  readonly log: Us | undefined;
  readonly keep: Us;
  /** Bytes a second at which a backup is taken. */
  readonly speed: number;
  /** Share of the data that changes in a day, 0 to 1. */
  readonly changed: number;
  /** Bytes kept ÷ bytes of data. */
  readonly ratio: number;
  readonly copies: readonly { readonly place: string; readonly delay: Us; readonly restoreSpeed: number }[];
  readonly locate: Law;
  readonly replay: number;
  /** Chance that a backup cannot be used, 0 to 1. */
  readonly unusable: number;
  readonly tested: Us | undefined;
  readonly spread: Us;
}

/** A backup that can be restored: when it was begun, and when the full one under it was. */
interface Base {
  readonly start: number;
  readonly full: number;
}

interface Copy {
  readonly place: PlaceId;
  readonly thing: Thing;
  readonly delay: Us;
  readonly restoreSpeed: number;
}

const EPOCH = 0;
const RESTORED_TO = 1;
const HOME_LOST = 2;
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
  private readonly outages: Outages;
  /** Since the last restore: when that was, and to which point; and since when the first copy's place is lost. */
  private readonly times: Float64Array;
  private readonly bad: ChanceId;
  private readonly locate: DrawId;
  /** Bytes of data. */
  private size = 0;
  /** What must work, beside the store, for a backup to be taken. */
  private service: Thing | undefined;
  private copies: readonly Copy[] = [];
  private source: StoreId = -1;

  constructor(world: World, name: string, spec: VaultSpec) {
    const { registry, arena } = world.workshop;
    this.name = name;
    this.world = world;
    this.spec = spec;
    this.outages = new Outages(arena);
    this.times = arena.f64('time', 3).fill(EVER);
    this.times[HOME_LOST] = NEVER;
    this.bad = registry.chance(`${name} backup unusable`, spec.unusable);
    this.locate = registry.draw(`${name} backup located`, spec.locate);
  }

  /** Binds the vault to the store that it keeps copies of, and of how many bytes; `service` takes the backups. */
  wire(source: StoreId, size: number, service?: Thing): void {
    const { world } = this;
    this.source = source;
    this.size = size;
    this.service = service;
    this.copies = this.spec.copies.map(({ place, ...rest }) => ({
      ...rest,
      place: world.places.id(place),
      thing: world.wholes.get(place)!,
    }));
    if (world.start === 'new') this.times[EPOCH] = 0;
    world.truth.watch(world.stores.things[source]!, () => this.sourceChanged());
    world.contents.onDamage(source, () => this.sourceChanged());
    const home = this.copies[0]!;
    world.truth.watch(home.thing, () => this.homeChanged(home.thing));
    // With a place its backups may go, and they may have been the last.
    for (const { thing } of this.copies) world.truth.watch(thing, () => writeOff(world));
    world.sight.watch(world.truth.home(world.stores.things[source]!), home.place, () => this.sourceChanged());
    if (service !== undefined) world.truth.watch(service, () => this.sourceChanged());
    world.vaults.add(this, source);
  }

  private sourceChanged(): void {
    const { now } = this.world.clocks;
    if (this.readable) this.outages.end(now);
    else this.outages.begin(now);
  }

  private homeChanged(home: Thing): void {
    const lost = this.world.truth.manner[home] !== OK;
    this.sourceChanged();
    if (!lost) this.times[HOME_LOST] = NEVER;
    else if (this.times[HOME_LOST] === NEVER) this.times[HOME_LOST] = this.world.clocks.now;
  }

  /** Whether backups can be taken: the store works and has data, the service works, and its place is in reach. */
  private get readable(): boolean {
    const { truth, stores, contents, sight } = this.world;
    const thing = stores.things[this.source]!;
    if (this.service !== undefined && !serves(truth.manner[this.service]!)) return false;
    if (!serves(truth.manner[thing]!) || contents.gone[this.source] === 1) return false;
    return (
      truth.manner[this.copies[0]!.thing] === OK && sight.reaches(truth.place[thing]!, this.copies[0]!.place) === 1
    );
  }

  /** The store has been taken back to `point`: what was copied since then belongs to a past that is no more. */
  restored(point: number, since: number): void {
    const { now } = this.world.clocks;
    this.outages.end(now);
    this.outages.remember(since, now);
    this.times[EPOCH] = now;
    this.times[RESTORED_TO] = point;
  }

  /** Whether a backup is left that was begun at or before `bound`, reachable now or later. */
  holds(bound: number): boolean {
    return this.copies.some((copy) => this.newest(copy, bound) !== undefined);
  }

  /**
   * The best way back to a point at or before `bound`, for a store in `to`: the newest point, and of equal ones the quickest.
   * Backups that turn out unusable cost their time. Undefined where there is none.
   */
  find(bound: number, to: PlaceId): Recovery | undefined {
    let best: { copy: Copy; base: Base; point: number } | undefined;
    for (const copy of this.copies) {
      if (!this.inReach(copy, to)) continue;
      const base = this.newest(copy, bound);
      if (base === undefined) continue;
      const point = this.pointFrom(base, copy, bound);
      const quicker = best !== undefined && point === best.point && copy.restoreSpeed > best.copy.restoreSpeed;
      if (best === undefined || point > best.point || quicker) best = { copy, base, point };
    }
    return best && this.attempt(best.copy, best.base, bound);
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
      if (!clocks.choose(this.bad)) {
        const point = this.pointFrom(base, copy, bound);
        const takes = Math.ceil(wasted + spent + this.replaying(base, point)) as Us;
        return { point, takes, apart: this.spec.spread };
      }
      if (!this.knownBad(base)) wasted += spent;
      base = this.newest(copy, base.full - 1);
    }
    return undefined;
  }

  /** Whether a trial restore had shown that the backup is bad, so that nobody tries it. */
  private knownBad({ start }: Base): boolean {
    const { tested } = this.spec;
    return tested !== undefined && start < Math.floor(this.world.clocks.now / tested) * tested;
  }

  private restoring({ start, full }: Base, { restoreSpeed }: Copy): number {
    return (this.bytes(start - full) / restoreSpeed) * SECOND;
  }

  private replaying({ start }: Base, point: number): number {
    return Math.max(0, point - start - this.outages.within(start, point)) / this.spec.replay;
  }

  /** A full backup, and what changed in the time after it. */
  private bytes(after: number): number {
    return this.size * (1 + Math.min(1, (this.spec.changed * after) / DAY));
  }

  /** How far log leads from a backup, or the backup's own instant. */
  private pointFrom({ start }: Base, copy: Copy, bound: number): number {
    const { log } = this.spec;
    if (log === undefined) return start;
    const reach = start < this.times[EPOCH]! ? Math.min(bound, this.times[RESTORED_TO]!) : bound;
    return Math.max(start, Math.min(reach, this.logEnd(log, copy)));
  }

  /** Where the log ends that one can get: a segment is shipped when it is full. */
  private logEnd(segment: Us, { delay }: Copy): number {
    const { now } = this.world.clocks;
    const shipped = delay === 0 ? Number.POSITIVE_INFINITY : Math.min(now, this.times[HOME_LOST]!) - delay;
    if (this.outages.since < 0 && delay === 0) return now;
    const cut = this.outages.since < 0 ? now : this.outages.since;
    return Math.floor(Math.min(cut, shipped) / segment) * segment;
  }

  /** The newest backup at or before `bound` that one can restore from a copy. */
  private newest(copy: Copy, bound: number): Base | undefined {
    const { full, incremental } = this.spec;
    const fullBase = this.newestOf(full, copy, bound, (start) => this.takes(start, start));
    if (fullBase === undefined) return undefined;
    if (incremental === undefined) return { start: fullBase, full: fullBase };
    const since = (start: number) => this.takes(fullBase, start);
    const later = this.newestOf(incremental, copy, bound, since);
    return { start: later === undefined ? fullBase : Math.max(fullBase, later), full: fullBase };
  }

  private newestOf(
    schedule: Schedule,
    copy: Copy,
    bound: number,
    takes: (start: number) => number,
  ): number | undefined {
    const { now } = this.world.clocks;
    const oldest = Math.max(this.kept - this.spec.keep, this.oldest(copy));
    for (let start = lastOf(schedule, Math.min(bound, now)); start >= oldest; start = lastOf(schedule, start - 1)) {
      const end = start + takes(start) + this.spec.spread;
      const there = copy.delay === 0 ? end : Math.max(end + copy.delay, 0);
      const inTime = there <= now && (copy.delay === 0 || there <= this.times[HOME_LOST]!);
      if (inTime && this.outages.clear(start, end)) return start;
    }
    return undefined;
  }

  /** What retention counts from: where no newer backup can be taken, nobody throws the last ones away. */
  private get kept(): number {
    return this.outages.since < 0 ? this.world.clocks.now : this.outages.since;
  }

  /** Nothing is older than what destroyed the place, nor in a new world older than that. */
  private oldest({ thing }: Copy): number {
    const destroyed = this.world.truth.destroyedAt[thing]!;
    const begun = this.world.start === 'new' ? 0 : EVER;
    return Math.max(destroyed < 0 ? EVER : destroyed + 1, begun);
  }

  /** How long a backup takes that was begun at `start`, when the last full one was begun at `full`. */
  private takes(full: number, start: number): number {
    const bytes = start === full ? this.size : this.bytes(start - full) - this.size;
    return ((bytes * this.spec.ratio) / this.spec.speed) * SECOND;
  }
}
