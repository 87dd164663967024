import type { Us } from '../base/index.ts';
import type { DrawId } from '../engine/index.ts';
import type { Law } from '../random/index.ts';
import { Backlog } from './backlog.ts';
import { Contagion, type Spreading } from './contagion.ts';
import { CopyWatch } from './copy-watch.ts';
import type { ByEnd, TimeAbove } from './lateness.ts';
import type { Gap } from './replication.ts';
import type { StoreId } from './store-id.ts';
import { underWay } from './under-way.ts';
import type { World } from './world.ts';

/** What flows, and between which stores. */
export interface Flowing {
  readonly name: string;
  readonly from: StoreId;
  readonly to: StoreId;
  /** Lag without a backlog and without the way, as a law and as the draw from it. */
  readonly lag: Law;
  readonly draw: DrawId;
  /** How long the way takes now, µs; by default nothing. */
  readonly transit?: () => Us;
  /** Whether what is deleted at the source is deleted at the target; by default, yes. */
  readonly carriesDeletions?: boolean;
  /** The source has been taken back from damage that had come over. */
  readonly sourceRestored: () => void;
  /** So many writes that waited have been thrown away at the source. */
  readonly cutBack?: (writes: number) => void;
}

/**
 * A stream of writes that always flows one way, into a store that may take writes of its own: nobody promotes it. How much is
 * carried is for its owner to say.
 */
export class OneWay implements Spreading {
  readonly name: string;
  readonly from: StoreId;
  readonly to: StoreId;
  readonly carriesDeletions: boolean;
  readonly bringsAll = false;
  readonly backlog: Backlog;
  private readonly world: World;
  private readonly flowing: Flowing;
  private readonly contagion: Contagion;
  /** Since when nothing is carried; infinite while it flows. */
  private readonly stood: Float64Array;
  private watch: CopyWatch | undefined;

  constructor(world: World, flowing: Flowing) {
    const { name, from, to } = flowing;
    this.name = name;
    this.from = from;
    this.to = to;
    this.carriesDeletions = flowing.carriesDeletions ?? true;
    this.world = world;
    this.flowing = flowing;
    const { arena } = world.workshop;
    this.backlog = new Backlog(arena);
    this.stood = arena.f64('time', 1).fill(Number.POSITIVE_INFINITY);
    this.contagion = new Contagion(world, this);
    this.backlog.listen(() => this.contagion.look());
    world.stores.recall(from, arena);
    world.stores.onRate(from, () => this.backlog.setRate(world.stores.rate[from]!, world.clocks.now));
    world.stores.streams.copyings.push(this);
    this.contagion.wire(from);
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

  untilSent(at: Us): number {
    return this.backlog.untilCarried(at, this.world.clocks.now);
  }

  onTheWay(): Us {
    return (this.world.clocks.sample(this.flowing.draw) + this.transit) as Us;
  }

  private get transit(): number {
    return this.flowing.transit?.() ?? 0;
  }

  sourceRestored(): void {
    this.flowing.sourceRestored();
  }

  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove {
    this.watch = new CopyWatch(this.world, this.backlog, this.flowing.lag, limits);
    return this.watch;
  }

  /** Carries so many writes a second from now on, by the way as it is now. */
  carry(writes: number): void {
    const { now } = this.world.clocks;
    this.watch?.setTransit(this.transit);
    this.backlog.setCapacity(writes, now);
    this.stood[0] = writes > 0 ? Number.POSITIVE_INFINITY : Math.min(this.stood[0]!, now);
  }

  wentBack(store: StoreId, point: Us): number {
    if (store !== this.from) return 0;
    const writes = this.backlog.cutBack(point, this.world.clocks.now);
    this.flowing.cutBack?.(writes);
    return writes;
  }

  /** A full copy that was begun at `position` has ended. */
  copied(position: Us): void {
    this.world.contents.follow(this.from, this.to, position, this.bringsAll);
    this.backlog.pass(position, this.world.clocks.now);
    this.contagion.begin(position);
  }

  /** The other side has everything now: by a copy of all. */
  settle(): void {
    const { now } = this.world.clocks;
    this.backlog.restart(now, now);
  }

  /** What the other side lacks: what waits, and what is on the way where anything is. */
  gap(late: number = this.onTheWay()): Gap {
    const { stores, clocks } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.from, now);
    const waiting = this.backlog.rows(now);
    const sent = Math.min(waiting > 0 ? this.backlog.position(now) : now, this.stood[0]!);
    const { age, from, to } = underWay(last, sent, late);
    return { age, writes: waiting + stores.writtenBetween(this.from, from, to) };
  }
}
