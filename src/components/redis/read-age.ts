import type { Seen, World } from '../../model/index.ts';
import type { Law } from '../../random/index.ts';

/** What is not told of: nothing is read, or nothing written. */
const NOTHING = -1;

/**
 * How old what is read is on average, where some of it is read from copies that follow the master: they show what was written a
 * lag ago, the master what is written now. Counted while writes come.
 */
export class ReadAge {
  private readonly world: World;
  /** Mean of the lag, seconds. */
  private readonly lag: number;
  /** The integral of the age, µs · s, and over how long, µs. */
  private readonly sums: Float64Array;
  private readonly since: Float64Array;
  /** The share of reads that copies answer, 0 to 1, or {@link NOTHING}. */
  private readonly share: Float64Array;

  constructor(world: World, store: string, lag: Law) {
    const { arena } = world.workshop;
    this.world = world;
    this.lag = lag.mean / 1e6;
    this.sums = arena.f64('sums', 2);
    this.since = arena.f64('time', 1);
    this.share = arena.f64('logic', 1).fill(NOTHING);
    world.exposures.seen.set(store, () => this.seen());
  }

  /** From now on copies answer this share of reads; undefined: nothing is read, or nothing written. */
  note(share: number | undefined): void {
    const next = share ?? NOTHING;
    if (next === this.share[0]) return;
    this.advance();
    this.share[0] = next;
  }

  private advance(): void {
    const { now } = this.world.clocks;
    const span = this.share[0]! < 0 ? 0 : now - this.since[0]!;
    this.sums[0]! += span * Math.max(0, this.share[0]!) * this.lag;
    this.sums[1]! += span;
    this.since[0] = now;
  }

  private seen(): Seen {
    this.advance();
    return { age: this.sums[0]!, span: this.sums[1]! };
  }
}
