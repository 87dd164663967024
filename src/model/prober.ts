import { f64Table, invariant, type Us } from '../base/index.ts';
import type { ChanceId, Clocks, DrawId, Slot } from '../engine/index.ts';
import { uniform } from '../random/index.ts';
import { GRAY, HANG, MANNERS, type Manner, SILENT, serves, serving } from './manner.ts';
import { Numbering } from './numbering.ts';
import { DETECT, IDLE, type Phase, type Worker } from './phases.ts';
import type { PlaceId } from './places.ts';
import type { Probing } from './probing.ts';
import type { SettingId } from './setting-id.ts';
import type { Thing } from './thing.ts';
import type { World } from './world.ts';

/** Told when the belief about a target has changed. */
export type Believer = (target: number, good: boolean) => void;

/** Told before the observer heeds it that what can be seen of a target has changed, or whatever is looked at with it. */
export interface Beholder {
  /** `manner` is how it looks from where the observer stands. */
  seen(target: number, manner: Manner): void;
}

const NOTHING_YET = -1;

/** Where the numbers of a target stand in its row: all that an event touches lies side by side. */
const BELIEF = 0;
/** What probes have met since the last change of truth. */
const SEEN = 1;
/** Consecutive results against the belief, those of probes under way included. */
const COUNT = 2;
const THING = 3;
const SLOT = 4;
const ROW = 8;
/** And its instants: start of the next probe that has not been counted, */
const NEXT = 0;
/** start of the probe after the one that decides, */
const RESUME = 1;
/** start of a probe under way, in literal steps. */
const UNDER_WAY = 2;
const INSTANTS = 4;

/**
 * One observer's beliefs about its targets, for every kind of observer: load balancers, DNS monitors, controllers, alarms.
 *
 * A probe at an instant sees all truth of that instant; its outcome is that at its start. A good target answers at once, a
 * refusal too; silence and a hang take the timeout, and with `from-end` spacing shift the grid of later probes. The belief
 * changes at the end of the deciding probe. A gray target answers by chance, so while it is gray each probe is an event.
 */
