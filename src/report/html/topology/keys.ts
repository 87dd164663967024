import type { Topology } from '../../../experiment/index.ts';

/** By which an element of the drawing is found: names may hold anything. */
export interface Keys {
  readonly node: ReadonlyMap<string, string>;
  readonly place: ReadonlyMap<string, string>;
  readonly edge: readonly string[];
}

export const keysOf = ({ nodes, places, edges }: Topology): Keys => ({
  node: new Map(nodes.map(({ id }, i) => [id, `n${i}`])),
  place: new Map(places.map(({ path }, i) => [path, `p${i}`])),
  edge: edges.map((_, i) => `e${i}`),
});
