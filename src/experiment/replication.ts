import { horizonTooLong, LAST_INSTANT, type Us, YEAR } from '../base/index.ts';
import { Collected } from '../measures/index.ts';
import type { Key } from '../random/index.ts';
import type { Model } from '../scenario/index.ts';
import { figuresOf, type ReplicationFigures } from './replication-figures.ts';

/** Replications are counted, merged and looked at in blocks of this many, so that no sum depends on who did them. */
export const BLOCK_SIZE = 64;

/** Events between two looks at whether somebody wants to stop: less than a second's even in a model of a thousand pools. */
export const SLICE = 500;

/** How long one replication is, from years; longer than a clock can hold is an error. */
export function horizonOf(years: number): Us {
  const horizon = Math.round(years * YEAR);
  if (!(horizon <= LAST_INSTANT)) throw horizonTooLong(years);
  return horizon as Us;
}

/**
 * Runs one replication; what it shows goes into `collected` (which is thrown away by who only wants to watch). Returns the
 * two lanes of its trace hash.
 */
export function replicate(
  model: Model,
  master: Key,
  index: number,
  horizon: Us,
  collected: Collected = blank(model),
): readonly [number, number] {
  begin(model, master, index, collected);
  model.simulation.run(horizon, model.service);
  return end(model, horizon, collected);
}

/** Runs one replication and looks at it at each of some instants, in their order, when all that is due then has happened. */
export function replicateTo<T>(model: Model, master: Key, instants: readonly Us[], look: () => T): T[] {
  begin(model, master, 0, blank(model));
  return instants.map((instant) => {
    model.simulation.run(instant, model.service);
    return look();
  });
}

/**
 * Runs one replication to an instant that becomes known, or moves on, while it runs, and then on for so long. Incidents are told
 * as they end; what is summed up beside them goes into `unread`, the same one every time, and of stores nothing is.
 */
export function replicatePast(
  model: Model,
  master: Key,
  index: number,
  instant: () => Us,
  then: Us,
  unread: Collected,
): void {
  const { simulation, service, meter } = model;
  begin(model, master, index, unread);
  while (simulation.now < instant()) simulation.run(instant(), service);
  const horizon = (instant() + then) as Us;
  simulation.run(horizon, service);
  meter.endWatch(horizon);
}

function begin(model: Model, master: Key, index: number, collected: Collected): void {
  model.replication = index;
  model.meter.begin(collected);
  model.world.begin(model.simulation, master, index);
}

function end({ world, simulation, meter }: Model, horizon: Us, collected: Collected): readonly [number, number] {
  meter.end(horizon);
  collected.replications += 1;
  collected.events += simulation.events;
  return world.records.hash;
}

/** An empty collection for a model. */
export const blank = (model: Model): Collected =>
  new Collected(model.scenario.workloads.length, model.world.stores.names.length);

/** One block of 64 replications of a scenario: whoever runs it gives back the same numbers. */
export interface BlockPart {
  readonly kind?: undefined;
  readonly seed: string;
  /** Length of one replication. */
  readonly years: number;
  /** Replications in all: the last block ends there. */
  readonly runs: number;
  /** Which block: replications `index × 64` on. */
  readonly index: number;
}

/** What a block of consecutive replications has shown. */
export interface Block {
  readonly index: number;
  readonly collected: Collected;
  /** Trace hash lanes of each replication, in order. */
  readonly hashes: Int32Array;
  /** What each replication came to, in order. */
  readonly figures: readonly ReplicationFigures[];
}

/** Runs one block: replications `index × 64` up to the asked number. */
export function runBlock(model: Model, master: Key, index: number, runs: number, horizon: Us): Block {
  const block = new BlockRun(model, master, index, runs, horizon);
  while (!block.advance(UNINTERRUPTED));
  return block.block;
}

const UNINTERRUPTED = 2 ** 30;

/** A block that is run in slices, so that whoever calls can stop within a replication. Slices change no figure. */
export class BlockRun {
  readonly block: Block;
  private readonly model: Model;
  private readonly master: Key;
  private readonly horizon: Us;
  private readonly first: number;
  private readonly figures: ReplicationFigures[] = [];
  private readonly look: (collected: Collected) => ReplicationFigures;
  private done = 0;
  private within = false;

  constructor(model: Model, master: Key, index: number, runs: number, horizon: Us) {
    this.model = model;
    this.master = master;
    this.horizon = horizon;
    this.look = figuresOf(model.scenario);
    this.first = index * BLOCK_SIZE;
    const count = Math.min(BLOCK_SIZE, runs - this.first);
    this.block = { index, collected: blank(model), hashes: new Int32Array(count * 2), figures: this.figures };
  }

  /** The replication that runs. */
  get replication(): number {
    return this.first + this.done;
  }

  /** Fires about as many events as stated, at the most to the end of a replication; true when the block is done. */
  advance(events: number): boolean {
    const { model, block } = this;
    if (!this.within) begin(model, this.master, this.replication, block.collected);
    this.within = !model.simulation.run(this.horizon, model.service, events);
    if (this.within) return false;
    block.hashes.set(end(model, this.horizon, block.collected), this.done * 2);
    this.figures.push(this.look(block.collected));
    this.done += 1;
    return this.done * 2 === block.hashes.length;
  }
}
