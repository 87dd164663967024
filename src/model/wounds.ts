import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { StoreId } from './store-id.ts';
import { NO_SOURCE, type SourceId } from './truth.ts';

/** How many damages of one store are told apart. */
export const MOST_WOUNDS = 8;
const FREE = -1;
export const NO_WOUND = -1;

/** How data came to be wrong, which says where that travels: as writes do, as deletions do, or nowhere, since a memory was lost. */
export const OVERWRITTEN = 0;
export const DELETED = 1;
export const FORGOTTEN = 2;
export type Mishap = typeof OVERWRITTEN | typeof DELETED | typeof FORGOTTEN;

/** One damage of one store: its place in the columns of {@link Wounds}. */
export type WoundId = number;

/** One damage: the same one in every store to which it has come. */
export interface Wound {
  readonly share: number;
  readonly source: SourceId;
  readonly at: Us;
  readonly mishap: Mishap;
}

/**
 * The damages that the data of each store have, each by itself: a store may be damaged again before the first damage has been
 * noticed, and a copy may have one of them and not the other. Those beyond the eighth count to the latest before.
 */
export class Wounds {
  /** When it was done; negative: there is none here. */
  at = new Float64Array(0);
  /** Share of answers that it makes wrong, 0 to 1. */
  share = new Float64Array(0);
  /** The fault that did it. */
  source = new Int32Array(0);
  mishap = new Uint8Array(0);
  /** Acknowledged writes that the store had when it came. */
  before = new Float64Array(0);
  /** For how long the store had been wrong by then, as far as that has been told; µs. */
  told = new Float64Array(0);
  /** 1 when people know of it. */
  known = new Uint8Array(0);

  seal(arena: Arena, stores: number): void {
    const count = stores * MOST_WOUNDS;
    this.at = arena.f64('time', count).fill(FREE);
    this.share = arena.f64('logic', count);
    this.source = arena.i32('logic', count).fill(NO_SOURCE);
    this.mishap = arena.u8('logic', count);
    this.before = arena.f64('sums', count);
    this.told = arena.f64('sums', count);
    this.known = arena.u8('logic', count);
  }

  /** The places of a store: this one, and the next {@link MOST_WOUNDS} - 1. */
  first(store: StoreId): WoundId {
    return store * MOST_WOUNDS;
  }

  is(wound: WoundId): boolean {
    return this.at[wound]! >= 0;
  }

  /** The oldest damage of a store, of those that people know of where asked; negative: there is none. */
  oldest(store: StoreId, known = false): WoundId {
    let oldest = NO_WOUND;
    const from = this.first(store);
    for (let k = from; k < from + MOST_WOUNDS; k++) {
      if (!this.is(k) || (known && this.known[k] === 0)) continue;
      if (oldest === NO_WOUND || this.at[k]! < this.at[oldest]!) oldest = k;
    }
    return oldest;
  }

  /** The share of answers of a store that are wrong: of several damages, that of the widest. */
  worst(store: StoreId): number {
    let worst = 0;
    const from = this.first(store);
    for (let k = from; k < from + MOST_WOUNDS; k++) if (this.is(k)) worst = Math.max(worst, this.share[k]!);
    return worst;
  }

  /** Where a store has the damage that stands at `wound`, perhaps of another store. */
  same(store: StoreId, wound: WoundId): WoundId | undefined {
    const from = this.first(store);
    for (let k = from; k < from + MOST_WOUNDS; k++)
      if (
        this.at[k] === this.at[wound] &&
        this.source[k] === this.source[wound] &&
        this.mishap[k] === this.mishap[wound]
      )
        return k;
    return undefined;
  }

  /** Whether a store has a damage that a fault has done. */
  by(store: StoreId, source: SourceId): boolean {
    const from = this.first(store);
    for (let k = from; k < from + MOST_WOUNDS; k++) if (this.is(k) && this.source[k] === source) return true;
    return false;
  }

  /** Adds a damage, and says where it stands: memory that is lost in parts is one damage, and one too many counts to the latest. */
  add(store: StoreId, { share, source, at, mishap }: Wound, before: number, told: number): WoundId {
    const place = this.placeFor(store, mishap);
    if (this.is(place)) {
      this.share[place] = Math.max(this.share[place]!, share);
      return place;
    }
    this.at[place] = at;
    this.share[place] = share;
    this.source[place] = source;
    this.mishap[place] = mishap;
    this.before[place] = before;
    this.told[place] = told;
    this.known[place] = 0;
    return place;
  }

  private placeFor(store: StoreId, mishap: Mishap): WoundId {
    const from = this.first(store);
    let [free, latest] = [-1, from];
    for (let k = from; k < from + MOST_WOUNDS; k++) {
      if (!this.is(k)) {
        if (free < 0) free = k;
      } else if (mishap === FORGOTTEN && this.mishap[k] === FORGOTTEN) return k;
      else if (this.at[k]! > this.at[latest]!) latest = k;
    }
    return free < 0 ? latest : free;
  }

  remove(wound: WoundId): void {
    this.at[wound] = FREE;
  }
}
