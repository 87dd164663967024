import {
  type FlowNode,
  type Node,
  OVERLOAD,
  type PlaceId,
  servedShare,
  type Thing,
  type World,
} from '../../model/index.ts';

/** What the cells of a pool share. */
export interface Pool {
  readonly world: World;
  readonly whole: Thing;
  readonly capacityEach: number;
  readonly rateLimited: boolean;
  /** Divisor of a slow server's capacity, the largest of its faults. */
  readonly slowest: number;
  /** The store that plays a role for the pool now; negative where none does. */
  store(role: string): number;
}

/** The servers of a pool in one place: they share what they can reach. */
export class Cell implements FlowNode {
  private readonly pool: Pool;
  private readonly place: PlaceId;
  private node: Node = -1;

  constructor(pool: Pool, place: PlaceId) {
    this.pool = pool;
    this.place = place;
  }

  declare(): Node {
    this.node = this.pool.world.flow.addNode(this);
    return this.node;
  }

  children(): readonly Node[] {
    return [];
  }

  spread(): void {}

  settle(): void {
    const { flow } = this.pool.world;
    const brisk = this.capacityShare(1);
    const { slowest } = this.pool;
    flow.slowRatio[this.node] = slowest > 1 ? this.capacityShare(slowest) / brisk : 1;
    for (let workload = 0; workload < flow.width; workload++) {
      flow.success[this.node * flow.width + workload] = brisk * this.stored(workload);
    }
  }

  blame(workload: number, amount: number): void {
    const { flow, stores } = this.pool.world;
    const brisk = this.capacityShare(1);
    flow.lose(this.pool.whole, amount * (1 - brisk), OVERLOAD);
    const demand = flow.demands[workload]!;
    for (const role of demand.reads) this.blameStore(role, stores.canRead, amount * brisk);
    for (const role of demand.writes) this.blameStore(role, stores.canWrite, amount * brisk);
  }

  /** Adds the writes that its requests have made to the rates of the stores. */
  commit(rates: Float64Array): void {
    const { flow } = this.pool.world;
    for (let workload = 0; workload < flow.width; workload++) {
      const { writes } = flow.demands[workload]!;
      if (writes.length === 0) continue;
      const at = this.node * flow.width + workload;
      const rate = flow.arrive[at]! * flow.success[at]!;
      for (const role of writes) {
        const store = this.pool.store(role);
        if (store >= 0) rates[store]! += rate;
      }
    }
  }

  private capacityShare(slower: number): number {
    const { capacityEach, rateLimited, world } = this.pool;
    return servedShare(world.flow.load[this.node]!, capacityEach / slower, rateLimited);
  }

  /** The share of a workload's requests that get what they need from stores. */
  private stored(workload: number): number {
    const { flow, stores } = this.pool.world;
    const { reads, writes } = flow.demands[workload]!;
    let share = 1;
    for (let i = 0; i < reads.length; i++) share *= this.answered(reads[i]!, stores.canRead);
    for (let i = 0; i < writes.length; i++) share *= this.answered(writes[i]!, stores.canWrite);
    return share;
  }

  private answered(role: string, answers: Float64Array): number {
    const { world } = this.pool;
    const store = this.pool.store(role);
    if (store < 0) return 0;
    return world.sight.reaches(this.place, world.truth.place[world.stores.things[store]!]!) * answers[store]!;
  }

  private blameStore(role: string, answers: Float64Array, amount: number): void {
    const store = this.pool.store(role);
    const thing = store < 0 ? this.pool.whole : this.pool.world.stores.things[store]!;
    this.pool.world.flow.lose(thing, amount * (1 - this.answered(role, answers)));
  }
}
