import type { Exposure } from './exposure.ts';
import { serves } from './manner.ts';
import type { StoreId } from './store-id.ts';
import type { World } from './world.ts';

/** How long the ends of a replication take writes of which none arrives at the other one. */
export class Protection {
  private readonly world: World;
  private readonly atFrom: Exposure;
  private readonly atTo: Exposure;

  constructor(world: World, from: string, to: string) {
    this.world = world;
    this.atFrom = world.exposures.addElsewhere(from);
    this.atTo = world.exposures.addElsewhere(to);
  }

  /** Which store takes the writes now, that at `from` as written or else the other, and whether they arrive. */
  note(from: StoreId, writer: StoreId, arrive: boolean): void {
    const { truth, stores, clocks } = this.world;
    const exposed = serves(truth.manner[stores.things[writer]!]!) && !arrive;
    this.atFrom.set(exposed && writer === from, false, clocks.now);
    this.atTo.set(exposed && writer !== from, false, clocks.now);
  }
}
