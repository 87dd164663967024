import type { Topology } from '../../../experiment/index.ts';
import type { LiveEdge } from '../../../visual/index.ts';
import { copyName } from '../topology/copy-name.ts';
import { keysOf } from '../topology/draw.ts';
import { texts } from '../voices.ts';
import type { Story } from './story.ts';
import { thin } from './thin.ts';

/** Edges of the drawing that move: what goes along them, and how old a copy is. */
export function liveEdges({ exposures, flows }: Story, topology: Topology): LiveEdge[] {
  const { edge: keys } = keysOf(topology);
  const { edges, nodes } = topology;
  const componentOf = new Map(nodes.map(({ id, component }) => [id, component]));
  const traffic = flows.flatMap(({ from, to, kind, share }): LiveEdge[] => {
    const at = edges.findIndex((edge) => edge.kind === kind && edge.from === from && edge.to === to);
    return at < 0 ? [] : [{ key: keys[at]!, measure: 'share', name: NAMELESS, points: thin(share.map(rounded)) }];
  });
  const copies = turned(exposures).flatMap(({ replication, from, to, seconds }): LiveEdge[] => {
    const ends = JSON.stringify([from, to]);
    const at = edges.findIndex((edge) =>
      edge.kind !== 'copy' || edge.component !== null
        ? edge.kind === 'copy' && edge.component === replication
        : [
            [edge.from, edge.to],
            [componentOf.get(edge.from), componentOf.get(edge.to)],
          ].some((one) => JSON.stringify(one) === ends),
    );
    if (at < 0) return [];
    const name = copyName(edges[at]!);
    return [{ key: keys[at]!, measure: 'lag', name: texts(name), points: thin(seconds.map(rounded)) }];
  });
  return [...traffic, ...copies];
}

/** The drawing has one edge for a stream, whichever way it flowed. */
function turned(exposures: Story['exposures']): Story['exposures'] {
  return exposures.flatMap((one, i) => {
    const both = exposures.filter(({ replication, from, to }) => {
      const same = from === one.from && to === one.to;
      return replication === one.replication && (same || (from === one.to && to === one.from));
    });
    if (both.length === 1) return [one];
    return exposures.indexOf(both[0]!) === i ? [{ ...one, seconds: together(both) }] : [];
  });
}

/** What was known in either direction, in the order of time. */
function together(both: Story['exposures']): Story['exposures'][number]['seconds'] {
  const points = new Map<number, number | null>();
  for (const { seconds } of both) for (const [at, value] of seconds) points.set(at, value ?? points.get(at) ?? null);
  return [...points].sort(([a], [b]) => a - b);
}

const NAMELESS = { en: '', zh: '' } as const;

const rounded = <V extends number | null>([at, value]: readonly [number, V]) =>
  [at, value === null ? value : Number(value.toPrecision(4))] as readonly [number, V];
