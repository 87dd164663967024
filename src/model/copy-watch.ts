import type { Us } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import type { Backlog } from './backlog.ts';
import { type ByEnd, type End, Lateness, type Seen, type TimeAbove } from './lateness.ts';
import type { World } from './world.ts';

/**
 * Adds up for how long a stream that always flows one way is further behind than is allowed, and what those see who read its
 * target. All of it follows from its backlog.
 */
export class CopyWatch implements TimeAbove {
  private readonly world: World;
  private readonly backlog: Backlog;
  private readonly lateness: Lateness;

  /** @param limits of each end, as the one that takes the writes; µs */
  constructor(world: World, backlog: Backlog, lag: Law, limits: ByEnd<readonly Us[]>) {
    this.world = world;
    this.backlog = backlog;
    this.lateness = new Lateness(world.workshop.arena, lag, limits);
    backlog.observe(this.lateness);
  }

  /** From now on the way takes so long, µs. */
  setTransit(transit: number): void {
    this.look();
    this.lateness.direct(0, transit);
  }

  above(end: End, k: number): number {
    this.look();
    return this.lateness.above(end, k);
  }

  seen(end: End): Seen {
    this.look();
    return this.lateness.seen(end);
  }

  private look(): void {
    this.backlog.rows(this.world.clocks.now);
  }
}
