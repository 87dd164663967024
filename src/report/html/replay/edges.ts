import type { Topology } from '../../../experiment/index.ts';
import type { LiveEdge } from '../../../visual/index.ts';
import { clean, shorten } from '../../cells.ts';
import { keysOf } from '../topology/draw.ts';
import type { Story } from './story.ts';
import { thin } from './thin.ts';

/** Edges of the drawing that move: what goes along them, and how old a copy is. */
export function liveEdges({ drill, flows }: Story, topology: Topology): LiveEdge[] {
  const { edge: keys } = keysOf(topology);
  const { edges, nodes } = topology;
  const componentOf = new Map(nodes.map(({ id, component }) => [id, component]));
  const traffic = flows.flatMap(({ from, to, share }): LiveEdge[] => {
    const at = edges.findIndex((edge) => edge.kind === 'traffic' && edge.from === from && edge.to === to);
    return at < 0 ? [] : [{ key: keys[at]!, measure: 'share', name: '', points: thin(share.map(rounded)) }];
  });
  const copies = (drill?.exposures ?? []).flatMap(({ replication, from, to, seconds }): LiveEdge[] => {
    const at = edges.findIndex(
      (edge) =>
        edge.kind === 'copy' &&
        edge.lagSeconds !== null &&
        (edge.component === replication ||
          (edge.component === null && sameEnds([componentOf.get(edge.from), componentOf.get(edge.to)], [from, to]))),
    );
    const component = edges[at]?.component ?? null;
    const name = component === null ? '' : `${shorten(clean(component), 14)} · `;
    return at < 0 ? [] : [{ key: keys[at]!, measure: 'lag', name, points: thin(seconds.map(rounded)) }];
  });
  return [...traffic, ...copies];
}

const rounded = ([at, value]: readonly [number, number]) => [at, Number(value.toPrecision(4))] as const;

/** Roles may have been exchanged since the drawing was made. */
const sameEnds = (a: readonly (string | undefined)[], b: readonly string[]): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);
