import type { Arena } from '../engine/index.ts';
import { Cells } from './cells.ts';
import { servedShare } from './goodput.ts';
import { KeyFlow } from './key-flow.ts';
import { lanesOf } from './lanes.ts';
import { Losses, type Verdict } from './losses.ts';
import { PartWrites } from './part-writes.ts';
import { IDLE, type Phase } from './phases.ts';
import type { Situation } from './situation.ts';
import { type Demand, doorsOf, type Entry, type FlowNode, type Node, type ServerGroup, topDown } from './stages.ts';
import type { Stores } from './stores.ts';
import type { Thing } from './truth.ts';

const NO_EDGE = -1;
const NOWHERE = -1;

/**
 * Who is served: requests flow down by role and belief, and succeed by truth, limited by capacity.
 *
 * The graph is a table. Nodes write their rows when something about them changes; an evaluation is then a few flat loops
 * without a call. A walk over node objects was five times as slow on the reference model, loops over workloads within loops
 * over edges twice as slow: so a lane stands for an edge and a workload that comes by, a cell for a node and such a workload.
 *
 * What a pass works out, and the edges, which nodes write only when a pass needs them, are no state: they stand beside the
 * columns and are worked out anew when time is set back ({@link forget}).
 */
export class FlowGraph {
  readonly demands: Demand[] = [];
  readonly nodes: FlowNode[] = [];
  /** The nodes that are servers. */
  readonly servers: (ServerGroup & { readonly node: Node })[] = [];
  private readonly situation: Situation;
  /** The first of the words that tell what servers get, by server; and that tell what a node lets through. */
  private serverWords = new Int32Array(0);
  private reachWords = new Int32Array(0);
  /** 1 for a node whose edges must be written before the next pass; and whether there is any. */
  private staleNodes = new Uint8Array(0);
  private anyStale = true;
  /** Which workload comes by which node. */
  cells = new Cells([], []);
  /** Requests a second that reach each cell. */
  arrive = new Float64Array(0);
  /** Chance that a request which reaches a cell is served. */
  success = new Float64Array(0);
  /** Work a second that each server of a node is offered, in units of capacity. */
  load = new Float64Array(0);
  /** The share of what arrives at a node that the node itself lets through, 0 to 1. */
  reach = new Float64Array(0);
  /** Of what a node lets through: the share that meets well servers, slow ones, and any one server, by edge. */
  good = new Float64Array(0);
  slow = new Float64Array(0);
  each = new Float64Array(0);
  /** Share of the requests that get what they need from stores, by cell of servers. */
  stored = new Float64Array(0);
  /** Share of the answers of servers that rest on right data, by cell. */
  trust = new Float64Array(0);
  /** Servers: how many times slower than a brisk one the slowest is, and what it then serves beside a brisk one. */
  slowest = new Float64Array(0);
  slowRatio = new Float64Array(0);
  /** The store that each write of a cell of servers goes to now, negative for none; see {@link writesOf}. */
  writesTo = new Int32Array(0);
  /** The cells that these writes come from. */
  private writesFrom = new Int32Array(0);
  /** The first of them by server; one more stands at the end. */
  private firstWrite = new Int32Array(0);
  private serverNode = new Int32Array(0);
  /** The other way round, by node: which of the servers it is; negative for what is none. */
  private serverOf = new Int32Array(0);
  private capacity = new Float64Array(0);
  private limited = new Uint8Array(0);
  private costs = new Float64Array(0);
  /** Edges in topological order of where they begin, those of one node side by side. */
  private from = new Int32Array(0);
  private to = new Int32Array(0);
  /** The first lane of each edge; one more stands at the end. */
  private firstLane = new Int32Array(0);
  /** Lanes, edge by edge: the cells where they begin and end, and the node that this is where it is one of servers. */
  private laneFrom = new Int32Array(0);
  private laneTo = new Int32Array(0);
  private laneServer = new Int32Array(0);
  /** Of a request where a lane begins: the share that arrives at its end, and the work for each one server there. */
  private share = new Float64Array(0);
  private work = new Float64Array(0);
  private firstEdge = new Int32Array(0);
  /** Requests a second that a stage takes in at most, by node; most have no limit. */
  private readonly limits = new Map<Node, number>();
  private limitedNode = new Int32Array(0);
  private limit = new Float64Array(0);
  /** The share that a stage takes in of what comes, for its limit: 1 below it. */
  admitted = new Float64Array(0);
  private losses = new Losses(0);
  /** Where stores hold their keys in parts and users try again; else undefined. */
  private keyFlow: KeyFlow | undefined;
  private completed = new Float64Array(0);
  /** Where stores hold their keys in parts; else undefined. */
  private partWrites: PartWrites | undefined;

  constructor(situation: Situation) {
    this.situation = situation;
  }

  get width(): number {
    return this.demands.length;
  }

  addDemand(demand: Demand): number {
    return this.demands.push(demand) - 1;
  }

  addNode(node: FlowNode): Node {
    return this.nodes.push(node) - 1;
  }

  /** Bounds what a stage takes in: it refuses the rest. Only for stages that nothing but entries send requests to. */
  limitTo(node: Node, requestsPerSecond: number): void {
    this.limits.set(node, requestsPerSecond);
  }

  addServers(node: FlowNode, group: ServerGroup): Node {
    const id = this.addNode(node);
    this.servers.push({ ...group, node: id });
    return id;
  }

  /** Something else works on the machines of a pool: so many units of work for each one of a request. Before the graph is sealed. */
  burden(pool: string, work: number): void {
    for (const [i, group] of this.servers.entries()) {
      if (group.pool === pool) this.servers[i] = { ...group, capacityEach: group.capacityEach / (1 + work) };
    }
  }

