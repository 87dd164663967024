import type { Topology } from './topology.ts';

/** The stores that users are served from while everything works. */
export function servedStores(topology: Topology): ReadonlySet<string> {
  const pools = topology.productionPools();
  const stores = pools.flatMap((pool) => topology.parts.get(pool)?.roles.map(({ store }) => store) ?? []);
  return new Set(stores.flatMap((store) => databasesOf(store, topology)));
}

/** The pairs of stores between which writes are carried. */
export function ties({ parts }: Topology): readonly (readonly [string, string])[] {
  return [...parts.values()].flatMap(({ carries, spec }): (readonly [string, string])[] => {
    if (carries !== undefined) return [[carries.from, carries.to]];
    if (spec.kind === 'oss-replication') return [[spec.from, spec.to]];
    return spec.kind === 'redis-sync' ? [spec.between] : [];
  });
}

/** The stores that hold what `store` holds, itself first. */
export function family(store: string, pairs: readonly (readonly [string, string])[]): readonly string[] {
  const found = new Set([store]);
  for (const member of found) {
    for (const [from, to] of pairs) {
      if (from === member) found.add(to);
      if (to === member) found.add(from);
    }
  }
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
