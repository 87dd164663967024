import type { StoreId, World } from '../../model/index.ts';

/** Says what share of reads and of writes a store answers, 0 to 1. */
export function publish(world: World, store: StoreId, reads: number, writes: number): void {
  const { canRead, canWrite } = world.stores;
  if (reads === canRead[store] && writes === canWrite[store]) return;
  canRead[store] = reads;
  canWrite[store] = writes;
  world.storesChanged();
}
