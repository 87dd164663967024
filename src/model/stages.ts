import type { Attempts } from './attempts.ts';
import type { KeyedServers } from './parted.ts';

export type Node = number & { readonly __node?: never };

/** A kind of request, as the flow sees it. */
export interface Demand {
  readonly name: string;
  /** Requests a second. */
  readonly rate: number;
  /** Units of capacity that one request takes. */
  readonly cost: number;
  readonly retries: number;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** A stage that requests pass: a balancer's rotation, the servers of a pool in one place. */
export interface FlowNode {
  /** The nodes that it sends requests to, in the order of its edges; none for servers. */
  children(): readonly Node[];
  /**
   * Writes what it knows of itself into the table: its edges, which is asked for once {@link FlowGraph.stale} has been told,
   * or what its servers get from stores.
   */
  refill(): void;
  /** Servers only: how requests for one key fare at them. */
  readonly keyed?: KeyedServers;
  /** Says on what `amount` of a workload's requests that reach it die: all that decides that is told to the situation. */
  blame(workload: number, amount: number): void;
}

/** Where requests of a workload come in. All that decides what it sends is told to the situation. */
export interface Entry {
  readonly attempts: Attempts;
  /** Sends the demand of a workload, retries included, into the graph. */
  offer(workload: number): void;
  /** Share of the requests of a workload that are served in the end, 0 to 1. */
  served(workload: number): number;
  /**
   * Sends what users attempt whose requests, a share of all, are served with the chances of `success` into `arrive`, both by
   * cell; see {@link Keys}.
   */
  offerSort(workload: number, share: number, success: Float64Array, arrive: Float64Array): void;
  /** Whether the next pass would send something else, because retries changed. */
  unsettled(workload: number): boolean;
  blame(workload: number): void;
  /** The nodes that it sends requests to. */
  children(): readonly Node[];
}

/** Servers of one pool in one place, as the flow sees them. */
export interface ServerGroup {
  readonly pool: string;
  /** Units of work a second that one server can do. */
  readonly capacityEach: number;
  /** Whether it refuses what is beyond its capacity. */
  readonly rateLimited: boolean;
}

/** Nodes so that each comes before those it sends to. */
export function topDown(nodes: readonly FlowNode[], entries: readonly Entry[]): Node[] {
  const seen = new Set<Node>();
  const bottomUp: Node[] = [];
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const child of nodes[node]!.children()) visit(child);
    bottomUp.push(node);
  };
  for (const entry of entries) for (const node of entry.children()) visit(node);
  return bottomUp.reverse();
}

/** The nodes at which each workload comes in. */
export const doorsOf = (entries: readonly Entry[]): (readonly Node[])[] => {
  const doors = new Map(entries.map((entry) => [entry, entry.children()]));
  return entries.map((entry) => doors.get(entry)!);
};
