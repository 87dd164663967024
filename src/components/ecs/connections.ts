import type { Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import type { StoreId, World } from '../../model/index.ts';

/** What the pool has connections to: the store of each role, by the order of its uses. */
interface Connected {
  readonly world: World;
  readonly name: string;
  readonly stores: Int32Array;
}

/**
 * Connections to stores, kept open from one request to the next. When another node takes over from one that fell silent, nobody
 * tells those who wait for that one: they hang until their time-out, or until its machine is back and refuses what it no longer
 * knows.
 */
export class Connections {
  private readonly pool: Connected;
  private readonly timeout: Us;
  /** 1 while they wait for a node that is gone, by use. */
  private readonly hanging: Uint8Array;
  private readonly reconnect: readonly Slot[];

  constructor(pool: Connected, timeout: Us) {
    const { registry, arena } = pool.world.workshop;
    this.pool = pool;
    this.timeout = timeout;
    this.hanging = arena.u8('logic', pool.stores.length);
    this.reconnect = Array.from(pool.stores, (_, use) =>
      registry.slot('work', `${pool.name} reconnects ${use + 1}`, (arg) => this.open(arg), use),
    );
  }

  /** Every store has been declared. */
  wire(): void {
    const { stores } = this.pool.world;
    stores.onTakeover((store, silentSince) => this.takenOver(store, silentSince));
  }

  /** Whether requests of a use wait in vain. */
  hang(use: number): boolean {
    return this.hanging[use] === 1;
  }

  /** @param silentSince undefined: whoever still waits is told */
  private takenOver(store: StoreId, silentSince: Us | undefined): void {
    for (const [use, slot] of this.reconnect.entries()) {
      if (this.pool.stores[use] !== store) continue;
      if (silentSince === undefined) this.open(use);
      else this.wait(use, slot, silentSince);
    }
  }

  private wait(use: number, slot: Slot, silentSince: Us): void {
    const { clocks } = this.pool.world;
    const left = silentSince + this.timeout - clocks.now;
    if (left <= 0) return;
    this.set(use, 1);
    clocks.startFor(slot, left as Us);
  }

  /** New ones are opened: a role that points at another store now, too. */
  open(use: number): void {
    if (this.hanging[use] === 0) return;
    this.pool.world.clocks.stop(this.reconnect[use]!);
    this.set(use, 0);
  }

  private set(use: number, hanging: 0 | 1): void {
    this.hanging[use] = hanging;
    this.pool.world.storesChanged();
  }
}
