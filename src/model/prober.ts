import { invariant, type Us } from '../base/index.ts';
import type { ChanceId, Clocks, DrawId, Slot } from '../engine/index.ts';
import { uniform } from '../random/index.ts';
import { GRAY, HANG, MANNERS, type Manner, SILENT, serves } from './manner.ts';
import { DETECT, IDLE, type Phase, type Worker } from './phases.ts';
import type { PlaceId } from './places.ts';
import type { Probing } from './probing.ts';
import type { Thing } from './thing.ts';
import type { World } from './world.ts';

/** Told when the belief about a target has changed. */
export type Believer = (target: number, good: boolean) => void;

/** Told before the observer heeds it that what can be seen of a target has changed, or whatever is looked at with it. */
export interface Beholder {
  changed(target: number): void;
}

const NOTHING_YET = -1;

/**
 * One observer's beliefs about its targets, for every kind of observer: load balancers, DNS monitors, controllers, alarms.
 *
 * A probe at an instant sees all truth of that instant; its outcome is that at its start. A good target answers at once, a
 * refusal too; silence and a hang take the timeout, and with `from-end` spacing shift the grid of later probes. The belief
 * changes at the end of the deciding probe. A gray target answers by chance, so while it is gray each probe is an event.
 */
export class Prober implements Worker {
  /** 1 while a target is believed good. */
  readonly belief: Uint8Array;
  private readonly world: World;
  /** Where the observer stands now. */
  private readonly at: Int32Array;
  private readonly targets: readonly Thing[];
  private readonly rows: ReadonlyMap<Thing, number>;
  private readonly probing: Probing;
  private readonly believer: Believer;
  private readonly beside: Beholder | undefined;
  private readonly observer: number;
  private readonly slots: Slot[];
  private readonly chances: ChanceId[];
  private readonly phases: DrawId[];
  private readonly literal: boolean;
  /** Consecutive results against the belief, those of probes under way included. */
  private readonly count: Int32Array;
  /** Start of the next probe that has not been counted. */
  private readonly next: Float64Array;
  /** Start of the probe after the one that decides. */
  private readonly resume: Float64Array;
  /** What probes have met since the last change of truth. */
  private readonly seen: Uint8Array;
  /** Start of a probe under way, in literal steps. */
  private readonly underWay: Float64Array;
  /** 1 while the observer itself does not work. */
  private readonly paused: Uint8Array;
  /** By what a probe meets: how long it takes, and from its start to the next one, µs. */
  private readonly takes: Float64Array;
  private readonly period: Float64Array;

  /**
   * `from` lists the places where the observer may stand, the present one first. `beside` sees the same targets from there and is told by
   * this observer, which saves a call for each change.
   */
  constructor(
    world: World,
    name: string,
    from: readonly PlaceId[],
    targets: readonly Thing[],
    probing: Probing,
    believer: Believer,
    beside?: Beholder,
  ) {
    invariant(
      probing.spacing === 'from-end' || probing.timeout <= probing.interval,
      `${name}: timeout beyond interval`,
    );
    const { arena, registry } = world.workshop;
    const size = targets.length;
    this.world = world;
    this.targets = targets;
    this.rows = new Map(targets.map((target, i) => [target, i]));
    this.probing = probing;
    this.believer = believer;
    this.beside = beside;
    this.observer = world.records.observer(name);
    this.literal = world.probes === 'literal';
    this.belief = arena.u8('logic', size).fill(1);
    for (const [i, target] of targets.entries()) if (world.truth.off[target] === 1) this.belief[i] = 0;
    this.count = arena.i32('logic', size);
    this.next = arena.f64('time', size);
    this.resume = arena.f64('time', size);
    this.seen = arena.u8('logic', size);
    this.underWay = arena.f64('time', size).fill(NOTHING_YET);
    this.paused = arena.u8('logic', 1);
    this.at = arena.i32('logic', 1).fill(from[0]!);
    this.takes = Float64Array.from(MANNERS, (_, manner) => (answers(manner) ? 0 : probing.timeout));
    this.period = this.takes.map((takes) => probing.interval + (probing.spacing === 'from-end' ? takes : 0));
    const label = (target: Thing) => `${name} probes ${world.truth.name(target)}`;
    this.slots = targets.map((target, i) => registry.slot('probe', label(target), (arg) => this.fire(arg), i));
    this.chances = targets.map((target) => registry.chance(`${label(target)} gray`, 0));
    this.phases = targets.map((target) => registry.draw(`${label(target)} phase`, uniform(0, probing.interval)));
    for (const [i, target] of targets.entries()) this.attach(i, target, from);
    world.atStart(() => this.begin());
  }

