import type { Node } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import { STAGES } from './nodes.ts';
import type { TopologyEdge, TopologyNode } from './result.ts';
import { Serving } from './serving.ts';
import { Ways } from './ways.ts';

/** Requests from stage to stage, as they flow now. */
export function trafficOf(
  model: Model,
  nodes: readonly TopologyNode[],
  owners: Owners = new Owners(nodes, model.scenario, model.world),
): TopologyEdge[] {
  const demand = demandOf(model.scenario);
  return routesOf(model, owners).map((route) => edge(route, demand));
}

/** From node to node of the drawing, requests a second. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly perSecond: number;
}

/** The same without what an edge has beside it: it is looked at again and again while something is told. */
export function routesOf({ scenario, world, service }: Model, owners: Owners): readonly Route[] {
  const { flow } = world;
  const sums = new Ways<{ from: string; to: string; perSecond: number }>();
  const add = (from: string, to: string, perSecond: number): void => {
    if (from === to) return;
    const known = sums.get(from, to);
    if (known === undefined) sums.add(from, to, { from, to, perSecond });
    else known.perSecond += perSecond;
  };
  /** To a node of the flow; through one that nobody owns, to those behind it. */
  const come = (from: string, node: Node, perSecond: number): void => {
    const to = owners.get(node);
    if (to !== undefined) add(from, to, perSecond);
    else
      for (const [child, share] of onward(node, flow))
        if (!owners.isKin(from, child)) come(from, child, perSecond * share);
  };
  for (const [workload, { entry }] of scenario.workloads.entries()) {
    const from = owners.serving.of(entry);
    if (from === undefined) continue;
    for (const node of service.entrances[workload]!.children()) come(from, node, flow.arriving(node, workload));
  }
  for (const node of flow.nodes.keys()) {
    const from = owners.get(node);
    if (from === undefined) continue;
    for (const [child, share] of onward(node, flow))
      for (let workload = 0; workload < flow.width; workload++)
        come(from, child, flow.arriving(node, workload) * share);
  }
  return sums.all;
}

/** Where requests go on to from a node, and what share of those that arrive there. */
function onward(node: Node, flow: Model['world']['flow']): readonly (readonly [child: Node, share: number])[] {
  const first = flow.edgesOf(node);
  const through = first < 0 ? 0 : flow.reach[node]! * flow.admitted[node]!;
  return flow.nodes[node]!.children().map((child, i) => [
    child,
    first < 0 ? 0 : through * (flow.good[first + i]! + flow.slow[first + i]!),
  ]);
}

export const demandOf = ({ workloads }: Model['scenario']): number =>
  workloads.reduce((sum, { demand }) => sum + demand, 0);

const edge = ({ from, to, perSecond }: Route, demand: number): TopologyEdge => ({
  from,
  to,
  kind: 'traffic',
  component: null,
  perSecond,
  share: demand > 0 ? perSecond / demand : null,
  lagSeconds: null,
  how: null,
});

/** Whose each node of the flow is, by the id of a node of the drawing. */
export class Owners {
  readonly serving: Serving;
  /** Nodes of the flow that are a whole component, wherever it serves. */
  private readonly fronts = new Map<Node, string>();
  private readonly servers = new Map<Node, string>();
  private readonly components: ReadonlyMap<string, string>;

  constructor(nodes: readonly TopologyNode[], scenario: Model['scenario'], world: Model['world']) {
    this.serving = new Serving(world, nodes);
    this.components = new Map(nodes.map(({ id, component }) => [id, component]));
    for (const { name, kind } of scenario.components) {
      const { place } = nodes.find(({ component }) => component === name) ?? { place: null };
      // A name outside of all places is looked up; no request passes it.
      const front = STAGES.has(kind) && place !== null && !world.servers.has(name) ? world.fronts.get(name) : undefined;
      if (front !== undefined) this.fronts.set(front.node(), name);
    }
    for (const [name, { instances, nodes: cells }] of world.servers) {
      for (const [i, cell] of cells.entries()) {
        const thing = world.truth.name(instances[i]!);
        const id = nodes.find(({ component, things }) => component === name && things.includes(thing))?.id;
        if (id !== undefined) this.servers.set(cell, id);
      }
    }
  }

  /** As of now. */
  get(node: Node): string | undefined {
    const front = this.fronts.get(node);
    return front === undefined ? this.servers.get(node) : this.serving.of(front);
  }

  /** Whether a node of the drawing and one of the flow are parts of one component: users come to all of it at once. */
  isKin(id: string, node: Node): boolean {
    const other = this.get(node);
    return other !== undefined && this.components.get(other) === this.components.get(id);
  }
}
