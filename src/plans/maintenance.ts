import { LAST_INSTANT, NEVER, type Us } from '../base/index.ts';
import type { DrawId, Slot } from '../engine/index.ts';
import {
  type Deed,
  type Effect,
  EXIT,
  IDLE,
  OK,
  type Phase,
  type SourceId,
  type Thing,
  type Worker,
  type World,
} from '../model/index.ts';
import { untilWindow } from './calendar.ts';
import type { MaintenanceSpec } from './maintenance-schema.ts';

/** Where the work stands. */
const RESTING = 0;
/** Users have been told to go elsewhere. */
const TOLD = 1;
/** Roles move off the part that is next. */
const VACATING = 2;
/** A part, or the whole, stands still. */
const WORKING = 3;
/** What was stopped is taken back into service. */
const PAUSING = 4;

const STATE = 0;
/** How many parts have been worked on. */
const PART = 1;
/** How many have been due so far. */
const TURN = 2;
/** How many parts there are to work on: machines that are not started need none. */
const PARTS = 3;

/** What is stopped in good order refuses at once. */
const STOPPED: Effect = { manner: EXIT, share: 0, probesFail: 0, factor: 1, destroys: false };

/** Declares the planned work of a world. Components must have been wired. */
export function compileMaintenance(world: World, specs: readonly MaintenanceSpec[]): void {
  for (const spec of specs) new Maintenance(world, spec);
}

/**
 * Planned work on one component. One event is pending at a time: the next start is arithmetic. Work that would be an outage
 * because of something broken is called off until its next turn.
 */
class Maintenance implements Worker {
  private readonly world: World;
  private readonly spec: MaintenanceSpec;
  private readonly units: readonly Thing[];
  private readonly rolling: boolean;
  private readonly source: SourceId;
  private readonly slot: Slot;
  private readonly takes: DrawId;
  private readonly holdOut: Deed | undefined;
  private readonly state: Int32Array;
  /** The parts in the order of this turn. */
  private readonly order: Int32Array;

  constructor(world: World, spec: MaintenanceSpec) {
    const { registry, arena } = world.workshop;
    const name = `maintenance of ${spec.component}`;
    this.world = world;
    this.spec = spec;
    this.units = world.units.get(spec.component)!;
    this.rolling = (spec.how ?? (this.units.length > 1 ? 'rolling' : 'stop')) === 'rolling';
    this.source = world.sources.add(name, name, 'plan', spec.component);
    // Before probes look, and after the switch that it waits for has ended.
    this.slot = registry.slot('work', `${spec.component} under maintenance`, () => this.fire());
    this.takes = registry.draw(`${name} takes`, spec.takes);
    const isAnswer = spec.notice > 0 && world.deeds.has(spec.component, 'hold-out');
    this.holdOut = isAnswer ? world.deeds.bind(spec.component, 'hold-out', {}) : undefined;
    this.state = arena.i32('logic', 4);
    this.order = arena.i32('logic', this.units.length);
    for (const thing of new Set([world.wholes.get(spec.component)!, ...this.units]))
      world.workforce.assign(thing, this);
    world.atStart(() => this.rest());
  }

  private fire(): void {
    switch (this.state[STATE]) {
      case RESTING:
        this.begin();
        break;
      case TOLD:
        this.prepare();
        break;
      case WORKING:
        this.done();
        break;
      default:
        this.approach();
    }
  }

  /** Waits for the next turn that has not begun yet. */
  private rest(): void {
    const { clocks } = this.world;
    this.state[STATE] = RESTING;
    let at = this.startOf(this.state[TURN]!);
    while (at - this.spec.notice < clocks.now) at = this.startOf(++this.state[TURN]!);
    if (at <= LAST_INSTANT) clocks.startAt(this.slot, (at - this.spec.notice) as Us);
  }

  private startOf(turn: number): Us {
    const due = (this.spec.first + turn * this.spec.every) as Us;
    return (due + untilWindow(this.spec.window, due)) as Us;
  }

  private begin(): void {
    this.state[TURN]! += 1;
    if (this.holdOut === undefined) this.prepare();
    else {
      this.holdOut.end();
      this.enter(TOLD, this.spec.notice);
    }
  }

  private enter(state: number, delay: Us): void {
    this.state[STATE] = state;
    this.world.clocks.startFor(this.slot, delay);
  }

  private prepare(): void {
    this.state[PART] = 0;
    const order = this.world.upkeep.get(this.spec.component)?.order() ?? this.units;
    this.state[PARTS] = 0;
    for (const part of order) if (this.world.truth.off[part] === 0) this.order[this.state[PARTS]!++] = part;
    this.approach();
  }

  /** Nothing of it is stopped while something else of it is broken. */
  private approach(): void {
    if (this.state[PART]! >= this.state[PARTS]!) this.end();
    else if (!this.rolling) this.stop();
    else if (this.isBroken()) this.end();
    else this.vacate();
  }

  private vacate(): void {
    const part = this.order[this.state[PART]!]!;
    const wait = this.world.upkeep.get(this.spec.component)?.vacate(part, this.source) ?? 0;
    if (wait === NEVER) this.end();
    else if (wait > 0) this.enter(VACATING, wait as Us);
    else this.stop();
  }

  private isBroken(): boolean {
    const { truth } = this.world;
    return this.units.some((unit) => truth.off[unit] === 0 && truth.manner[unit] !== OK);
  }

  /** What stands still at a time. */
  private get stopped(): readonly Thing[] {
    return this.rolling ? [this.order[this.state[PART]!]!] : [...this.order.subarray(0, this.state[PARTS])];
  }

  private stop(): void {
    this.enter(WORKING, this.world.clocks.sample(this.takes));
    this.world.lastStruck(this.source);
    this.world.truth.hit(this.stopped, this.source, STOPPED);
  }

  private done(): void {
    this.world.healed(this.source);
    const stopped = this.stopped;
    this.state[PART]! += stopped.length;
    this.enter(PAUSING, this.spec.pause);
    this.world.truth.heal(stopped, this.source, STOPPED);
  }

  private end(): void {
    this.holdOut?.undo?.();
    this.rest();
  }

  phase(): Phase {
    return IDLE;
  }

  /** What the work costs is planned, unless something else of the component is broken meanwhile. */
  planned(): boolean {
    if (this.state[STATE] === RESTING) return false;
    const { truth } = this.world;
    const isFine = (unit: Thing): boolean => truth.manner[unit] === OK || truth.off[unit] === 1;
    return this.units.every((unit) => isFine(unit) || truth.cause[unit] === this.source);
  }
}
