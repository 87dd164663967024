import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Acknowledging } from './acknowledging.ts';
import type { StoreId } from './store-id.ts';

/** Orphaned writes: what a store has that another, promoted in its place, has not. Its disk keeps them until it is rebuilt. */
export class Orphans {
  private readonly stores: Acknowledging;
  /** 1 from the moment another store was promoted in its place, until it is rebuilt. */
  private diverged!: Uint8Array;
  private left!: Float64Array;
  private writtenThen!: Float64Array;

  constructor(stores: Acknowledging) {
    this.stores = stores;
  }

  seal(arena: Arena, stores: number): void {
    this.diverged = arena.u8('logic', stores);
    this.left = arena.f64('sums', stores);
    this.writtenThen = arena.f64('sums', stores);
  }

  /** Whether another store has been promoted in its place, and it has not been rebuilt since. */
  isLeft(store: StoreId): boolean {
    return this.diverged[store] === 1;
  }

  /** A promotion elsewhere leaves `missing` writes, and all later ones, on this store alone. */
  leave(store: StoreId, missing: number, now: Us): void {
    if (this.diverged[store] === 1) return;
    this.diverged[store] = 1;
    this.left[store] = missing;
    this.writtenThen[store] = this.stores.writes(store, now);
  }

  /** Writes that only this store has: left behind by a promotion elsewhere, or acknowledged since. */
  alone(store: StoreId, now: Us): number {
    return this.diverged[store] === 1
      ? this.left[store]! + this.stores.writes(store, now) - this.writtenThen[store]!
      : 0;
  }

  /** What only this store has had arrives elsewhere after all, and how much that was; what it takes from now on is alone again. */
  bringOver(store: StoreId, now: Us): number {
    const alone = this.alone(store, now);
    this.left[store] = 0;
    this.writtenThen[store] = this.stores.writes(store, now);
    return alone;
  }

  /** Throws away what only this store has, and says how much that was. */
  discard(store: StoreId, now: Us): number {
    const alone = this.alone(store, now);
    this.diverged[store] = 0;
    return alone;
  }
}
