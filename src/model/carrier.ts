import { NEVER, type Us } from '../base/index.ts';
import type { DrawId } from '../engine/index.ts';
import type { Law } from '../random/index.ts';
import { Backlog } from './backlog.ts';
import { Contagion } from './contagion.ts';
import type { Exposure } from './exposure.ts';
import { serves } from './manner.ts';
import type { PlaceId } from './places.ts';
import { roleCode } from './records.ts';
import type { Gap, Replication, StoreId } from './stores.ts';
import type { Thing } from './truth.ts';
import type { StreamId } from './ways.ts';
import type { World } from './world.ts';

/** What a carrier carries, and between which stores. */
export interface Carriage {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What one write adds to the backlog: rows, or bytes; above 0. */
  readonly perWrite: number;
  /** Lag without a backlog, within one place. */
  readonly lag: Law;
}

/** The product that carries. */
export interface Carrying {
  /** Where what it carries sets out, and where it arrives. */
  sender(): PlaceId;
  receiver(): PlaceId;
  /** Whether it works and reaches both stores. */
  joins(): boolean;
  /** Whether it knows what the target lacks. */
  follows(): boolean;
  /** Gives the backlog what it can carry of a share of the way, bytes a second; 0 where nothing is carried. */
  carry(width: number): void;
  /** Starts anew from a copy that was begun at `position`. */
  restart(position: Us): void;
  /** Looks what has become of it since; asked before anything else is. */
  look(): void;
  /** Something on the way has changed. */
  changed(): void;
}

/** Where the numbers of the direction stand. */
const REVERSED = 0;
const DETACHED = 1;

/**
 * A stream of writes from one store to another, asynchronous, in one direction at a time: what waits, how old that is, what a
 * promotion of the target leaves behind, and what wrong data travel with it. How much is carried is the product's to say.
 */
export class Carrier implements Replication {
  readonly name: string;
  readonly backlog: Backlog;
  from: StoreId = -1;
  to: StoreId = -1;
  private readonly world: World;
  private readonly carriage: Carriage;
  private readonly product: Carrying;
  private readonly whole: Thing;
  private readonly contagion: Contagion;
  private readonly baseLag: DrawId;
  private readonly flags: Uint8Array;
  private readonly stream: StreamId;
  /** While detached: the instant up to which the target has everything. */
  private readonly frozen: Float64Array;
  /** Of either end, as written: while it takes writes of which none arrives at the other. */
  private readonly unprotected: readonly [Exposure, Exposure];

  constructor(world: World, whole: Thing, carriage: Carriage, product: Carrying) {
    const { arena, registry } = world.workshop;
    const { name, from, to } = carriage;
    this.name = name;
    this.world = world;
    this.whole = whole;
    this.carriage = carriage;
    this.product = product;
    this.backlog = new Backlog(arena);
    this.baseLag = registry.draw(`${name} lag`, carriage.lag);
    this.flags = arena.u8('logic', 2);
    this.frozen = arena.f64('time', 1);
    this.unprotected = [world.exposures.addElsewhere(from), world.exposures.addElsewhere(to)];
    this.stream = world.ways.add(() => this.fitToWay());
    this.contagion = new Contagion(world, this);
    world.deeds.offer(name, 'reverse', () => ({ needs: [], mends: [], end: () => this.reverse() }));
  }

  /** Every component has been declared. */
  wire(): void {
    const { world, carriage } = this;
    const { stores, truth } = world;
    this.from = stores.id(carriage.from);
    this.to = stores.id(carriage.to);
    stores.setRole('writable', this.to, 0);
    stores.replications.push(this);
    this.contagion.wire(this.from, this.to);
    for (const store of [this.from, this.to]) {
      stores.onRate(
        store,
        (rate) => this.rateChanged(store, rate),
        (writes) => this.writesCame(store, writes),
      );
      truth.watch(stores.things[store]!, () => this.wayChanged());
    }
    world.atStart(() => this.wayChanged());
  }

