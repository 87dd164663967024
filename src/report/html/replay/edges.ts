import type { Topology, TopologyEdge } from '../../../experiment/index.ts';
import type { LiveEdge } from '../../../visual/index.ts';
import { copyName } from '../topology/copy-name.ts';
import { keysOf } from '../topology/keys.ts';
import { texts } from '../voices.ts';
import { type Journey, journeysOf } from './journeys.ts';
import type { Story } from './story.ts';
import { thin } from './thin.ts';

/** Edges of the drawing that move: what goes along them, and how old a copy is. */
export function liveEdges({ exposures, flows }: Story, topology: Topology): LiveEdge[] {
  const { edge: keys } = keysOf(topology);
  const { edges } = topology;
  const traffic = flows.flatMap((flow): LiveEdge[] => {
    const at = edges.findIndex((edge) => isFlow(edge, flow));
    return at < 0
      ? []
      : [{ keys: [keys[at]!], measure: 'share', name: NAMELESS, points: thin(flow.share.map(rounded)) }];
  });
  const copies = exposures.flatMap((one) =>
    journeysOf(one).flatMap((journey): Moving[] => {
      const at = edges.findIndex((edge) => isCopy(edge, one.replication, journey));
      return at < 0 ? [] : [{ at, journey }];
    }),
  );
  const copied = [...new Set(copies.map(({ at }) => at))].map((at) => copyEdge(at, copies, edges, keys[at]!));
  return alikeOnce([...traffic, ...copied]);
}

/** A balancer sends each of a hundred pools the same share at every moment: of ways that are alike one is told, for all. */
function alikeOnce(all: readonly LiveEdge[]): LiveEdge[] {
  const found = new Map<string, LiveEdge>();
  for (const { keys, ...told } of all) {
    const as = JSON.stringify(told);
    found.set(as, { keys: [...(found.get(as)?.keys ?? []), ...keys], ...told });
  }
  return [...found.values()];
}

interface Moving {
  readonly at: number;
  readonly journey: Journey;
}

/** All that went along one edge, in either direction. */
function copyEdge(at: number, all: readonly Moving[], edges: readonly TopologyEdge[], key: string): LiveEdge {
  const edge = edges[at]!;
  const own = all.filter((one) => one.at === at).map(({ journey }) => journey);
  const points = new Map<number, number | null>();
  const turned = new Map<number, boolean>();
  for (const { seconds, from } of own) {
    for (const [time, value] of seconds) {
      points.set(time, value ?? points.get(time) ?? null);
      if (value !== null) turned.set(time, from !== edge.from);
    }
  }
  const turns = inOrder(turned).filter(([, is], i, list) => is !== (list[i - 1]?.[1] ?? false));
  return {
    keys: [key],
    measure: 'lag',
    name: texts(copyName(edge)),
    points: thin(inOrder(points).map(rounded)),
    ...(turns.length > 0 && { turned: turns }),
  };
}

const inOrder = <V>(points: ReadonlyMap<number, V>): (readonly [number, V])[] => [...points].sort(([a], [b]) => a - b);

const isFlow = (edge: TopologyEdge, { from, to, kind }: Story['flows'][number]): boolean =>
  edge.kind === kind && edge.from === from && edge.to === to;

/** The drawing has one edge for a stream between two nodes, whichever way it flows. */
const isCopy = ({ kind, component, from, to }: TopologyEdge, replication: string, journey: Journey): boolean =>
  kind === 'copy' &&
  (component === null || component === replication) &&
  ((from === journey.from && to === journey.to) || (from === journey.to && to === journey.from));

/**
 * Ways that are gone only while stories are told, since a component then serves from another of its nodes: a replay draws them
 * where something comes along, and nothing else does.
 */
export function laterEdges(stories: readonly Story[], { edges }: Topology): TopologyEdge[] {
  const later: TopologyEdge[] = [];
  const isNew = (is: (edge: TopologyEdge) => boolean): boolean => !edges.some(is) && !later.some(is);
  for (const { flows, exposures } of stories) {
    for (const flow of flows) {
      if (isNew((edge) => isFlow(edge, flow)))
        later.push({ ...EMPTY, ...ends(flow), kind: flow.kind, share: 0, perSecond: 0 });
    }
    for (const one of exposures) {
      for (const journey of journeysOf(one)) {
        if (!isNew((edge) => isCopy(edge, one.replication, journey))) continue;
        const like = edges.find(({ kind, component }) => kind === 'copy' && component === one.replication);
        const { component = null, how = null } = like ?? {};
        later.push({ ...EMPTY, ...ends(journey), kind: 'copy', component, how, lagSeconds: 0 });
      }
    }
  }
  return later;
}

const ends = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to });

const EMPTY = { component: null, perSecond: null, share: null, lagSeconds: null, how: null } as const;

const NAMELESS = { en: '', zh: '' } as const;

const rounded = <V extends number | null>([at, value]: readonly [number, V]) =>
  [at, value === null ? value : Number(value.toPrecision(4))] as readonly [number, V];
