import { MINUTE } from '../../base/index.ts';
import type { World } from '../../model/index.ts';
import { masterKey } from '../../random/index.ts';
import { compileScenario, type Scenario } from '../../scenario/index.ts';
import { replicate } from '../replication.ts';
import type { Utilisation } from '../result/index.ts';
import { calm } from './calm.ts';

type Group = Utilisation['pools'][number] & { readonly weight: number };

/**
 * How much of what is paid for serves while all is well: capacity of servers that requests reach ÷ capacity of all that run,
 * and load ÷ capacity beside it. Where a pool states no capacity, servers are counted instead and the load has no measure.
 */
export function utilisationOf(scenario: Scenario): Utilisation {
  const model = compileScenario(calm(scenario), { brief: true });
  replicate(model, masterKey('utilisation'), 0, MINUTE);
  model.service.enact();
  const groups = groupsOf(model.world);
  const weight = (some: readonly Group[]): number => some.reduce((sum, group) => sum + group.weight, 0);
  const paid = weight(groups);
  const stated = groups.every(({ load }) => load !== null);
  const load = groups.reduce((sum, group) => sum + (group.load ?? 0) * group.weight, 0);
  return {
    serving: paid === 0 ? null : weight(groups.filter(({ serves }) => serves)) / paid,
    load: paid === 0 || !stated ? null : load / paid,
    pools: groups.map(({ weight: _, ...group }) => group),
    reserves: stated ? reservesOf(groups) : [],
  };
}

function reservesOf(groups: readonly Group[]): Utilisation['reserves'] {
  const paid = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { place, weight, load } of groups) {
    paid.set(place, (paid.get(place) ?? 0) + weight);
    taken.set(place, (taken.get(place) ?? 0) + (load ?? 0) * weight);
  }
  return [...paid]
    .filter(([, capacity]) => capacity > 0)
    .map(([place, capacity]) => ({ place, share: Math.max(0, 1 - taken.get(place)! / capacity) }));
}

/** Servers of one pool in one place each. */
function groupsOf({ flow, servers, truth, places }: World): Group[] {
  const unlimited = flow.servers.some(({ capacityEach }) => !Number.isFinite(capacityEach));
  return flow.servers.map(({ node, pool, capacityEach }) => {
    const { instances, nodes } = servers.get(pool)!;
    const here = instances.filter((thing, i) => nodes[i] === node && !truth.absent(thing));
    const load = flow.load[node]!;
    return {
      pool,
      place: places.path(truth.home(instances[nodes.indexOf(node)]!)),
      servers: here.length,
      serves: load > 0,
      load: Number.isFinite(capacityEach) ? load / capacityEach : null,
      weight: unlimited ? here.length : here.length * capacityEach,
    };
  });
}
