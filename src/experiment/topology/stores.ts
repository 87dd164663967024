import { toSeconds, type Us } from '../../base/index.ts';
import type { Node, StoreId } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import { REPLICATIONS } from './nodes.ts';
import type { TopologyEdge, TopologyNode } from './result.ts';
import type { Serving } from './serving.ts';
import { demandOf } from './traffic.ts';
import { copiesWithin } from './within.ts';

/** Servers of one pool in one place, as they read and write stores. */
export interface Reader {
  readonly from: string;
  readonly pool: string;
  /** Their nodes of the flow. */
  readonly cells: readonly Node[];
  readonly uses: Pool['uses'];
  /** Every store that plays or may play a role for them. */
  readonly stores: readonly { readonly name: string; readonly id: StoreId }[];
}

type Pool = Extract<Model['scenario']['components'][number], { readonly kind: 'ecs' }>;

/** All who read and write: what of it does not change while time goes on. */
export function readersOf(model: Model, nodes: readonly TopologyNode[]): Reader[] {
  const { scenario, world } = model;
  return nodes.flatMap((node) => {
    const pool = scenario.components.find(({ name }) => name === node.component);
    const servers = world.servers.get(node.component);
    if (pool?.kind !== 'ecs' || servers === undefined) return [];
    const isHere = (i: number): boolean => node.things.includes(world.truth.name(servers.instances[i]!));
    const names = new Set(pool.uses.flatMap(({ role, store }) => [store, ...elsewhere(pool.name, role, model)]));
    const stores = [...names].map((name) => ({ name, id: world.stores.id(name) }));
    const cells = [...new Set(servers.nodes.filter((_, i) => isHere(i)))];
    return [{ from: node.id, pool: pool.name, cells, uses: pool.uses, stores }];
  });
}

/** Stores that a plan may let play a role for a pool. */
const elsewhere = (pool: string, role: string, { scenario }: Model): string[] =>
  scenario.plans.flatMap(({ steps }) =>
    steps.flatMap(({ targets, use }) => (use?.role === role && targets.includes(pool) ? [use.store] : [])),
  );

/** Where servers read and write, as roles point now and where that store serves now; and where plans may point them. */
export function storeEdges(model: Model, readers: readonly Reader[], serving: Serving): TopologyEdge[] {
  const total = demandOf(model.scenario);
  const edges: TopologyEdge[] = [];
  eachSupply(model, readers, serving, ({ from }, to, perSecond, roles) => {
    const share = total > 0 ? perSecond / total : null;
    const how = roles.length === 0 ? null : roles.join(', ');
    edges.push({ ...NONE, from, to, kind: 'store', perSecond, share, how });
  });
  return edges;
}

/** To be told of requests a second from servers to a store, in its roles for them; in none where they do not use it now. */
type Told = (reader: Reader, to: string, perSecond: number, roles: readonly string[]) => void;

/** The same without what an edge has beside it: it is looked at again and again while something is told. */
export function eachSupply(model: Model, readers: readonly Reader[], serving: Serving, told: Told): void {
  for (const reader of readers) {
    const storeOf = model.world.servers.get(reader.pool)?.storeOf;
    for (const { name, id } of reader.stores) {
      const to = serving.of(name);
      if (to === undefined) continue;
      const roles = reader.uses.flatMap(({ role }) => (storeOf?.(role) === id ? [role] : []));
      told(reader, to, suppliedTo(reader.cells, roles, model), roles);
    }
  }
}

/** Requests a second that servers take to a store in any of some roles, and get through. */
function suppliedTo(cells: readonly Node[], roles: readonly string[], { scenario, world: { flow } }: Model): number {
  if (roles.length === 0) return 0;
  let perSecond = 0;
  for (const [workload, { reads, writes }] of scenario.workloads.entries()) {
    if (!roles.some((role) => reads.includes(role) || writes.includes(role))) continue;
    for (const cell of cells) perSecond += flow.supplied(cell, workload);
  }
  return perSecond;
}

const NONE = { component: null, perSecond: null, share: null, lagSeconds: null, how: null } as const;

const primaryOf = (store: string, nodes: readonly TopologyNode[]): string | undefined =>
  (
    nodes.find(({ component, primary }) => component === store && primary === true) ??
    nodes.find(({ component }) => component === store)
  )?.id;

/** Copies of data: within a store that spans places, and between stores. */
export function copyEdges(model: Model, nodes: readonly TopologyNode[]): TopologyEdge[] {
  const { world, scenario } = model;
  const within = copiesWithin(model, nodes).map(({ from, to, how, age }): TopologyEdge => {
    return { ...NONE, from, to, kind: 'copy', lagSeconds: toSeconds(age() as Us), how };
  });
  const between = [...world.stores.streams.replications, ...world.stores.streams.copyings].flatMap(
    (stream): TopologyEdge[] => {
      const [from, to] = [stream.source(), stream.target()].map((store) =>
        primaryOf(world.stores.names[store]!, nodes),
      );
      if (from === undefined || to === undefined) return [];
      const brought = scenario.components.find(({ name, kind }) => name === stream.name && REPLICATIONS.has(kind));
      const component = brought?.name ?? null;
      return [{ ...NONE, from, to, kind: 'copy', component, lagSeconds: toSeconds(stream.gap().age), how: null }];
    },
  );
  return [...within, ...between];
}

/** Whatever else one component names another for. */
export function mentionEdges(
  { scenario }: Model,
  nodes: readonly TopologyNode[],
  known: readonly TopologyEdge[],
): TopologyEdge[] {
  const names = new Set(scenario.components.map(({ name }) => name));
  const joined = new Set(known.flatMap(({ from, to }) => [pair(componentOf(from, nodes), componentOf(to, nodes))]));
  return scenario.components.flatMap((component) => {
    const from = nodes.find((node) => node.component === component.name)?.id;
    if (from === undefined) return [];
    const others = [...new Set(mentioned(component, names))].filter(
      (other) => other !== component.name && !joined.has(pair(component.name, other)),
    );
    return others.flatMap((other): TopologyEdge[] => {
      const to = primaryOf(other, nodes);
      return to === undefined ? [] : [{ ...NONE, from, to, kind: 'mention' }];
    });
  });
}

const pair = (a: string, b: string): string => JSON.stringify([a, b].sort());
const componentOf = (id: string, nodes: readonly TopologyNode[]): string =>
  nodes.find((node) => node.id === id)!.component;

/** Every text within a specification that is the name of a component; its own name and kind are none. */
function mentioned(spec: unknown, names: ReadonlySet<string>): string[] {
  if (typeof spec === 'string') return names.has(spec) ? [spec] : [];
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) =>
    key === 'name' || key === 'kind' ? [] : mentioned(value, names),
  );
}
