import { YEAR } from '../../base/index.ts';
import type { StoreCollected, StoreCount, StoreTime } from '../../measures/index.ts';
import type { Bounds, StoreIntervals } from '../result/index.ts';
import { amountBounds, portionBounds, rateBounds, ratioBounds, type Simulated, type Total, totalOf } from './bounds.ts';

/** What is told of a store, beside what is told of each. */
interface Told {
  /** Data may be lost or damaged. */
  readonly endangered: boolean;
  /** It has copies elsewhere; a target for their lag; is a copy that users read; has nodes that only read. */
  readonly elsewhere: boolean;
  readonly late: boolean;
  readonly seen: boolean;
  readonly beside: boolean;
}

const MICROSECONDS_OF_A_MINUTE = 60e6;

/** What bounds each figure of a store. */
export function storeIntervals(collected: StoreCollected, simulated: Simulated, told: Told): StoreIntervals {
  const { recoveries, cleanRecoveries, splitBrains, unfenced, delivered } = collected;
  const counted = (name: StoreCount): Total => ({ total: collected[name], sums: collected.runs[name] });
  const amount = (name: StoreCount): Bounds => amountBounds(counted(name), simulated);
  const rate = (name: StoreCount): Bounds => rateBounds(counted(name), simulated);
  const time = (name: StoreTime): Total => totalOf(collected[name]);
  const minutes = (name: StoreTime): Bounds => amountBounds(time(name), simulated, 1 / MICROSECONDS_OF_A_MINUTE);
  const share = (name: StoreTime): Bounds => amountBounds(time(name), simulated, 1 / YEAR);
  return {
    cleanRecoveries: portionBounds(cleanRecoveries, recoveries),
    writesLostPerYear: amount('writesLost'),
    orphanedPerYear: amount('orphaned'),
    ...(delivered > 0 ? { deliveredPerYear: amount('delivered') } : {}),
    permanentLossesPerYear: told.endangered ? rate('permanentLosses') : null,
    restores: told.endangered
      ? {
          perYear: rate('restores'),
          wrongDataMinutesPerYear: minutes('wrongTime'),
          inconsistentMinutesPerYear: minutes('apart'),
          goodWritesDiscardedPerYear: amount('goodDiscarded'),
        }
      : null,
    mergedConflictsPerYear: amount('merged'),
    splitBrain: {
      perYear: rate('splitBrains'),
      minutesPerYear: minutes('splitTime'),
      conflictingWritesPerYear: amount('conflicting'),
      ...(unfenced > 0
        ? { unfencedPerYear: rate('unfenced'), unfencedShare: portionBounds(unfenced, splitBrains) }
        : {}),
    },
    exposure: {
      withoutStandby: share('alone'),
      ...(told.elsewhere ? { withoutCopy: share('uncopied') } : {}),
      fallenBack: share('fallenBack'),
      lagAboveTarget: told.late ? share('lagging') : null,
    },
    ...(told.seen ? { readAge: { meanSeconds: ratioBounds(time('seenAge'), time('seenFor'), simulated) } } : {}),
    ...(told.beside ? { staleReads: { minutesPerYear: minutes('stale') } } : {}),
  };
}
