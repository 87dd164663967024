import type { Exposure } from './exposure.ts';
import { serves } from './manner.ts';
import type { StoreId } from './store-id.ts';
import type { World } from './world.ts';

/** How long the ends of a replication take writes of which none arrives at the other one. */
export class Protection {
  private readonly world: World;
  /** Of the ends, as written. */
  private readonly exposures: readonly [Exposure, Exposure];

  constructor(world: World, from: string, to: string) {
    this.world = world;
    this.exposures = [world.exposures.addElsewhere(from), world.exposures.addElsewhere(to)];
  }

  /** Which end takes the writes now, and whether they arrive. */
  note(ends: readonly [StoreId, StoreId], writer: StoreId, arrive: boolean): void {
    const { truth, stores, clocks } = this.world;
    const exposed = serves(truth.manner[stores.things[writer]!]!) && !arrive;
    for (const [i, end] of ends.entries()) this.exposures[i]!.set(exposed && writer === end, false, clocks.now);
  }
}
