import type { Us } from '../../base/index.ts';
import { HANG, SILENT, type StoreId, type Thing, type World } from '../../model/index.ts';

/** Another node takes over from `node`, lost at `since`: those who wait for one that says nothing are told nothing. */
export function takeOverFrom({ truth, stores }: World, store: StoreId, node: Thing, since: Us): void {
  const manner = truth.manner[node]!;
  if (manner === SILENT || manner === HANG) stores.takeOver(store, since);
}
