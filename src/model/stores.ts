import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { ByEnd, TimeAbove } from './lateness.ts';
import type { OwnCopy } from './own-copies.ts';
import type { Parted } from './parted.ts';
import { Past } from './past.ts';
import type { PlaceId } from './places.ts';
import type { StoreId } from './store-id.ts';
import type { Thing } from './truth.ts';

/**
 * Told when the rate of acknowledged writes of a store changes, while any listener of that store heeds it. Runs at the end of an
 * instant; starts clocks only for later.
 */
export type RateListener = (rate: number) => void;
/** Told when writes that had waited are acknowledged at once. */
export type LumpListener = (writes: number) => void;

/**
 * Told when another node of a store has taken over from one that has been silent since, and, with undefined, when that one is heard
 * again and refuses what it no longer knows.
 */
export type TakeoverListener = (store: StoreId, silentSince: Us | undefined) => void;

/** What a copy has not received. */
export interface Gap {
  /** How much newer the last acknowledged write is than what has been received. */
  readonly age: Us;
  /** Acknowledged writes that have not been received. */
  readonly writes: number;
}

/** Brings what is written at one store to another, which may take writes of its own: then nobody promotes it. */
export interface Copying {
  readonly name: string;
  source(): StoreId;
  target(): StoreId;
  /** What the target lacks of its source now. May draw from chance. */
  gap(): Gap;
  /** From now on adds up for how long its lag is above limits, of each end as the one that takes the writes; µs. */
  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove;
}

/** A stream of writes from one store to another. */
export interface Replication extends Copying {
  /** The lag as a monitor shows it: 0 when in step. */
  lag(): Us;
  /** The age of the oldest write in the backlog; what is on the way does not count. Infinite while the stream is stopped. */
  waiting(): Us;
  /** How long until the target is in step if no more writes come. */
  drain(): Us;
  /** The instant up to which the target has every write, but for what is on the way. */
  position(now: Us): Us;
  /** Writes that the target lacks, but for what is on the way. */
  missing(now: Us): number;
  /** How long a write is on the way. */
  jitter(): Us;
  /** Whether the stream runs; not after its target has been promoted. */
  attached(): boolean;
  /** Stops the stream: its target has been promoted. */
  detach(): void;
  /** Turns the stream round, from the present target to the present source. */
  reverse(): void;
  /** Starts anew from a full copy that was begun at `position`. */
  restart(position: Us): void;
  /** The target has been taken back to what it held at `point`. */
  targetRestored(point: Us): void;
}

/** Which requests a store answers: the column of {@link Stores} for reads or for writes. */
export type Answers = 'canRead' | 'canWrite';

/** A store whose keys stand in others, spread evenly. */
export interface Sharding extends Parted {
  readonly shards: readonly StoreId[];
  /** The share of requests from a place that get as far as to be sent to a shard, 0 to 1. */
  entered(from: PlaceId): number;
  /** The share of requests from a place for the keys of one shard that are answered, 0 to 1. */
  answeredBy(shard: number, from: PlaceId, answers: Answers): number;
  /** The same for those that are sent to it, wherever they come from. */
  opened(shard: number, answers: Answers): number;
  /** The share of all requests from a place that are answered, 0 to 1. */
  answered(from: PlaceId, answers: Answers): number;
  /** The same for requests that read and write one key. */
  answeredBoth(from: PlaceId): number;
  /** The share of what is read from a place that rests on right data, 0 to 1. */
  right(from: PlaceId): number;
}

/**
 * What the others see of databases: whether they take reads and writes, and how many writes they acknowledge. Owners write
 * the columns; servers read them.
 */
