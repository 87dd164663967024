import type { Us } from '../../base/index.ts';
import type { DrawId } from '../../engine/index.ts';
import {
  Backlog,
  type ByEnd,
  Contagion,
  CopyWatch,
  type Gap,
  type Spreading,
  type StoreId,
  type TimeAbove,
  type World,
} from '../../model/index.ts';
import type { Law } from '../../random/index.ts';
import type { RedisSyncSpec } from './schema.ts';

/** One way of the channel: what one side has written and the other has not got. */
export class Direction implements Spreading {
  readonly name: string;
  readonly from: StoreId;
  readonly to: StoreId;
  private readonly world: World;
  private readonly backlog: Backlog;
  private readonly law: Law;
  private readonly jitter: DrawId;

  constructor(world: World, { name, lag }: RedisSyncSpec, from: StoreId, to: StoreId, jitter: DrawId) {
    this.name = `${name} from ${world.stores.names[from]}`;
    this.world = world;
    this.law = lag;
    this.from = from;
    this.to = to;
    this.jitter = jitter;
    this.backlog = new Backlog(world.workshop.arena);
    world.stores.onRate(from, (rate) => this.backlog.setRate(rate, world.clocks.now));
    world.stores.copyings.push(this);
    new Contagion(world, this).wire(from);
  }

  source(): StoreId {
    return this.from;
  }

  target(): StoreId {
    return this.to;
  }

  attached(): boolean {
    return true;
  }

  waiting(): Us {
    return this.backlog.age(this.world.clocks.now);
  }

  lag(): Us {
    return (this.waiting() + this.world.clocks.sample(this.jitter)) as Us;
  }

  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove {
    return new CopyWatch(this.world, this.backlog, this.law, limits);
  }

  /** Carries so many writes a second from now on. */
  carry(writes: number): void {
    this.backlog.setCapacity(writes, this.world.clocks.now);
  }

  /** The other side has everything now: by a copy of all. */
  settle(): void {
    const { now } = this.world.clocks;
    this.backlog.restart(now, now);
  }

  /** What the other side lacks; without what is on the way where nothing is. */
  gap(onTheWay = true): Gap {
    const { stores, clocks } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.from, now);
    const late = onTheWay ? clocks.sample(this.jitter) : 0;
    const age = Math.min(last, Math.max(0, last - this.backlog.position(now)) + late) as Us;
    return { age, writes: this.backlog.rows(now) + (stores.rateBefore(this.from) * late) / 1e6 };
  }
}
