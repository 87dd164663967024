import { NEVER, type Us } from '../base/index.ts';
import { Arrears } from './arrears.ts';
import { Backlog } from './backlog.ts';
import type { Carriage, Carrying } from './carrying.ts';
import { Contagion } from './contagion.ts';
import { LagWatch } from './lag-watch.ts';
import type { ByEnd, TimeAbove } from './lateness.ts';
import { Onward } from './onward.ts';
import { Protection } from './protection.ts';
import { roleCode } from './records.ts';
import type { Gap, Reach, Replication } from './replication.ts';
import type { StoreId } from './store-id.ts';
import type { Thing } from './thing.ts';
import { underWay } from './under-way.ts';
import type { StreamId } from './ways.ts';
import type { World } from './world.ts';

/** Where the numbers of the direction stand. */
const REVERSED = 0;
const DETACHED = 1;

/**
 * A stream of writes from one store to another, asynchronous, in one direction at a time: what waits, how old that is, what a
 * promotion of the target leaves behind, and what wrong data travel with it. How much is carried is the product's to say.
 */
export class Carrier implements Replication {
  readonly name: string;
  readonly bringsAll = true;
  readonly backlog: Backlog;
  from: StoreId = -1;
  to: StoreId = -1;
  private readonly world: World;
  private readonly carriage: Carriage;
  private readonly product: Carrying;
  private readonly whole: Thing;
  private readonly contagion: Contagion;
  private readonly onward: Onward;
  private readonly flags: Uint8Array;
  private readonly stream: StreamId;
  private readonly arrears: Arrears;
  /** While detached: the instant up to which the target has everything. */
  private readonly frozen: Float64Array;
  private readonly protection: Protection;
  private lagWatch: LagWatch | undefined;

  constructor(world: World, whole: Thing, carriage: Carriage, product: Carrying) {
    const { arena, registry } = world.workshop;
    const { name, from, to } = carriage;
    this.name = name;
    this.world = world;
    this.whole = whole;
    this.carriage = carriage;
    this.product = product;
    this.backlog = new Backlog(arena);
    this.onward = new Onward(world, this);
    const baseLag = registry.draw(`${name} lag`, carriage.lag);
    this.flags = arena.u8('logic', 2);
    this.frozen = arena.f64('time', 1);
    this.protection = new Protection(world, from, to);
    this.stream = world.ways.add(() => this.fitToWay());
    this.arrears = new Arrears(world, {
      backlog: this.backlog,
      perWrite: carriage.perWrite,
      baseLag,
      stream: this.stream,
      source: () => this.source(),
      writer: () => this.writer(),
      attached: () => this.attached(),
    });
    this.contagion = new Contagion(world, this);
    this.backlog.listen(() => this.contagion.look());
    world.deeds.offer(name, 'reverse', () => ({ needs: [], mends: [], end: () => this.reverse() }));
    world.deeds.offer(name, 'restart', () => ({ needs: [], mends: [], end: () => world.mending.mend(whole) }));
  }

  /** Every component has been declared. */
  wire(): void {
    const { world, carriage } = this;
    const { stores, truth } = world;
    this.from = stores.id(carriage.from);
    this.to = stores.id(carriage.to);
    stores.setRole('writable', this.to, 0);
    stores.streams.add(this);
    const { replications } = stores.streams;
    if (replications.length > 1) for (const one of replications) one.chain();
    this.contagion.wire(this.from, this.to);
    for (const store of [this.from, this.to]) {
      stores.recall(store, world.workshop.arena);
      stores.onRate(
        store,
        () => this.rateChanged(store),
        (writes) => this.writesCame(store, writes),
      );
      truth.watch(stores.things[store]!, () => this.wayChanged());
      stores.onArrivals(store, () => this.rateChanged(store));
    }
    world.atStart(() => this.begin());
  }

  private begin(): void {
    this.onward.begin();
    this.wayChanged();
  }

  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove {
    const { world, carriage, backlog } = this;
    const watched = {
      backlog,
      lag: carriage.lag,
      attached: () => this.attached(),
      target: () => this.target(),
      age: () => this.arrears.age(),
      transit: () => world.ways.transit(this.stream),
      frozenAt: () => this.frozen[0]!,
    };
    const chained = () => this.arrears.upstream() !== undefined;
    const reversed = () => this.reversed;
    this.lagWatch = new LagWatch(world, { ...watched, chained, reversed }, limits);
    return this.lagWatch;
  }

  chain(): void {
    this.backlog.chain((now) => this.written(now));
  }

  /** When what comes in at the source now was written: at another store, where a replication feeds it. */
  private written(now: Us): Us {
    return this.arrears.upstream()?.position(now) ?? now;
  }

  /** Whose writes the backlog counts: those of a promoted target are what the other end lacks once the stream is turned round. */
  private writer(): StoreId {
    return this.attached() ? this.source() : this.target();
  }

  position(now: Us): Us {
    return this.backlog.position(now);
  }

  /** Rows a second that come in where is written: of its users, or by a replication. */
  private incoming(): number {
    const { rate, arriving } = this.world.stores;
    return (rate[this.writer()]! + arriving[this.writer()]!) * this.carriage.perWrite;
  }

  arriving(): number {
    return this.flows() ? this.backlog.carried(this.world.clocks.now) / this.carriage.perWrite : 0;
  }