export class Stores {
  readonly names: string[] = [];
  readonly things: Thing[] = [];
  /** How many bytes a store holds, where that is known. */
  readonly bytes = new Map<StoreId, number>();
  readonly replications: Replication[] = [];
  /** Streams between stores that both take writes of their own: none of them can be promoted or turned round. */
  readonly copyings: Copying[] = [];
  /** What stores keep a second time by themselves. */
  readonly ownCopies: OwnCopy[] = [];
  /** Of stores whose keys stand in others, how; undefined for all the rest. */
  readonly shardings: (Sharding | undefined)[] = [];
  /** Of stores that hold their keys in several parts, these; undefined for all the rest. */
  readonly parted: (Parted | undefined)[] = [];
  /** Of a store whose parts are no stores of their own: the column of the first of them, after those of all stores. */
  private readonly firstPart = new Map<StoreId, number>();
  private partColumns = 0;
  /** Shards of the store that has most of them. */
  mostShards = 0;
  private readonly listeners: RateListener[][] = [];
  private readonly lumpListeners: LumpListener[][] = [];
  private readonly takeoverListeners: TakeoverListener[] = [];
  private readonly arrivalListeners: (() => void)[][] = [];
  private readonly owners: (() => void)[] = [];
  private readonly roleListeners: (() => void)[][] = [];
  /** Listeners to rates that always heed them. */
  private readonly steady: number[] = [];
  private readonly besides: (((from: PlaceId) => number) | undefined)[] = [];
  /** Share of reads that are answered, 0 to 1. */
  canRead = new Float64Array(0);
  /** Share of writes that are acknowledged, 0 to 1. */
  canWrite = new Float64Array(0);
  /** Of stores whose parts may be lost one by one: share of requests that read and write one key; negative for all the rest. */
  canDoBoth = new Float64Array(0);
  /** Role: 1 for a store that takes writes, 0 for one that follows another. */
  writable = new Uint8Array(0);
  /** 1 while it is kept from taking writes, whatever its role. */
  fenced = new Uint8Array(0);
  /** 1 while writes are stopped on purpose. */
  stopped = new Uint8Array(0);
  /** Acknowledged writes a second. */
  rate = new Float64Array(0);
  /** Writes a second that a replication brings to a follower which passes them on. */
  arriving = new Float64Array(0);
  /** How many listeners heed the rate of a store. */
  private heeding = new Int32Array(0);
  /** Writes acknowledged up to {@link since}. */
  private written = new Float64Array(0);
  private since = new Float64Array(0);
  /** The instant of the last acknowledged write, where none are acknowledged now. */
  private last = new Float64Array(0);
  private before = new Float64Array(0);
  /** 1 from the moment another store was promoted in its place, until it is rebuilt. */
  private diverged = new Uint8Array(0);
  private left = new Float64Array(0);
  private writtenThen = new Float64Array(0);
  /** Acknowledged writes that its data do not hold, less those of others that they do. */
  private undone = new Float64Array(0);
  /** Writes that a copy holds though its source has thrown them away: until it is copied anew, or promoted. */
  private kept = new Float64Array(0);
  /** What its data held when, where somebody may ask. */
  private readonly pasts: Past[] = [];

  /** Declares a store; `refresh` is called when its role has changed. */
  add(name: string, thing: Thing, refresh: () => void): StoreId {
    this.names.push(name);
    this.owners.push(refresh);
    this.roleListeners.push([]);
    this.listeners.push([]);
    this.lumpListeners.push([]);
    this.steady.push(0);
    this.arrivalListeners.push([]);
    this.besides.push(undefined);
    this.shardings.push(undefined);
    this.parted.push(undefined);
    return this.things.push(thing) - 1;
  }

  id(name: string): StoreId {
    return this.names.indexOf(name);
  }

  onRate(store: StoreId, listener: RateListener, onLump?: LumpListener): void {
    this.onRateAtTimes(store, listener, onLump);
    this.steady[store]! += 1;
  }

  /** The same for who says by {@link heed} when rates matter to it: a copy in step needs none. It may be told at other times too. */
  onRateAtTimes(store: StoreId, listener: RateListener, onLump?: LumpListener): void {
    this.listeners[store]!.push(listener);
    if (onLump !== undefined) this.lumpListeners[store]!.push(onLump);
  }

