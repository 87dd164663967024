import { i32Table } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import { FlowTable } from './flow-table.ts';
import { servedShare } from './goodput.ts';
import { KeyFlow } from './key-flow.ts';
import { Losses, type Verdict } from './losses.ts';
import { PartWrites } from './part-writes.ts';
import { IDLE, type Phase } from './phases.ts';
import type { Situation } from './situation.ts';
import type { Entry, Node } from './stages.ts';
import type { Stores } from './stores.ts';
import type { Thing } from './thing.ts';

/**
 * Who is served: requests flow down by role and belief, and succeed by truth, limited by capacity.
 *
 * The graph is a table. Nodes write their rows when something about them changes; an evaluation is then a few flat loops
 * without a call. A walk over node objects was five times as slow on the reference model, loops over workloads within loops
 * over edges twice as slow.
 *
 * What a pass works out, and the edges, which nodes write only when a pass needs them, are no state: they stand beside the
 * columns and are worked out anew when time is set back ({@link forget}).
 */
export class FlowGraph extends FlowTable {
  private readonly situation: Situation;
  /** The first of the words that tell what servers get, by server; and that tell what a node lets through. */
  private serverWords!: Int32Array;
  private reachWords!: Int32Array;
  /** 1 for a node whose edges must be written before the next pass; and whether there is any. */
  private staleNodes!: Uint8Array;
  private anyStale = true;
  private losses!: Losses;
  /** Where stores hold their keys in parts and users try again; else undefined. */
  private keyFlow: KeyFlow | undefined;
  private completed!: Float64Array;
  /** Where stores hold their keys in parts; else undefined. */
  private partWrites: PartWrites | undefined;

  constructor(situation: Situation) {
    super();
    this.situation = situation;
  }

  seal(arena: Arena, things: number, entries: readonly Entry[], stores: Stores): void {
    this.losses = new Losses(things);
    this.layOut(arena, entries);
    this.declareWords();
    if (stores.anyParted) this.sealKeys(arena, entries, stores);
    for (const node of this.nodes) node.refill();
    for (let server = 0; server < this.servers.length; server++) this.note(server);
  }

  /** The columns have been put back to another time. */
  forget(): void {
    this.staleNodes.fill(1);
    this.anyStale = true;
    this.slowRatio.fill(1);
    this.admitted.fill(1);
    this.keyFlow?.forget();
  }

  /** The edges of a node are no longer what it would write; those who call it have told the situation why. */
  stale(node: Node): void {
    this.staleNodes[node] = 1;
    this.anyStale = true;
  }

  /** A node lets another share of what arrives through. */
  setReach(node: Node, share: number): void {
    this.reach[node] = share;
    this.situation.putReal(this.reachWords[node]!, share);
    this.stale(node);
  }

  /** Asks all servers what they get from stores now. */
  refillServers(): void {
    for (let server = 0; server < this.servers.length; server++) {
      this.nodes[this.servers[server]!.node]!.refill();
      this.note(server);
    }
    this.keyFlow?.classify();
  }

  /** Tells the situation what servers get. */
  private note(server: number): void {
    const { situation, serverNode, cells, writesTo, firstWrite } = this;
    const node = serverNode[server]!;
    const first = this.serverWords[server]!;
    situation.putReal(first, this.slowest[node]!);
    let word = first + 2;
    for (let cell = cells.first[node]!; cell < cells.first[node + 1]!; cell++, word += 2) {
      situation.putReal(word, this.stored[cell]!);
    }
    for (let i = firstWrite[server]!; i < firstWrite[server + 1]!; i++) situation.put(word++, writesTo[i]!);
  }

  /** Brings all edges up to date. */
  freshen(): void {
    if (!this.anyStale) return;
    this.anyStale = false;
    const { nodes, staleNodes } = this;
    for (let node = 0; node < nodes.length; node++) {
      if (staleNodes[node] === 0) continue;
      staleNodes[node] = 0;
      nodes[node]!.refill();
    }
    this.keyFlow?.freshen();
  }

  private declareWords(): void {
    const { situation, servers, cells, firstWrite } = this;
    this.staleNodes = new Uint8Array(new ArrayBuffer(this.nodes.length)); // outside the heap of V8, as tables are
    this.reachWords = i32Table(this.nodes.map(() => situation.declareReals(1, 1)));
    this.serverWords = i32Table(
      servers.map(({ node }, server) =>
        situation.declare(2 + 2 * cells.of(node).length + firstWrite[server + 1]! - firstWrite[server]!),
      ),
    );
  }

  private sealKeys(arena: Arena, entries: readonly Entry[], stores: Stores): void {
    if (this.demands.some(({ retries }) => retries > 0)) this.keyFlow = this.keyFlowOf(arena, entries);
    const { demands, nodes, servers, cells, writesTo } = this;
    const completes = (cell: number): number => this.completes(cell);
    this.partWrites = new PartWrites({ demands, nodes, servers, cells, writesTo, completes }, stores, this.keyFlow);
  }

  private keyFlowOf(arena: Arena, entries: readonly Entry[]): KeyFlow {
    const { demands, nodes, servers, cells, laneFrom, laneTo, share, stored } = this;
    const brisk = (node: Node): number => this.briskShare(node);
    const lines = { demands, nodes, servers, cells, laneFrom, laneTo, share, stored, brisk };
    this.completed = new Float64Array(cells.count);
    return new KeyFlow(lines, arena, entries);
  }

  /** Whether requests of a workload fare differently by the key that they are for, and are sent again when they fail; see {@link meanOf}. */
  differs(workload: number): boolean {
    return this.keyFlow?.differs(workload) === true;
  }

