import type { Topology, TopologyPlace } from '../../../experiment/index.ts';

/** Shares are sums, and may differ by a rounding. */
const LEVEL = 1e-6;

/**
 * Places as a reader looks for them: first where users come or are sent while all is well, then where primaries stand;
 * those alike as the scenario has them.
 */
export function mainFirst({ places, nodes, edges }: Topology): readonly TopologyPlace[] {
  const within = new Map(nodes.map(({ id, place }) => [id, place === null ? [] : pathsOf(place)] as const));
  const arriving = new Map<string, number>();
  const primaries = new Map<string, number>();
  const add = (sums: Map<string, number>, path: string, much: number): void => {
    sums.set(path, (sums.get(path) ?? 0) + much);
  };
  for (const { kind, from, to, share } of edges) {
    if (kind !== 'traffic') continue;
    const left = within.get(from) ?? [];
    for (const path of within.get(to) ?? []) if (!left.includes(path)) add(arriving, path, share ?? 0);
  }
  for (const { id, primary, entry } of nodes) {
    if (entry) for (const path of within.get(id)!) add(arriving, path, 1);
    if (primary === true) for (const path of within.get(id)!) add(primaries, path, 1);
  }
  const of = (sums: ReadonlyMap<string, number>, { path }: TopologyPlace): number => sums.get(path) ?? 0;
  return [...places].sort((a, b) => {
    const more = of(arriving, b) - of(arriving, a);
    return Math.abs(more) > LEVEL ? more : of(primaries, b) - of(primaries, a);
  });
}

/** `cn-beijing/a/r1` stands in `cn-beijing` and in `cn-beijing/a` too. */
const pathsOf = (place: string): string[] => place.split('/').map((_, i, names) => names.slice(0, i + 1).join('/'));
