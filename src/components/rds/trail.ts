import type { Us } from '../../base/index.ts';
import { Backlog, type StoreId, type World } from '../../model/index.ts';

/** Fewer writes than this are a rounding. */
const SETTLED = 1e-6;

/** Where the numbers of its pace stand: multiples of a rate of writes, and that rate. */
const TIMES = 0;
const RATE = 1;

/**
 * How far a copy that is out of step has come behind the writes of its store: positions as arithmetic. A copy in step has
 * no trail.
 */
export class Trail {
  private readonly world: World;
  private readonly store: StoreId;
  private readonly backlog: Backlog;
  private readonly open: Uint8Array;
  /** 1 while it works off what it has missed. */
  private readonly works: Uint8Array;
  private readonly pace: Float64Array;
  private readonly faster: () => void;

  /** `faster` is called when as much is written as it works off: so that it does not fall behind for ever, it works faster then. */
  constructor(world: World, store: StoreId, faster: () => void) {
    const { arena } = world.workshop;
    this.world = world;
    this.store = store;
    this.faster = faster;
    this.pace = arena.f64('time', 2);
    this.backlog = new Backlog(arena);
    this.open = arena.u8('logic', 1);
    this.works = arena.u8('logic', 1);
    world.stores.onRateAtTimes(
      store,
      () => {
        if (this.open[0] === 1) this.rateChanged(world.stores.rate[store]!);
      },
      (writes) => {
        if (this.open[0] === 1) this.backlog.add(writes, world.clocks.now);
      },
    );
  }

  private rateChanged(rate: number): void {
    this.backlog.setRate(rate, this.world.clocks.now);
    if (!this.following || rate < this.pace[TIMES]! * this.pace[RATE]!) return;
    this.workAt(rate);
    this.faster();
  }

  /** The copy receives nothing from now on. */
  begin(): void {
    if (this.open[0] === 0) this.world.stores.heed(this.store, 1);
    this.open[0] = 1;
    this.works[0] = 0;
    this.backlog.open(this.world.stores.rate[this.store]!, this.world.clocks.now);
  }

  /** The copy is in step. */
  end(): void {
    if (this.open[0] === 1) this.world.stores.heed(this.store, -1);
    this.open[0] = 0;
  }

  /** It works off what it has missed, at so many times the rate of writes: of now, or of later where that would not be enough. */
  follow(times: number): void {
    this.works[0] = 1;
    this.pace[TIMES] = times;
    this.workAt(this.rate());
  }

  private workAt(rate: number): void {
    this.pace[RATE] = rate;
    this.backlog.setCapacity(this.pace[TIMES]! * rate, this.world.clocks.now);
  }

  /** It stays where it is. */
  halt(): void {
    this.works[0] = 0;
    this.backlog.setCapacity(0, this.world.clocks.now);
  }

  /** How long until it is in step at so many times the rate of writes, if writes go on or stay stopped as they are now. */
  timeLeft(times: number): Us {
    const writes = this.writes();
    if (writes <= SETTLED) return 0 as Us;
    const gained = this.world.stores.canWrite[this.store]! > 0 ? times - 1 : times;
    return Math.ceil((writes * 1e6) / (gained * this.rate())) as Us;
  }

  /** Whether it works off what it has missed. */
  get following(): boolean {
    return this.works[0] === 1;
  }

  private rate(): number {
    return this.world.stores.rateBefore(this.store);
  }

  /** Acknowledged writes that it has not received. */
  writes(): number {
    return this.open[0] === 1 ? this.backlog.rows(this.world.clocks.now) : 0;
  }

  /** How much newer the last acknowledged write is than what it has received. */
  age(): Us {
    if (this.open[0] === 0) return 0 as Us;
    const { clocks, stores } = this.world;
    return Math.max(0, stores.lastWrite(this.store, clocks.now) - this.backlog.position(clocks.now)) as Us;
  }
}
