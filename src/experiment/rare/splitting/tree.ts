import type { Us } from '../../../base/index.ts';
import { Resampler } from '../../../engine/index.ts';
import { type Key, masterKey } from '../../../random/index.ts';
import type { Model } from '../../../scenario/index.ts';
import { blank, SLICE } from '../../replication.ts';
import { allDown, anyLoss, Booking } from '../booking.ts';
import { Calm } from '../calm.ts';
import { RareCollected } from '../collected.ts';
import { Clusters } from './clusters.ts';
import { Copies } from './copies.ts';
import { DEEPEST, Ladder } from './ladder.ts';
import { Line } from './line.ts';
import { CALM, type Climb } from './standing.ts';
import { Survey } from './survey.ts';

/** Copies in one replication at the most: their numbers key their streams. */
const MOST_COPIES = 2 ** 22;

/** What matters beside losses: that a depth is reached and its last rung passed, one for each depth. */
export const ENDS = DEEPEST + 1;
/** Of a workload: an incident, and its downtime. */
export const OF_WORKLOAD = 2;

/**
 * An ordinary path that is split where it comes nearer to a loss: at each level that it reaches, copies are made of the state,
 * each with another future and half of the weight a level, and each ends when it falls below the level at which it was made; the
 * path itself goes on with its weight restored (RESTART: Villén-Altamirano and Villén-Altamirano, 1991). What all of them lose,
 * weighted, is on average what the path loses, whatever the ladder is.
 */
export class Tree implements Climb {
  private readonly model: Model;
  private readonly master: Key;
  private readonly futures: Key;
  private readonly horizon: Us;
  private readonly calm: Calm;
  private readonly resampler: Resampler;
  private readonly counted: Booking;
  private readonly seen: Booking;
  private readonly second: Float64Array;
  private readonly clusters: Clusters;
  private ladder: Ladder;
  private line: Line;
  private copies: Copies;
  private replication = 0;
  /** Copies made of this path so far. */
  private made = 0;
  private collected: RareCollected;
  private survey: Survey;

  constructor(model: Model, seed: string, horizon: Us) {
    const count = model.meter.workloads.length;
    this.model = model;
    this.master = masterKey(seed);
    this.futures = masterKey(`${seed} copies`);
    this.horizon = horizon;
    this.calm = new Calm(model, this.master);
    this.resampler = new Resampler(model.simulation.clocks, model.world.workshop.registry);
    model.simulation.clocks.keep(this.resampler.lasting);
    this.counted = new Booking(model);
    this.seen = new Booking(model);
    this.second = new Float64Array(count);
    this.clusters = new Clusters(count);
    this.ladder = Ladder.flat();
    this.line = new Line(this.ladder, count);
    this.copies = new Copies(model.simulation, this.ladder, count);
    this.collected = this.collect();
    this.survey = this.look();
  }

  /** An empty collection for {@link run}. */
  collect(): RareCollected {
    return new RareCollected(this.model.meter.workloads.length, 0);
  }

  /** An empty survey of the present ladder for {@link run}. */
  look(): Survey {
    return new Survey(this.ladder, ENDS + OF_WORKLOAD * this.model.meter.workloads.length);
  }

  /** Paths are split by this ladder from now on. */
  climb(ladder: Ladder): void {
    const count = this.model.meter.workloads.length;
    this.ladder = ladder;
    this.line = new Line(ladder, count);
    this.copies = new Copies(this.model.simulation, ladder, count);
  }

  /**
   * Runs one replication with all its copies, and adds what they show. The survey must be of the present ladder. Where copies
   * take more than `most` events it is cut off: nothing of it may be counted then.
   */
  run(replication: number, collected: RareCollected, survey: Survey, most = Number.POSITIVE_INFINITY): void {
    this.begin(replication, collected, survey);
    const limit = collected.windowEvents + most;
    while (!this.advance(SLICE, limit));
  }

  /** Goes on by so many events; true when the path and all its copies have ended, or copies have taken more events than `limit`. */
  advance(events: number, limit = Number.POSITIVE_INFINITY): boolean {
    for (let i = 0; i < events; i++) {
      if (this.step()) continue;
      if (this.copies.none || this.collected.windowEvents > limit) {
        this.end();
        return true;
      }
      this.count();
      if (this.copies.next(this.line)) this.renew();
      this.model.simulation.events = 0;
      this.counted.skipIncidents();
    }
    return false;
  }

  /** Begins a replication for {@link advance}. */
  begin(replication: number, collected: RareCollected, survey: Survey): void {
    const { model, line } = this;
    this.replication = replication;
    this.collected = collected;
    this.survey = survey;
    this.made = 0;
    this.copies.clear();
    this.second.fill(0);
    line.copy(new Line(this.ladder, this.second.length));
    model.meter.begin(blank(model));
    model.world.begin(model.simulation, this.master, replication);
    model.simulation.finish(model.service);
    this.counted.begin();
    this.seen.begin();
    this.stand();
    this.relevel();
  }

