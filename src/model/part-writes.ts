import type { Cells } from './cells.ts';
import type { KeyFlow } from './key-flow.ts';
import type { KeyedServers } from './parted.ts';
import type { Demand, FlowNode, Node } from './stages.ts';
import type { StoreId } from './store-id.ts';
import type { Stores } from './stores.ts';

/** The table of the flow, as far as it tells who writes what. */
export interface Writing {
  readonly demands: readonly Demand[];
  readonly nodes: readonly FlowNode[];
  readonly servers: readonly { readonly node: Node }[];
  readonly cells: Cells;
  /** The store that each write goes to now, negative for none; for one cell of servers after the other, each of its writes. */
  readonly writesTo: Int32Array;
  /** Requests a second of a cell that are completed. */
  completes(cell: number): number;
}

/** A write of a cell of servers. */
interface Write {
  readonly cell: number;
  readonly workload: number;
  readonly role: string;
  readonly keyed: KeyedServers;
}

/** Of stores that hold their keys in parts, the writes a second of each part: those of the requests for its keys that complete. */
export class PartWrites {
  private readonly writing: Writing;
  private readonly stores: Stores;
  private readonly keyFlow: KeyFlow | undefined;
  /** In the order of {@link Writing.writesTo}. */
  private readonly writes: readonly Write[];

  constructor(writing: Writing, stores: Stores, keyFlow: KeyFlow | undefined) {
    this.writing = writing;
    this.stores = stores;
    this.keyFlow = keyFlow;
    this.writes = writing.servers.flatMap(({ node }) => writing.cells.of(node).flatMap((cell) => this.of(node, cell)));
  }

  private of(node: Node, cell: number): Write[] {
    const { demands, nodes, cells } = this.writing;
    const workload = cells.workload[cell]!;
    const { keyed } = nodes[node]!;
    if (keyed === undefined) throw new Error('servers tell how requests for one key fare');
    return demands[workload]!.writes.map((role) => ({ cell, workload, role, keyed }));
  }

  /** Adds the writes of each part to `rates`, in its column. */
  commit(rates: Float64Array): void {
    const { writes, writing, keyFlow } = this;
    for (let i = 0; i < writes.length; i++) {
      const store = writing.writesTo[i]!;
      const write = writes[i]!;
      if (store < 0 || this.stores.parted[store] === undefined) continue;
      if (keyFlow?.differs(write.workload) === true) this.addSorts(store, write, keyFlow, rates);
      else this.add(store, write, rates);
    }
  }

  /** Nobody tries again: requests for the keys of a part complete as often as that part answers them. */
  private add(store: StoreId, { cell, workload, role, keyed }: Write, rates: Float64Array): void {
    const amount = this.writing.completes(cell);
    if (amount === 0) return;
    const { parts } = this.stores.parted[store]!;
    const answered = (part: number): number => keyed.answeredAt(workload, role, (part + 0.5) / parts);
    let all = 0;
    for (let part = 0; part < parts; part++) all += answered(part);
    for (let part = 0; part < parts; part++) {
      rates[this.stores.columnOf(store, part)]! += (amount * answered(part)) / all;
    }
  }

  private addSorts(store: StoreId, { cell, workload, role }: Write, keyFlow: KeyFlow, rates: Float64Array): void {
    const { parts } = this.stores.parted[store]!;
    for (let part = 0; part < parts; part++) {
      const amount = keyFlow.completedOf(workload, cell, role, part / parts, (part + 1) / parts);
      rates[this.stores.columnOf(store, part)]! += amount;
    }
  }
}
