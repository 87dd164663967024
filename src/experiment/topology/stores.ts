import { toSeconds, type Us } from '../../base/index.ts';
import type { Model } from '../../scenario/index.ts';
import { REPLICATIONS } from './nodes.ts';
import type { TopologyEdge, TopologyNode } from './result.ts';
import { demandOf } from './traffic.ts';
import { copiesWithin } from './within.ts';

/** Where servers read and write, as roles point now. */
export function storeEdges({ scenario, world }: Model, nodes: readonly TopologyNode[]): TopologyEdge[] {
  const { flow } = world;
  const total = demandOf(scenario);
  return scenario.components.flatMap((pool) => {
    const servers = world.servers.get(pool.name);
    if (pool.kind !== 'ecs' || servers === undefined) return [];
    return nodes
      .filter(({ component }) => component === pool.name)
      .flatMap(({ id, things }) => {
        const cells = new Set(servers.nodes.filter((_, i) => things.includes(world.truth.name(servers.instances[i]!))));
        return pool.uses.flatMap(({ role, store }): TopologyEdge[] => {
          const to = primaryOf(store, nodes);
          if (to === undefined) return [];
          let perSecond = 0;
          for (const cell of cells) {
            for (const [workload, { reads, writes }] of scenario.workloads.entries()) {
              if (reads.includes(role) || writes.includes(role)) perSecond += flow.arriving(cell, workload);
            }
          }
          return [
            { ...NONE, from: id, to, kind: 'store', perSecond, share: total > 0 ? perSecond / total : null, how: role },
          ];
        });
      });
  });
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
  const between = [...world.stores.replications, ...world.stores.copyings].flatMap((stream): TopologyEdge[] => {
    const [from, to] = [stream.source(), stream.target()].map((store) => primaryOf(world.stores.names[store]!, nodes));
    if (from === undefined || to === undefined) return [];
    const brought = scenario.components.find(({ name, kind }) => name === stream.name && REPLICATIONS.has(kind));
    const component = brought?.name ?? null;
    return [{ ...NONE, from, to, kind: 'copy', component, lagSeconds: toSeconds(stream.gap().age), how: null }];
  });
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
