import type { Designed, StoreInUse } from '../scenario.ts';
import { databasesOf, family, servedStores, storesIn, type Tie, ties } from './stores.ts';
import { Topology } from './topology.ts';

/** The stores that users are served from while everything works, who may go on with what each holds, and for whom. */
export function successions(scenario: Designed): readonly StoreInUse[] {
  const topology = new Topology(scenario);
  const kin = new Kin(topology);
  const uses = scenario.workloads.map(({ reads, writes, entry }) => ({
    read: new Set(storesIn(reads, entry, topology)),
    written: new Set(storesIn(writes, entry, topology)),
    playing: playersOf(writes, entry, topology),
  }));
  const usersWho = (holds: (use: (typeof uses)[number]) => boolean): number[] =>
    uses.flatMap((use, workload) => (holds(use) ? [workload] : []));
  return [...servedStores(topology)].map((store) => {
    const heirs = kin.heirsOf(store);
    const same = new Set([store, ...heirs]);
    const writers = usersWho(({ written }) => written.has(store));
    const rivals = new Set(writers.flatMap((one) => rivalsOf(store, same, uses[one]!.playing)));
    const users = usersWho(({ read, written }) => read.has(store) || written.has(store));
    return { store, heirs, users, writers, rivals: [...rivals] };
  });
}

/** What plays a role in which users write: at first while everything works, and ever, as groups of databases. */
interface Players {
  readonly first: ReadonlySet<string>;
  readonly ever: readonly (readonly string[])[];
}

const playersOf = (writes: readonly string[], entry: string, topology: Topology): readonly Players[] => {
  const pools = [...topology.reachable(entry)];
  return writes.map((role) => ({
    first: new Set(storesIn([role], entry, topology)),
    ever: pools.flatMap((pool) => playing(role, pool, topology)).map((name) => databasesOf(name, topology)),
  }));
};

/** What plays the roles in which a store is written, for those of its users who come to nothing that holds the same. */
const rivalsOf = (store: string, same: ReadonlySet<string>, roles: readonly Players[]): readonly string[] =>
  roles
    .filter(({ first }) => first.has(store))
    .flatMap(({ ever }) => ever.filter((databases) => !databases.some((one) => same.has(one))))
    .flat();

/** What plays a role for a pool, at first or once a plan has pointed it there. */
function playing(role: string, pool: string, { parts, scenario }: Topology): readonly string[] {
  const first = parts.get(pool)?.roles.flatMap((one) => (one.role === role ? [one.store] : [])) ?? [];
  const later = scenario.plans.flatMap(({ steps }) =>
    steps.flatMap(({ targets, use }) => (use?.role === role && targets.includes(pool) ? [use.store] : [])),
  );
  return [...first, ...later];
}

/** Which stores come to hold what others hold. */
class Kin {
  private readonly pairs: readonly Tie[];
  private readonly given: readonly (readonly [from: string, to: string])[];

  constructor(topology: Topology) {
    this.pairs = ties(topology);
    this.given = gifts(topology);
  }

  /** Those to which replication carries what a store holds, or that a plan gives what it or one of them holds. */
  heirsOf(store: string): readonly string[] {
    const found = new Set(family(store, this.pairs));
    for (const holder of found) {
      const receivers = this.given.flatMap(([from, to]) => (from === holder ? [to] : []));
      for (const heir of receivers.flatMap((one) => family(one, this.pairs))) found.add(heir);
    }
    found.delete(store);
    return [...found];
  }
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
