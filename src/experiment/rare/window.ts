import type { Us } from '../../base/index.ts';
import { Forcing, type Policy, type Slot } from '../../engine/index.ts';
import type { Model } from '../../scenario/index.ts';
import { allDown, anyLoss, Booking } from './booking.ts';
import type { Calm } from './calm.ts';
import { type Failure, watchedSlots } from './failures.ts';

/**
 * Some windows force nothing, so that none weighs more than 10; most force at once; the patient ones reach what comes late,
 * as when a recovery has many steps.
 */
const POLICIES: readonly Policy[] = [
  { share: 0.1, forced: 0 },
  { share: 0.7, forced: 0.95 },
  { share: 0.2, forced: 0.3 },
];
/** Stages in one window at the most; what comes after is left to its own laws. */
const STAGES = 16;

/** Told of each incident that counts when it begins, and of each stretch that a workload then is down. Weighted. */
export interface WindowListener {
  fell(workload: number, weight: number): void;
  down(workload: number, length: number): void;
}

/** A stretch of a replication from a failure until all is good again, run with failures drawn from another law. */
export class Window {
  /** What counts, weighted. */
  readonly weighted: Booking;
  /** All that happened in it, unweighted. */
  readonly plain: Booking;
  events = 0;
  listener: WindowListener | undefined;
  private readonly model: Model;
  private readonly calm: Calm;
  private readonly forcing: Forcing;
  private readonly uniform: () => number;
  private readonly watched: Uint8Array;
  private stages = 0;
  /** The most that was broken when a stage began; incidents of all workloads until then. */
  private deepest = 0;
  private fallen = 0;

  constructor(model: Model, calm: Calm, failures: readonly Failure[], uniform: () => number) {
    this.model = model;
    this.calm = calm;
    this.uniform = uniform;
    this.weighted = new Booking(model);
    this.plain = new Booking(model);
    this.forcing = new Forcing(model.simulation.clocks, failures, POLICIES, uniform);
    this.watched = watchedSlots(model, failures);
  }

  /** The weight of all that happened in it, once it has ended. */
  get weight(): number {
    return this.forcing.weight(this.model.simulation.now);
  }

  /** Runs from the present instant, at which a failure is made to strike. All that is lost from here on counts. */
  fromFailure(struck: Slot, horizon: Us): void {
    this.begin();
    const { simulation, service } = this.model;
    simulation.clocks.startAt(struck, simulation.now);
    simulation.finish(service);
    this.look(true);
    this.follow(horizon, true);
  }

  /** Runs from the end of the present instant, in which something else has begun. What is lost counts from the first failure on. */
  fromElse(horizon: Us): void {
    this.begin();
    this.follow(horizon, false);
  }

  private begin(): void {
    this.model.simulation.events = 0;
    this.stages = 0;
    this.deepest = 0;
    this.fallen = this.falls;
    this.forcing.reset();
    this.forcing.renew();
    this.weighted.begin();
    this.plain.begin();
  }

  private follow(horizon: Us, fromNow: boolean): void {
    const { simulation, service } = this.model;
    let counts = fromNow;
    while (this.calm.from >= simulation.clocks.queue.nextTime()) {
      this.decide(horizon);
      this.pass(Math.min(simulation.clocks.queue.nextTime(), horizon), counts);
      if (!simulation.advance(horizon, service, this.watched)) break;
      counts ||= simulation.struck;
      this.settle();
      this.look(counts);
    }
    this.events = simulation.events;
  }

  /** Incidents of all workloads on this path so far. */
  private get falls(): number {
    let sum = 0;
    for (const { incidents } of this.model.meter.workloads) sum += incidents;
    return sum;
  }

  /**
   * Forces a failure while something goes on and somebody is still served: one at each depth, and another one where the
   * stage before has harmed nobody. What follows a way back up is left to its own laws.
   */
  private decide(horizon: Us): void {
    if (this.forcing.active || this.stages === STAGES || allDown(this.model)) return;
    const { broken, left } = this.calm;
    if (broken <= this.deepest && this.falls > this.fallen) return;
    const span = Math.min(left, horizon - this.model.simulation.now);
    if (!(span > 0)) return;
    this.deepest = Math.max(this.deepest, broken);
    this.fallen = this.falls;
    this.stages += 1;
    this.forcing.begin(span);
  }

  /** Ends a stage with its failure, or when it has lasted its time. */
  private settle(): void {
    const { struck, now } = this.model.simulation;
    if (!this.forcing.active || !(struck || this.forcing.isOver(now))) return;
    this.forcing.settle(now);
  }

  /** Books what is lost until the next event, by the weight at a random moment of it: that is right on average, to any law. */
  private pass(to: number, counts: boolean): void {
    if (!anyLoss(this.model)) return;
    const from = this.model.simulation.now;
    const length = to - from;
    this.plain.stretch(length, 1);
    if (!counts) return;
    const weight = this.forcing.weight(from + this.uniform() * length);
    this.weighted.stretch(length, weight);
    this.tellDown(length * weight);
  }

  private look(counts: boolean): void {
    this.plain.look(1);
    if (!counts) {
      this.weighted.skipIncidents();
      return;
    }
    const weight = this.forcing.weight(this.model.simulation.now);
    for (let i = 0; i < this.weighted.incidents.length; i++) {
      const fresh = this.weighted.fresh(i);
      if (fresh > 0) this.listener?.fell(i, fresh * weight);
    }
    this.weighted.look(weight);
  }

  private tellDown(length: number): void {
    if (this.listener === undefined) return;
    for (const [i, { below }] of this.model.meter.workloads.entries()) if (below) this.listener.down(i, length);
  }
}
