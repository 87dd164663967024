import { YEAR } from '../../base/index.ts';
import { type StoreCollected, Tally } from '../../measures/index.ts';
import type { Model, Scenario } from '../../scenario/index.ts';
import type { RpoByClass, StoreResult } from '../result/index.ts';
import type { Simulated } from './bounds.ts';
import { censoredSpread, spread } from './estimates.ts';
import { storeIntervals } from './store-intervals.ts';
import { worstFirst } from './worst-first.ts';

/** What a store has lost, and how long it went unprotected. */
export function summariseStore(
  { meter, scenario, world }: Model,
  name: string,
  collected: StoreCollected,
  simulated: Simulated,
): StoreResult {
  const { years } = simulated;
  const share = (total: bigint): number => Number(total) / (years * YEAR);
  return {
    rpoSeconds: losses(collected, meter.domains.rows),
    recoveries: collected.recoveries,
    cleanRecoveries: collected.cleanRecoveries,
    writesLostPerYear: collected.writesLost / years,
    orphanedPerYear: collected.orphaned / years,
    ...(collected.delivered > 0 ? { deliveredPerYear: collected.delivered / years } : {}),
    ...restored(collected, years, endangered(scenario)),
    mergedConflictsPerYear: collected.merged / years,
    splitBrain: {
      perYear: collected.splitBrains / years,
      minutesPerYear: Number(collected.splitTime.total) / 60e6 / years,
      conflictingWritesPerYear: collected.conflicting / years,
      ...(collected.unfenced > 0 ? { unfencedPerYear: collected.unfenced / years } : {}),
    },
    exposure: {
      withoutStandby: share(collected.alone.total),
      fallenBack: share(collected.fallenBack.total),
      ...(world.exposures.elsewhere.has(name) ? { withoutCopy: share(collected.uncopied.total) } : {}),
      lagAboveTarget: world.exposures.late.has(name) ? share(collected.lagging.total) : null,
    },
    ...(world.exposures.seen.has(name) ? { readAge: readAge(collected) } : {}),
    ...(world.stores.hasBeside(world.stores.id(name)) ? { staleReads: staleReads(collected, years) } : {}),
    intervals: storeIntervals(collected, simulated, {
      endangered: endangered(scenario),
      elsewhere: world.exposures.elsewhere.has(name),
      late: world.exposures.late.has(name),
      seen: world.exposures.seen.has(name),
      beside: world.stores.hasBeside(world.stores.id(name)),
    }),
  };
}

/** Whether any fault destroys or damages data, or data stand nowhere but in memory: only then does it say something that none was lost for good. */
const endangered = ({ components, places, domains, areas, links, schedule }: Scenario): boolean =>
  [...[components, places, domains, areas, links].flat().flatMap(({ faults }) => faults), ...schedule].some(
    ({ effect }) => effect === 'loss' || effect === 'corruption',
  ) || components.some((part) => 'persistence' in part && part.persistence === 'none');

function restored(
  { restores, wrongTime, apart, goodDiscarded, permanentLosses }: StoreCollected,
  years: number,
  matters: boolean,
): Pick<StoreResult, 'permanentLossesPerYear' | 'restores'> {
  if (!matters) return { permanentLossesPerYear: null, restores: null };
  return {
    permanentLossesPerYear: permanentLosses / years,
    restores: {
      perYear: restores / years,
      wrongDataMinutesPerYear: Number(wrongTime.total) / 60e6 / years,
      inconsistentMinutesPerYear: Number(apart.total) / 60e6 / years,
      goodWritesDiscardedPerYear: goodDiscarded / years,
    },
  };
}

const readAge = ({ seenAge, seenFor }: StoreCollected) => ({
  meanSeconds: seenFor.total > 0n ? Number(seenAge.total) / Number(seenFor.total) : null,
});

const staleReads = ({ stale, staleness }: StoreCollected, years: number) => ({
  ...spread(staleness),
  minutesPerYear: Number(stale.total) / 60e6 / years,
});

function losses(collected: StoreCollected, rows: Model['meter']['domains']['rows']): RpoByClass[] {
  const { tallies, censored } = collected.losses;
  return [...new Set([...tallies.keys(), ...censored.keys()])]
    .map((row) => ({ ...rows[row]!, ...pointsOf(tallies.get(row) ?? new Tally(), censored.get(row) ?? 0) }))
    .sort(worstFirst);
}

/** Ages at recoveries; where users found nothing at all, they exceed every one. */
function pointsOf(ages: Tally, leftBehind: number): Omit<RpoByClass, 'class' | 'domain'> {
  const { censored, ...all } = censoredSpread(ages, leftBehind);
  return censored > 0 ? { ...all, leftBehind: censored } : all;
}
