import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Acknowledging } from './acknowledging.ts';
import { Past } from './past.ts';
import type { StoreId } from './store-id.ts';
import type { Streams } from './streams.ts';

/**
 * How many acknowledged writes the data of each store hold: those that the store has acknowledged itself, less what a restore has
 * thrown away, and what it took over from another. Needed for what damages, losses and restores cost.
 */
export class Held {
  private readonly stores: Acknowledging;
  private readonly streams: Streams;
  /** Acknowledged writes that its data do not hold, less those of others that they do. */
  private undone = new Float64Array(0);
  /** Writes that a copy holds though its source has thrown them away: until it is copied anew, or promoted. */
  private kept = new Float64Array(0);
  /** What its data held when, where somebody may ask. */
  private readonly pasts: Past[] = [];

  constructor(stores: Acknowledging, streams: Streams) {
    this.stores = stores;
    this.streams = streams;
  }

  seal(arena: Arena, stores: number): void {
    this.undone = arena.f64('sums', stores);
    this.kept = arena.f64('sums', stores);
  }

  /** From now on it is known how many writes the data of each store held when. */
  keepPasts(arena: Arena, now: () => Us): void {
    for (const store of this.stores.names.keys()) {
      const past = new Past(arena);
      this.pasts.push(past);
      this.stores.onRate(
        store,
        () => past.mark(this.present(store, now()), now()),
        (writes) => {
          past.mark(this.present(store, now()) - writes, now());
          past.mark(this.present(store, now()), now());
        },
      );
    }
  }

  /** Acknowledged writes that the data of a store hold: its own, less those that a restore has thrown away, and those it took over. */
  present(store: StoreId, now: Us): number {
    return this.stores.writes(store, now) - this.undone[store]!;
  }

  /** Acknowledged writes that the data of a store hold, of one that follows another too: those of its source that it has received. */
  holds(store: StoreId, now: Us): number {
    const feeding = this.streams.replications.length > 0 ? this.streams.feeding(store) : undefined;
    if (feeding === undefined) return this.present(store, now);
    return this.present(this.streams.origin(feeding.source()), now) + this.kept[store]! - feeding.missing(now);
  }

  /** The same as {@link present} at an earlier instant, of the past that these data have; at the last rate of writing where nobody has kept that. */
  presentAt(store: StoreId, point: number, now: Us): number {
    const held = this.present(store, now);
    const past = this.pasts[store];
    return past?.at(point, held, now) ?? held - (this.stores.rateBefore(store) * Math.max(0, now - point)) / 1e6;
  }

  /** A store has gone back to what it held at `point`, without so many of the writes that it had. */
  undo(store: StoreId, writes: number, point: number, now: Us): void {
    for (const copying of this.streams.copyings) copying.wentBack?.(store, point as Us);
    for (const stream of this.streams.replications) {
      const unsent = stream.wentBack?.(store, point as Us) ?? 0;
      if (stream.attached() && stream.source() === store)
        this.keep(stream.target(), store, Math.max(0, writes - unsent), now);
    }
    this.undone[store]! += writes;
    this.pasts[store]?.goBack(point, this.present(store, now), now);
  }

  /** A copy still holds what its source is about to throw away. */
  private keep(store: StoreId, source: StoreId, writes: number, now: Us): void {
    if (this.kept[store] === 0) this.pasts[store]?.adopt(this.pasts[source]!);
    if (this.kept[store] === 0) this.pasts[store]?.mark(this.present(source, now), now);
    this.kept[store]! += writes;
  }

  /** A store has been copied anew from another. */
  renew(store: StoreId): void {
    this.kept[store] = 0;
  }

  /**
   * A store holds from now on what another holds, but for so many writes.
   * @returns writes that come back with it: it had kept what the other had thrown away
   */
  succeed(store: StoreId, other: StoreId, missing: number, now: Us): number {
    const kept = this.kept[store]!;
    this.kept[store] = 0;
    this.undone[store] = this.stores.writes(store, now) - this.present(other, now) - kept + missing;
    if (kept === 0) this.pasts[store]?.adopt(this.pasts[other]!);
    this.pasts[store]?.mark(this.present(store, now), now);
    return kept;
  }

  /** Writes that another had taken alone have come after all. */
  regain(store: StoreId, writes: number, now: Us): void {
    this.pasts[store]?.mark(this.present(store, now), now);
    this.undone[store]! -= writes;
    this.pasts[store]?.mark(this.present(store, now), now);
  }
}
