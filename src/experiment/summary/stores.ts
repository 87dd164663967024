import { YEAR } from '../../base/index.ts';
import type { StoreCollected } from '../../measures/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { RpoByClass, StoreResult } from '../result.ts';
import { spread } from './estimates.ts';

/** What a store has lost, and how long it went unprotected. */
export function summariseStore({ meter }: Model, _name: string, collected: StoreCollected, years: number): StoreResult {
  const share = (total: bigint): number => Number(total) / (years * YEAR);
  return {
    rpoSeconds: losses(collected, meter.domains.rows),
    recoveries: collected.recoveries,
    cleanRecoveries: collected.cleanRecoveries,
    writesLostPerYear: collected.writesLost / years,
    orphanedPerYear: collected.orphaned / years,
    permanentLossesPerYear: null,
    splitBrain: {
      perYear: collected.splitBrains / years,
      minutesPerYear: Number(collected.splitTime.total) / 60e6 / years,
      conflictingWritesPerYear: collected.conflicting / years,
    },
    exposure: {
      withoutStandby: share(collected.alone.total),
      fallenBack: share(collected.fallenBack.total),
      lagAboveTarget: null,
    },
  };
}

function losses(collected: StoreCollected, rows: Model['meter']['domains']['rows']): RpoByClass[] {
  return [...collected.losses.tallies]
    .map(([row, times]) => ({ ...rows[row]!, ...spread(times) }))
    .sort((a, b) => (b.p95 ?? 0) - (a.p95 ?? 0) || (a.domain < b.domain ? -1 : 1));
}