  /** A listener at times begins to heed the rate of a store, or ends to. */
  heed(store: StoreId, by: 1 | -1): void {
    this.heeding[store]! += by;
  }

  onTakeover(listener: TakeoverListener): void {
    this.takeoverListeners.push(listener);
  }

  /** Another node answers under the address of a store; see {@link TakeoverListener}. */
  takeOver(store: StoreId, silentSince: Us | undefined): void {
    for (const listener of this.takeoverListeners) listener(store, silentSince);
  }

  /** Told when {@link arriving} has changed. */
  onArrivals(store: StoreId, listener: () => void): void {
    this.arrivalListeners[store]!.push(listener);
  }

  setArriving(store: StoreId, rate: number): void {
    if (rate === this.arriving[store]) return;
    this.arriving[store] = rate;
    for (const listener of this.arrivalListeners[store]!) listener();
  }

  /** Told when a role of a store has changed. */
  onRole(store: StoreId, listener: () => void): void {
    this.roleListeners[store]!.push(listener);
  }

  /** Whether a store may take writes by its roles: neither a follower, nor fenced, nor stopped. */
  isOpen(store: StoreId): boolean {
    return this.writable[store] === 1 && this.fenced[store] === 0 && this.stopped[store] === 0;
  }

  /** Declares copies beside the primary that answer reads: `answered` is the share of those from a place, 0 to 1. */
  offerReads(store: StoreId, answered: (from: PlaceId) => number): void {
    this.besides[store] = answered;
  }

  /** Declares that the keys of a store stand in others: what it answers is then worked out from them, not read in columns. */
  shard(store: StoreId, sharding: Sharding): void {
    this.shardings[store] = sharding;
    this.part(store, sharding);
    this.mostShards = Math.max(this.mostShards, sharding.shards.length);
  }

  /** Declares that a store holds its keys in parts. */
  part(store: StoreId, parted: Parted): void {
    if (parted.parts === 1 && this.shardings[store] === undefined) return;
    this.parted[store] = parted;
    if (this.shardings[store] !== undefined) return;
    this.firstPart.set(store, this.partColumns);
    this.partColumns += parted.parts;
  }

  /** Columns of the writes a second: one for each store, then one for each part that is no store of its own. */
  get columns(): number {
    return this.names.length + this.partColumns;
  }

  /** The column of the writes a second of a part. */
  columnOf(store: StoreId, part: number): number {
    return this.shardings[store]?.shards[part] ?? this.names.length + this.firstPart.get(store)! + part;
  }

  /** Whether any store holds its keys in several parts. */
  get anyParted(): boolean {
    return this.parted.some((one) => one !== undefined);
  }

  /** What stands for a store: itself, and where its keys stand in others, each of them, because requests die on those. */
  standFor(thing: Thing): readonly Thing[] {
    const shards = this.shardings[this.things.indexOf(thing)]?.shards ?? [];
    return [thing, ...shards.map((shard) => this.things[shard]!)];
  }

  /** Tells parts that are no stores of their own how many writes a second they acknowledge. */
  tellParts(rates: Float64Array): void {
    for (const [store, first] of this.firstPart) {
      const parted = this.parted[store]!;
      for (let part = 0; part < parted.parts; part++) parted.take?.(part, rates[this.names.length + first + part]!);
    }
  }

  /** Whether a store has copies beside the primary that answer reads. */
  hasBeside(store: StoreId): boolean {
    return this.besides[store] !== undefined;
  }

  /** The share of reads from a place that copies beside the primary answer. */
  readsBeside(store: StoreId, from: PlaceId): number {
    return this.besides[store]?.(from) ?? 0;
  }