  /** Another future for a copy. */
  private renew(): void {
    this.made += 1;
    this.model.simulation.reseed(this.futures, this.replication * MOST_COPIES + this.made);
    this.resampler.renew();
  }

  /** Books the events since the last change from one line to another. */
  private count(): void {
    const { collected, copies, model } = this;
    if (copies.none) collected.pathEvents += model.simulation.events;
    else collected.windowEvents += model.simulation.events;
  }

  /** Goes on with the present line to its next event or rung; false when it has ended. */
  private step(): boolean {
    const { horizon, line } = this;
    const { simulation, service } = this.model;
    const next = Math.min(simulation.clocks.queue.nextTime(), horizon);
    const rung = line.standing.next;
    if (rung < next) {
      this.book(rung - simulation.now);
      simulation.pass(rung as Us);
      line.standing.pass(rung, this);
      return this.relevel();
    }
    this.book(next - simulation.now);
    if (!simulation.advance(horizon, service)) return false;
    this.note();
    this.stand();
    return this.relevel();
  }

  /** Where the present line has come to stand at the end of an instant. */
  private stand(): void {
    const { calm, line } = this;
    const { now } = this.model.simulation;
    const { broken } = calm;
    const quiet = broken === 0 && calm.from !== Number.POSITIVE_INFINITY;
    line.standing.move(quiet ? CALM : broken, now, this);
    line.standing.pass(now, this);
    if (quiet) line.down.fill(0);
  }

  entered(depth: number, rung: number): void {
    const { survey, line } = this;
    survey.enter(depth, rung, line.weight);
    if (rung === this.ladder.depths[depth]!.length - 1) survey.meet(depth, line.standing, line.weight);
  }

  left(depth: number, lasted: number): void {
    this.survey.leave(depth, this.line.standing.rungs(depth), lasted, this.line.weight);
  }

  /** Splits the present line where it has come to a higher level, and ends a copy that falls below the one of its birth; then false. */
  private relevel(): boolean {
    const { line, copies } = this;
    const { level } = line.standing;
    if (level < line.level) line.fall(level);
    else if (level > line.level && !allDown(this.model)) this.split(level);
    if (copies.none && line.level === 0) this.quiet();
    return line.level >= line.birth;
  }

  private split(level: number): void {
    const { copies, line, model } = this;
    const first = line.level + 1;
    const last = this.made < MOST_COPIES / 2 ? copies.grant(first, level) : line.level;
    line.rise(level, last);
    if (last < first) return;
    this.count();
    copies.push(line, first, last);
    copies.next(line);
    this.renew();
    model.simulation.events = 0;
  }

  /** The path itself stands at its foot: what follows owes nothing to the copies before. */
  private quiet(): void {
    this.copies.refill();
    if (this.clusters.any && !anyLoss(this.model)) this.clusters.close(this.collected);
  }

  private book(length: number): void {
    const { line, model, survey } = this;
    if (line.standing.depth !== CALM) survey.stay(line.standing.depth, length, line.weight);
    else this.collected.calmTime += this.copies.none ? length : 0;
    if (!anyLoss(model)) return;
    this.counted.stretch(length, line.weight);
    if (this.copies.none) this.seen.stretch(length, 1);
    for (const [i, { below }] of model.meter.workloads.entries()) if (below) this.down(i, length);
  }

  private down(workload: number, length: number): void {
    const { line } = this;
    const weighted = line.weight * length;
    this.clusters.add(workload, weighted);
    this.second[workload]! += weighted * (2 * line.down[workload]! + length);
    line.down[workload]! += length;
    const cause = line.causes[workload];
    if (cause !== undefined) cause.down += weighted;
    this.survey.meet(ENDS + OF_WORKLOAD * workload + 1, line.standing, weighted);
  }

  /** Books the incidents that have begun. */
  private note(): void {
    const { line, counted, copies, collected, survey } = this;
    for (let i = 0; i < this.second.length; i++) {
      const fresh = line.weight * counted.fresh(i);
      if (fresh === 0) continue;
      const cause = collected.workloads[i]!.causes.of(this.model.meter.workloads[i]!.broken);
      cause.incidents += fresh;
      line.causes[i] = cause;
      survey.meet(ENDS + OF_WORKLOAD * i, line.standing, fresh);
    }
    counted.look(line.weight);
    if (copies.none) this.seen.look(1);
  }

  private end(): void {
    const { collected, clusters, horizon, counted, seen, second } = this;
    this.count();
    if (clusters.any) clusters.close(collected);
    collected.windows += this.made;
    collected.addPath({ horizon, counted, seen, second });
  }
}
