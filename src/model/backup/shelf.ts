import { DAY, NEVER, SECOND, type Us } from '../../base/index.ts';
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

const HOME_LOST = 0;
const PHASE = 1;
/** So many backups that were taken by hand are remembered. */
const BY_HAND = 8;
const WEEK = 7 * DAY;
const EVER = Number.NEGATIVE_INFINITY;

/** Which backups of a store there are, as arithmetic: those that were taken whole, are kept, and have come to where they lie. */
export class Shelf {
  readonly outages: Outages;
  /** When the data were wrong, and became right by a copy of another store's: log leads through that, but no backup of it is of use. */
  readonly wrong: Outages;
  private readonly world: World;
  private readonly spec: VaultSpec;
  /** Since when the first copy's place is lost. */
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
    this.wrong = new Outages(world.workshop.arena);
    this.times = world.workshop.arena.f64('time', 2).fill(NEVER);
    this.times[PHASE] = 0;
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
    return Math.ceil(this.takes(0, 0)) as Us;
  }

  /** `home` is where backups are written first. */
  wire(size: number, home: Thing): void {
    this.size = size;
    this.world.truth.watch(home, () => this.homeChanged(home));
  }

  private homeChanged(home: Thing): void {
    const lost = this.world.truth.manner[home] !== OK;
    if (!lost) this.times[HOME_LOST] = NEVER;
    else if (this.times[HOME_LOST] === NEVER) this.times[HOME_LOST] = this.world.clocks.now;
  }

  /** A full backup, and what changed in the time after it, in bytes. */
  bytes(after: number): number {
    return this.size * (1 + Math.min(1, (this.spec.changed * after) / DAY));
  }

  /** Where the log ends that one can get: a segment is shipped when it is full. */
  logEnd(segment: Us, { delay }: Copy): number {
    const { now } = this.world.clocks;
    const shipped = delay === 0 ? Number.POSITIVE_INFINITY : Math.min(now, this.times[HOME_LOST]!) - delay;
    if (this.outages.since < 0 && delay === 0) return now;
    const cut = this.outages.since < 0 ? now : this.outages.since;
    return Math.floor(Math.min(cut, shipped) / segment) * segment;
  }

  /** The newest backup at or before `bound` that one can restore from a copy. */
  newest(copy: Copy, bound: number): Base | undefined {
    const { full, incremental } = this.spec;
    const fullBase = this.newestFull(full, copy, bound);
    if (fullBase === undefined) return undefined;
    if (incremental === undefined) return { start: fullBase, full: fullBase };
    const since = (start: number) => this.takes(fullBase, start);
    const later = this.newestOf(incremental, copy, bound, since);
    return { start: later === undefined ? fullBase : Math.max(fullBase, later), full: fullBase };
  }

  /** On schedule or by hand, whichever is newer. */
  private newestFull(schedule: Schedule, copy: Copy, bound: number): number | undefined {
    const whole = (start: number) => this.takes(start, start);
    let newest = this.newestOf(schedule, copy, bound, whole, this.times[PHASE]!);
    for (const start of this.hand) {
      const later = start <= bound && start >= this.since(copy) && start > (newest ?? EVER);
      if (later && this.usable(start, start + whole(start), copy)) newest = start;
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

  private newestOf(
    schedule: Schedule,
    copy: Copy,
    bound: number,
    takes: (start: number) => number,
    phase = 0,
  ): number | undefined {
    const oldest = this.since(copy);
    const last = (time: number): number => lastOf(schedule, time - phase) + phase;
    for (let start = last(Math.min(bound, this.world.clocks.now)); start >= oldest; start = last(start - 1)) {
      if (this.usable(start, start + takes(start), copy)) return start;
    }
    return undefined;
  }

  /** The oldest backup that is still there was begun no earlier. */
  private since(copy: Copy): number {
    return Math.max(this.kept - this.spec.keep, this.oldest(copy));
  }

  /** Whether a backup could be taken from `start` to `taken`, and has come to where it lies. */
  private usable(start: number, taken: number, { delay }: Copy): boolean {
    const end = taken + this.spec.spread;
    const there = delay === 0 ? end : Math.max(end + delay, 0);
    const inTime = there <= this.world.clocks.now && (delay === 0 || there <= this.times[HOME_LOST]!);
    return inTime && this.outages.clear(start, end) && this.wrong.clear(start, start + 1);
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
  private oldest({ thing, number }: Copy): number {
    const destroyed = Math.max(this.world.truth.destroyedAt[thing]!, this.erasedAt[number]!);
    const begun = this.world.start === 'new' ? 0 : EVER;
    return Math.max(destroyed < 0 ? EVER : destroyed + 1, begun);
  }

  /** How long a backup takes that was begun at `start`, when the last full one was begun at `full`. */
  private takes(full: number, start: number): number {
    const bytes = start === full ? this.size : this.bytes(start - full) - this.size;
    return ((bytes * this.spec.ratio) / this.spec.speed) * SECOND;
  }
}
