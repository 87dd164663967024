import type { Us } from '../../base/index.ts';
import type { PlaceId } from '../places.ts';
import type { StoreId } from '../store-id.ts';

/** A way back: to which instant, and how long it takes. */
export interface Recovery {
  /** The state of the data that one gets; may be negative: before the scenario began. */
  readonly point: number;
  readonly takes: Us;
  /** How far apart in time the disks of one machine are. */
  readonly apart: Us;
  /** Who keeps what is read, in which of its copies, and when the backup was begun. */
  readonly vault: Backup;
  readonly copy: number;
  readonly start: number;
}

/** Of a backup that is being read: it goes on, waits until its place is in reach again, or is no more. */
export type Legible = 'there' | 'away' | 'lost';

/** What keeps copies of a store's past. */
export interface Backup {
  readonly name: string;
  /** The best way back to a point at or before `bound`, for a store in `to`. Draws what turns out unusable. */
  find(bound: number, to: PlaceId): Recovery | undefined;
  /** Whether there is any to try for a store in `to`. */
  offers(bound: number, to: PlaceId): boolean;
  /** Whether the backup begun at `start` can be read from a copy, in `to`. */
  legible(copy: number, start: number, to: PlaceId): Legible;
  /** Calls `listener` when the places of its backups change, or who reaches them from one of `to`. */
  watch(to: readonly PlaceId[], listener: () => void): void;
  /** Whether a backup is left that was begun at or before `bound`, reachable now or later. */
  holds(bound: number): boolean;
  /** Where its backups lie. */
  readonly places: readonly PlaceId[];
  /** All backups are lost that lie in `place`, or anywhere; what is taken later is there. */
  erase(place?: PlaceId): void;
  /** The store is about to be stopped, by a restore in place: the log that it has is taken from it before. */
  seal(): void;
  /** The store has been taken back to `point`: what was copied from `since` on belongs to a past that is no more. */
  restored(point: number, since: number): void;
}

/** All backups, by the name of who keeps them: a store that is backed up, or a backup service. */
export class Vaults {
  private readonly byName = new Map<string, { readonly vault: Backup; readonly source: StoreId }>();

  add(vault: Backup, source: StoreId): void {
    this.byName.set(vault.name, { vault, source });
  }

  /** The store whose data a vault keeps. */
  sourceOf(name: string): StoreId | undefined {
    return this.byName.get(name)?.source;
  }

  /** Every vault there is. */
  get all(): readonly Backup[] {
    return [...this.byName.values()].map(({ vault }) => vault);
  }

  /** Every vault that keeps the data of a store. */
  of(store: StoreId): Backup[] {
    return [...this.byName.values()].flatMap(({ vault, source }) => (source === store ? [vault] : []));
  }

  /** The best way back that any of the named vaults offers, or every vault of a store. */
  find(vaults: readonly Backup[], bound: number, to: PlaceId): Recovery | undefined {
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

  named(name: string): Backup | undefined {
    return this.byName.get(name)?.vault;
  }
}
