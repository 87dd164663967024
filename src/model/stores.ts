import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Acknowledging, LumpListener, RateListener } from './acknowledging.ts';
import { Held } from './held.ts';
import { Orphans } from './orphans.ts';
import type { Parted, Sharding } from './parted.ts';
import type { PlaceId } from './places.ts';
import { Rates } from './rates.ts';
import type { StoreId } from './store-id.ts';
import { Streams } from './streams.ts';
import type { Thing } from './thing.ts';

/**
 * Told when another node of a store has taken over from one that has been silent since, and, with undefined, when that one is heard
 * again and refuses what it no longer knows.
 */
export type TakeoverListener = (store: StoreId, silentSince: Us | undefined) => void;

/**
 * What the others see of databases: whether they take reads and writes, and how many writes they acknowledge. Owners write
 * the columns; servers read them.
 */
export class Stores implements Acknowledging {
  /** The present, in its column. */
  private readonly time: Float64Array;
  readonly names: string[] = [];
  readonly things: Thing[] = [];
  /** How many bytes a store holds, where that is known. */
  readonly bytes = new Map<StoreId, number>();
  /** Which of them is carried to which. */
  readonly streams = new Streams();
  /** How many acknowledged writes their data hold. */
  readonly held = new Held(this, this.streams);
  /** Writes that a promotion elsewhere has left behind. */
  readonly orphans = new Orphans(this);
  /** Of stores whose keys stand in others, how; undefined for all the rest. */
  readonly shardings: (Sharding | undefined)[] = [];
  /** Of stores that hold their keys in several parts, these; undefined for all the rest. */
  readonly parted: (Parted | undefined)[] = [];
  /** Of a store whose parts are no stores of their own: the column of the first of them, after those of all stores. */
  private readonly firstPart = new Map<StoreId, number>();
  private partColumns = 0;
  /** Shards of the store that has most of them. */
  mostShards = 0;
  /** Listeners to rates, those that always heed them and those that do at times. */
  private readonly listeners: RateListener[][] = [];
  private readonly atTimes: RateListener[][] = [];
  private readonly lumpListeners: LumpListener[][] = [];
  private readonly takeoverListeners: TakeoverListener[] = [];
  private readonly arrivalListeners: (() => void)[][] = [];
  private readonly owners: (() => void)[] = [];
  /** Of stores whose copies lag behind: at which rates was written lately. */
  private readonly lately: (Rates | undefined)[] = [];
  private readonly roleListeners: (() => void)[][] = [];
  private readonly besides: (((from: PlaceId) => number) | undefined)[] = [];
  /** Share of reads that are answered, 0 to 1. */
  canRead!: Float64Array;
  /** Share of writes that are acknowledged, 0 to 1. */
  canWrite!: Float64Array;
  /** Share of requests that read and write one key; negative where it is the lesser of both. */
  canDoBoth!: Float64Array;
  /** Role: 1 for a store that takes writes, 0 for one that follows another. */
  writable!: Uint8Array;
  /** 1 while it is kept from taking writes, whatever its role. */
  fenced!: Uint8Array;
  /** 1 where the last fencing did not work: nobody knows that it may still take writes. */
  unfenced!: Uint8Array;
  /** 1 while writes are stopped on purpose. */
  stopped!: Uint8Array;
  /** Acknowledged writes a second. */
  rate!: Float64Array;
  /** Writes a second that a replication brings to a follower which passes them on. */
  arriving!: Float64Array;
  /** How many listeners heed the rate of a store. */
  private heeding!: Int32Array;
  /** Writes acknowledged up to {@link since}. */
  private written!: Float64Array;
  private since!: Float64Array;
  /** The instant of the last acknowledged write, where none are acknowledged now. */
  private last!: Float64Array;
  private before!: Float64Array;

  constructor(time: Float64Array) {
    this.time = time;
  }

  /** Declares a store; `refresh` is called when its role has changed. */
  add(name: string, thing: Thing, refresh: () => void): StoreId {
    this.names.push(name);
    this.owners.push(refresh);
    this.roleListeners.push([]);
    this.listeners.push([]);
    this.lumpListeners.push([]);
    this.atTimes.push([]);
    this.arrivalListeners.push([]);
    this.lately.push(undefined);
    this.besides.push(undefined);
    this.shardings.push(undefined);
    this.parted.push(undefined);
    return this.things.push(thing) - 1;
  }

  id(name: string): StoreId {
    return this.names.indexOf(name);
  }

  onRate(store: StoreId, listener: RateListener, onLump?: LumpListener): void {
    this.listeners[store]!.push(listener);
    if (onLump !== undefined) this.lumpListeners[store]!.push(onLump);
  }

  /** The same for who says by {@link heed} when rates matter to it: a copy in step needs none. It may be told at other times too. */
  onRateAtTimes(store: StoreId, listener: RateListener, onLump?: LumpListener): void {
    this.atTimes[store]!.push(listener);
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

  /** From now on {@link writtenBetween} is known of a store. */
  recall(store: StoreId, arena: Arena): void {
    this.lately[store] ??= new Rates(arena);
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
    this.unfenced = arena.u8('logic', count);
    this.stopped = arena.u8('logic', count);
    this.rate = arena.f64('memo', count);
    this.arriving = arena.f64('memo', count);
    this.heeding = arena.i32('memo', count);
    this.written = arena.f64('sums', count);
    this.since = arena.f64('time', count);
    this.last = arena.f64('time', count);
    this.before = arena.f64('memo', count);
    this.streams.seal(arena, count);
    this.orphans.seal(arena, count);
    this.held.seal(arena, count);
  }

  /** Sets one of the role columns and tells the owner. */
  setRole(role: 'writable' | 'fenced' | 'stopped', store: StoreId, value: 0 | 1): void {
    this[role][store] = value;
    this.owners[store]!();
    for (const listener of this.roleListeners[store]!) listener();
  }

  /** From now on so many writes a second are acknowledged, by column: those of stores stand first. */
  setRates(rates: Float64Array): void {
    for (let store = 0; store < this.names.length; store++) {
      if (rates[store] !== this.rate[store]) this.setRate(store, rates);
    }
  }

  private setRate(store: StoreId, rates: Float64Array): void {
    const now = this.time[0]! as Us;
    this.written[store] = this.writes(store, now);
    this.since[store] = now;
    this.lately[store]?.take(rates, store, this.since, store);
    if (this.rate[store]! > 0) this.last[store] = now;
    this.before[store] = this.rate[store]!;
    this.rate[store] = rates[store]!;
    tell(this.listeners[store]!);
    if (this.heeding[store]! > 0) tell(this.atTimes[store]!);
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

  /** Writes acknowledged from one instant to another lately, of a store that is to {@link recall} them; µs. */
  writtenBetween(store: StoreId, from: number, to: number): number {
    return this.lately[store]!.between(from, to);
  }

  /** When the last write was acknowledged: now, while writes flow. */
  lastWrite(store: StoreId, now: Us): Us {
    return (this.rate[store]! > 0 ? now : this.last[store]!) as Us;
  }

  /** The rate of acknowledged writes before the last change: what was written at when it stopped. */
  rateBefore(store: StoreId): number {
    return this.rate[store]! > 0 ? this.rate[store]! : this.before[store]!;
  }

  /** Whether it is the one that takes the writes by its role: no follower, and no other has been promoted in its place. */
  leads(store: StoreId): boolean {
    return this.writable[store] === 1 && !this.orphans.isLeft(store);
  }
}

function tell(listeners: readonly RateListener[]): void {
  for (let i = 0; i < listeners.length; i++) listeners[i]!();
}
