import { NEVER, type Us } from '../base/index.ts';
import type { DrawId } from '../engine/index.ts';
import type { Backlog } from './backlog.ts';
import type { Replication } from './replication.ts';
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

  constructor(world: World, streaming: Streaming) {
    this.world = world;
    this.streaming = streaming;
  }

  /** The stream that feeds where is written, if one does. */
  upstream(): Replication | undefined {
    const { streams } = this.world.stores;
    return streams.replications.length > 1 ? streams.feeding(this.streaming.writer()) : undefined;
  }

  /** Writes that wait here, and before. */
  missing(now: Us): number {
    const { backlog, perWrite } = this.streaming;
    return backlog.rows(now) / perWrite + (this.upstream()?.missing(now) ?? 0);
  }

  /** Lag without a backlog, on all of the way. When writes stopped on purpose are drained, nothing of it is left. */
  jitter(): Us {
    const { stores } = this.world;
    if (stores.stopped[stores.streams.origin(this.streaming.source())] === 1) return 0 as Us;
    return (this.onTheWay() + (this.upstream()?.jitter() ?? 0)) as Us;
  }

  /** The same on this stream alone. */
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
