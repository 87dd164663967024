import { dataCode } from '../records.ts';
import type { StoreId } from '../store-id.ts';
import type { World } from '../world.ts';

/** Whether another store still has a copy that replication made. */
function copiedElsewhere({ stores, contents }: World, store: StoreId): boolean {
  return stores.streams.replications.some((replication) => {
    const [source, target] = [replication.source(), replication.target()];
    if (source !== store && target !== store) return false;
    return contents.gone[source === store ? target : source] === 0;
  });
}

/**
 * Writes off the data of which no copy and no backup is left. Looks at every store that has lost its data, because the copy
 * that went last may have been another's.
 */
export function writeOff(world: World): void {
  const { contents, vaults, stores, clocks } = world;
  for (let store = 0; store < stores.names.length; store++) {
    if (contents.gone[store] === 0 || contents.writtenOff[store] === 1) continue;
    if (copiedElsewhere(world, store) || vaults.of(store).some((vault) => vault.holds(clocks.now))) continue;
    contents.writtenOff[store] = 1;
    world.records.data(store, dataCode('lost'));
  }
}
