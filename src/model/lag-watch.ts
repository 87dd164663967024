import type { Us } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import type { Backlog } from './backlog.ts';
import { type ByEnd, type End, Lateness, type Seen, type TimeAbove } from './lateness.ts';
import type { StoreId } from './store-id.ts';
import type { World } from './world.ts';

/** The stream whose lag is watched. */
export interface Watched {
  readonly backlog: Backlog;
  readonly lag: Law;
  attached(): boolean;
  target(): StoreId;
  /** Whether it flows against the direction that was written. */
  reversed(): boolean;
  /** What its source has comes by another stream. */
  chained(): boolean;
  /** The age of the oldest write that waits, here or before; µs. */
  age(): number;
  /** How long the way takes, µs. */
  transit(): number;
  /** While it is detached: up to when the target has everything. */
  frozenAt(): number;
}

/** Where the numbers of the state stand. */
const SINCE = 0;
const AGE = 1;
const WRITING = 2;

/**
 * Adds up for how long a replication is further behind than is allowed. While it flows that follows from its backlog. When its
 * target has been promoted, what that takes is nowhere else, and the age of it grows. Of a chain of replications the age is
 * taken as straight between two changes.
 */
export class LagWatch implements TimeAbove {
  readonly lateness: Lateness;
  private readonly world: World;
  private readonly watched: Watched;
  private readonly state: Float64Array;

  /** @param limits of each end, as the one that takes the writes; µs */
  constructor(world: World, watched: Watched, limits: ByEnd<readonly Us[]>) {
    const { arena } = world.workshop;
    this.world = world;
    this.watched = watched;
    this.state = arena.f64('time', 3);
    this.lateness = new Lateness(arena, watched.lag, limits);
    watched.backlog.observe(this.lateness);
  }

  /** Something about the stream, or who writes, is about to change. */
  before(): void {
    const { state, watched, world } = this;
    const { now } = world.clocks;
    watched.backlog.rows(now);
    if (!watched.attached()) {
      const grown = state[WRITING]! > 0 ? now - state[SINCE]! : 0;
      this.lateness.stood(now - state[SINCE]!, state[AGE]!, state[AGE]! + grown);
    } else if (watched.chained()) {
      this.lateness.waited(now - state[SINCE]!, state[AGE]!, watched.age());
    }
    state[SINCE] = now;
  }

  /** It has changed. */
  after(): void {
    const { state, watched, world, lateness } = this;
    const attached = watched.attached();
    const flows = attached && !watched.chained();
    const writer: End = watched.reversed() === attached ? 1 : 0;
    lateness.direct(writer, watched.transit(), flows);
    if (!attached) this.left();
    else if (watched.chained()) state[AGE] = watched.age();
    state[SINCE] = world.clocks.now;
  }

  /** Somebody is about to write at another rate; a backlog takes that in by itself. */
  rateChanges(): void {
    if (!this.lateness.ofBacklog) this.before();
  }

  rateChanged(): void {
    if (!this.lateness.ofBacklog) this.after();
  }

  /** What the promoted target has taken since, nobody else has. */
  private left(): void {
    const { stores, clocks } = this.world;
    const target = this.watched.target();
    this.state[WRITING] = stores.rate[target]! > 0 ? 1 : 0;
    this.state[AGE] = Math.max(0, stores.lastWrite(target, clocks.now) - this.watched.frozenAt());
  }

  seen(end: End): Seen {
    this.before();
    return this.lateness.seen(end);
  }

  /** µs above the k-th limit of an end up to now. */
  above(end: End, k: number): number {
    this.before();
    return this.lateness.above(end, k);
  }
}
