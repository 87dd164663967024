import { isWithin } from '../../scenario/index.ts';
import { plansFor } from './plans.ts';
import type { Site } from './site.ts';

/**
 * What people are needed for when a place is lost: plans that they decide and that start then, databases that they switch, or that
 * switch by themselves less often than recoveries have to work; where there is nothing of these, what they were seen to do in drills.
 */
export function neededPeople(site: Site): readonly string[] {
  const plans = plansFor(site.lost, site.topology).filter(({ decidedBy }) => decidedBy.kind === 'people');
  const needed = [...plans.map(({ name }) => `${name}: people`), ...switchedStores(site)];
  return needed.length > 0 ? needed : seenInDrills(site);
}

function switchedStores({ lost, topology, data, drilled }: Site): string[] {
  const stores = [...new Set(data.flatMap((one) => one.stores))].filter(
    (store) => topology.touches(store, lost) && topology.survives(store, lost),
  );
  return stores.flatMap((store) => {
    const spec = topology.spec(store);
    if (spec?.kind === 'database' && spec.switching === 'by-hand') return [`${store}: by-hand`];
    const coverage = coverageOf(store, { lost, topology });
    const least = 1 - drilled.settings.mayFail;
    return coverage < least - 1e-9 ? [`${store}: coverage ${Math.round(100 * coverage)} %`] : [];
  });
}

/** The chance that a store switches by itself when a place is lost in which one of its copies stands. */
function coverageOf(store: string, { lost, topology }: Pick<Site, 'lost' | 'topology'>): number {
  const spec = topology.spec(store);
  if (spec?.kind === 'rds' || spec?.kind === 'database') return spec.coverage;
  if (spec?.kind !== 'redis') return 1;
  return spec.places.every((place) => isWithin(place, lost)) ? spec.coverage : spec.roomCoverage;
}

function seenInDrills({ lost, drilled: { disasters, settings } }: Site): string[] {
  const shares = disasters
    .filter((one) => one.class === 'site-lost' && one.domain === lost)
    .flatMap(({ workloads, drills }) => workloads.map(({ by }) => by.people / drills));
  const most = Math.max(0, ...shares);
  return most > settings.mayFail ? [`drills: people ${Math.round(100 * most)} %`] : [];
}