  source(): StoreId {
    return this.reversed ? this.to : this.from;
  }

  target(): StoreId {
    return this.reversed ? this.from : this.to;
  }

  /** Whether it flows against the direction that was written. */
  get reversed(): boolean {
    return this.flags[REVERSED] === 1;
  }

  private rateChanged(store: StoreId, rate: number): void {
    if (store !== this.source()) return;
    this.product.look();
    this.backlog.setRate(rate * this.carriage.perWrite, this.world.clocks.now);
  }

  /** Writes that had waited were acknowledged at once. */
  private writesCame(store: StoreId, writes: number): void {
    if (store === this.source()) this.backlog.add(writes * this.carriage.perWrite, this.world.clocks.now);
  }

  /** What may change whether anything is carried: the product, both stores, the way between them. */
  wayChanged(): void {
    this.product.changed();
    const { product } = this;
    this.world.ways.route(this.stream, product.sender(), product.receiver(), this.attached());
    this.fitToWay();
    this.noteProtection();
  }

  private fitToWay(): void {
    this.product.carry(this.works() ? this.world.ways.share(this.stream) : 0);
  }

  works(): boolean {
    return this.attached() && this.product.joins();
  }

  /** Whether one end takes writes that the other will not have: the source when nothing is carried, a promoted target. */
  noteProtection(): void {
    const { truth, stores, clocks } = this.world;
    const writer = this.attached() ? this.source() : this.target();
    const exposed = serves(truth.manner[stores.things[writer]!]!) && !(this.works() && this.product.follows());
    this.unprotected[0].set(exposed && writer === this.from, false, clocks.now);
    this.unprotected[1].set(exposed && writer === this.to, false, clocks.now);
  }

  /** What waits in the backlog, and what is on the way. */
  gap(): Gap {
    const { clocks, stores } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.source(), now);
    if (!this.attached()) return { age: Math.max(0, last - this.frozen[0]!) as Us, writes: 0 };
    this.product.look();
    const onTheWay = this.jitter();
    const age = Math.max(0, last - this.backlog.position(now)) + onTheWay;
    const writes =
      this.backlog.rows(now) / this.carriage.perWrite + (stores.rateBefore(this.source()) * onTheWay) / 1e6;
    return { age: Math.min(age, last) as Us, writes };
  }

  /** Lag without a backlog. When writes stopped on purpose are drained, nothing of it is left. */
  private jitter(): Us {
    return this.world.stores.stopped[this.source()] === 1 ? (0 as Us) : this.onTheWay();
  }

  private onTheWay(): Us {
    return (this.world.clocks.sample(this.baseLag) + this.world.ways.transit(this.stream)) as Us;
  }

  lag(): Us {
    this.product.look();
    return (this.backlog.age(this.world.clocks.now) + this.jitter()) as Us;
  }

  waiting(): Us {
    return this.attached() ? this.backlog.age(this.world.clocks.now) : NEVER;
  }

  /** What is on the way when writes stop arrives within one lag. */
  drain(): Us {
    if (!this.attached()) return NEVER;
    return (this.backlog.drain(this.world.clocks.now) + this.onTheWay()) as Us;
  }

  attached(): boolean {
    return this.flags[DETACHED] === 0;
  }

  detach(): void {
    this.frozen[0] = this.world.clocks.now;
    this.flags[DETACHED] = 1;
    this.wayChanged();
  }

  restart(position: Us): void {
    this.frozen[0] = position;
  }

  reverse(): void {
    const { clocks, stores, records } = this.world;
    this.flags[REVERSED] = this.reversed ? 0 : 1;
    this.flags[DETACHED] = 0;
    this.backlog.setRate(stores.rate[this.source()]! * this.carriage.perWrite, clocks.now);
    this.product.restart(this.frozen[0]! as Us);
    records.role(this.whole, roleCode('direction'), this.flags[REVERSED]!);
    this.wayChanged();
  }
}
