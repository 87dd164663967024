import { invariant, type Us } from '../../base/index.ts';
import type { Snapshot } from '../../engine/index.ts';
import { type Key, masterKey, STREAM_WORDS, Streams } from '../../random/index.ts';
import type { Model } from '../../scenario/index.ts';
import { blank } from '../replication.ts';
import { Aim, type Choice } from './aim.ts';
import { anyLoss, Booking } from './booking.ts';
import { Calm } from './calm.ts';
import type { RareCause } from './causes.ts';
import { RareCollected } from './collected.ts';
import { type Failure, failuresOf, watchedSlots } from './failures.ts';
import type { SortSums } from './sums.ts';
import { Window, type WindowListener } from './window.ts';

/** Windows of one replication at the most: their numbers key their streams. */
const MOST_WINDOWS = 2 ** 20;

/** Where the ordinary path is. */
type Stretch =
  /** All is good. */
  | 'calm'
  /** Something goes on that no failure began: the path counts until a failure strikes. */
  | 'else'
  /** A failure has struck: what is lost is counted by windows. */
  | 'failed';

/**
 * An ordinary path that is not used for what follows failures: windows are. They begin at random instants at which all is good,
 * with a failure that is made to strike there and weighs what its hazard is; and wherever something else has begun.
 */
export class RarePath implements WindowListener {
  readonly failures: readonly Failure[];
  readonly aim: Aim;
  private readonly model: Model;
  private readonly master: Key;
  private readonly futures: Key;
  private readonly calm: Calm;
  private readonly window: Window;
  private readonly counted: Booking;
  private readonly seen: Booking;
  private readonly watched: Uint8Array;
  private readonly choices = new Streams();
  private readonly uniform: () => number;
  private readonly here: Snapshot;
  private readonly horizon: Us;
  private readonly second: Float64Array;
  private readonly causes: (RareCause | undefined)[];
  private stretch: Stretch = 'failed';
  private replication = 0;
  private windowsHere = 0;
  /** µs of calm between two windows; and until the next. */
  private spacing = 0;
  private wait = 0;
  /** What one moment of the present window stands for. */
  private scale = 1;
  private collected: RareCollected;

  constructor(model: Model, seed: string, horizon: Us) {
    const stream = this.choices.declare('rare');
    const count = model.meter.workloads.length;
    this.choices.bind(new Int32Array(STREAM_WORDS));
    this.uniform = () => this.choices.uniform(stream);
    this.model = model;
    this.master = masterKey(seed);
    this.futures = masterKey(`${seed} windows`);
    this.horizon = horizon;
    this.failures = failuresOf(model);
    this.aim = new Aim(this.failures, this.uniform);
    this.watched = watchedSlots(model, this.failures);
    model.simulation.clocks.keep(this.watched);
    this.calm = new Calm(model, this.master);
    this.window = new Window(model, this.calm, this.failures, this.uniform);
    this.counted = new Booking(model);
    this.seen = new Booking(model);
    this.second = new Float64Array(count);
    this.causes = Array.from({ length: count }, () => undefined);
    this.collected = this.collect();
    this.here = model.simulation.save();
  }

  /** An empty collection for {@link run}. */
  collect(): RareCollected {
    return new RareCollected(this.model.meter.workloads.length, this.aim.groups.length);
  }

  /** Runs one replication with a window in each `spacing` µs of calm, and adds what it shows. */
  run(replication: number, spacing: number, collected: RareCollected): void {
    this.begin(replication, spacing, collected);
    while (!this.advance());
  }

  /** Goes on to the next instant of the path, with all windows before it; true when the path has ended. */
  advance(): boolean {
    const { simulation, service } = this.model;
    if (this.stretch === 'calm') this.sample();
    this.book(Math.min(simulation.clocks.queue.nextTime(), this.horizon) - simulation.now, this.stretch);
    if (simulation.advance(this.horizon, service, this.watched)) {
      this.stretch = this.next(this.stretch);
      return false;
    }
    this.end();
    return true;
  }

  /** Begins a replication for {@link advance}. */
  begin(replication: number, spacing: number, collected: RareCollected): void {
    const { model } = this;
    this.replication = replication;
    this.spacing = spacing;
    this.collected = collected;
    this.windowsHere = 0;
    this.choices.seed(this.futures, replication);
    this.wait = this.uniform() * spacing;
    this.second.fill(0);
    model.meter.begin(blank(model));
    model.world.begin(model.simulation, this.master, replication);
    model.simulation.finish(model.service);
    this.counted.begin();
    this.seen.begin();
    this.stretch = this.enter('failed', true);
  }

