import { NEVER, type Us } from '../base/index.ts';
import type { DrawId } from '../engine/index.ts';
import type { Backlog } from './backlog.ts';
import type { Reach, Replication } from './replication.ts';
import type { StoreId } from './store-id.ts';
import type { StreamId } from './ways.ts';
import type { World } from './world.ts';

/** The stream whose arrears these are. */
export interface Streaming {
  readonly backlog: Backlog;
  /** What one write adds to the backlog: rows, or bytes; above 0. */
  readonly perWrite: number;
  /** Lag without a backlog, within one place. */
  readonly baseLag: DrawId;
  readonly stream: StreamId;
  source(): StoreId;
  /** Whose writes the backlog counts. */
  writer(): StoreId;
  attached(): boolean;
}

/** What the target of a stream lacks, and how old that is: what waits here, what waits before, and what is on the way. */
export class Arrears {
  private readonly world: World;
  private readonly streaming: Streaming;
  /** Since when nothing is carried; infinite while it flows. */
  private readonly stood: Float64Array;

  constructor(world: World, streaming: Streaming) {
    this.world = world;
    this.streaming = streaming;
    this.stood = world.workshop.arena.f64('time', 1).fill(Number.POSITIVE_INFINITY);
  }

  /** The stream flows, or stands still, from now on. */
  noteFlow(flows: boolean): void {
    this.stood[0] = flows ? Number.POSITIVE_INFINITY : Math.min(this.stood[0]!, this.world.clocks.now);
  }

  /** Whether another stream may ever feed where is written. */
  get mayBeChained(): boolean {
    return this.world.stores.streams.replications.length > 1;
  }

  /** The stream that feeds where is written, if one does. */
  upstream(): Replication | undefined {
    const { streams } = this.world.stores;
    return this.mayBeChained ? streams.feeding(this.streaming.writer()) : undefined;
  }

  /** Writes that wait here, and before. */
  missing(now: Us): number {
    const { backlog, perWrite } = this.streaming;
    return backlog.rows(now) / perWrite + (this.upstream()?.missing(now) ?? 0);
  }

  /**
   * How far this stream and those before it have come. May draw from chance. When writes stopped on purpose are drained, nothing is on the
   * way. What comes in here was sent from there before: of all streams of the way, the one that has come least far counts.
   */
  reach(): Reach {
    const { streaming, world } = this;
    const { stores, clocks } = world;
    const { now } = clocks;
    const stopped = stores.stopped[stores.streams.origin(streaming.source())] === 1;
    const own = stopped ? 0 : this.onTheWay();
    const before = this.upstream()?.reach();
    const late = own + (before?.late ?? 0);
    const waits = streaming.backlog.rows(now) > 0;
    const sent = Math.min(waits ? streaming.backlog.position(now) : now, this.stood[0]!);
    return before !== undefined && before.sent - before.late <= sent - late ? before : { sent, late };
  }

  /** Lag without a backlog, on this stream alone. */
  onTheWay(): Us {
    const { baseLag, stream } = this.streaming;
    return (this.world.clocks.sample(baseLag) + this.world.ways.transit(stream)) as Us;
  }

  /** The age of the oldest write that waits here, or before. */
  age(): number {
    return this.streaming.backlog.age(this.world.clocks.now) + (this.upstream()?.waiting() ?? 0);
  }

  /** What is on the way when writes stop arrives within one lag. */
  drain(): Us {
    const { streaming } = this;
    if (!streaming.attached()) return NEVER;
    const here = streaming.backlog.drain(this.world.clocks.now) + this.onTheWay();
    return (here + (this.upstream()?.drain() ?? 0)) as Us;
  }
}
