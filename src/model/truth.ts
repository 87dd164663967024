import { invariant, type Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { APART, Composed } from './composed.ts';
import { GRAY, MANNER_COUNT, type Manner, OK, SILENT, serves } from './manner.ts';
import type { PlaceId } from './places.ts';
import type { Thing } from './thing.ts';
import { type Watcher, Watchers } from './watchers.ts';

export type { Thing };

/** What broke something: a row in the table of fault sources. */
export type SourceId = number & { readonly __source?: never };
export const NO_SOURCE: SourceId = -1;

/** Where the numbers of a row stand, after the counts by manner. */
const PRESENT = MANNER_COUNT;
const CHANGED = MANNER_COUNT + 1;
const ROW = MANNER_COUNT + 2;

/** A list of things. */
type Things = readonly Thing[] | Int32Array;

interface Description {
  readonly name: string;
  readonly place: PlaceId;
  /** The component that it is part of, as a thing; itself for a component, a place or a link. */
  readonly whole: Thing;
  /** What may be switched off; undefined for what always runs. */
  readonly off: Off | undefined;
}

/** What a thing is that may be switched off. */
export interface Off {
  /** How it looks while it is. */
  readonly looks: Manner;
  readonly atStart: boolean;
}

/** Gets every change of truth. */
export interface TruthRecorder {
  readonly now: Us;
  truth(thing: Thing, manner: Manner, source: SourceId): void;
}

/** How a fault shows: the manner, and its measure where the manner has one. */
export interface Effect {
  readonly manner: Manner;
  /** Gray: the share of requests that fail, 0 to 1. */
  readonly share: number;
  /** Gray: the chance that a probe fails, 0 to 1. */
  readonly probesFail: number;
  /** Slow: capacity is divided by it, at least 1. */
  readonly factor: number;
  /** Whether it destroys the data that stand there. */
  readonly destroys: boolean;
}

/** A gray or slow fault that may strike a thing, and whether it does now. */
interface Degree {
  readonly effect: Effect;
  readonly active: Int32Array;
}

/**
 * What works. Faults are counted by manner, so that overlapping ones commute: a thing is well again when the last of them
 * has been repaired. Of several gray ones the worst counts, and of several slow ones; a thing that is both shows gray and is slow too.
 */
export class Truth {
  private readonly things: Description[] = [];
  private readonly watchers = new Watchers();
  private readonly slowWatchers: (Watcher | undefined)[] = [];
  private readonly composed = new Composed();
  private readonly degrees: Degree[][] = [];
  /** 1 for a thing that has any. */
  private mayDegrade!: Uint8Array;
  private readonly recorder: TruthRecorder;
  /**
   * A row a thing: how many faults of each manner hold it, which manners have a count (as bits: the lowest is the one that shows), and 1
   * between its change and the moment its watchers are told.
   */
  private rows!: Int32Array;
  /** How each thing behaves now. */
  manner!: Uint8Array;
  /** The fault that struck each thing last. */
  cause!: Int32Array;
  /** Gray: share of requests that fail. */
  share!: Float64Array;
  /** Gray: chance that a probe fails. */
  probesFail!: Float64Array;
  /** Slow: divisor of the capacity; above 1 in whatever manner the thing shows. */
  factor!: Float64Array;
  /** When the data on each thing were last destroyed; negative: never. */
  destroyedAt!: Float64Array;
  /** 1 for what is switched off: not started, or not there at all. */
  off!: Uint8Array;
  /** Where each thing stands; moves with the role of a component that stands in several places. */
  place!: Int32Array;

  constructor(recorder: TruthRecorder) {
    this.recorder = recorder;
  }

  get count(): number {
    return this.things.length;
  }

  /** Leave `off` out for what always runs. */
  add(name: string, place: PlaceId, whole?: Thing, off?: Off): Thing {
    const thing = this.things.length;
    this.things.push({ name, place, whole: whole ?? thing, off });
    this.degrees.push([]);
    return thing;
  }

  name(thing: Thing): string {
    return this.things[thing]!.name;
  }

  whole(thing: Thing): Thing {
    return this.things[thing]!.whole;
  }

  /** The place where a thing was declared. */
  home(thing: Thing): PlaceId {
    return this.things[thing]!.place;
  }

  /** Calls `watcher` with `i`, or else with the thing, whenever the truth about it has changed. */
  watch(thing: Thing, watcher: Watcher, i: number = thing): void {
    this.watchers.add(thing, watcher, i);
  }

  /** Calls `watcher`, before all others, whenever the truth has changed about a thing that may be gray or slow. One a thing. */
  watchSlow(thing: Thing, watcher: Watcher): void {
    this.slowWatchers[thing] = watcher;
  }

  /** `whole` is well while one of `parts` is, and looks like the last one of them that broke while none is. */
  compose(whole: Thing, parts: readonly Thing[]): void {
    this.composed.declare(whole, parts);
  }

  /** Allocates the columns, when every thing has been declared. */
  seal(arena: Arena): void {
    const count = this.things.length;
    this.rows = arena.i32('logic', count * ROW);
    this.mayDegrade = new Uint8Array(new ArrayBuffer(count)); // outside the heap of V8, as tables are
    this.manner = arena.u8('memo', count);
    this.cause = arena.i32('logic', count).fill(NO_SOURCE);
    this.share = arena.f64('logic', count);
    this.probesFail = arena.f64('logic', count);
    this.factor = arena.f64('logic', count).fill(1);
    this.destroyedAt = arena.f64('time', count).fill(-1);
    this.place = arena.i32('logic', count);
    this.off = arena.u8('logic', count);
    for (const [thing, { place, off }] of this.things.entries()) {
      this.place[thing] = place;
      if (off?.atStart) this.beginOff(thing, off.looks);
    }
    this.composed.seal(arena, count, this.off);
  }

  private beginOff(thing: Thing, looks: Manner): void {
    this.off[thing] = 1;
    this.enter(thing, looks, 1);
    this.rows[thing * ROW + CHANGED] = 0;
  }

  /** Whether it may be switched off at all. */
  switchable(thing: Thing): boolean {
    return this.things[thing]!.off !== undefined;
  }

  /** Whether no fault holds a thing down, be it on or off. */
  unbroken(thing: Thing): boolean {
    let reasons = 0;
    for (let manner = 0; manner < MANNER_COUNT; manner++) reasons += this.rows[thing * ROW + manner]!;
    return reasons === this.off[thing];
  }

  /** Whether a thing is not there: nothing can break it. */
  absent(thing: Thing): boolean {
    return this.off[thing] === 1 && this.things[thing]!.off!.looks === SILENT;
  }

  /** Switches a thing on or off. Being off is a reason like others, so that faults which struck meanwhile hold. */
  switch(thing: Thing, on: boolean): void {
    const { off } = this.things[thing]!;
    invariant(off !== undefined, `${this.name(thing)} always runs`);
    if ((this.off[thing] === 0) === on) return;
    this.off[thing] = on ? 0 : 1;
    this.enter(thing, off.looks, on ? -1 : 1);
    if (this.rows[thing * ROW + CHANGED] === 1) this.show(thing, NO_SOURCE);
    else this.notify(thing);
  }

  /** Declares what may strike things: how gray or slow they can become. */
  foresee(things: readonly Thing[], effect: Effect, arena: Arena): void {
    if (effect.manner < GRAY) return;
    for (const thing of things) {
      this.degrees[thing]!.push({ effect, active: arena.i32('logic', 1) });
      this.mayDegrade[thing] = 1;
    }
  }

  /**
   * One fault strikes all of `things` at once, from place `from` of the list up to `to`: nobody is told before all of them are as
   * they will be.
   */
  hit(things: Things, source: SourceId, effect: Effect, from = 0, to = things.length): void {
    for (let i = from; i < to; i++) this.strike(things[i]!, source, effect);
    for (let i = from; i < to; i++) this.tell(things[i]!, source);
  }

  heal(things: Things, source: SourceId, effect: Effect, from = 0, to = things.length): void {
    for (let i = from; i < to; i++) this.end(things[i]!, effect);
    for (let i = from; i < to; i++) this.tell(things[i]!, source);
  }

  private strike(thing: Thing, source: SourceId, effect: Effect): void {
    this.enter(thing, effect.manner, 1);
    if (effect.manner >= GRAY) this.measure(thing, effect, 1);
    this.cause[thing] = source;
    if (effect.destroys) this.destroy(thing);
  }

  /** Whoever watches is told even of a thing that was broken before: it was whole on disk till now. */
  private destroy(thing: Thing): void {
    this.destroyedAt[thing] = this.recorder.now;
    this.rows[thing * ROW + CHANGED] = 1;
  }

  private end(thing: Thing, effect: Effect): void {
    this.enter(thing, effect.manner, -1);
    if (effect.manner >= GRAY) this.measure(thing, effect, -1);
  }

  private enter(thing: Thing, manner: Manner, by: number): void {
    const { rows } = this;
    const row = thing * ROW;
    const count = rows[row + manner]! + by;
    rows[row + manner] = count;
    const others = rows[row + PRESENT]! & ~(1 << manner);
    const present = count === 0 ? others : others | (1 << manner);
    rows[row + PRESENT] = present;
    this.settle(thing, lowest(present));
  }

  private tell(thing: Thing, source: SourceId): void {
    if (this.rows[thing * ROW + CHANGED] === 1) this.show(thing, source);
  }

  private settle(thing: Thing, manner: Manner): void {
    if (manner === this.manner[thing]) return;
    this.manner[thing] = manner;
    this.rows[thing * ROW + CHANGED] = 1;
  }

  /** Sets the truth of a thing that follows from others: a store from its nodes. */
  derive(thing: Thing, manner: Manner, source: SourceId): void {
    if (manner === this.manner[thing]!) return;
    if (manner !== OK) this.cause[thing] = source;
    this.manner[thing] = manner;
    this.show(thing, source);
  }

  /** Tells the watchers of a thing that what they can see of it has changed, though its own truth has not. */
  notify(thing: Thing): void {
    this.watchers.tell(thing);
  }

  /** The manner that the counts give: what {@link manner} must always be. No fault ends that has not struck. */
  recount(thing: Thing): Manner {
    const counts = this.rows.subarray(thing * ROW, thing * ROW + MANNER_COUNT);
    invariant(
      counts.every((count) => count >= 0),
      `more faults of ${this.name(thing)} have ended than have struck`,
    );
    for (let manner = 1; manner < MANNER_COUNT; manner++) if (counts[manner]! > 0) return manner;
    return OK;
  }

  private measure(thing: Thing, struck: Effect, by: number): void {
    let [share, probesFail, factor] = [0, 0, 1];
    for (const { effect, active } of this.degrees[thing]!) {
      if (effect === struck) active[0]! += by;
      if (active[0] === 0) continue;
      if (effect.manner === GRAY) {
        share = Math.max(share, effect.share);
        probesFail = Math.max(probesFail, effect.probesFail);
      } else factor = Math.max(factor, effect.factor);
    }
    if (share !== this.share[thing] || factor !== this.factor[thing]) this.rows[thing * ROW + CHANGED] = 1;
    this.share[thing] = share;
    this.probesFail[thing] = probesFail;
    this.factor[thing] = factor;
  }

  private show(thing: Thing, source: SourceId): void {
    const manner = this.manner[thing]!;
    this.rows[thing * ROW + CHANGED] = 0;
    this.recorder.truth(thing, manner, source);
    const group = this.composed.groupOf[thing]!;
    if (group !== APART) this.follow(group, thing, manner);
    if (this.mayDegrade[thing] === 1) this.slowWatchers[thing]?.(thing);
    this.notify(thing);
  }

  /** A part of a whole has changed. */
  private follow(group: number, part: Thing, manner: Manner): void {
    const working = this.composed.count(group, part, serves(manner) ? 1 : 0);
    const whole = this.composed.wholes[group]!;
    if (working === 0) this.derive(whole, manner, this.cause[part]!);
    else if (this.manner[whole] !== OK) this.derive(whole, OK, this.cause[part]!);
  }
}

/** The number of the lowest bit that is set, 0 for none: as a manner, the strongest of several. */
const lowest = (bits: number): number => (bits === 0 ? OK : 31 - Math.clz32(bits & -bits));