  seal(arena: Arena): void {
    const count = this.names.length;
    this.canRead = arena.f64('memo', count).fill(1);
    this.canWrite = arena.f64('memo', count).fill(1);
    this.canDoBoth = arena.f64('memo', count).fill(-1);
    this.writable = arena.u8('logic', count).fill(1);
    this.fenced = arena.u8('logic', count);
    this.stopped = arena.u8('logic', count);
    this.rate = arena.f64('memo', count);
    this.arriving = arena.f64('memo', count);
    this.heeding = arena.i32('memo', count);
    this.written = arena.f64('sums', count);
    this.since = arena.f64('time', count);
    this.last = arena.f64('time', count);
    this.before = arena.f64('memo', count);
    this.diverged = arena.u8('logic', count);
    this.left = arena.f64('sums', count);
    this.writtenThen = arena.f64('sums', count);
    this.undone = arena.f64('sums', count);
    this.kept = arena.f64('sums', count);
  }

  /** Sets one of the role columns and tells the owner. */
  setRole(role: 'writable' | 'fenced' | 'stopped', store: StoreId, value: 0 | 1): void {
    this[role][store] = value;
    this.owners[store]!();
    for (const listener of this.roleListeners[store]!) listener();
  }

  setRate(store: StoreId, rate: number, now: Us): void {
    if (rate === this.rate[store]!) return;
    this.written[store] = this.writes(store, now);
    this.since[store] = now;
    if (this.rate[store]! > 0) this.last[store] = now;
    this.before[store] = this.rate[store]!;
    this.rate[store] = rate;
    if (this.heeding[store]! + this.steady[store]! > 0) this.tellRate(store, rate);
  }

  private tellRate(store: StoreId, rate: number): void {
    const listeners = this.listeners[store]!;
    for (let i = 0; i < listeners.length; i++) listeners[i]!(rate);
  }

  /** Writes that had waited for a copy are acknowledged at once. */
  acknowledge(store: StoreId, writes: number): void {
    if (writes <= 0) return;
    this.written[store]! += writes;
    const listeners = this.lumpListeners[store]!;
    for (let i = 0; i < listeners.length; i++) listeners[i]!(writes);
  }

  /** Writes acknowledged since the start. */
  writes(store: StoreId, now: Us): number {
    return this.written[store]! + (this.rate[store]! * (now - this.since[store]!)) / 1e6;
  }

  /** From now on it is known how many writes the data of each store held when. */
  keepPasts(arena: Arena, now: () => Us): void {
    for (const store of this.names.keys()) {
      const past = new Past(arena);
      this.pasts.push(past);
      this.onRate(
        store,
        () => past.mark(this.present(store, now()), now()),
        (writes) => {
          past.mark(this.present(store, now()) - writes, now());
          past.mark(this.present(store, now()), now());
        },
      );
    }
  }

  /** Acknowledged writes that the data of a store hold: its own, less those that a restore has thrown away, and those it took over. */
  present(store: StoreId, now: Us): number {
    return this.writes(store, now) - this.undone[store]!;
  }

  /** Acknowledged writes that the data of a store hold, of one that follows another too: those of its source that it has received. */
  holds(store: StoreId, now: Us): number {
    const feeding = this.replications.length > 0 ? this.feeding(store) : undefined;
    if (feeding === undefined) return this.present(store, now);
    return this.present(this.origin(feeding.source()), now) + this.kept[store]! - feeding.missing(now);
  }

  /** The same as {@link present} at an earlier instant, of the past that these data have; at the last rate of writing where nobody has kept that. */
  presentAt(store: StoreId, point: number, now: Us): number {
    const held = this.present(store, now);
    const past = this.pasts[store];
    return past?.at(point, held, now) ?? held - (this.rateBefore(store) * Math.max(0, now - point)) / 1e6;
  }

  /** A store has gone back to what it held at `point`, without so many of the writes that it had. */
  undo(store: StoreId, writes: number, point: number, now: Us): void {
    for (const stream of this.replications)
      if (stream.attached() && stream.source() === store) this.keep(stream.target(), store, writes, now);
    this.undone[store]! += writes;
    this.pasts[store]?.goBack(point, this.present(store, now), now);
  }

