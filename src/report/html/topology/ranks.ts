import { Graph, layout } from '@dagrejs/dagre';
import type { Topology } from '../../../experiment/index.ts';
import { NODE } from './boxes.ts';

/** How deep a node stands on the way of a request, and where in its row. */
export interface Rank {
  readonly rank: number;
  readonly order: number;
}

/**
 * Rows and the order within them, so that edges lead down and cross seldom. Copies of data lead sideways and decide
 * nothing; a part of a component that nothing comes to stands level with the part that something does.
 */
export function ranksOf({ nodes, edges }: Topology): ReadonlyMap<string, Rank> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 40 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: NODE.width, height: NODE.height });
  for (const { from, to, kind } of edges) if (kind !== 'copy') graph.setEdge(from, to);
  layout(graph);
  const at = (id: string): { readonly x: number; readonly y: number } => graph.node(id);
  const busy = new Set(edges.flatMap(({ from, to, kind }) => (kind === 'copy' ? [] : [from, to])));
  const twin = new Map(nodes.filter(({ id }) => busy.has(id)).map(({ id, component }) => [component, id]));
  const leading = new Map(nodes.map(({ id, component }) => [id, busy.has(id) ? id : (twin.get(component) ?? id)]));
  const height = (id: string): number => Math.round(at(level(leading.get(id)!, edges)).y);
  const heights = [...new Set(nodes.map(({ id }) => height(id)))].sort((a, b) => a - b);
  return new Map(nodes.map(({ id }) => [id, { rank: heights.indexOf(height(id)), order: at(id).x }]));
}

/** What only copies of data reach stands level with what they come from. */
function level(id: string, edges: Topology['edges'], seen: readonly string[] = []): string {
  const coming = edges.filter(({ to }) => to === id);
  const copied = coming.length > 0 && coming.every(({ kind }) => kind === 'copy');
  const source = coming[0]?.from;
  return copied && source !== undefined && !seen.includes(source) ? level(source, edges, [...seen, id]) : id;
}