  /** The mean over its keys of what follows from the chances of their requests to be served, by cell as in {@link success}. */
  meanOf(workload: number, of: (success: Float64Array) => number): number {
    return this.keyFlow!.meanOf(workload, of);
  }

  /** One pass: the demand goes down, the chances come up. */
  pass(entries: readonly Entry[]): void {
    this.clear();
    for (let workload = 0; workload < entries.length; workload++) entries[workload]!.offer(workload);
    if (this.limitedNode.length > 0) this.admit();
    this.spread();
    this.serve();
    this.gather();
    if (this.keyFlow !== undefined) this.keyFlow.gather();
  }

  /** Takes in no more than the limits of stages. */
  private admit(): void {
    const { limitedNode, limit, admitted, arrive, cells } = this;
    for (let i = 0; i < limitedNode.length; i++) {
      const node = limitedNode[i]!;
      let offered = 0;
      for (let cell = cells.first[node]!; cell < cells.first[node + 1]!; cell++) offered += arrive[cell]!;
      const share = offered <= limit[i]! ? 1 : limit[i]! / offered;
      if (share === admitted[node]) continue;
      admitted[node] = share;
      for (let edge = 0; edge < this.from.length; edge++) if (this.from[edge] === node) this.refillEdge(edge);
    }
  }

  /** Loops, because `fill` costs some 40 ns a call on columns this short. */
  private clear(): void {
    const { arrive, load } = this;
    for (let i = 0; i < arrive.length; i++) arrive[i] = 0;
    for (let i = 0; i < load.length; i++) load[i] = 0;
  }

  /** What a slow server takes is known when its load is: what arrives at servers is filled in while gathering. */
  private spread(): void {
    const { laneFrom, laneTo, laneServer, share, work, arrive, load } = this;
    for (let lane = 0; lane < laneFrom.length; lane++) {
      const amount = arrive[laneFrom[lane]!]!;
      const node = laneServer[lane]!;
      if (node >= 0) load[node]! += amount * work[lane]!;
      else arrive[laneTo[lane]!]! += amount * share[lane]!;
    }
  }

  private serve(): void {
    const { serverNode, cells, capacity, success, stored, load, slowest } = this;
    for (let i = 0; i < serverNode.length; i++) {
      const node = serverNode[i]!;
      const brisk = load[node]! <= capacity[i]! ? 1 : this.shareOf(i, 1);
      if (slowest[node]! > 1) this.slowDown(i, brisk);
      const end = cells.first[node + 1]!;
      for (let cell = cells.first[node]!; cell < end; cell++) success[cell] = brisk * stored[cell]!;
    }
  }

  /** What a server whose capacity is divided by `divisor` does of its offered work. */
  private shareOf(server: number, divisor: number): number {
    return servedShare(
      this.load[this.serverNode[server]!]!,
      this.capacity[server]! / divisor,
      this.limited[server] === 1,
    );
  }

  private slowDown(server: number, brisk: number): void {
    const node = this.serverNode[server]!;
    this.slowRatio[node] = this.shareOf(server, this.slowest[node]!) / brisk;
    for (let edge = 0; edge < this.to.length; edge++) if (this.to[edge] === node) this.refillEdge(edge);
  }

  private gather(): void {
    const { laneFrom, laneTo, laneServer, share, arrive, success } = this;
    for (let lane = 0; lane < laneFrom.length; lane++) success[laneFrom[lane]!] = 0;
    for (let lane = laneFrom.length - 1; lane >= 0; lane--) {
      const source = laneFrom[lane]!;
      const target = laneTo[lane]!;
      success[source]! += share[lane]! * success[target]!;
      if (laneServer[lane]! >= 0) arrive[target]! += share[lane]! * arrive[source]!;
    }
  }

  /** Adds the writes a second that servers make to the rates of the stores and of their parts, see {@link Stores.columns}. */
  commit(rates: Float64Array): void {
    const { writesFrom, writesTo } = this;
    this.keyFlow?.complete(this.completed);
    for (let i = 0; i < writesTo.length; i++) {
      const store = writesTo[i]!;
      if (store >= 0) rates[store]! += this.completes(writesFrom[i]!);
    }
    if (this.partWrites !== undefined) this.partWrites.commit(rates);
  }

  /** Requests a second of a cell that are completed. */
  private completes(cell: number): number {
    const apart = this.keyFlow?.differs(this.cells.workload[cell]!) ?? false;
    return apart ? this.completed[cell]! : this.arrive[cell]! * this.success[cell]!;
  }

  /** Of what servers completed of a workload in the last pass, the share that rests on right data, 0 to 1. */
  rightShare(workload: number): number {
    const { all, right } = this.differs(workload) ? this.keyFlow!.rightOf(workload) : this.completedRightly(workload);
    return all > 0 ? right / all : 1;
  }

  private completedRightly(workload: number): { readonly all: number; readonly right: number } {
    const { serverNode, cells, trust } = this;
    let all = 0;
    let right = 0;
    for (let i = 0; i < serverNode.length; i++) {
      const cell = cells.at(serverNode[i]!, workload);
      if (cell < 0) continue;
      const completed = this.completes(cell);
      all += completed;
      right += completed * trust[cell]!;
    }
    return { all, right };
  }

  /** The share of its offered work that a well server of a node does now. */
  briskShare(node: Node): number {
    return this.shareOf(this.serverOf[node]!, 1);
  }

  /** Books requests that die on a thing; see {@link Losses.add}. */
  lose(thing: Thing, amount: number, phase: Phase = IDLE): void {
    this.losses.add(thing, amount, phase);
  }

  /** The thing on which the largest loss of a workload died, and its phase where that is known; clears the books. */
  worst(): Verdict {
    return this.losses.worst();
  }
}
