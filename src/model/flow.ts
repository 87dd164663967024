import type { Arena } from '../engine/index.ts';
import { IDLE, type Phase } from './phases.ts';
import type { Thing } from './truth.ts';

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
  /** The nodes that it sends requests to. */
  children(): readonly Node[];
  /** Sends what has arrived on to the children. */
  spread(): void;
  /** Works out the chance that a request which reaches it is served, once its children have. */
  settle(): void;
  /** Says on what `amount` of a workload's requests that reach it die. */
  blame(workload: number, amount: number): void;
}

/** Where requests of a workload come in. */
export interface Entry {
  /** Sends the demand of a workload, retries included, into the graph. */
  offer(workload: number): void;
  /** Share of the requests of a workload that are served in the end, 0 to 1. */
  served(workload: number): number;
  /** Whether the next pass would send something else, because retries changed. */
  unsettled(workload: number): boolean;
  blame(workload: number): void;
  /** The nodes that it sends requests to. */
  children(): readonly Node[];
}

/** Servers that write to stores. */
export interface Committer {
  /** Adds the writes a second that it makes to the rates of the stores. */
  commit(rates: Float64Array): void;
}

/** On what the largest loss dies; the phase is {@link IDLE} where it is that of whoever works on the thing. */
export interface Verdict {
  readonly thing: Thing;
  readonly phase: Phase;
}

const NOBODY: Thing = -1;

/**
 * Who is served: requests flow down by role and belief, and succeed by truth, limited by capacity. Everything goes through
 * columns, so that an evaluation allocates nothing.
 */
export class FlowGraph {
  readonly demands: Demand[] = [];
  readonly nodes: FlowNode[] = [];
  readonly committers: Committer[] = [];
  /** The nodes that are servers, with the capacity of each server there, units a second. */
  readonly servers: { readonly node: Node; readonly pool: string; readonly capacityEach: number }[] = [];
  /** Requests a second of each workload that reach each node: `node * demands + workload`. */
  arrive = new Float64Array(0);
  /** Chance that a request of a workload which reaches a node is served. */
  success = new Float64Array(0);
  /** Work a second that each server of a node is offered, in units of capacity. */
  load = new Float64Array(0);
  /** What a slow server serves, of what a brisk one does. */
  slowRatio = new Float64Array(0);
  private losses = new Float64Array(0);
  /** Of these losses, what is known to be in another phase than that of who works on the thing; and which. */
  private known = new Float64Array(0);
  private knownPhase = new Uint8Array(0);
  private readonly touched: Thing[] = [];
  /** Nodes so that each comes before those it sends to; and of these, those that send at all. */
  private bottomUp: FlowNode[] = [];
  private senders: FlowNode[] = [];

  get width(): number {
    return this.demands.length;
  }

  addDemand(demand: Demand): number {
    return this.demands.push(demand) - 1;
  }

  addNode(node: FlowNode): Node {
    return this.nodes.push(node) - 1;
  }

  seal(arena: Arena, things: number, entries: readonly Entry[]): void {
    const cells = this.nodes.length * this.width;
    this.arrive = arena.f64('memo', cells);
    this.success = arena.f64('memo', cells).fill(1);
    this.load = arena.f64('memo', this.nodes.length);
    this.slowRatio = arena.f64('memo', this.nodes.length).fill(1);
    this.losses = new Float64Array(things);
    this.known = new Float64Array(things);
    this.knownPhase = new Uint8Array(things);
    const topDown = this.topDown(entries).map((node) => this.nodes[node]!);
    this.senders = topDown.filter((node) => node.children().length > 0);
    this.bottomUp = topDown.reverse();
  }

  /** One pass: the demand goes down, the chances come up. */
  pass(entries: readonly Entry[]): void {
    const { senders, bottomUp } = this;
    this.clear();
    for (let workload = 0; workload < entries.length; workload++) entries[workload]!.offer(workload);
    for (let i = 0; i < senders.length; i++) senders[i]!.spread();
    for (let i = 0; i < bottomUp.length; i++) bottomUp[i]!.settle();
  }

  /** Loops, because `fill` costs some 40 ns a call on columns this short. */
  private clear(): void {
    const { arrive, load } = this;
    for (let i = 0; i < arrive.length; i++) arrive[i] = 0;
    for (let i = 0; i < load.length; i++) load[i] = 0;
  }

  /**
   * Books requests that die on a thing. Who books it may know the phase: short capacity is overload, a withdrawn answer in
   * old caches is propagation. Else it is that of whoever works on the thing.
   */
  lose(thing: Thing, amount: number, phase: Phase = IDLE): void {
    if (amount <= 0) return;
    if (this.losses[thing] === 0) this.touched.push(thing);
    this.losses[thing]! += amount;
    if (phase === IDLE) return;
    this.known[thing]! += amount;
    this.knownPhase[thing] = phase;
  }

  /** The thing on which the largest loss of a workload died, and its phase where that is known; clears the books. */
  worst(): Verdict {
    let thing = NOBODY;
    let most = 0;
    let phase = IDLE;
    for (const candidate of this.touched) {
      const loss = this.losses[candidate]!;
      if (loss > most || (loss === most && candidate < thing)) {
        most = loss;
        thing = candidate;
        phase = this.known[candidate]! * 2 > loss ? this.knownPhase[candidate]! : IDLE;
      }
      this.losses[candidate] = 0;
      this.known[candidate] = 0;
    }
    this.touched.length = 0;
    return { thing, phase };
  }

  /** Nodes so that each comes before those it sends to. */
  private topDown(entries: readonly Entry[]): Node[] {
    const seen = new Set<Node>();
    const bottomUp: Node[] = [];
    const visit = (node: Node): void => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const child of this.nodes[node]!.children()) visit(child);
      bottomUp.push(node);
    };
    for (const entry of entries) for (const node of entry.children()) visit(node);
    return bottomUp.reverse();
  }
}