  untilSteady(): number {
    const { now } = this.world.clocks;
    return this.flows() && this.backlog.rows(now) > 0 ? this.backlog.untilWorkedOff(now) : 0;
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

  private rateChanged(store: StoreId): void {
    this.lagWatch?.rateChanges();
    if (store === this.writer()) this.takeRate();
    this.lagWatch?.rateChanged();
  }

  private takeRate(): void {
    if (this.attached()) this.product.look();
    this.backlog.setRate(this.incoming(), this.world.clocks.now);
    this.onward.tell();
  }

  /** Writes that had waited were acknowledged at once. */
  private writesCame(store: StoreId, writes: number): void {
    if (store !== this.writer()) return;
    this.backlog.add(writes * this.carriage.perWrite, this.world.clocks.now);
    this.onward.tell();
  }

  /** What may change whether anything is carried: the product, both stores, the way between them. */
  wayChanged(): void {
    this.product.changed();
    const { product } = this;
    this.world.ways.route(this.stream, product.sender(), product.receiver(), this.works());
    this.fitToWay();
    this.noteProtection();
  }

  private fitToWay(): void {
    this.lagWatch?.before();
    this.product.carry(this.works() ? this.world.ways.share(this.stream) : 0);
    this.lagWatch?.after();
    this.arrears.noteFlow(this.flows());
    this.onward.tell();
  }

  works(): boolean {
    return this.attached() && this.product.joins();
  }

  /** Whether what is written arrives at the target. */
  private flows(): boolean {
    return this.works() && this.product.follows();
  }

  /** Whether one end takes writes that the other will not have: the source when nothing is carried, a promoted target. */
  noteProtection(): void {
    this.protection.note(this.from, this.writer(), this.flows());
  }

  /** What waits in the backlog, and what is on the way. */
  gap(): Gap {
    const { clocks, stores } = this.world;
    const { now } = clocks;
    const head = stores.streams.origin(this.source());
    const last = stores.lastWrite(head, now);
    if (!this.attached()) return { age: Math.max(0, last - this.frozen[0]!) as Us, writes: 0 };
    this.product.look();
    const { sent, late } = this.reach();
    const { age, from, to } = underWay(last, sent, late);
    return { age, writes: this.missing(now) + stores.writtenBetween(head, from, to) };
  }

  missing(now: Us): number {
    return this.arrears.missing(now);
  }

  reach(): Reach {
    return this.arrears.reach();
  }

  onTheWay(): Us {
    return this.arrears.onTheWay();
  }

  lag(): Us {
    return this.gap().age;
  }

  waiting(): Us {
    return (this.attached() ? this.arrears.age() : NEVER) as Us;
  }

  drain(): Us {
    return this.arrears.drain();
  }

  attached(): boolean {
    return this.flags[DETACHED] === 0;
  }

  untilSent(at: Us): number {
    this.product.look();
    return this.backlog.untilCarried(at, this.world.clocks.now);
  }

  /** The source has been taken back from what came over from it: the target is copied anew. */
  sourceRestored(): void {
    this.product.forget();
    this.wayChanged();
  }

  wentBack(store: StoreId, point: Us): number {
    if (store !== this.writer()) return 0;
    this.lagWatch?.before();
    const rows = this.backlog.cutBack(point, this.world.clocks.now);
    this.lagWatch?.after();
    this.onward.tell();
    return rows / this.carriage.perWrite;
  }

  /** The target holds again what it had at `point`: what has been written since then is sent once more, right or wrong. */
  targetRestored(point: Us): void {
    if (this.product.goBack === undefined || !this.attached()) return;
    const { stores, clocks } = this.world;
    const { now } = clocks;
    const head = stores.streams.origin(this.source());
    const upstream = this.arrears.upstream()?.missing(now) ?? 0;
    const writes = Math.max(0, stores.held.present(head, now) - stores.held.presentAt(head, point, now) - upstream);
    this.lagWatch?.before();
    this.backlog.goBack(point, writes * this.carriage.perWrite, now);
    this.lagWatch?.after();
    this.product.goBack(point);
    this.contagion.begin(point);
    this.wayChanged();
  }

  /** A full copy that was begun at `position` has ended. */
  copied(position: Us): void {
    this.world.contents.follow(this.source(), this.target(), position, this.bringsAll);
    this.world.stores.held.renew(this.target());
    this.contagion.begin(position);
    this.wayChanged();
  }

  detach(): void {
    const { stores, clocks } = this.world;
    this.lagWatch?.before();
    if (stores.stopped[stores.streams.origin(this.source())] === 1) this.contagion.settle();
    this.contagion.stop();
    this.frozen[0] = clocks.now;
    this.flags[DETACHED] = 1;
    stores.streams.turned();
    this.backlog.open(this.incoming(), clocks.now);
    this.wayChanged();
    this.world.storesChanged();
  }

  restart(position: Us): void {
    this.lagWatch?.before();
    this.frozen[0] = position;
    this.lagWatch?.after();
  }

  reverse(): void {
    const { records, stores } = this.world;
    if (this.attached()) this.detach();
    this.onward.stop();
    this.lagWatch?.before();
    this.flags[REVERSED] = this.reversed ? 0 : 1;
    this.flags[DETACHED] = 0;
    stores.streams.turned();
    this.lagWatch?.after();
    this.product.restart(this.frozen[0]! as Us);
    this.contagion.begin(this.frozen[0]!);
    records.role(this.whole, roleCode('direction'), this.flags[REVERSED]!);
    this.wayChanged();
    this.world.storesChanged();
  }
}
