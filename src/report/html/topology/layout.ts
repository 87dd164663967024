import type { Topology, TopologyNode, TopologyPlace } from '../../../experiment/index.ts';
import { type Box, GAP, inRows, NODE, PLACE, type Size } from './boxes.ts';
import { mainFirst } from './main-first.ts';
import { type Rank, ranksOf } from './ranks.ts';

/** A drawing laid out: where every place and every node stands. */
export interface Layout extends Size {
  readonly places: readonly { readonly place: TopologyPlace; readonly box: Box; readonly depth: number }[];
  readonly nodes: ReadonlyMap<string, Box>;
  /** Where users come from. */
  readonly users: Box;
}

/** The page is this wide at most before regions stand beneath each other. */
const WIDEST = 1180;
const MARGIN = 12;
const USERS: Size = { width: 96, height: 34 };

/** Something laid out from its own corner, to be put somewhere. */
interface Block extends Size {
  readonly put: (x: number, y: number) => void;
}

/** By which the rows of a place stand as those beside it do. */
interface Level {
  /** How many lines each rank takes. */
  readonly lines: ReadonlyMap<number, number>;
  /** So much lower they begin, pixels. */
  readonly drop: number;
}

/** Places nest; within one, nodes stand in rows by how deep they are on the way of a request. */
export function layoutOf(topology: Topology): Layout {
  return new Draughtsman(topology).lay();
}

class Draughtsman {
  private readonly topology: Topology;
  private readonly ordered: readonly TopologyPlace[];
  private readonly ranks: ReadonlyMap<string, Rank>;
  private readonly nodes = new Map<string, Box>();
  private readonly places: Layout['places'][number][] = [];

  constructor(topology: Topology) {
    this.topology = topology;
    this.ordered = mainFirst(topology);
    this.ranks = ranksOf(topology);
  }

  lay(): Layout {
    const outside = this.rows(this.inPlace(null), new Map(), 8);
    const roots = this.childrenOf(null);
    const blocks = this.blocks(roots, 0, WIDEST);
    const rows = inRows(blocks, WIDEST, PLACE.gap);
    const width = Math.max(rows.size.width, outside.width, USERS.width);
    const users: Box = { ...USERS, x: MARGIN + (width - USERS.width) / 2, y: MARGIN };
    const top = MARGIN + USERS.height + GAP.down;
    outside.put(MARGIN + (width - outside.width) / 2, top);
    const below = top + (outside.height > 0 ? outside.height + GAP.down : 0);
    const left = MARGIN + (width - rows.size.width) / 2;
    for (const [i, block] of blocks.entries()) block.put(left + rows.at[i]!.x, below + rows.at[i]!.y);
    return {
      width: width + 2 * MARGIN,
      height: below + rows.size.height + MARGIN,
      places: this.places,
      nodes: this.nodes,
      users,
    };
  }

  /** Places as blocks, their rows level with each other where all of them stand side by side. */
  private blocks(places: readonly TopologyPlace[], depth: number, most: number): Block[] {
    const lines = this.linesAmong(places);
    const deepest = Math.max(0, ...places.map((place) => this.levelsOf(place)));
    const level = places.map((place) => this.placeBlock(place, depth, { lines, drop: this.dropOf(place, deepest) }));
    const isBeside = inRows(level, most, PLACE.gap).at.every(({ y }) => y === 0);
    return isBeside ? level : places.map((place) => this.placeBlock(place, depth, { lines: new Map(), drop: 0 }));
  }

  /** How many places stand within each other here. */
  private levelsOf({ path }: TopologyPlace): number {
    return Math.max(0, ...this.childrenOf(path).map((child) => 1 + this.levelsOf(child)));
  }

  /** So much lower its nodes stand as those beside them do that are in a zone of their own. */
  private dropOf(place: TopologyPlace, deepest: number): number {
    const isPlain = this.childrenOf(place.path).length === 0 && this.inPlace(place.path).length > 0;
    return isPlain ? deepest * PLACE.head : 0;
  }

  private childrenOf(path: string | null): TopologyPlace[] {
    return this.ordered.filter(({ parent }) => parent === path);
  }