  private attach(i: number, target: Thing, from: readonly PlaceId[]): void {
    const changed = () => this.tell(i);
    this.world.truth.watch(target, changed);
    for (const place of from) this.world.sight.watch(place, this.world.truth.home(target), changed);
    this.world.workforce.assign(target, this);
  }

  private tell(i: number): void {
    this.beside?.changed(i);
    this.changed(i);
  }

  private begin(): void {
    const { interval, phase } = this.probing;
    for (let i = 0; i < this.targets.length; i++) {
      const even = Math.floor((interval * i) / this.targets.length);
      this.next[i] = phase === 'even' ? even : this.world.clocks.sample(this.phases[i]!);
      this.seen[i] = this.outcome(i);
      this.plan(i);
    }
  }

  /** The observer goes on from another place. */
  move(place: PlaceId): void {
    this.at[0] = place;
    for (let i = 0; i < this.targets.length; i++) this.changed(i);
  }

  /** The observer stops working: it probes nothing and believes what it believed. */
  pause(): void {
    this.paused[0] = 1;
    for (const slot of this.slots) this.world.clocks.stop(slot);
  }

  /** The observer works again, and starts from the truth. */
  wake(): void {
    const { clocks } = this.world;
    this.paused[0] = 0;
    for (let i = 0; i < this.targets.length; i++) {
      this.seen[i] = this.outcome(i);
      this.count[i] = 0;
      this.underWay[i] = NOTHING_YET;
      this.next[i] = clocks.now + this.probing.interval;
      const good = looksGood(this.seen[i]!) ? 1 : 0;
      if (good !== this.belief[i]) this.believe(i, good);
      this.plan(i);
    }
  }

  /** A target has been taken away on purpose: the observer knows at once. */
  dismiss(i: number): void {
    if (this.belief[i] === 0) return;
    this.world.clocks.stop(this.slots[i]!);
    this.count[i] = 0;
    if (this.underWay[i] !== NOTHING_YET) this.next[i] = this.underWay[i]! + this.period[SILENT]!;
    this.underWay[i] = NOTHING_YET;
    this.believe(i, 0);
    if (this.paused[0] === 0) this.plan(i);
  }

  /** Whether probes of a target meet what they call bad now, whatever is still believed; one that is paused meets nothing new. */
  meetsBad(i: number): boolean {
    return this.paused[0] === 1 ? this.belief[i] === 0 : !looksGood(this.outcome(i));
  }

  /** Detecting: the belief differs from what probes meet. */
  phase(thing: Thing): Phase {
    const i = this.rows.get(thing)!;
    return this.paused[0] === 0 && this.disagrees(i) ? DETECT : IDLE;
  }

  private clocks(): Clocks {
    return this.world.clocks;
  }

  private outcome(i: number): Manner {
    return this.world.sight.manner(this.at[0]!, this.targets[i]!);
  }

  private disagrees(i: number): boolean {
    return looksGood(this.outcome(i)) !== (this.belief[i] === 1);
  }

  private threshold(i: number): number {
    return this.belief[i] === 1 ? this.probing.unhealthy : this.probing.healthy;
  }

  /** What can be seen of a target has changed. */
  private changed(i: number): void {
    if (this.paused[0] === 1) return;
    const now = this.outcome(i);
    if (now === this.seen[i]) return;
    if (!this.stepping(i)) this.catchUp(i);
    this.seen[i] = now;
    this.plan(i);
  }

  private stepping(i: number): boolean {
    return this.literal || this.seen[i] === GRAY;
  }

