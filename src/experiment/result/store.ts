import type { FaultClass } from './faults.ts';
import type { Bounds, Spread } from './figures.ts';

export interface RpoByClass extends Spread {
  readonly class: FaultClass;
  readonly domain: string;
  /**
   * Of `count`, those in which users went on in another store that nothing gives what this one holds: they found nothing of what
   * they had written, which exceeds every age. Absent: none.
   */
  readonly leftBehind?: number;
}

export interface StoreResult {
  readonly rpoSeconds: readonly RpoByClass[];
  /** Recoveries in which no acknowledged write was left behind, before a damage or after it, of all recoveries. */
  readonly recoveries: number;
  readonly cleanRecoveries: number;
  /** Acknowledged writes that a promotion of this store left behind and a later rebuild of the old primary threw away. */
  readonly writesLostPerYear: number;
  /** Acknowledged writes that a promotion left behind on the old primary's disk. */
  readonly orphanedPerYear: number;
  /** Those that a two-way replication brought over when the old primary was back, with what it took alone; only where that was. */
  readonly deliveredPerYear?: number;
  /** Times a year that no copy and no backup was left; null where nothing destroys data. */
  readonly permanentLossesPerYear: number | null;
  /** Going back to a backup; null where nothing destroys or damages data. */
  readonly restores: {
    readonly perYear: number;
    /** From damages to the end of writing. */
    readonly wrongDataMinutesPerYear: number;
    /** Disks of one machine that came back to different points: how far apart in all. */
    readonly inconsistentMinutesPerYear: number;
    /** Writes acknowledged after a damage, thrown away with it. */
    readonly goodWritesDiscardedPerYear: number;
  } | null;
  /** Writes that met one of the same key at an equal which neither had seen; both sides come to agree on them. */
  readonly mergedConflictsPerYear: number;
  readonly splitBrain: {
    readonly minutesPerYear: number;
    readonly perYear: number;
    readonly conflictingWritesPerYear: number;
    /** Of `perYear`, those that began because fencing had not worked; absent where none did. */
    readonly unfencedPerYear?: number;
  };
  /** Shares of time, 0 to 1. */
  readonly exposure: {
    /** No second copy in step or catching up. */
    readonly withoutStandby: number;
    /** It took writes and no copy elsewhere received them; only for a store that is replicated elsewhere. */
    readonly withoutCopy?: number;
    /** Semi-synchronous, but fallen back to asynchronous. */
    readonly fallenBack: number;
    /** Lag above the RPO target (null where no target is stated or nothing replicates). */
    readonly lagAboveTarget: number | null;
  };
  /** Of a copy that users read: how old what they see is on average while it follows and writes come, seconds; null where none came. */
  readonly readAge?: { readonly meanSeconds: number | null };
  /** Only for a store with read-only nodes: how long they alone answered, and how far behind they were when that began. */
  readonly staleReads?: Spread & { readonly minutesPerYear: number };
  readonly intervals: StoreIntervals;
}

/** What bounds the figures of a store, each under its name. */
export interface StoreIntervals {
  /** Of the share of recoveries that were clean, 0 to 1, as if they were independent. */
  readonly cleanRecoveries: Bounds;
  readonly writesLostPerYear: Bounds;
  readonly orphanedPerYear: Bounds;
  readonly deliveredPerYear?: Bounds;
  readonly permanentLossesPerYear: Bounds | null;
  readonly restores: Readonly<Record<keyof NonNullable<StoreResult['restores']>, Bounds>> | null;
  readonly mergedConflictsPerYear: Bounds;
  readonly splitBrain: {
    readonly minutesPerYear: Bounds;
    readonly perYear: Bounds;
    readonly conflictingWritesPerYear: Bounds;
    readonly unfencedPerYear?: Bounds;
    /** Of the share of split brains that began because fencing had not worked, 0 to 1, as if they were independent. */
    readonly unfencedShare?: Bounds;
  };
  readonly exposure: {
    readonly withoutStandby: Bounds;
    readonly withoutCopy?: Bounds;
    readonly fallenBack: Bounds;
    readonly lagAboveTarget: Bounds | null;
  };
  readonly readAge?: { readonly meanSeconds: Bounds };
  readonly staleReads?: { readonly minutesPerYear: Bounds };
}