  private inPlace(path: string | null): TopologyNode[] {
    return this.topology.nodes.filter(({ place }) => place === path);
  }

  /** How many lines each rank takes in the fullest of some places: rows then stand level beside each other. */
  private linesAmong(places: readonly TopologyPlace[]): ReadonlyMap<number, number> {
    const most = new Map<number, number>();
    for (const { path } of places) {
      const own = this.inPlace(path);
      for (const [rank, row] of this.byRank(own)) {
        most.set(rank, Math.max(most.get(rank) ?? 0, Math.ceil(row.length / columnsFor(own.length))));
      }
    }
    return most;
  }

  private byRank(nodes: readonly TopologyNode[]): Map<number, TopologyNode[]> {
    const rows = new Map<number, TopologyNode[]>();
    for (const node of nodes) {
      const { rank } = this.ranks.get(node.id)!;
      rows.set(rank, [...(rows.get(rank) ?? []), node]);
    }
    const order = ({ id }: TopologyNode): number => this.ranks.get(id)!.order;
    for (const row of rows.values()) row.sort((a, b) => order(a) - order(b));
    return new Map([...rows].sort(([a], [b]) => a - b));
  }

  /** Nodes in rows by rank; a rank takes as many lines as its neighbours need for it. */
  private rows(nodes: readonly TopologyNode[], lines: ReadonlyMap<number, number>, columns: number): Block {
    const byRank = this.byRank(nodes);
    const ranks = [...new Set([...lines.keys(), ...byRank.keys()])].sort((a, b) => a - b);
    const shown = ranks.filter((rank) => nodes.length > 0 && (byRank.has(rank) || lines.has(rank)));
    const put: { readonly id: string; readonly line: number; readonly column: number; readonly of: number }[] = [];
    let line = 0;
    for (const rank of shown) {
      const row = byRank.get(rank) ?? [];
      for (const [i, { id }] of row.entries()) {
        const here = Math.floor(i / columns);
        put.push({ id, line: line + here, column: i % columns, of: Math.min(columns, row.length - here * columns) });
      }
      line += Math.max(lines.get(rank) ?? 0, Math.ceil(row.length / columns));
    }
    const widest = Math.max(0, ...put.map(({ of }) => of));
    const step = NODE.width + GAP.across;
    const width = widest === 0 ? 0 : widest * step - GAP.across;
    const height = line === 0 || put.length === 0 ? 0 : line * (NODE.height + GAP.down) - GAP.down;
    return {
      width,
      height,
      put: (x, y) => {
        for (const { id, line: down, column, of } of put) {
          const left = x + (width - (of * step - GAP.across)) / 2;
          this.nodes.set(id, { ...NODE, x: left + column * step, y: y + down * (NODE.height + GAP.down) });
        }
      },
    };
  }

  /** A place: its own nodes, and beneath them the places within, side by side. */
  private placeBlock(place: TopologyPlace, depth: number, { lines, drop }: Level): Block {
    const own = this.inPlace(place.path);
    const rows = this.rows(own, lines, columnsFor(own.length));
    const children = this.childrenOf(place.path);
    const within = this.blocks(children, depth + 1, WIDEST - 2 * PLACE.pad);
    const inner = inRows(within, WIDEST - 2 * PLACE.pad, PLACE.gap);
    const between = rows.height > 0 && inner.size.height > 0 ? GAP.down : 0;
    const width = Math.max(rows.width, inner.size.width, NODE.width) + 2 * PLACE.pad;
    const head = PLACE.head + drop;
    const height = head + Math.max(rows.height + between + inner.size.height, 8) + PLACE.pad;
    return {
      width,
      height,
      put: (x, y) => {
        this.places.push({ place, depth, box: { x, y, width, height } });
        rows.put(x + (width - rows.width) / 2, y + head);
        const left = x + (width - inner.size.width) / 2;
        const top = y + head + rows.height + between;
        for (const [i, block] of within.entries()) block.put(left + inner.at[i]!.x, top + inner.at[i]!.y);
      },
    };
  }
}

/** Few nodes stand in one row; many in a block that is wider than high. */
const columnsFor = (nodes: number): number => (nodes <= 12 ? 3 : Math.min(6, Math.ceil(Math.sqrt(nodes))));
