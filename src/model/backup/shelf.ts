import { DAY, SECOND, type Us } from '../../base/index.ts';
import { type Law, uniform } from '../../random/index.ts';
import { OK } from '../manner.ts';
import type { PlaceId } from '../places.ts';
import type { Thing } from '../thing.ts';
import type { World } from '../world.ts';
import { Outages } from './outages.ts';
import { lastOf, nextOf, type Schedule } from './schedule.ts';

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
export interface Base {
  readonly start: number;
  readonly full: number;
  /** What is read to restore it: the full one and every incremental one since. */
  readonly bytes: number;
}

/** A place where backups lie. */
export interface Copy {
  /** Its number among the copies of a vault. */
  readonly number: number;
  readonly place: PlaceId;
  readonly thing: Thing;
  readonly delay: Us;
  readonly restoreSpeed: number;
}

const PHASE = 0;
/** Up to when log was taken from the source before a restore stopped it. */
const SEALED = 1;
/** So many backups that were taken by hand are remembered. */
const BY_HAND = 8;
const WEEK = 7 * DAY;
const EVER = Number.NEGATIVE_INFINITY;

/** Which backups of a store there are, as arithmetic: those that were taken whole, are kept, and have come to where they lie. */
export class Shelf {
  readonly outages: Outages;
  /** When log could not be shipped, because who does that, where it lies or the way there was away. */
  readonly away: Outages;
  /** When nothing was written to the source, so that there is no log of that time. */
  readonly idle: Outages;
  /** When the data were wrong, and became right by a copy of another store's: log leads through that, but no backup of it is of use. */
  readonly wrong: Outages;
  private readonly world: World;
  private readonly spec: VaultSpec;
  /** When nothing could be copied from the first place to each other one. */
  private readonly ways: readonly Outages[];
  private home: Copy | undefined;
  private readonly times: Float64Array;
  /** When backups were begun by hand, the latest of them, in a ring. */
  private readonly hand: Float64Array;
  private readonly next: Int32Array;
  /** When all that lay in each copy was lost last; negative: never. */
  private readonly erasedAt: Float64Array;
  /** Bytes of data. */
  private size = 0;

  constructor(world: World, name: string, spec: VaultSpec) {
    this.world = world;
    this.spec = spec;
    this.outages = new Outages(world.workshop.arena);
    this.away = new Outages(world.workshop.arena);
    this.ways = spec.copies.slice(1).map(() => new Outages(world.workshop.arena));
    this.idle = new Outages(world.workshop.arena);
    this.wrong = new Outages(world.workshop.arena);
    this.times = world.workshop.arena.f64('time', 2);
    this.times[SEALED] = EVER;
    this.hand = world.workshop.arena.f64('time', BY_HAND).fill(EVER);
    this.next = world.workshop.arena.i32('logic', 1);
    if (spec.full.cycle > WEEK) this.shift(name, spec.full.cycle);
    this.erasedAt = world.workshop.arena.f64('time', spec.copies.length).fill(-1);
  }

  /** What is done more seldom than once a week is met at any moment of its period, and not where a scenario happens to begin. */
  private shift(name: string, cycle: Us): void {
    const phase = this.world.workshop.registry.draw(`${name} backup phase`, uniform(0, cycle));
    this.world.atStart(() => {
      this.times[PHASE] = this.world.clocks.sample(phase);
    });
  }

  /** A backup is begun now, by hand: of use when it has ended. */
  takeByHand(): void {
    this.hand[this.next[0]!] = this.world.clocks.now;
    this.next[0] = (this.next[0]! + 1) % BY_HAND;
  }

  /** How long a full backup takes. */
  get fullTakes(): Us {
    return Math.ceil(this.takes(this.size)) as Us;
  }

  /** Backups are written to the first of the copies, and from there to the others. */
  wire(size: number, copies: readonly Copy[]): void {
    const { sight, truth } = this.world;
    this.size = size;
    const [home, ...others] = copies;
    this.home = home;
    for (const copy of others) {
      const changed = (): void => this.wayChanged(home!, copy);
      truth.watch(home!.thing, changed);
      truth.watch(copy.thing, changed);
      sight.watch(home!.place, copy.place, changed);
    }
  }

  private wayChanged(home: Copy, copy: Copy): void {
    const { sight, truth, clocks } = this.world;
    const way = this.ways[copy.number - 1]!;
    const both = truth.manner[home.thing] === OK && truth.manner[copy.thing] === OK;
    if (both && sight.reaches(home.place, copy.place) === 1) way.end(clocks.now);
    else way.begin(clocks.now);
  }

  /** What changes in so long, in bytes. */
  private changes(time: number): number {
    return this.size * Math.min(1, (this.spec.changed * time) / DAY);
  }

  /** The source is about to be stopped: what log it has is taken from it while it can be read. */
  seal(): void {
    if (this.outages.since < 0) this.times[SEALED] = this.world.clocks.now;
  }

