import {
  type Answers,
  answeredBoth,
  answeredFrom,
  type Demand,
  type FlowNode,
  type KeyedServers,
  type Node,
  OVERLOAD,
  type PlaceId,
  PROPAGATE,
  type Sharding,
  type StoreId,
  type Thing,
  type World,
} from '../../model/index.ts';

/** What the cells of a pool share. */
export interface Pool {
  readonly world: World;
  readonly whole: Thing;
  readonly name: string;
  readonly capacityEach: number;
  readonly rateLimited: boolean;
  /** Divisor of a slow server's capacity: that of the slowest which serves now. */
  readonly slowest: number;
  /** The store that plays each role of the pool now, by the order of `uses`; negative where none does. */
  readonly stores: Int32Array;
  /** undefined: they open another at once. */
  readonly connections: { hang(use: number): boolean } | undefined;
  /** The place of a role in `uses`. */
  useOf(role: string): number;
}

/** Places in `uses`; negative for a role that the pool does not have. */
interface Needs {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** What a request does with a store. */
interface Request {
  readonly reads: boolean;
  readonly writes: boolean;
}

/** A store, the shares of reads and of writes that it answers, real numbers, and whether connections to it hang. */
const USE_WORDS = 6;
/** How a shard of a store answers reads, writes and both from here. */
const SHARD_WORDS = 6;

/** The servers of a pool in one place: they share what they can reach. */
export class Cell implements FlowNode, KeyedServers {
  private readonly pool: Pool;
  private readonly world: World;
  private readonly place: PlaceId;
  private node: Node = -1;
  /** The first of the words that tell what requests may die on: for each role its store, and how that answers. */
  private words = 0;
  /** The first of those that tell it of the shards of each role's store, where any store has shards. */
  private shardWords = 0;
  /** What each workload that comes by needs of stores, as places in `uses`; found out at the first evaluation. */
  private needs: readonly Needs[] = [];
  private prepared = false;

  constructor(pool: Pool, place: PlaceId) {
    this.pool = pool;
    this.world = pool.world;
    this.place = place;
  }

  declare(): Node {
    const { name, capacityEach, rateLimited, world, stores } = this.pool;
    this.words = world.situation.declare(stores.length * USE_WORDS);
    this.node = world.flow.addServers(this, { pool: name, capacityEach, rateLimited });
    return this.node;
  }

  /** The first evaluation comes: every store and every demand has been declared. */
  private prepare(): void {
    const { situation, stores, flow } = this.world;
    this.needs = flow.workloadsAt(this.node).map((workload) => this.needsOf(flow.demands[workload]!));
    this.prepared = true;
    this.shardWords = situation.declare(this.pool.stores.length * stores.mostShards * SHARD_WORDS);
  }

  children(): readonly Node[] {
    return [];
  }

  /** What the servers get from stores: changes with roles, with the state of stores and with what is in reach. */
  refill(): void {
    const { flow } = this.world;
    if (!this.prepared) this.prepare();
    const first = flow.cells.first[this.node]!;
    for (let i = 0; i < this.needs.length; i++) {
      flow.stored[first + i] = this.stored(this.needs[i]!);
      flow.trust[first + i] = this.trust(this.needs[i]!);
    }
    this.refillWrites();
    flow.slowest[this.node] = this.pool.slowest;
    this.tell();
  }

  private tell(): void {
    const { situation } = this.world;
    for (let use = 0; use < this.pool.stores.length; use++) {
      const word = this.words + use * USE_WORDS;
      situation.put(word, this.storeOf(use));
      situation.putReal(word + 1, this.answered(use, 'canRead'));
      situation.putReal(word + 3, this.answered(use, 'canWrite'));
      situation.put(word + 5, this.hangs(use) ? 1 : 0);
      if (this.world.stores.mostShards > 0) this.tellShards(use);
    }
  }

  private tellShards(use: number): void {
    const { situation, stores } = this.world;
    const sharding = stores.shardings[this.storeOf(use)];
    if (sharding === undefined) return;
    for (let shard = 0; shard < sharding.shards.length; shard++) {
      const word = this.shardWords + (use * stores.mostShards + shard) * SHARD_WORDS;
      situation.putReal(word, sharding.answeredBy(shard, this.place, 'canRead'));
      situation.putReal(word + 2, sharding.answeredBy(shard, this.place, 'canWrite'));
      situation.putReal(word + 4, sharding.answeredIn(shard, this.place, true, true));
    }
  }

  private refillWrites(): void {
    const { flow } = this.world;
    let at = flow.writesOf(this.node);
    for (const { writes } of this.needs) for (const use of writes) flow.writesTo[at++] = this.storeOf(use);
  }

