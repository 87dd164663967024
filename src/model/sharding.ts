import { GRAY, serves } from './manner.ts';
import type { Answers, Sharding } from './parted.ts';
import type { PlaceId } from './places.ts';
import type { StoreId } from './store-id.ts';
import type { Thing } from './thing.ts';
import type { World } from './world.ts';

/**
 * Shards behind equal routers: a request is answered while a router in reach works and meets the shard of its key. Nothing is
 * kept here; all is worked out from the routers, the shards and who reaches whom.
 */
export class Routed implements Sharding {
  readonly shards: readonly StoreId[];
  private readonly world: World;
  private readonly routers: readonly Thing[];

  constructor(world: World, routers: readonly Thing[], shards: readonly StoreId[]) {
    this.world = world;
    this.routers = routers;
    this.shards = shards;
  }

  get parts(): number {
    return this.shards.length;
  }

  answeredIn(shard: number, from: PlaceId, reads: boolean, writes: boolean): number {
    if (reads && writes) return this.answeredBothBy(shard, from);
    return this.answeredBy(shard, from, reads ? 'canRead' : 'canWrite');
  }

  entered(from: PlaceId): number {
    let most = 0;
    for (let i = 0; i < this.routers.length; i++) most = Math.max(most, this.met(i, from));
    return most;
  }

  answeredBy(shard: number, from: PlaceId, answers: Answers): number {
    let most = 0;
    for (let i = 0; i < this.routers.length; i++) {
      const met = this.met(i, from);
      if (met > 0) most = Math.max(most, met * this.behind(i, shard, answers));
    }
    return most;
  }

  opened(shard: number, answers: Answers): number {
    let most = 0;
    for (let i = 0; i < this.routers.length; i++) {
      most = Math.max(most, this.works(i) * this.behind(i, shard, answers));
    }
    return most;
  }

  answered(from: PlaceId, answers: Answers): number {
    let sum = 0;
    for (let shard = 0; shard < this.shards.length; shard++) sum += this.answeredBy(shard, from, answers);
    return sum / this.shards.length;
  }

  answeredBoth(from: PlaceId): number {
    let sum = 0;
    for (let shard = 0; shard < this.shards.length; shard++) sum += this.answeredBothBy(shard, from);
    return sum / this.shards.length;
  }

  private answeredBothBy(shard: number, from: PlaceId): number {
    let most = 0;
    for (let i = 0; i < this.routers.length; i++) {
      const met = this.met(i, from);
      if (met > 0) most = Math.max(most, met * answeredBoth(this.world, this.home(i), this.shards[shard]!));
    }
    return most;
  }

  right(from: PlaceId): number {
    const { wrong } = this.world.contents;
    let [all, right] = [0, 0];
    for (let shard = 0; shard < this.shards.length; shard++) {
      const answered = this.answeredBy(shard, from, 'canRead');
      all += answered;
      right += answered * (1 - wrong[this.shards[shard]!]!);
    }
    return all > 0 ? right / all : 1;
  }

  private works(router: number): number {
    const { manner, share } = this.world.truth;
    const thing = this.routers[router]!;
    if (manner[thing] === GRAY) return 1 - share[thing]!;
    return serves(manner[thing]!) ? 1 : 0;
  }

  private met(router: number, from: PlaceId): number {
    return this.works(router) * this.world.sight.reaches(from, this.home(router));
  }

  private home(router: number): PlaceId {
    return this.world.truth.home(this.routers[router]!);
  }

  private behind(router: number, shard: number, answers: Answers): number {
    return answeredFrom(this.world, this.home(router), this.shards[shard]!, answers);
  }
}

/** The share of requests from a place that a store answers, 0 to 1. */
export function answeredFrom(world: World, from: PlaceId, store: StoreId, answers: Answers): number {
  const { sight, truth, stores } = world;
  const sharding = stores.shardings[store];
  if (sharding !== undefined) return sharding.answered(from, answers);
  const share = answers === 'canRead' ? stores.canRead[store]! : stores.canWrite[store]!;
  const direct = sight.reaches(from, truth.place[stores.things[store]!]!) * share;
  return direct < 1 && answers === 'canRead' ? Math.max(direct, stores.readsBeside(store, from)) : direct;
}

/**
 * The share of requests from a place, each of which reads and writes one key, that a store answers, 0 to 1. Both meet the same part
 * of it, whose loss or gray fault counts once.
 */
export function answeredBoth(world: World, from: PlaceId, store: StoreId): number {
  const { sight, truth, stores } = world;
  const sharding = stores.shardings[store];
  if (sharding !== undefined) return sharding.answeredBoth(from);
  if (stores.canDoBoth[store]! < 0)
    return Math.min(answeredFrom(world, from, store, 'canRead'), answeredFrom(world, from, store, 'canWrite'));
  return sight.reaches(from, truth.place[stores.things[store]!]!) * stores.canDoBoth[store]!;
}
