import type { Scenario } from '../../scenario/index.ts';
import { databasesOf, family, servedStores, storesIn, ties } from './data.ts';
import { Topology } from './topology.ts';

/** A store that users are served from while everything works. */
export interface StoreInUse {
  readonly store: string;
  /** The other stores that may go on with what it holds. */
  readonly heirs: readonly string[];
  /** The workloads whose users it serves, by number. */
  readonly users: readonly number[];
  /** Those of them that write to it. */
  readonly writers: readonly number[];
  /** Stores that others of their servers, or the same by a plan, use in its stead, and that nothing gives what it holds. */
  readonly rivals: readonly string[];
}

/** The stores that users are served from while everything works, who may go on with what each holds, and for whom. */
export function successions(scenario: Scenario): readonly StoreInUse[] {
  const topology = new Topology(scenario);
  return [...servedStores(topology)].map((store) => {
    const heirs = heirsOf(store, topology);
    return {
      store,
      heirs,
      users: usersOf(store, ({ reads, writes }) => [...reads, ...writes], topology),
      writers: usersOf(store, ({ writes }) => writes, topology),
      rivals: rivalsOf([store, ...heirs], topology),
    };
  });
}

type Workload = Scenario['workloads'][number];

const usersOf = (store: string, rolesOf: (one: Workload) => readonly string[], topology: Topology): readonly number[] =>
  topology.scenario.workloads.flatMap((one, index) =>
    storesIn(rolesOf(one), one.entry, topology).includes(store) ? [index] : [],
  );

/** What plays the roles in which a store is written, for those of its users who come to nothing that holds the same. */
function rivalsOf(same: readonly string[], topology: Topology): readonly string[] {
  const store = same[0]!;
  const found = topology.scenario.workloads.flatMap(({ entry, writes }) => {
    const pools = [...topology.reachable(entry)];
    return writes
      .filter((role) => storesIn([role], entry, topology).includes(store))
      .flatMap((role) => pools.flatMap((pool) => playing(role, pool, topology)))
      .map((name) => databasesOf(name, topology))
      .filter((databases) => !databases.some((one) => same.includes(one)));
  });
  return [...new Set(found.flat())];
}

/** What plays a role for a pool, at first or once a plan has pointed it there. */
function playing(role: string, pool: string, { parts, scenario }: Topology): readonly string[] {
  const first = parts.get(pool)?.roles.flatMap((one) => (one.role === role ? [one.store] : [])) ?? [];
  const later = scenario.plans.flatMap(({ steps }) =>
    steps.flatMap(({ targets, use }) => (use?.role === role && targets.includes(pool) ? [use.store] : [])),
  );
  return [...first, ...later];
}

/** Those that are joined to it by replication, or that a plan gives what it or one of them holds. */
function heirsOf(store: string, topology: Topology): readonly string[] {
  const pairs = ties(topology);
  const given = gifts(topology);
  const found = new Set(family(store, pairs));
  for (const holder of found) {
    const receivers = given.flatMap(([from, to]) => (from === holder ? [to] : []));
    for (const heir of receivers.flatMap((one) => family(one, pairs))) found.add(heir);
  }
  found.delete(store);
  return [...found];
}

/** From which store plans give data to which, by restoring or rebuilding it. */
const gifts = (topology: Topology): readonly (readonly [from: string, to: string])[] =>
  topology.scenario.plans.flatMap(({ steps }) =>
    steps.flatMap(({ from, targets }) => {
      if (from === undefined) return [];
      const keeper = keptIn(from, topology);
      return targets.map((to): readonly [string, string] => [keeper, to]);
    }),
  );

/** Of which store a backup service or an appliance keeps copies; a store keeps its own. */
function keptIn(name: string, topology: Topology): string {
  const part = topology.parts.get(name);
  if (part === undefined) return name;
  const kept = 'of' in part.spec ? part.spec.of : part.carries?.from;
  return kept ?? name;
}
