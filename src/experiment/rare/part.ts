import type { Rung } from './splitting/ladder.ts';

/** One path of a rare run with all that is begun from it. */
export interface RarePart {
  readonly kind: 'rare';
  readonly seed: string;
  readonly years: number;
  /** Its replication. */
  readonly index: number;
  /** What the pilot has found. */
  readonly found: Biasing | Splitting;
}

export interface Biasing {
  readonly method: 'biasing';
  /** µs of calm between two windows. */
  readonly spacing: number;
  /** Shares of windows by sort of failure. */
  readonly shares: readonly number[];
}

export interface Splitting {
  readonly method: 'splitting';
  readonly depths: readonly (readonly Rung[])[];
}