export class Prober implements Worker {
  private readonly world: World;
  /** Where the observer stands now. */
  private readonly at: Int32Array;
  private readonly count: number;
  private readonly numbers: Numbering;
  private readonly probing: Probing;
  private readonly believer: Believer;
  private readonly beside: Beholder | undefined;
  private readonly observer: number;
  private readonly chances: ChanceId[];
  private readonly phases: DrawId[];
  private readonly literal: boolean;
  private readonly rows: Int32Array;
  private readonly instants: Float64Array;
  /** What it looks every: a setting of the scenario; absent: of its own accord. */
  private readonly setting: SettingId | undefined;
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
    this.world = world;
    this.count = targets.length;
    this.numbers = new Numbering(targets);
    this.probing = probing;
    this.believer = believer;
    this.beside = beside;
    this.observer = world.records.observer(name);
    this.literal = world.probes === 'literal';
    this.rows = arena.i32('logic', targets.length * ROW);
    this.instants = arena.f64('time', targets.length * INSTANTS);
    this.setting = probing.path === undefined ? undefined : world.settings.id(`${probing.path}.interval`, DETECT);
    this.paused = arena.u8('logic', 1);
    this.at = arena.i32('logic', 1).fill(from[0]!);
    this.takes = f64Table(MANNERS.map((_, manner) => (answers(manner) ? 0 : probing.timeout)));
    this.period = f64Table(this.takes.map((takes) => probing.interval + (probing.spacing === 'from-end' ? takes : 0)));
    const label = (target: Thing) => `${name} probes ${world.truth.name(target)}`;
    for (const [i, target] of targets.entries()) {
      this.rows[i * ROW + BELIEF] = 1 - world.truth.off[target]!;
      this.rows[i * ROW + THING] = target;
      this.rows[i * ROW + SLOT] = registry.slot('probe', label(target), this.fire, i);
      this.instants[i * INSTANTS + UNDER_WAY] = NOTHING_YET;
    }
    this.chances = targets.map((target) => registry.chance(`${label(target)} gray`, 0));
    this.phases = targets.map((target) => registry.draw(`${label(target)} phase`, uniform(0, probing.interval)));
    this.attach(targets, from);
    world.atStart(() => this.begin());
  }

  private attach(targets: readonly Thing[], from: readonly PlaceId[]): void {
    const { truth, sight, workforce } = this.world;
    for (const [i, target] of targets.entries()) {
      truth.watch(target, this.changed, i);
      for (const place of from) sight.watch(place, truth.home(target), this.changed, i);
      workforce.assign(target, this);
    }
  }

  private begin(): void {
    const { interval, phase } = this.probing;
    for (let i = 0; i < this.count; i++) {
      const even = Math.floor((interval * i) / this.count);
      this.instants[i * INSTANTS + NEXT] = phase === 'even' ? even : this.world.clocks.sample(this.phases[i]!);
      this.rows[i * ROW + SEEN] = this.outcome(i);
      this.plan(i);
    }
  }

  /** Whether a target is believed good. */
  believes(i: number): boolean {
    return this.rows[i * ROW + BELIEF] === 1;
  }

  /** The observer goes on from another place. */
  move(place: PlaceId): void {
    this.at[0] = place;
    for (let i = 0; i < this.count; i++) this.heed(i, this.outcome(i));
  }

  /** The observer stops working: it probes nothing and believes what it believed. */
  pause(): void {
    this.paused[0] = 1;
    for (let i = 0; i < this.count; i++) this.world.clocks.stop(this.slot(i));
  }

  /** The observer works again, and starts from the truth. */
  wake(): void {
    const { rows, instants, world } = this;
    this.paused[0] = 0;
    for (let i = 0; i < this.count; i++) {
      const seen = this.outcome(i);
      rows[i * ROW + SEEN] = seen;
      rows[i * ROW + COUNT] = 0;
      instants[i * INSTANTS + UNDER_WAY] = NOTHING_YET;
      instants[i * INSTANTS + NEXT] = world.clocks.now + this.probing.interval;
      if (serves(seen) !== this.believes(i)) this.believe(i, serves(seen));
      this.plan(i);
    }
  }

  /** A target has been taken away on purpose: the observer knows at once. */
  dismiss(i: number): void {
    if (!this.believes(i)) return;
    this.world.clocks.stop(this.slot(i));
    this.rows[i * ROW + COUNT] = 0;
    if (this.isUnderWay(i)) this.endTimeout(i);
    this.believe(i, false);
    if (this.paused[0] === 0) this.plan(i);
  }

  /** Whether probes of a target meet what they call bad now, whatever is still believed; one that is paused meets nothing new. */
  meetsBad(i: number): boolean {
    return this.paused[0] === 1 ? !this.believes(i) : !serves(this.outcome(i));
  }

  /** Detecting: the belief differs from what probes meet. */
  phase(thing: Thing): Phase {
    const i = this.numbers.of(thing);
    return this.paused[0] === 0 && serves(this.outcome(i)) !== this.believes(i) ? DETECT : IDLE;
  }

  waits(thing: Thing, phase: Phase, tell: (setting: SettingId) => void): void {
    if (this.setting !== undefined && phase === DETECT && this.phase(thing) === DETECT) tell(this.setting);
  }

  private clocks(): Clocks {
    return this.world.clocks;
  }

  private slot(i: number): Slot {
    return this.rows[i * ROW + SLOT]! as Slot;
  }

  /** What a probe meets now; a gray target counts as good until its probes say otherwise. */
  private outcome(i: number): Manner {
    return this.world.sight.manner(this.at[0]!, this.rows[i * ROW + THING]!);
  }

  /** So many results in a row against a belief change it. */
  private threshold(belief: number): number {
    return belief === 1 ? this.probing.unhealthy : this.probing.healthy;
  }

  /** The truth about a target has changed, or whether it is in sight. A function as a whole, not a call of one: V8 knows the prober in it where there is one. */
  private readonly changed = (i: number): void => {
    const manner = this.outcome(i);
    this.beside?.seen(i, manner);
    this.heed(i, manner);
  };

  /** From now on probes meet something else, it may be. */
  private heed(i: number, manner: Manner): void {
    if (this.paused[0] === 1 || manner === this.rows[i * ROW + SEEN]) return;
    if (!this.stepping(i)) this.catchUp(i);
    this.rows[i * ROW + SEEN] = manner;
    this.plan(i);
  }

  private stepping(i: number): boolean {
    return this.literal || this.rows[i * ROW + SEEN] === GRAY;
  }

  /** Counts the probes that started before now and met what was there before now. */
  private catchUp(i: number): void {
    const { rows, instants } = this;
    const start = instants[i * INSTANTS + NEXT]!;
    const late = this.clocks().now - start;
    if (late <= 0) return;
    const row = i * ROW;
    const manner = rows[row + SEEN]!;
    const belief = rows[row + BELIEF]!;
    const period = this.period[manner]!;
    const probes = Math.ceil(late / period);
    instants[i * INSTANTS + NEXT] = start + probes * period;
    const against = serving(manner) !== belief;
    rows[row + COUNT] = against ? Math.min(rows[row + COUNT]! + probes, this.threshold(belief)) : 0;
  }

  /** Arranges the next event about a target: a probe in literal steps, else the change of belief, if one is coming. */
  private plan(i: number): void {
    if (this.stepping(i)) this.planStep(i);
    else this.planFlip(i);
  }

  private planStep(i: number): void {
    const next = this.instants[i * INSTANTS + NEXT]! as Us;
    const slot = this.slot(i);
    if (!this.clocks().armed(slot) || (!this.literal && !this.isDecided(i))) this.clocks().startAt(slot, next);
  }

  /** Whether the deciding probe is under way: the end of it is scheduled. */
  private isDecided(i: number): boolean {
    const row = i * ROW;
    return this.rows[row + COUNT]! >= this.threshold(this.rows[row + BELIEF]!);
  }

  private planFlip(i: number): void {
    const { rows, instants } = this;
    const row = i * ROW;
    const manner = rows[row + SEEN]!;
    const belief = rows[row + BELIEF]!;
    const left = this.threshold(belief) - rows[row + COUNT]!;
    if (left <= 0) return; // the deciding probe is under way
    if (serving(manner) === belief) {
      this.clocks().stop(rows[row + SLOT]! as Slot);
      return;
    }
    const period = this.period[manner]!;
    const deciding = instants[i * INSTANTS + NEXT]! + (left - 1) * period;
    instants[i * INSTANTS + RESUME] = deciding + period;
    this.clocks().startAt(rows[row + SLOT]! as Slot, (deciding + this.takes[manner]!) as Us);
  }

  private readonly fire = (i: number): void => {
    if (this.literal || (this.rows[i * ROW + SEEN] === GRAY && !this.isDecided(i))) this.step(i);
    else this.flip(i);
  };

  /** The end of the deciding probe. */
  private flip(i: number): void {
    const { rows, instants } = this;
    const row = i * ROW;
    instants[i * INSTANTS + NEXT] = instants[i * INSTANTS + RESUME]!;
    rows[row + COUNT] = 0;
    this.believe(i, rows[row + BELIEF] === 0);
    this.plan(i);
  }

  /** One probe, or the end of one that had to wait for its timeout. */
  private step(i: number): void {
    const manner = this.rows[i * ROW + SEEN]!;
    if (this.isUnderWay(i)) this.stepAfterTimeout(i);
    else if (this.takes[manner]! > 0) this.stepIntoTimeout(i);
    else {
      this.conclude(i, manner === GRAY ? !this.grayFails(i) : serves(manner));
      this.instants[i * INSTANTS + NEXT] = this.clocks().now + this.probing.interval;
      this.planNext(i);
    }
  }

  private isUnderWay(i: number): boolean {
    return this.instants[i * INSTANTS + UNDER_WAY] !== NOTHING_YET;
  }

  private stepIntoTimeout(i: number): void {
    this.instants[i * INSTANTS + UNDER_WAY] = this.clocks().now;
    this.clocks().startFor(this.slot(i), this.probing.timeout);
  }

  private stepAfterTimeout(i: number): void {
    this.endTimeout(i);
    this.conclude(i, false);
    this.planNext(i);
  }

  /** No probe is under way any more: the next one comes as the spacing says. */
  private endTimeout(i: number): void {
    const { instants } = this;
    const at = i * INSTANTS;
    instants[at + NEXT] = instants[at + UNDER_WAY]! + this.period[SILENT]!;
    instants[at + UNDER_WAY] = NOTHING_YET;
  }

  private planNext(i: number): void {
    if (this.stepping(i)) this.clocks().startAt(this.slot(i), this.instants[i * INSTANTS + NEXT]! as Us);
    else this.planFlip(i);
  }

  private conclude(i: number, good: boolean): void {
    const { rows } = this;
    const count = i * ROW + COUNT;
    if (good === this.believes(i)) {
      rows[count] = 0;
      return;
    }
    rows[count]! += 1;
    if (!this.isDecided(i)) return;
    rows[count] = 0;
    this.believe(i, good);
  }

  private grayFails(i: number): boolean {
    const thing = this.rows[i * ROW + THING]!;
    return this.clocks().choose(this.chances[i]!, this.world.truth.probesFail[thing]!);
  }

  private believe(i: number, good: boolean): void {
    const { rows } = this;
    const row = i * ROW;
    const belief = good ? 1 : 0;
    rows[row + BELIEF] = belief;
    this.world.records.belief(this.observer, rows[row + THING]!, belief);
    this.believer(i, good);
  }
}

/** Whether a probe that meets this gets an answer, if only a refusal, at once. */
const answers = (manner: Manner): boolean => manner !== SILENT && manner !== HANG;