  /** A copy still holds what its source is about to throw away. */
  private keep(store: StoreId, source: StoreId, writes: number, now: Us): void {
    if (this.kept[store] === 0) this.pasts[store]?.adopt(this.pasts[source]!);
    if (this.kept[store] === 0) this.pasts[store]?.mark(this.present(source, now), now);
    this.kept[store]! += writes;
  }

  /** A store has been copied anew from another. */
  renew(store: StoreId): void {
    this.kept[store] = 0;
  }

  /**
   * A store holds from now on what another holds, but for so many writes.
   * @returns writes that come back with it: it had kept what the other had thrown away
   */
  succeed(store: StoreId, other: StoreId, missing: number, now: Us): number {
    const kept = this.kept[store]!;
    this.kept[store] = 0;
    this.undone[store] = this.writes(store, now) - this.present(other, now) - kept + missing;
    if (kept === 0) this.pasts[store]?.adopt(this.pasts[other]!);
    this.pasts[store]?.mark(this.present(store, now), now);
    return kept;
  }

  /** Writes that another had taken alone have come after all. */
  regain(store: StoreId, writes: number, now: Us): void {
    this.pasts[store]?.mark(this.present(store, now), now);
    this.undone[store]! -= writes;
    this.pasts[store]?.mark(this.present(store, now), now);
  }

  /** When the last write was acknowledged: now, while writes flow. */
  lastWrite(store: StoreId, now: Us): Us {
    return (this.rate[store]! > 0 ? now : this.last[store]!) as Us;
  }

  /** The rate of acknowledged writes before the last change: what was written at when it stopped. */
  rateBefore(store: StoreId): number {
    return this.rate[store]! > 0 ? this.rate[store]! : this.before[store]!;
  }

  /** A promotion elsewhere leaves `missing` writes, and all later ones, on this store alone. */
  leave(store: StoreId, missing: number, now: Us): void {
    if (this.diverged[store] === 1) return;
    this.diverged[store] = 1;
    this.left[store] = missing;
    this.writtenThen[store] = this.writes(store, now);
  }

  /** Writes that only this store has: left behind by a promotion elsewhere, or acknowledged since. */
  alone(store: StoreId, now: Us): number {
    return this.diverged[store] === 1 ? this.left[store]! + this.writes(store, now) - this.writtenThen[store]! : 0;
  }

  /** Whether it is the one that takes the writes by its role: no follower, and no other has been promoted in its place. */
  leads(store: StoreId): boolean {
    return this.writable[store] === 1 && this.diverged[store] === 0;
  }

  /** What only this store has had arrives elsewhere after all, and how much that was; what it takes from now on is alone again. */
  bringOver(store: StoreId, now: Us): number {
    const alone = this.alone(store, now);
    this.left[store] = 0;
    this.writtenThen[store] = this.writes(store, now);
    return alone;
  }

  /** Throws away what only this store has, and says how much that was. */
  discard(store: StoreId, now: Us): number {
    const alone = this.alone(store, now);
    this.diverged[store] = 0;
    return alone;
  }

  /** Where what a store has was written at first: at the head of the chain of replications that feeds it. */
  origin(store: StoreId): StoreId {
    let head = store;
    for (let links = this.replications.length; links > 1; links--) head = this.feeding(head)?.source() ?? head;
    return head;
  }

  /** Replications that carry what is written at a store, directly or by way of others. */
  followers(store: StoreId): Replication[] {
    return this.replications.filter(
      (one) => one.source() === store || (one.attached() && this.origin(one.source()) === store),
    );
  }

  /** The replication that feeds a store, if one does. */
  feeding(store: StoreId): Replication | undefined {
    return this.replications.find((replication) => replication.attached() && replication.target() === store);
  }
}