  private needsOf({ reads, writes }: Demand): Needs {
    return { reads: reads.map((role) => this.pool.useOf(role)), writes: writes.map((role) => this.pool.useOf(role)) };
  }

  blame(workload: number, amount: number): void {
    const { flow } = this.world;
    const brisk = flow.briskShare(this.node);
    flow.lose(this.pool.whole, amount * (1 - brisk), OVERLOAD);
    const { reads, writes } = this.needs[flow.cells.at(this.node, workload) - flow.cells.first[this.node]!]!;
    for (const use of new Set([...reads, ...writes])) {
      this.blameStore(use, { reads: reads.includes(use), writes: writes.includes(use) }, amount * brisk);
    }
  }

  get keyed(): KeyedServers {
    return this;
  }

  partsOf(_workload: number, role: string): number {
    const store = this.storeOf(this.pool.useOf(role));
    return this.world.stores.parted[store]?.parts ?? 1;
  }

  answeredAt(workload: number, role: string, key: number): number {
    const use = this.pool.useOf(role);
    const store = this.storeOf(use);
    if (store < 0 || this.hangs(use)) return 0;
    const { reads, writes } = this.world.flow.demands[workload]!;
    const parted = this.world.stores.parted[store];
    if (parted !== undefined) {
      return parted.answeredIn(Math.floor(key * parted.parts), this.place, reads.includes(role), writes.includes(role));
    }
    return this.stored({ reads: reads.includes(role) ? [use] : [], writes: writes.includes(role) ? [use] : [] });
  }

  rightAt(workload: number, role: string, key: number): number {
    const { flow, contents, stores } = this.world;
    const store = this.storeOf(this.pool.useOf(role));
    if (store < 0 || !flow.demands[workload]!.reads.includes(role)) return 1;
    const shards = stores.shardings[store]?.shards;
    const shard = shards?.[Math.floor(key * shards.length)];
    return (1 - contents.wrong[store]!) * (shard === undefined ? 1 : 1 - contents.wrong[shard]!);
  }

  private storeOf(use: number): number {
    return use < 0 ? use : this.pool.stores[use]!;
  }

  /** The share of a workload's requests that get what they need from stores; one that reads and writes a store means one key of it. */
  private stored({ reads, writes }: Needs): number {
    let share = 1;
    for (let i = 0; i < reads.length; i++) {
      const use = reads[i]!;
      share *= writes.includes(use) ? this.answeredBoth(use) : this.answered(use, 'canRead');
    }
    for (let i = 0; i < writes.length; i++) {
      if (!reads.includes(writes[i]!)) share *= this.answered(writes[i]!, 'canWrite');
    }
    return share;
  }

  private answeredBoth(use: number): number {
    const store = this.storeOf(use);
    return store < 0 || this.hangs(use) ? 0 : answeredBoth(this.world, this.place, store);
  }

  /** The share of a workload's answers that rest on right data. */
  private trust({ reads }: Needs): number {
    const { contents, stores } = this.world;
    if (!contents.anyWrong) return 1;
    let share = 1;
    for (const use of reads) {
      const store = this.storeOf(use);
      if (store >= 0) share *= (1 - contents.wrong[store]!) * (stores.shardings[store]?.right(this.place) ?? 1);
    }
    return share;
  }

  private answeredTo(use: number, { reads, writes }: Request): number {
    if (reads && writes) return this.answeredBoth(use);
    return this.answered(use, writes ? 'canWrite' : 'canRead');
  }

  private answered(use: number, answers: Answers): number {
    const store = this.storeOf(use);
    return store < 0 || this.hangs(use) ? 0 : answeredFrom(this.world, this.place, store, answers);
  }

  private hangs(use: number): boolean {
    return this.pool.connections?.hang(use) ?? false;
  }

  /** One request that reads and writes a store is lost once. */
  private blameStore(use: number, request: Request, amount: number): void {
    const { flow, stores } = this.world;
    const store = this.storeOf(use);
    const sharding = stores.shardings[store];
    if (this.hangs(use)) flow.lose(this.pool.whole, amount, PROPAGATE);
    else if (sharding !== undefined) this.blameShards(store, sharding, request, amount);
    else flow.lose(store < 0 ? this.pool.whole : stores.things[store]!, amount * (1 - this.answeredTo(use, request)));
  }

  /** Each shard is lost for its own keys; what no router takes is lost before them. */
  private blameShards(store: StoreId, sharding: Sharding, { reads, writes }: Request, amount: number): void {
    const { flow, stores } = this.world;
    const entered = sharding.entered(this.place);
    flow.lose(stores.things[store]!, amount * (1 - entered));
    for (const [i, shard] of sharding.shards.entries()) {
      const died = entered - sharding.answeredIn(i, this.place, reads, writes);
      flow.lose(stores.things[shard]!, (amount * died) / sharding.shards.length);
    }
  }
}
