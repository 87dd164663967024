import { SECOND, type Us } from '../../base/index.ts';
import type { PlaceId } from '../places.ts';
import type { World } from '../world.ts';
import type { Backup, Recovery } from './vaults.ts';

const ENDS = 0;
const PAUSED = 1;
const VAULT = 2;
const COPY = 3;
const START = 4;
/** Which way of restoring it belongs to. */
const WAY = 5;
const NOT = -1;

/** The backup that is being read: it waits while its place is out of reach, and ends where that is destroyed. */
export class Reading {
  private readonly world: World;
  private readonly state: Float64Array;
  private ways = 0;

  constructor(world: World) {
    this.world = world;
    this.state = world.workshop.arena.f64('time', 6);
    this.state[WAY] = NOT;
    this.state[PAUSED] = NOT;
  }

  private get now(): number {
    return this.world.clocks.now;
  }

  /** The number of another way of restoring. */
  add(): number {
    return this.ways++;
  }

  /** Reads what one of the vaults has offered; undefined: nothing, and waits for something to read. */
  begin(way: number, vaults: readonly Backup[], found: Recovery | undefined): void {
    const { state, now } = this;
    state[WAY] = way;
    state[PAUSED] = NOT;
    state[ENDS] = now + (found?.takes ?? 0);
    if (found === undefined) return;
    state[VAULT] = vaults.indexOf(found.vault);
    state[COPY] = found.copy;
    state[START] = found.start;
  }

  /** What has been read is there, or nobody wants it any more. */
  stop(): void {
    this.state[WAY] = NOT;
  }

  isFor(way: number): boolean {
    return this.state[WAY] === way;
  }

  get ended(): boolean {
    return this.state[PAUSED]! < 0 && this.now >= this.state[ENDS]!;
  }

  /** How long it still takes, at least: of one that waits, nobody knows until when. */
  get left(): Us {
    const { state, now } = this;
    if (state[PAUSED]! < 0) return Math.max(0, state[ENDS]! - now) as Us;
    return Math.max(SECOND, state[ENDS]! - state[PAUSED]!) as Us;
  }

  /** A place or a way has changed. Whether what was being read is no more. */
  look(vaults: readonly Backup[], to: PlaceId): boolean {
    const { state } = this;
    if (this.ended) return false;
    const legible = vaults[state[VAULT]!]!.legible(state[COPY]!, state[START]!, to);
    if (legible === 'there') this.resume();
    else if (state[PAUSED]! < 0) state[PAUSED] = this.now;
    return legible === 'lost';
  }

  private resume(): void {
    const { state, now } = this;
    if (state[PAUSED]! < 0) return;
    state[ENDS]! += now - state[PAUSED]!;
    state[PAUSED] = NOT;
  }
}
