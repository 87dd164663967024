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
 * noticed, and a copy may have one of them and not the other. Those beyond the eighth count to the latest before of the same fault,
 * else to the latest of all, which is then noticed when either is.
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
  /** Other faults whose damages count to one of a store, so many a store as it has damages; and to which of them. */
  private also = new Int32Array(0);
  private alsoOf = new Int32Array(0);

  seal(arena: Arena, stores: number): void {
    const count = stores * MOST_WOUNDS;
    this.at = arena.f64('time', count).fill(FREE);
    this.share = arena.f64('logic', count);
    this.source = arena.i32('logic', count).fill(NO_SOURCE);
    this.mishap = arena.u8('logic', count);
    this.before = arena.f64('sums', count);
    this.told = arena.f64('sums', count);
    this.known = arena.u8('logic', count);
    this.also = arena.i32('logic', count).fill(NO_SOURCE);
    this.alsoOf = arena.i32('logic', count).fill(NO_WOUND);
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
    for (let k = from; k < from + MOST_WOUNDS; k++) if (this.is(k) && this.did(k, source)) return true;
    return false;
  }

  /** Whether a fault has done a damage, or one that counts to it. */
  did(wound: WoundId, source: SourceId): boolean {
    return this.source[wound] === source || this.alsoAt(wound, source) !== NO_WOUND;
  }

  /** Where it is written that a damage counts for another fault, too, or where nothing is written yet. */
  private alsoAt(wound: WoundId, source: SourceId): number {
    const from = wound - (wound % MOST_WOUNDS);
    for (let k = from; k < from + MOST_WOUNDS; k++)
      if (this.also[k] === source && (source === NO_SOURCE || this.alsoOf[k] === wound)) return k;
    return NO_WOUND;
  }

  /** One more counts to a damage. Of more other faults than a store can have damages, the last is forgotten. */
  private join(wound: WoundId, { share, source }: Wound): void {
    this.share[wound] = Math.max(this.share[wound]!, share);
    const free = this.alsoAt(wound, NO_SOURCE);
    if (this.did(wound, source) || free === NO_WOUND) return;
    this.also[free] = source;
    this.alsoOf[free] = wound;
  }

  /** Adds a damage, and says where it stands: memory that is lost in parts is one damage, and one too many counts to another. */
  add(store: StoreId, wound: Wound, before: number, told: number): WoundId {
    const place = this.placeFor(store, wound);
    if (this.is(place)) {
      this.join(place, wound);
      return place;
    }
    const { share, source, at, mishap } = wound;
    this.at[place] = at;
    this.share[place] = share;
    this.source[place] = source;
    this.mishap[place] = mishap;
    this.before[place] = before;
    this.told[place] = told;
    this.known[place] = 0;
    return place;
  }

  private placeFor(store: StoreId, { source, mishap }: Wound): WoundId {
    const from = this.first(store);
    let [free, latest, own] = [NO_WOUND, from, NO_WOUND];
    for (let k = from; k < from + MOST_WOUNDS; k++) {
      if (!this.is(k)) {
        if (free === NO_WOUND) free = k;
      } else if (mishap === FORGOTTEN && this.mishap[k] === FORGOTTEN) return k;
      else {
        if (this.at[k]! > this.at[latest]!) latest = k;
        if (this.did(k, source) && (own === NO_WOUND || this.at[k]! > this.at[own]!)) own = k;
      }
    }
    if (free !== NO_WOUND) return free;
    return own === NO_WOUND ? latest : own;
  }

  remove(wound: WoundId): void {
    this.at[wound] = FREE;
    const from = wound - (wound % MOST_WOUNDS);
    for (let k = from; k < from + MOST_WOUNDS; k++) {
      if (this.alsoOf[k] !== wound) continue;
      this.also[k] = NO_SOURCE;
      this.alsoOf[k] = NO_WOUND;
    }
  }
}
