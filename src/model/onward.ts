import { NEVER, type Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { Replication } from './replication.ts';
import type { World } from './world.ts';

/** A stream of which it is known how many writes a second arrive. */
interface Stream extends Replication {
  /** Writes a second that arrive, and how long until that changes by itself: 0 where it does not. */
  arriving(): number;
  untilSteady(): number;
}

/**
 * A cascade: what arrives at the target of one stream is carried further by another. Where nobody does that, nothing is pending
 * and nothing is told.
 */
export class Onward {
  private readonly world: World;
  private readonly stream: Stream;
  private readonly steady: Slot;
  private passes = false;

  constructor(world: World, stream: Stream) {
    this.world = world;
    this.stream = stream;
    this.steady = world.workshop.registry.slot('work', `${stream.name} has caught up`, () => this.tell());
  }

  /** All streams are known: some other may set out from an end of this one. */
  begin(): void {
    const { stream } = this;
    const ends = [stream.source(), stream.target()];
    this.passes = this.world.stores.streams.replications.some((one) => one !== stream && ends.includes(one.source()));
  }

  /** Tells how much arrives at the target now, where another stream sets out. */
  tell(): void {
    const { stream } = this;
    const { stores, clocks } = this.world;
    if (!this.passes || !stores.streams.setsOut(stream.target())) return;
    stores.setArriving(stream.target(), stream.arriving());
    clocks.stop(this.steady);
    const wait = stream.untilSteady();
    if (wait > 0 && wait < NEVER) clocks.startFor(this.steady, wait as Us);
  }

  /** Nothing arrives there any more: the stream turns round. */
  stop(): void {
    if (this.passes) this.world.stores.setArriving(this.stream.target(), 0);
  }
}