  /** Where the log ends that one can get for a backup begun at `start`: a segment is shipped when it is full. */
  logEnd(segment: Us, copy: Copy, start: number): number {
    const { now } = this.world.clocks;
    const direct = copy.delay === 0;
    if (this.outages.since < 0 && direct) return now;
    const cut = this.outages.since < 0 ? now : this.outages.since;
    const shipped = this.away.sentBy(Math.min(cut, this.copiedBy(copy, start)), segment);
    const whole = Math.floor(shipped / segment) * segment;
    return direct ? Math.max(whole, this.times[SEALED]!) : whole;
  }

  /** Until when something must have come to the first place to be in a copy now, if it was begun at `start`. */
  private copiedBy({ number, delay }: Copy, start: number): number {
    const { now } = this.world.clocks;
    if (number === 0) return now;
    const way = this.ways[number - 1]!;
    const lost = this.lostAt(this.home!);
    const there = way.before(now, delay);
    return start <= lost ? Math.min(there, way.before(lost, delay)) : there;
  }

  /** The newest backup at or before `bound` that one can restore from a copy. */
  newest(copy: Copy, bound: number): Base | undefined {
    const full = this.newestFull(copy, bound);
    return full === undefined ? undefined : this.newestOnTop(full, copy, bound);
  }

  /** Follows the incremental backups on top of a full one: each holds what has changed since the one before that was taken. */
  private newestOnTop(full: number, copy: Copy, bound: number): Base {
    const { incremental } = this.spec;
    let newest: Base = { start: full, full, bytes: this.size };
    if (incremental === undefined) return newest;
    const until = Math.min(bound, this.world.clocks.now);
    for (let start = nextOf(incremental, full); start <= until; start = nextOf(incremental, start)) {
      const changed = this.changes(start - newest.start);
      const end = start + this.takes(changed);
      if (!this.whole(start, end)) continue;
      // Later ones are of no use without it.
      if (!this.arrived(start, end, copy)) break;
      newest = { start, full, bytes: newest.bytes + changed };
    }
    return newest;
  }

  /** When the newest full backup was begun at or before `bound`, on schedule or by hand. */
  newestFull(copy: Copy, bound: number): number | undefined {
    let newest = this.newestDue(copy, bound);
    for (const start of this.hand) {
      const later = start <= bound && start >= this.since(copy) && start > (newest ?? EVER);
      if (later && this.usable(start, copy)) newest = start;
    }
    return newest;
  }

  /** When the next full backup ends that is being taken or will be, on schedule or by hand, if nothing comes between. */
  get nextEnd(): Us {
    const { now } = this.world.clocks;
    const lasts = this.fullTakes + this.spec.spread;
    const phase = this.times[PHASE]!;
    let next = nextOf(this.spec.full, now - lasts - phase) + phase;
    for (const start of this.hand) if (start + lasts > now) next = Math.min(next, start);
    return (next + lasts) as Us;
  }

  private newestDue(copy: Copy, bound: number): number | undefined {
    const phase = this.times[PHASE]!;
    const oldest = this.since(copy);
    const last = (time: number): number => lastOf(this.spec.full, time - phase) + phase;
    for (let start = last(Math.min(bound, this.world.clocks.now)); start >= oldest; start = last(start - 1))
      if (this.usable(start, copy)) return start;
    return undefined;
  }

  /** The oldest backup that is still there was begun no earlier. */
  private since(copy: Copy): number {
    return Math.max(this.kept - this.spec.keep, this.oldest(copy));
  }

  /** Whether a full backup could be taken, and has come to where it lies. */
  private usable(start: number, copy: Copy): boolean {
    const end = start + this.takes(this.size);
    return this.arrived(start, end, copy) && this.whole(start, end);
  }

  /** Whether a backup could be taken from `start` to `taken`. */
  private whole(start: number, taken: number): boolean {
    return this.outages.clear(start, taken + this.spec.spread) && this.wrong.clear(start, start + 1);
  }

  /** Whether what was taken from `start` to `taken` has come to where it lies. */
  private arrived(start: number, taken: number, copy: Copy): boolean {
    return taken + this.spec.spread <= this.copiedBy(copy, start);
  }

  /** What retention counts from: where no newer backup can be taken, nobody throws the last ones away. */
  private get kept(): number {
    return this.outages.since < 0 ? this.world.clocks.now : this.outages.since;
  }

  /** Nothing that lies in a copy now is left later. */
  erase({ number }: Copy): void {
    this.erasedAt[number] = this.world.clocks.now;
  }

  /** Nothing is older than what destroyed the place or the copy, nor in a new world older than that. */
  private oldest(copy: Copy): number {
    const lost = this.lostAt(copy);
    const begun = this.world.start === 'new' ? 0 : EVER;
    return Math.max(lost < 0 ? EVER : lost + 1, begun);
  }

  /** Whether a backup begun at `start` has been destroyed there. */
  isLost(copy: Copy, start: number): boolean {
    return start <= this.lostAt(copy);
  }

  /** When all that lay in a copy was lost last; negative: never. */
  private lostAt({ thing, number }: Copy): number {
    return Math.max(this.world.truth.destroyedAt[thing]!, this.erasedAt[number]!);
  }

  /** How long it takes to back up so many bytes of data. */
  private takes(bytes: number): number {
    return ((bytes * this.spec.ratio) / this.spec.speed) * SECOND;
  }
}
