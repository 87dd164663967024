import { NEVER, type Us } from '../../base/index.ts';
import type { DrawId } from '../../engine/index.ts';
import {
  type Gap,
  type Part,
  type Replication,
  roleCode,
  type StoreId,
  type StreamId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { Changes } from './changes.ts';
import { failback, failover } from './deeds.ts';
import { Counterparts } from './machines.ts';
import type { BcdrSpec } from './schema.ts';

/** Compiles an appliance for disaster recovery. */
export function declareBcdr(spec: BcdrSpec, world: World): Part {
  return new Appliance(spec, world);
}

const REVERSED = 0;
const DETACHED = 1;

/** Copies changed blocks from the site into the cloud; after a failover, from the cloud back to the site. */
export class Appliance implements Part, Replication {
  readonly name: string;
  readonly spec: BcdrSpec;
  readonly world: World;
  readonly whole: Thing;
  counterparts!: Counterparts;
  private readonly changes: Changes;
  private readonly baseLag: DrawId;
  private readonly flags: Uint8Array;
  private readonly stream: StreamId;
  /** While detached: the instant up to which the target has everything. */
  private readonly frozen: Float64Array;
  private from: StoreId = -1;
  private to: StoreId = -1;

  constructor(spec: BcdrSpec, world: World) {
    const { arena, registry } = world.workshop;
    this.name = spec.name;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(spec.name, world.places.id(spec.place));
    this.changes = new Changes(spec, world, () => this.fitToWay());
    this.baseLag = registry.draw(`${spec.name} lag`, spec.lag);
    this.flags = arena.u8('logic', 2);
    this.frozen = arena.f64('time', 1);
    this.stream = world.ways.add(() => this.fitToWay());
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, [this.whole]);
    world.deeds.offer(spec.name, 'reverse', () => ({ needs: [], mends: [], end: () => this.reverse() }));
    world.deeds.offer(spec.name, 'failover', () => failover(this));
    world.deeds.offer(spec.name, 'failback', () => failback(this));
  }

  wire(): void {
    const { world, spec } = this;
    this.counterparts = new Counterparts(spec, world, this.whole);
    this.from = world.stores.id(spec.from);
    this.to = world.stores.id(spec.to);
    world.stores.setRole('writable', this.to, 0);
    world.stores.replications.push(this);
    for (const store of [this.from, this.to]) this.watchStore(store);
    world.truth.watch(this.whole, () => this.applianceChanged());
    this.watchWay();
    world.atStart(() => this.wayChanged());
  }

  private watchStore(store: StoreId): void {
    const { stores, truth } = this.world;
    stores.onRate(
      store,
      (rate) => this.rateChanged(store, rate),
      (writes) => this.writesCame(store, writes),
    );
    truth.watch(stores.things[store]!, () => this.wayChanged());
  }

  /** The site may be cut off from any place where the copy stands. */
  private watchWay(): void {
    const { sight, truth, units } = this.world;
    const site = truth.home(this.whole);
    for (const unit of units.get(this.spec.to) ?? []) sight.watch(site, truth.home(unit), () => this.wayChanged());
  }

  source(): StoreId {
    return this.flags[REVERSED] === 1 ? this.to : this.from;
  }

  target(): StoreId {
    return this.flags[REVERSED] === 1 ? this.from : this.to;
  }

  /** Bytes on the line that writes make. */
  private bytes(writes: number): number {
    return (writes * this.spec.bytesPerWrite) / this.spec.compression;
  }

  private rateChanged(store: StoreId, rate: number): void {
    if (store !== this.source()) return;
    this.changes.look();
    this.changes.backlog.setRate(this.bytes(rate), this.world.clocks.now);
  }

  private writesCame(store: StoreId, writes: number): void {
    if (store === this.source()) this.changes.backlog.add(this.bytes(writes), this.world.clocks.now);
  }

  /** What is written while the appliance is away, it does not know of. Production goes on. */
  private applianceChanged(): void {
    if (!serves(this.world.truth.manner[this.whole]!)) this.changes.forget();
    this.wayChanged();
  }

  private wayChanged(): void {
    const { truth, stores, ways } = this.world;
    const cloud = truth.place[stores.things[this.to]!]!;
    ways.route(this.stream, truth.home(this.whole), cloud, this.attached());
    this.fitToWay();
  }

  private fitToWay(): void {
    this.changes.send(this.works() ? this.world.ways.share(this.stream) : 0);
  }

  private works(): boolean {
    const { truth, stores, sight } = this.world;
    const [here, there] = [stores.things[this.from]!, stores.things[this.to]!];
    return (
      this.attached() &&
      [this.whole, here, there].every((thing) => serves(truth.manner[thing]!)) &&
      sight.reaches(truth.home(this.whole), truth.place[there]!) === 1
    );
  }

  gap(): Gap {
    const { clocks, stores } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.source(), now);
    if (!this.attached()) return { age: Math.max(0, last - this.frozen[0]!) as Us, writes: 0 };
    this.changes.look();
    const { backlog } = this.changes;
    const onTheWay = this.jitter();
    const age = Math.max(0, last - backlog.position(now)) + onTheWay;
    const writes = backlog.rows(now) / this.bytes(1) + (stores.rateBefore(this.source()) * onTheWay) / 1e6;
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
    this.changes.look();
    return (this.changes.backlog.age(this.world.clocks.now) + this.jitter()) as Us;
  }

  waiting(): Us {
    return this.attached() ? this.changes.backlog.age(this.world.clocks.now) : NEVER;
  }

  drain(): Us {
    if (!this.attached()) return NEVER;
    return (this.changes.backlog.drain(this.world.clocks.now) + this.onTheWay()) as Us;
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

  /** From the cloud back to the site, or home again. */
  reverse(): void {
    const { clocks, stores, records } = this.world;
    this.flags[REVERSED] = 1 - this.flags[REVERSED]!;
    this.flags[DETACHED] = 0;
    this.changes.backlog.setRate(this.bytes(stores.rate[this.source()]!), clocks.now);
    this.changes.restart(this.frozen[0]! as Us);
    records.role(this.whole, roleCode('direction'), this.flags[REVERSED]!);
    this.wayChanged();
  }

  /** Where the copies flow: from the site, unless they come back to it. */
  get reversed(): boolean {
    return this.flags[REVERSED] === 1;
  }
}
