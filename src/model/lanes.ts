import type { Cells } from './cells.ts';

/** Edges, each once for every workload that comes by: a lane. Those of one edge stand side by side. */
export interface Lanes {
  /** The first lane of each edge; one more stands at the end. */
  readonly first: Int32Array<ArrayBuffer>;
  /** The cells where a lane begins and ends. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly to: Int32Array<ArrayBuffer>;
  /** The stage at which it ends. */
  readonly child: Int32Array<ArrayBuffer>;
}

/** The lanes of edges that lead from stages to stages. */
export function lanesOf(from: Int32Array, to: Int32Array, cells: Cells): Lanes {
  const first = new Int32Array(from.length + 1);
  for (const [edge, stage] of from.entries()) first[edge + 1] = first[edge]! + cells.countOf(stage);
  const count = first[from.length]!;
  const lanes = { first, from: new Int32Array(count), to: new Int32Array(count), child: new Int32Array(count) };
  for (const [edge, stage] of from.entries()) {
    const child = to[edge]!;
    for (let lane = first[edge]!, cell = cells.first[stage]!; lane < first[edge + 1]!; lane++, cell++) {
      lanes.from[lane] = cell;
      lanes.to[lane] = cells.at(child, cells.workload[cell]!);
      lanes.child[lane] = child;
    }
  }
  return lanes;
}
