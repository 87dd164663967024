import type { Scenario } from '../../scenario/index.ts';
import { family, servedStores, storesIn, ties } from './data.ts';
import { Topology } from './topology.ts';

/** A store that users are served from while everything works. */
export interface StoreInUse {
  readonly store: string;
  /** The other stores that may go on with what it holds. */
  readonly heirs: readonly string[];
  /** The workloads whose users it serves, by number. */
  readonly users: readonly number[];
}

/** The stores that users are served from while everything works, who may go on with what each holds, and for whom. */
export function successions(scenario: Scenario): readonly StoreInUse[] {
  const topology = new Topology(scenario);
  return [...servedStores(topology)].map((store) => ({
    store,
    heirs: heirsOf(store, topology),
    users: usersOf(store, topology),
  }));
}

const usersOf = (store: string, topology: Topology): readonly number[] =>
  topology.scenario.workloads.flatMap(({ entry, reads, writes }, index) =>
    storesIn([...reads, ...writes], entry, topology).includes(store) ? [index] : [],
  );

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