  /** The number of the first edge of a node, its children following one by one; negative where no workload comes by. */
  edgesOf(node: Node): number {
    return this.firstEdge[node]!;
  }

  /** The workloads that come by a node, in order. */
  workloadsAt(node: Node): number[] {
    return this.cells.of(node).map((cell) => this.cells.workload[cell]!);
  }

  /** Requests a second of a workload that reach a node, 0 where it does not come by. */
  arriving(node: Node, workload: number): number {
    const cell = this.cells.at(node, workload);
    return cell < 0 ? 0 : this.arrive[cell]!;
  }

  /** Requests a second of a workload that reach servers and get all that they need of stores, 0 where it does not come by. */
  supplied(node: Node, workload: number): number {
    const cell = this.cells.at(node, workload);
    return cell < 0 ? 0 : this.arrive[cell]! * this.stored[cell]!;
  }

  /** The first of the writes of a server node: for one of its workloads after the other, each store that it writes. */
  writesOf(node: Node): number {
    return this.firstWrite[this.serverOf[node]!]!;
  }

  seal(arena: Arena, things: number, entries: readonly Entry[], stores: Stores): void {
    this.losses = new Losses(things);
    this.costs = Float64Array.from(this.demands, (demand) => demand.cost);
    this.cells = new Cells(this.nodes, doorsOf(entries));
    this.sealNodes(arena);
    this.sealServers(arena);
    this.sealEdges(topDown(this.nodes, entries));
    this.sealLanes();
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

  private sealNodes(arena: Arena): void {
    const nodes = this.nodes.length;
    const cells = this.cells.count;
    this.arrive = new Float64Array(cells);
    this.success = new Float64Array(cells).fill(1);
    this.stored = arena.f64('memo', cells).fill(1);
    this.trust = arena.f64('memo', cells).fill(1);
    this.load = new Float64Array(nodes);
    this.reach = arena.f64('memo', nodes).fill(1);
    this.admitted = new Float64Array(nodes).fill(1);
    this.limitedNode = Int32Array.from(this.limits.keys());
    this.limit = Float64Array.from(this.limits.values());
    this.slowest = arena.f64('memo', nodes).fill(1);
    this.slowRatio = new Float64Array(nodes).fill(1);
    this.staleNodes = new Uint8Array(nodes);
    this.reachWords = Int32Array.from(this.nodes, () => this.situation.declareReals(1, 1));
  }

  private sealServers(arena: Arena): void {
    this.serverNode = Int32Array.from(this.servers, ({ node }) => node);
    this.serverOf = new Int32Array(this.nodes.length).fill(NOWHERE);
    for (const [server, node] of this.serverNode.entries()) this.serverOf[node] = server;

    this.capacity = Float64Array.from(this.servers, ({ capacityEach }) => capacityEach);
    this.limited = Uint8Array.from(this.servers, ({ rateLimited }) => (rateLimited ? 1 : 0));
    const writes = this.servers.map(({ node }) => this.cells.of(node).flatMap((cell) => this.writesOfCell(cell)));
    this.writesFrom = Int32Array.from(writes.flat());
    this.firstWrite = new Int32Array(writes.length + 1);
    for (const [server, { length }] of writes.entries())
      this.firstWrite[server + 1] = this.firstWrite[server]! + length;
    this.writesTo = arena.i32('memo', this.writesFrom.length).fill(NOWHERE);
    this.serverWords = Int32Array.from(this.servers, ({ node }, server) =>
      this.situation.declare(2 + 2 * this.cells.of(node).length + writes[server]!.length),
    );
  }

  /** The cell, once for each store that its requests write. */
  private writesOfCell(cell: number): number[] {
    return this.demands[this.cells.workload[cell]!]!.writes.map(() => cell);
  }

  private sealEdges(topDown: readonly Node[]): void {
    this.firstEdge = new Int32Array(this.nodes.length).fill(NO_EDGE);
    const edges: (readonly [Node, Node])[] = [];
    for (const node of topDown) {
      this.firstEdge[node] = edges.length;
      for (const child of this.nodes[node]!.children()) edges.push([node, child]);
    }
    this.from = Int32Array.from(edges, ([from]) => from);
    this.to = Int32Array.from(edges, ([, to]) => to);
    this.good = new Float64Array(edges.length);
    this.slow = new Float64Array(edges.length);
    this.each = new Float64Array(edges.length);
  }

  private sealLanes(): void {
    const lanes = lanesOf(this.from, this.to, this.cells);
    this.firstLane = lanes.first;
    this.laneFrom = lanes.from;
    this.laneTo = lanes.to;
    this.laneServer = lanes.child.map((node) => (this.serverOf[node]! >= 0 ? node : NOWHERE));
    this.share = new Float64Array(lanes.to.length);
    this.work = new Float64Array(lanes.to.length);
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

  /** Works out the lanes of an edge anew: of its columns, or of what its begin lets through, something has changed. */
  refillEdge(edge: number): void {
    const { costs, firstLane, laneFrom, cells } = this;
    const through = this.reach[this.from[edge]!]! * this.admitted[this.from[edge]!]!;
    const share = through * (this.good[edge]! + this.slow[edge]! * this.slowRatio[this.to[edge]!]!);
    const work = through * this.each[edge]!;
    for (let lane = firstLane[edge]!; lane < firstLane[edge + 1]!; lane++) {
      this.share[lane] = share;
      this.work[lane] = work * costs[cells.workload[laneFrom[lane]!]!]!;
    }
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
    return all > 0 ? right / all : 1;
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
