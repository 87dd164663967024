import type { Arena } from '../engine/index.ts';
import type { Cells } from './cells.ts';
import { Keys } from './keys.ts';
import type { Demand, Entry, FlowNode, Node } from './stages.ts';

/** The table of the flow, as far as it is the same for all keys. */
export interface Lines {
  readonly demands: readonly Demand[];
  readonly nodes: readonly FlowNode[];
  readonly servers: readonly { readonly node: Node }[];
  readonly cells: Cells;
  /** Lanes from above to below: the cells where they begin and end. */
  readonly laneFrom: Int32Array;
  readonly laneTo: Int32Array;
  /** Of a request where a lane begins: the share that arrives at its end. */
  readonly share: Float64Array;
  /** The share of requests that get what they need from stores, by cell. */
  readonly stored: Float64Array;
  /** What a well server of a node does of its offered work, 0 to 1. */
  brisk(node: Node): number;
}

/** A workload whose users try again, and the lanes of its requests. */
interface Retried {
  readonly keys: Keys;
  readonly lanes: readonly number[];
}

/**
 * What becomes of requests for keys that fare differently, where users try again: a second look at the same table, sort by sort, made only
 * while a part of a store is lost. Nothing here is state but that there is such a part.
 */
export class KeyFlow {
  private readonly lines: Lines;
  /** By workload; undefined for one without retries. */
  private readonly retried: readonly (Retried | undefined)[];
  /** 1 while keys fare differently. */
  private readonly uneven: Uint8Array;
  private readonly arrive: Float64Array;
  private entries: readonly Entry[] = [];
  /** Time has been set back since keys were looked at. */
  private stale = true;

  constructor(lines: Lines, arena: Arena, entries: readonly Entry[]) {
    this.lines = lines;
    this.entries = entries;
    this.uneven = arena.u8('memo', 1);
    this.arrive = new Float64Array(lines.cells.count);
    this.retried = lines.demands.map((demand, workload) => (demand.retries > 0 ? this.retriedOf(workload) : undefined));
  }

  private retriedOf(workload: number): Retried {
    const { cells, servers, nodes, demands, laneFrom } = this.lines;
    const met = servers.flatMap(({ node }) => {
      const cell = cells.at(node, workload);
      const { keyed } = nodes[node]!;
      return cell < 0 || keyed === undefined ? [] : [{ node, cell, keyed }];
    });
    const lanes = Array.from(laneFrom.keys()).filter((lane) => cells.workload[laneFrom[lane]!] === workload);
    return { keys: new Keys(workload, demands[workload]!, met), lanes };
  }

  forget(): void {
    this.stale = true;
  }

  freshen(): void {
    if (this.stale) this.classify();
  }

  /** What servers get from stores has changed. */
  classify(): void {
    this.stale = false;
    let uneven = 0;
    for (const one of this.retried) {
      one?.keys.classify(this.lines.stored);
      if (one !== undefined && one.keys.differing > 0) uneven = 1;
    }
    this.uneven[0] = uneven;
  }

  /** Whether keys of a workload fare differently now. */
  differs(workload: number): boolean {
    return this.uneven[0] === 1 && (this.retried[workload]?.keys.differing ?? 0) > 0;
  }

  /** The mean over the keys of a workload of what follows from the chances of their requests to be served, by cell. */
  meanOf(workload: number, of: (success: Float64Array) => number): number {
    const { keys } = this.retried[workload]!;
    let sum = 0;
    for (let sort = 0; sort < keys.differing; sort++) sum += keys.weight(sort) * of(this.successOf(keys, sort));
    return sum;
  }

  /** The chances come up, sort by sort. */
  gather(): void {
    if (this.uneven[0] === 0) return;
    for (const one of this.retried) if (one !== undefined) this.gatherOne(one);
  }

  private gatherOne({ keys, lanes }: Retried): void {
    const { laneFrom, laneTo, share } = this.lines;
    for (let sort = 0; sort < keys.differing; sort++) {
      const success = this.successOf(keys, sort);
      success.fill(0);
      for (const [i, { node, cell }] of keys.servers.entries()) {
        success[cell] = this.lines.brisk(node) * keys.stored(sort, i);
      }
      for (let i = lanes.length - 1; i >= 0; i--) {
        const lane = lanes[i]!;
        success[laneFrom[lane]!]! += share[lane]! * success[laneTo[lane]!]!;
      }
    }
  }

  /** Requests a second that servers complete, by cell, of the workloads whose keys fare differently. */
  complete(completed: Float64Array): void {
    if (this.uneven[0] === 0) return;
    for (const one of this.retried) if (one !== undefined) this.completeOne(one, completed);
  }

  private completeOne({ keys, lanes }: Retried, completed: Float64Array): void {
    const { workload } = keys;
    const { laneFrom, laneTo, share } = this.lines;
    const { arrive } = this;
    for (const { cell } of keys.servers) completed[cell] = 0;
    for (let sort = 0; sort < keys.differing; sort++) {
      const success = this.successOf(keys, sort);
      const ofSort = keys.completedOf(sort, arrive.length);
      arrive.fill(0);
      this.entries[workload]!.offerSort(workload, keys.weight(sort), success, arrive);
      for (const lane of lanes) arrive[laneTo[lane]!]! += share[lane]! * arrive[laneFrom[lane]!]!;
      for (const { cell } of keys.servers) {
        ofSort[cell] = arrive[cell]! * success[cell]!;
        completed[cell]! += ofSort[cell]!;
      }
    }
  }

  /** Of requests a second of a workload that a cell of servers has completed, those for keys of a role from one to another. */
  completedOf(workload: number, cell: number, role: string, from: number, to: number): number {
    const { keys } = this.retried[workload]!;
    let sum = 0;
    for (let sort = 0; sort < keys.differing; sort++) {
      sum += keys.completedOf(sort, this.arrive.length)[cell]! * keys.shareWithin(sort, role, from, to);
    }
    return sum;
  }

  /** Requests a second of a workload that servers have completed, and how many of them rest on right data. */
  rightOf(workload: number): { readonly all: number; readonly right: number } {
    const { keys } = this.retried[workload]!;
    let [all, right] = [0, 0];
    for (let sort = 0; sort < keys.differing; sort++) {
      const completed = keys.completedOf(sort, this.arrive.length);
      for (const server of keys.servers) {
        all += completed[server.cell]!;
        right += completed[server.cell]! * keys.rightOf(sort, server);
      }
    }
    return { all, right };
  }

  private successOf(keys: Keys, sort: number): Float64Array {
    return keys.successOf(sort, this.lines.cells.count);
  }
}
