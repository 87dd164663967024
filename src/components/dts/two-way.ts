import type { Carrier, World } from '../../model/index.ts';

/**
 * A task joined both ways: once the promoted target takes the writes, and the old source is back and takes none, what that had
 * taken alone is brought over, and it follows.
 */
export class TwoWay {
  private readonly world: World;
  private readonly carrier: Carrier;

  constructor(world: World, carrier: Carrier) {
    this.world = world;
    this.carrier = carrier;
  }

  /** @param changed called when a role of either end has changed */
  wire(changed: () => void): void {
    for (const store of [this.carrier.from, this.carrier.to]) this.world.stores.onRole(store, changed);
  }

  /** The task runs and reaches both ends. */
  followWriter(): void {
    if (this.carrier.attached()) return;
    const { stores, clocks, records } = this.world;
    const [old, writer] = [this.carrier.source(), this.carrier.target()];
    if (stores.isOpen(old) || !stores.isOpen(writer)) return;
    const alone = stores.discard(old, clocks.now);
    if (alone > 0) records.delivered(writer, alone);
    this.carrier.reverse();
    stores.setRole('writable', old, 0);
    stores.setRole('fenced', old, 0);
  }
}
