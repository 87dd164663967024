import type { Topology } from './topology.ts';

/** The stores that users are served from while everything works. */
export function servedStores(topology: Topology): ReadonlySet<string> {
  const pools = topology.productionPools();
  const stores = pools.flatMap((pool) => topology.parts.get(pool)?.roles.map(({ store }) => store) ?? []);
  return new Set(stores.flatMap((store) => databasesOf(store, topology)));
}

/** A store, and one to which something carries what is written there. What can be turned round carries both ways. */
export type Tie = readonly [from: string, to: string];

/** All pairs of stores between which writes are carried. */
export function ties({ parts }: Topology): readonly Tie[] {
  return [...parts.values()].flatMap(({ carries, spec }): readonly Tie[] => {
    if (carries !== undefined) return bothWays(carries.from, carries.to);
    if (spec.kind === 'oss-replication') return [[spec.from, spec.to]];
    if (spec.kind !== 'redis-sync') return [];
    return spec.direction === 'both' ? bothWays(...spec.between) : [spec.between];
  });
}

const bothWays = (one: string, other: string): readonly Tie[] => [
  [one, other],
  [other, one],
];

/** The stores that come to hold what is written to `store`, itself first. */
export function family(store: string, pairs: readonly Tie[]): readonly string[] {
  const found = new Set([store]);
  for (const member of found) for (const [from, to] of pairs) if (from === member) found.add(to);
  return [...found];
}

/** The stores that play these roles for users who come in at an entry, while everything works. */
export function storesIn(roles: readonly string[], entry: string, topology: Topology): readonly string[] {
  const pools = [...topology.serving(entry)].flatMap((name) => topology.parts.get(name)?.roles ?? []);
  return pools.filter(({ role }) => roles.includes(role)).flatMap(({ store }) => databasesOf(store, topology));
}

/** A router stands for the databases behind it. */
export function databasesOf(name: string, topology: Topology): readonly string[] {
  const spec = topology.spec(name);
  return spec?.kind === 'drds' ? spec.shards : [name];
}
