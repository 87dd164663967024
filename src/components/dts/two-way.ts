import type { Carrier, World } from '../../model/index.ts';
import type { Resumption } from './resumption.ts';

/**
 * A task joined both ways: once the promoted target takes the writes, and the old source is back and takes none, what that had
 * taken alone is brought over, and it follows. Where they have been apart for too long it is copied anew instead, and that is lost.
 */
export class TwoWay {
  private readonly world: World;
  private readonly carrier: Carrier;
  private readonly resumption: Resumption;

  constructor(world: World, carrier: Carrier, resumption: Resumption) {
    this.world = world;
    this.carrier = carrier;
    this.resumption = resumption;
  }

  /** @param changed called when a role of either end has changed */
  wire(changed: () => void): void {
    for (const store of [this.carrier.from, this.carrier.to]) this.world.stores.onRole(store, changed);
  }

  /** The task runs and reaches both ends. */
  followWriter(): void {
    if (this.carrier.attached()) return;
    const { stores, clocks, records } = this.world;
    const { expired } = this.resumption;
    const [old, writer] = [this.carrier.source(), this.carrier.target()];
    if (stores.isOpen(old) || !stores.isOpen(writer)) return;
    const alone = stores.orphans.discard(old, clocks.now);
    if (expired) records.discarded(writer, alone);
    else if (alone > 0) {
      stores.held.regain(writer, alone, clocks.now);
      records.delivered(writer, alone);
    }
    this.carrier.reverse();
    if (expired) this.beginAnew();
    stores.setRole('writable', old, 0);
    stores.setRole('fenced', old, 0);
  }

  /** The log does not reach back to where they parted: the old source is written anew. */
  private beginAnew(): void {
    this.resumption.forget();
    this.carrier.wayChanged();
  }
}
