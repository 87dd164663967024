import { formatDuration, invariant, tooManyEvents, tooManyEventsAtAnInstant, type Us } from '../base/index.ts';
import type { Key } from '../random/index.ts';
import { Arena, type Copier, type Snapshot } from './arena.ts';
import { type Handler, Registry } from './registry.ts';
import { Sampler } from './sampler.ts';

/** Bounds that a model cannot exceed without a named error. */
export interface Limits {
  readonly eventsPerInstant: number;
  readonly eventsPerReplication: number;
}
export const DEFAULT_LIMITS: Limits = { eventsPerInstant: 100_000, eventsPerReplication: 5e7 };

/** What stands at the end of an instant: service is evaluated there, once, when something relevant changed. */
export interface Instant {
  /** Called when all events of an instant have fired. Starts clocks only for later. */
  end(): void;
}

const REMEMBERED = 8;
const NOW = 0;

/**
 * A compiled simulation. All events of one time fire, lowest rank first, also those started at that very time; then the
 * instant ends, once; then time moves.
 */
export class Simulation {
  readonly clocks: Sampler;
  /** Events fired in this replication. */
  events = 0;
  /** Of them, those fired at the instant in which a run has paused. */
  private ofInstant = 0;
  /** Whether a watched slot has fired at the last instant of {@link advance}. */
  struck = false;
  private readonly time: Float64Array;
  private readonly handlers: readonly Handler[];
  private readonly args: Int32Array;
  private readonly registry: Registry;
  private readonly limits: Limits;
  private readonly copier: Copier;
  private readonly blank: Snapshot;
  private readonly restorers: (() => void)[] = [];

  constructor(registry: Registry, arena: Arena, time: Float64Array, limits: Limits) {
    this.registry = registry;
    this.limits = limits;
    this.time = time;
    this.clocks = new Sampler(registry, arena, time);
    this.handlers = registry.slots.map((slot) => slot.handler);
    this.args = Int32Array.from(registry.slots, (slot) => slot.arg);
    this.copier = arena.copier();
    this.blank = this.copier.save();
  }

  get now(): Us {
    return this.time[NOW]! as Us;
  }

  /** Returns to the state in which the model was compiled, with the streams of one replication. */
  reset(master: Key, replication: number): void {
    this.restore(this.blank);
    this.registry.streams.seed(master, replication);
    this.events = 0;
    this.ofInstant = 0;
  }

  save(): Snapshot {
    return this.copier.save();
  }

  /** The same into a snapshot taken before. */
  saveInto(snapshot: Snapshot): void {
    this.copier.saveInto(snapshot);
  }

  /** Gives the streams another future, keyed as by {@link reset}. What is pending stays as it is. */
  reseed(master: Key, replication: number): void {
    this.registry.streams.seed(master, replication);
  }

  /** Lets time pass to an instant before the next event. */
  pass(to: Us): void {
    invariant(to >= this.now && to <= this.clocks.queue.nextTime(), 'time must not pass over an event');
    this.time[NOW] = to;
  }

  restore(snapshot: Snapshot): void {
    this.copier.restore(snapshot);
    for (const restored of this.restorers) restored();
  }

  /** Calls `restored` whenever the columns have been put back: for those who keep beside them what can be worked out anew. */
  onRestore(restored: () => void): void {
    this.restorers.push(restored);
  }

  /**
   * Fires every event up to and including `end`, and leaves time there; true. After `most` events it pauses wherever it is,
   * also within an instant; false: call again to go on. Pausing changes nothing of what happens.
   *
   * The present stands in its column only: a copy in a variable of this loop is boxed once an event (measured: 16 bytes and
   * 7 % on literal probes).
   */
  readonly run = (end: Us, instant: Instant, most = this.limits.eventsPerReplication + 1): boolean => {
    const { queue } = this.clocks;
    const { time, handlers, args } = this;
    const perInstant = this.limits.eventsPerInstant;
    const left = this.limits.eventsPerReplication - this.events;
    const stop = Math.min(left, most);
    let fired = 0;
    let firstOfInstant = 0 - this.ofInstant; // never -0, which is no small integer
    for (;;) {
      let next = queue.nextTime();
      if (next !== time[NOW]) {
        instant.end();
        next = queue.nextTime();
        if (next > end) break;
        time[NOW] = next;
        firstOfInstant = fired;
      }
      const slot = queue.take();
      handlers[slot]!(args[slot]!);
      fired++;
      if (fired - firstOfInstant > perInstant) throw tooManyEventsAtAnInstant(perInstant, this.at(), this.upcoming());
      if (fired < stop) continue;
      if (fired > left) throw tooManyEvents(this.limits.eventsPerReplication, this.upcoming());
      if (fired >= most) return this.pause(fired, fired - firstOfInstant);
    }
    time[NOW] = end;
    this.events += fired;
    this.ofInstant = 0;
    return true;
  };

  /**
   * Fires all events of the next instant and ends it; true. Where there is none up to `end`, leaves time there; false. `watched`
   * marks slots with 1: {@link struck} then tells whether one of them has fired. Slower than {@link run}, which does the same.
   */
  advance(end: Us, instant: Instant, watched?: Uint8Array): boolean {
    const next = this.clocks.queue.nextTime();
    this.struck = false;
    if (next > end) {
      this.time[NOW] = end;
      return false;
    }
    this.time[NOW] = next;
    this.finish(instant, watched);
    return true;
  }

  /** Fires what is due at the present instant and ends it. */
  finish(instant: Instant, watched?: Uint8Array): void {
    const { queue } = this.clocks;
    let fired = 0;
    while (queue.nextTime() === this.time[NOW]) {
      const slot = queue.take();
      if (watched?.[slot] === 1) this.struck = true;
      this.handlers[slot]!(this.args[slot]!);
      if (++fired > this.limits.eventsPerInstant) {
        throw tooManyEventsAtAnInstant(this.limits.eventsPerInstant, this.at(), this.upcoming());
      }
    }
    this.events += fired;
    if (this.events > this.limits.eventsPerReplication) {
      throw tooManyEvents(this.limits.eventsPerReplication, this.upcoming());
    }
    instant.end();
  }

  private pause(fired: number, ofInstant: number): false {
    this.events += fired;
    this.ofInstant = ofInstant;
    return false;
  }

  private at(): string {
    return formatDuration(this.now);
  }

  /** The names of the next events: what a loop keeps firing. */
  private upcoming(): string[] {
    const names: string[] = [];
    while (this.clocks.queue.size > 0 && names.length < REMEMBERED) {
      const { rank, name } = this.registry.slots[this.clocks.queue.take()]!;
      names.push(`${rank} ${name}`);
    }
    return names;
  }
}

/** Collects declarations and columns; {@link seal} turns them into a simulation. */
export class Workshop {
  readonly arena = new Arena();
  readonly registry = new Registry();
  readonly time: Float64Array;

  constructor() {
    this.time = this.arena.f64('time', 1);
  }

  seal(limits: Limits = DEFAULT_LIMITS): Simulation {
    return new Simulation(this.registry, this.arena, this.time, limits);
  }
}
