import type { Arena } from '../engine/index.ts';
import { Cells } from './cells.ts';
import { lanesOf } from './lanes.ts';
import { type Demand, doorsOf, type Entry, type FlowNode, type Node, type ServerGroup, topDown } from './stages.ts';

const NO_EDGE = -1;
const NOWHERE = -1;

/**
 * The table of the flow: what stages, servers and demands there are, and the columns in which they meet. A lane stands for an edge
 * and a workload that comes by, a cell for a node and such a workload.
 */
export class FlowTable {
  readonly demands: Demand[] = [];
  readonly nodes: FlowNode[] = [];
  /** The nodes that are servers. */
  readonly servers: (ServerGroup & { readonly node: Node })[] = [];
  /** Which workload comes by which node. */
  cells = new Cells([], []);
  /** Requests a second that reach each cell. */
  arrive!: Float64Array;
  /** Chance that a request which reaches a cell is served. */
  success!: Float64Array;
  /** Work a second that each server of a node is offered, in units of capacity. */
  load!: Float64Array;
  /** The share of what arrives at a node that the node itself lets through, 0 to 1. */
  reach!: Float64Array;
  /** Of what a node lets through: the share that meets well servers, slow ones, and any one server, by edge. */
  good!: Float64Array;
  slow!: Float64Array;
  each!: Float64Array;
  /** Share of the requests that get what they need from stores, by cell of servers. */
  stored!: Float64Array;
  /** Share of the answers of servers that rest on right data, by cell. */
  trust!: Float64Array;
  /** Servers: how many times slower than a brisk one the slowest is, and what it then serves beside a brisk one. */
  slowest!: Float64Array;
  slowRatio!: Float64Array;
  /** The store that each write of a cell of servers goes to now, negative for none; see {@link writesOf}. */
  writesTo!: Int32Array;
  /** The cells that these writes come from. */
  protected writesFrom!: Int32Array;
  /** The first of them by server; one more stands at the end. */
  protected firstWrite!: Int32Array;
  protected serverNode!: Int32Array;
  /** The other way round, by node: which of the servers it is; negative for what is none. */
  protected serverOf!: Int32Array;
  protected capacity!: Float64Array;
  protected limited!: Uint8Array;
  protected costs!: Float64Array;
  /** Edges in topological order of where they begin, those of one node side by side. */
  protected from!: Int32Array;
  protected to!: Int32Array;
  /** The first lane of each edge; one more stands at the end. */
  protected firstLane!: Int32Array;
  /** Lanes, edge by edge: the cells where they begin and end, and the node that this is where it is one of servers. */
  protected laneFrom!: Int32Array;
  protected laneTo!: Int32Array;
  protected laneServer!: Int32Array;
  /** Of a request where a lane begins: the share that arrives at its end, and the work for each one server there. */
  protected share!: Float64Array;
  protected work!: Float64Array;
  protected firstEdge!: Int32Array;
  /** Requests a second that a stage takes in at most, by node; most have no limit. */
  protected readonly limits = new Map<Node, number>();
  protected limitedNode!: Int32Array;
  protected limit!: Float64Array;
  /** The share that a stage takes in of what comes, for its limit: 1 below it. */
  admitted!: Float64Array;

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

  /** Lays out the columns, when every stage is known. */
  protected layOut(arena: Arena, entries: readonly Entry[]): void {
    this.costs = Float64Array.from(this.demands, (demand) => demand.cost);
    this.cells = new Cells(this.nodes, doorsOf(entries));
    this.sealNodes(arena);
    this.sealServers(arena);
    this.sealEdges(topDown(this.nodes, entries));
    this.sealLanes();
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
}