  /** Where the path is after an instant. */
  private next(before: Stretch): Stretch {
    const stretch = this.model.simulation.struck ? 'failed' : before;
    this.seen.look(1);
    if (stretch === 'failed') this.counted.skipIncidents();
    else this.counted.look(1);
    return this.enter(stretch, stretch === 'calm');
  }

  private enter(stretch: Stretch, begins: boolean): Stretch {
    if (this.calm.from < this.model.simulation.clocks.queue.nextTime()) return 'calm';
    if (!begins) return stretch;
    this.elsewhere();
    return 'else';
  }

  private book(length: number, stretch: Stretch): void {
    if (!anyLoss(this.model)) return;
    this.seen.stretch(length, 1);
    if (stretch !== 'failed') this.counted.stretch(length, 1);
  }

  /** Begins windows at the instants that fall into the calm from here to the next event. */
  private sample(): void {
    const { simulation } = this.model;
    const { from } = this.calm;
    const until = Math.min(simulation.clocks.queue.nextTime(), this.horizon);
    if (until <= from) return;
    this.collected.calmTime += until - from;
    const { events } = simulation;
    let at = from + this.wait;
    if (at < until) simulation.saveInto(this.here);
    for (; at < until; at += this.spacing) this.strikeAt(Math.floor(at) as Us);
    simulation.events = events;
    this.wait = at - until;
  }

  /** A window that begins with a failure at an instant of calm. */
  private strikeAt(at: Us): void {
    const { simulation } = this.model;
    simulation.pass(at);
    const chosen = this.aim.choose(simulation.clocks);
    if (chosen !== undefined) this.windowFrom(chosen);
    simulation.restore(this.here);
  }

  private windowFrom({ failure, sort, chance, among }: Choice): void {
    const { clocks } = this.model.simulation;
    const { slot, fresh, steady } = failure;
    const hazard = (clocks.isSteady(slot) ? steady : fresh).hazard(clocks.age(slot));
    this.prepare((this.spacing * hazard) / chance);
    this.window.fromFailure(slot, this.horizon);
    this.take();
    this.learn(this.collected.sorts[sort]!, this.spacing * hazard * among);
  }

  /** A window of what something else has begun. */
  private elsewhere(): void {
    const { simulation } = this.model;
    const { events } = simulation;
    simulation.saveInto(this.here);
    this.prepare(1);
    this.window.fromElse(this.horizon);
    this.take();
    simulation.restore(this.here);
    simulation.events = events;
  }

  private prepare(scale: number): void {
    this.scale = scale;
    this.windowsHere += 1;
    invariant(this.windowsHere < MOST_WINDOWS, 'too many windows in one replication');
    this.model.simulation.reseed(this.futures, this.replication * MOST_WINDOWS + this.windowsHere);
    this.window.listener = this;
  }

  fell(workload: number, weight: number): void {
    const cause = this.collected.workloads[workload]!.causes.of(this.model.meter.workloads[workload]!.broken);
    cause.incidents += this.scale * weight;
    this.causes[workload] = cause;
  }

  down(workload: number, length: number): void {
    const cause = this.causes[workload];
    if (cause !== undefined) cause.down += this.scale * length;
  }

  /** Adds what a window has shown. */
  private take(): void {
    const { collected, scale, window } = this;
    const { weighted, plain, weight } = window;
    collected.windowEvents += window.events;
    collected.windows += 1;
    this.counted.take(weighted, scale);
    for (const [i, sums] of collected.workloads.entries()) {
      this.second[i]! += scale * weight * plain.down[i]! ** 2;
      sums.windows.add(scale * weighted.down[i]!);
      this.causes[i] = undefined;
    }
  }

  private learn(sums: SortSums, scale: number): void {
    sums.count += 1;
    sums.events += this.window.events;
    for (let i = 0; i < sums.squares.length; i++) sums.squares[i]! += (scale * this.window.weighted.down[i]!) ** 2;
  }

  private end(): void {
    this.collected.pathEvents += this.model.simulation.events;
    const { horizon, counted, seen, second } = this;
    this.collected.addPath({ horizon, counted, seen, second });
  }
}
