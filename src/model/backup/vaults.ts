import type { PlaceId } from '../places.ts';
import type { StoreId } from '../stores.ts';
import type { Recovery, Vault } from './vault.ts';

/** All backups, by the name of who keeps them: a store that is backed up, or a backup service. */
export class Vaults {
  private readonly byName = new Map<string, { readonly vault: Vault; readonly source: StoreId }>();

  add(vault: Vault, source: StoreId): void {
    this.byName.set(vault.name, { vault, source });
  }

  /** The store whose data a vault keeps. */
  sourceOf(name: string): StoreId | undefined {
    return this.byName.get(name)?.source;
  }

  /** Every vault that keeps the data of a store. */
  of(store: StoreId): Vault[] {
    return [...this.byName.values()].flatMap(({ vault, source }) => (source === store ? [vault] : []));
  }

  /** The best way back that any of the named vaults offers, or every vault of a store. */
  find(vaults: readonly Vault[], bound: number, to: PlaceId): Recovery | undefined {
    let best: Recovery | undefined;
    for (const vault of vaults) {
      const found = vault.find(bound, to);
      if (found === undefined) continue;
      const better =
        best === undefined || found.point > best.point || (found.point === best.point && found.takes < best.takes);
      if (better) best = found;
    }
    return best;
  }

  named(name: string): Vault | undefined {
    return this.byName.get(name)?.vault;
  }
}
