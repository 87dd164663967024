import { f64Table, LAST_INSTANT, type Us } from '../base/index.ts';
import { type Law, STREAM_WORDS, type Streams } from '../random/index.ts';
import type { Arena } from './arena.ts';
import type { ChanceId, Clocks, DrawId, Slot } from './clocks.ts';
import { EventQueue } from './queue.ts';
import type { Registry } from './registry.ts';

/** Where the law and the stream of a slot stand in its row. */
const LAW = 0;
const STREAM = 1;
const BOUND = 2;

/** A delay that was met in equilibrium is marked by its beginning: this minus the instant, below 0. */
const MET = -1;

/** The driver of a plain simulation: it draws each delay from its law and queues it. */
export class Sampler implements Clocks {
  readonly queue: EventQueue;
  private readonly streams: Streams;
  private readonly time: Float64Array;
  private readonly begun: Float64Array;
  /** Law and stream of each slot, side by side: see {@link BOUND}. */
  private readonly bound: Int32Array;
  private readonly laws: readonly Law[];
  /** Means of the laws that are exponential, µs; 0 for the others. */
  private readonly exponentialMeans: Float64Array;
  private readonly registry: Registry;
  private lasting: Uint8Array | undefined;

  constructor(registry: Registry, arena: Arena, time: Float64Array) {
    const slots = registry.slots.length;
    const bindings = registry.bindings();
    this.registry = registry;
    this.queue = new EventQueue(arena, registry.order());
    this.time = time;
    this.begun = arena.f64('time', slots);
    this.bound = new Int32Array(slots * BOUND);
    for (let slot = 0; slot < slots; slot++) {
      this.bound[slot * BOUND + LAW] = bindings.laws[slot]!;
      this.bound[slot * BOUND + STREAM] = bindings.streams[slot]!;
    }
    this.laws = registry.laws;
    this.exponentialMeans = f64Table(this.laws.map((law) => law.exponentialMean));
    this.streams = registry.streams;
    this.streams.bind(arena.i32('random', this.streams.names.length * STREAM_WORDS));
  }

  get now(): Us {
    return this.time[0]! as Us;
  }

  /** All in one function: a number that one hands to another is boxed. V8 knows the sampler in it, also where it takes it into no other. */
  readonly start = (slot: Slot): void => {
    const law = this.bound[slot * BOUND + LAW]!;
    const u = this.uniform(slot);
    const mean = this.exponentialMeans[law]!;
    const delay = mean > 0 ? -mean * Math.log(1 - u) : this.laws[law]!.inverse(u);
    const now = this.time[0]!;
    const at = now + whole(delay);
    this.begun[slot] = now;
    if (at <= LAST_INSTANT) this.queue.schedule(slot, at);
    else this.beyond(slot);
  };

  startSteady(slot: Slot): void {
    const law = this.laws[this.bound[slot * BOUND + LAW]!]!;
    this.startAt(slot, (this.time[0]! + whole(law.equilibrium(this.uniform(slot)))) as Us);
    this.begun[slot] = MET - this.time[0]!;
  }

  startFor(slot: Slot, delay: Us): void {
    this.startAt(slot, (this.time[0]! + delay) as Us);
  }

  startAt(slot: Slot, at: Us): void {
    this.begun[slot] = this.time[0]!;
    if (at <= LAST_INSTANT) this.queue.schedule(slot, at);
    else this.beyond(slot);
  }

  /** What is due after the last instant never happens; whoever redraws clocks keeps it pending for ever. */
  private beyond(slot: Slot): void {
    if (this.lasting?.[slot] === 1) this.queue.schedule(slot, Number.POSITIVE_INFINITY);
    else this.queue.cancel(slot);
  }

  stop(slot: Slot): void {
    this.queue.cancel(slot);
  }

  armed(slot: Slot): boolean {
    return this.queue.pending(slot);
  }

  due(slot: Slot): Us {
    return this.queue.due(slot);
  }

  /** The clocks marked 1 stay pending even where they are due after the last instant, so that they can be drawn again. */
  keep(lasting: Uint8Array): void {
    this.lasting = lasting;
  }

  /** How long ago a pending slot was started; of one met in equilibrium, since it was met. */
  age(slot: Slot): Us {
    const begun = this.begun[slot]!;
    return (this.time[0]! - (begun < 0 ? MET - begun : begun)) as Us;
  }

  /** Whether a pending slot was started in equilibrium. */
  isSteady(slot: Slot): boolean {
    return this.begun[slot]! < 0;
  }

  /** The next number of a slot's own stream. */
  uniform(slot: Slot): number {
    return this.streams.uniform(this.bound[slot * BOUND + STREAM]!);
  }

  /** Puts another end to a pending delay that goes on: so long from now. Its age stays what it is. */
  redraw(slot: Slot, left: number): void {
    const due = this.time[0]! + Math.max(1, Math.round(left));
    this.queue.schedule(slot, due <= LAST_INSTANT ? due : Number.POSITIVE_INFINITY);
  }

  choose(chance: ChanceId, probability?: number): boolean {
    const declared = this.registry.chances[chance]!;
    return this.streams.uniform(declared.stream) < (probability ?? declared.probability);
  }

  sample(draw: DrawId): Us {
    const { law, stream } = this.registry.draws[draw]!;
    return Math.min(Math.round(law.inverse(this.streams.uniform(stream))), LAST_INSTANT) as Us;
  }
}

/** A drawn delay in whole microseconds: at least one. */
function whole(delay: number): number {
  const rounded = Math.floor(delay + 0.5);
  return rounded < 1 ? 1 : rounded;
}
