import type { Us } from '../base/index.ts';
import { NO_SOURCE, type SourceId, type StoreId, type World } from '../model/index.ts';
import type { Levels } from './incidents.ts';

/** A store that users write while everything works, and that others may be written in the stead of; stores and workloads by number. */
export interface Abandonable {
  readonly at: StoreId;
  /** The other stores that may go on with what it holds. */
  readonly heirs: readonly StoreId[];
  /** The workloads that write to it. */
  readonly writers: readonly number[];
  /** Stores that take their writes in its stead, and that nothing gives what it holds. */
  readonly rivals: readonly StoreId[];
}

/** One that is watched: users have gone on elsewhere when that has held for `settle`, as service is back by then. */
interface Watched extends Abandonable {
  readonly settle: Us;
}

const NEVER = -1;

/**
 * Follows stores that do not answer, or have nothing left to answer from, while their users write on in another store that nothing
 * feeds from them: what they find after the switch has nothing of what they wrote. Whoever does not settle there, or goes on with
 * an heir, has left nothing behind.
 */
export class LeftBehind {
  private readonly world: World;
  private readonly watched: readonly Watched[];
  /** 1 from the moment that a store does not answer until it does again; by place among those watched, as all that follow. */
  private readonly away: Uint8Array;
  /** What it is away for. */
  private readonly source: Int32Array;
  /** Since when its users write on elsewhere. */
  private readonly since: Float64Array;
  /** 1 once they have settled there. */
  private readonly settled: Uint8Array;
  /** 1 once something that may go on with what it holds has taken over or was restored. */
  private readonly inherited: Uint8Array;
  /** Told of a store that was left, when it answers again or the replication ends. */
  private readonly tell: (store: StoreId, source: SourceId) => void;

  constructor(
    world: World,
    stores: readonly Abandonable[],
    levels: readonly Pick<Levels, 'settle'>[],
    tell: (store: StoreId, source: SourceId) => void,
  ) {
    const { arena } = world.workshop;
    this.world = world;
    this.watched = stores
      .filter(({ rivals }) => rivals.length > 0)
      .map((one) => ({ ...one, settle: Math.min(...one.writers.map((writer) => levels[writer]!.settle)) as Us }));
    const count = this.watched.length;
    this.away = arena.u8('sums', count);
    this.source = arena.i32('sums', count).fill(NO_SOURCE);
    this.since = arena.f64('sums', count).fill(NEVER);
    this.settled = arena.u8('sums', count);
    this.inherited = arena.u8('sums', count);
    this.tell = tell;
  }

  /** Whether the users of a store have settled elsewhere: what it loses afterwards they have not, having found nothing of it. */
  isLeft(store: StoreId, now: Us): boolean {
    const place = this.watched.findIndex(({ at }) => at === store);
    return place >= 0 && this.hasSettled(place, now) && this.inherited[place] === 0;
  }

  /** A store has taken over, or was restored. */
  recovered(store: StoreId): void {
    for (const [place, { heirs }] of this.watched.entries()) {
      if (this.away[place] === 1 && heirs.includes(store)) this.inherited[place] = 1;
    }
  }

  /** The end of an instant; `isBelow` tells whether a workload is below its level. */
  look(isBelow: (workload: number) => boolean): void {
    if (this.watched.length > 0) this.lookAt(isBelow, this.world.clocks.now);
  }

  private lookAt(isBelow: (workload: number) => boolean, now: Us): void {
    const { canRead, things } = this.world.stores;
    const { gone } = this.world.contents;
    for (let place = 0; place < this.watched.length; place++) {
      const one = this.watched[place]!;
      const away = !(canRead[one.at]! > 0) || gone[one.at] === 1;
      if (!away) {
        if (this.away[place] === 1) this.close(place, now);
        continue;
      }
      if (this.away[place] === 0) {
        this.away[place] = 1;
        this.source[place] = this.world.blamed(things[one.at]!);
      }
      const elsewhere = this.isElsewhere(one, isBelow);
      if (elsewhere === this.since[place]! >= 0) continue;
      if (!elsewhere && this.hasSettled(place, now)) this.settled[place] = 1;
      this.since[place] = elsewhere ? now : NEVER;
    }
  }

  private isElsewhere({ heirs, rivals, writers }: Watched, isBelow: (workload: number) => boolean): boolean {
    const { canRead } = this.world.stores;
    const answers = (store: StoreId): boolean => canRead[store]! > 0;
    return !heirs.some(answers) && rivals.some(answers) && writers.some((workload) => !isBelow(workload));
  }

  private hasSettled(place: number, now: Us): boolean {
    const since = this.since[place]!;
    return this.settled[place] === 1 || (since >= 0 && now - since >= this.watched[place]!.settle);
  }

  private close(place: number, now: Us): void {
    const store = this.watched[place]!.at;
    if (this.isLeft(store, now)) this.tell(store, this.source[place]! as SourceId);
    this.away[place] = 0;
    this.source[place] = NO_SOURCE;
    this.since[place] = NEVER;
    this.settled[place] = 0;
    this.inherited[place] = 0;
  }

  /** The horizon: tells of those that are left behind now. */
  end(now: Us): void {
    for (let place = 0; place < this.watched.length; place++) if (this.away[place] === 1) this.close(place, now);
  }
}
