import type { Us } from '../base/index.ts';
import type { StoreId } from './store-id.ts';

/**
 * Told when the rate of acknowledged writes of a store changes, while any listener of that store heeds it. Runs at the end of an
 * instant; starts clocks only for later. The rate stands in its column.
 */
export type RateListener = () => void;
/** Told when writes that had waited are acknowledged at once. */
export type LumpListener = (writes: number) => void;

/** Stores, as far as it is known how many writes each has acknowledged. */
export interface Acknowledging {
  readonly names: readonly string[];
  /** Writes acknowledged since the start. */
  writes(store: StoreId, now: Us): number;
  /** Writes a second before the rate changed last, where none are acknowledged now; else those of now. */
  rateBefore(store: StoreId): number;
  onRate(store: StoreId, listener: RateListener, onLump?: LumpListener): void;
}
