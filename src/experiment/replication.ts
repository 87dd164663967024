import { horizonTooLong, LAST_INSTANT, type Us, YEAR } from '../base/index.ts';
import { Collected } from '../measures/index.ts';
import type { Key } from '../random/index.ts';
import type { Model } from '../scenario/index.ts';

/** Replications are counted, merged and looked at in blocks of this many, so that no sum depends on who did them. */
export const BLOCK_SIZE = 64;

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
  const { world, simulation, service, meter } = model;
  model.replication = index;
  meter.begin(collected);
  world.begin(simulation, master, index);
  simulation.run(horizon, service);
  meter.end(horizon);
  collected.replications += 1;
  collected.events += simulation.events;
  return world.records.hash;
}

/** An empty collection for a model. */
export const blank = (model: Model): Collected =>
  new Collected(model.scenario.workloads.length, model.world.stores.names.length);

/** What a block of consecutive replications has shown. */
export interface Block {
  readonly index: number;
  readonly collected: Collected;
  /** Trace hash lanes of each replication, in order. */
  readonly hashes: Int32Array;
}

/** Runs one block: replications `index × 64` up to the asked number. */
export function runBlock(model: Model, master: Key, index: number, runs: number, horizon: Us): Block {
  const first = index * BLOCK_SIZE;
  const count = Math.min(BLOCK_SIZE, runs - first);
  const collected = blank(model);
  const hashes = new Int32Array(count * 2);
  for (let k = 0; k < count; k++) hashes.set(replicate(model, master, first + k, horizon, collected), k * 2);
  return { index, collected, hashes };
}