  /** Counts the probes that started before now and met what was there before now. */
  private catchUp(i: number): void {
    const start = this.next[i]!;
    const late = this.clocks().now - start;
    if (late <= 0) return;
    const manner = this.seen[i]!;
    const period = this.period[manner]!;
    const probes = Math.ceil(late / period);
    this.next[i] = start + probes * period;
    const against = looksGood(manner) !== (this.belief[i] === 1);
    this.count[i] = against ? Math.min(this.count[i]! + probes, this.threshold(i)) : 0;
  }

  /** Arranges the next event about a target: a probe in literal steps, else the change of belief, if one is coming. */
  private plan(i: number): void {
    if (this.stepping(i)) this.planStep(i);
    else this.planFlip(i);
  }

  private planStep(i: number): void {
    const slot = this.slots[i]!;
    if (!this.clocks().armed(slot)) this.clocks().startAt(slot, this.next[i]! as Us);
    else if (!this.literal && this.count[i]! < this.threshold(i)) this.clocks().startAt(slot, this.next[i]! as Us);
  }

  private planFlip(i: number): void {
    const manner = this.seen[i]!;
    const threshold = this.threshold(i);
    const count = this.count[i]!;
    if (count >= threshold) return; // the deciding probe is under way: its end is scheduled
    if (looksGood(manner) === (this.belief[i] === 1)) {
      this.clocks().stop(this.slots[i]!);
      return;
    }
    const period = this.period[manner]!;
    const deciding = this.next[i]! + (threshold - count - 1) * period;
    this.resume[i] = deciding + period;
    this.clocks().startAt(this.slots[i]!, (deciding + this.takes[manner]!) as Us);
  }

  private fire(i: number): void {
    if (this.literal || (this.seen[i] === GRAY && this.count[i]! < this.threshold(i))) this.step(i);
    else this.flip(i);
  }

  /** The end of the deciding probe. */
  private flip(i: number): void {
    this.next[i] = this.resume[i]!;
    this.count[i] = 0;
    this.believe(i, this.belief[i] === 1 ? 0 : 1);
    this.plan(i);
  }

  /** One probe, or the end of one that had to wait for its timeout. */
  private step(i: number): void {
    if (this.underWay[i] !== NOTHING_YET) this.stepAfterTimeout(i);
    else if (this.takes[this.seen[i]!]! > 0) this.stepIntoTimeout(i);
    else {
      const manner = this.seen[i]!;
      this.conclude(i, manner === GRAY ? !this.grayFails(i) : looksGood(manner));
      this.next[i] = this.clocks().now + this.probing.interval;
      this.planNext(i);
    }
  }

  private stepIntoTimeout(i: number): void {
    this.underWay[i] = this.clocks().now;
    this.clocks().startFor(this.slots[i]!, this.probing.timeout);
  }

  private stepAfterTimeout(i: number): void {
    this.next[i] = this.underWay[i]! + this.period[SILENT]!;
    this.underWay[i] = NOTHING_YET;
    this.conclude(i, false);
    this.planNext(i);
  }

  private planNext(i: number): void {
    if (this.stepping(i)) this.clocks().startAt(this.slots[i]!, this.next[i]! as Us);
    else this.planFlip(i);
  }

  private conclude(i: number, good: boolean): void {
    if (good === (this.belief[i] === 1)) {
      this.count[i] = 0;
      return;
    }
    const count = this.count[i]! + 1;
    if (count < this.threshold(i)) {
      this.count[i] = count;
      return;
    }
    this.count[i] = 0;
    this.believe(i, good ? 1 : 0);
  }

  private grayFails(i: number): boolean {
    return this.clocks().choose(this.chances[i]!, this.world.truth.probesFail[this.targets[i]!]!);
  }

  private believe(i: number, good: 0 | 1): void {
    this.belief[i] = good;
    this.world.records.belief(this.observer, this.targets[i]!, good);
    this.believer(i, good === 1);
  }
}

/** Whether a probe that meets this succeeds; a gray target counts as good until its probes say otherwise. */
const looksGood = serves;

/** Whether a probe that meets this gets an answer, if only a refusal, at once. */
const answers = (manner: Manner): boolean => manner !== SILENT && manner !== HANG;
