import { NEVER, type Us } from '../../base/index.ts';
import type { DrawId } from '../../engine/index.ts';
import {
  Backlog,
  Contagion,
  type Exposure,
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
import type { DtsSpec } from './schema.ts';

/** Compiles a synchronisation task. */
export function declareDts(spec: DtsSpec, world: World): Part {
  return new Task(spec, world);
}

/** Where the numbers of the direction stand. */
const REVERSED = 0;
const DETACHED = 1;

/** A task that carries the writes of one store to another, in one direction at a time. */
class Task implements Part, Replication {
  readonly name: string;
  private readonly spec: DtsSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly backlog: Backlog;
  private readonly contagion: Contagion;
  private readonly baseLag: DrawId;
  private readonly flags: Uint8Array;
  private readonly stream: StreamId;
  /** While detached: the instant up to which the target has everything. */
  private readonly frozen: Float64Array;
  /** Of either end, as written: while it takes writes of which none arrives at the other. */
  private readonly unprotected: readonly [Exposure, Exposure];
  private from: StoreId = -1;
  private to: StoreId = -1;

  constructor(spec: DtsSpec, world: World) {
    this.name = spec.name;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(spec.name, 0);
    this.backlog = new Backlog(world.workshop.arena);
    this.baseLag = world.workshop.registry.draw(`${spec.name} lag`, spec.lag);
    this.flags = world.workshop.arena.u8('logic', 2);
    this.frozen = world.workshop.arena.f64('time', 1);
    this.unprotected = [world.exposures.addElsewhere(spec.from), world.exposures.addElsewhere(spec.to)];
    this.stream = world.ways.add(() => this.fitToWay());
    this.contagion = new Contagion(world, this);
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, [this.whole]);
    world.deeds.offer(spec.name, 'reverse', () => ({ needs: [], mends: [], end: () => this.reverse() }));
  }

  wire(): void {
    const { world, spec } = this;
    this.from = world.stores.id(spec.from);
    this.to = world.stores.id(spec.to);
    world.stores.setRole('writable', this.to, 0);
    world.stores.replications.push(this);
    this.contagion.wire(this.from, this.to);
    for (const store of [this.from, this.to]) {
      world.stores.onRate(
        store,
        (rate) => this.rateChanged(store, rate),
        (writes) => this.writesCame(store, writes),
      );
      world.truth.watch(world.stores.things[store]!, () => this.wayChanged());
      if (spec.twoWay) world.stores.onRole(store, () => this.followWriter());
    }
    world.truth.watch(this.whole, () => this.wayChanged());
    this.watchWay();
    world.atStart(() => this.wayChanged());
  }

  private watchWay(): void {
    const places = [...new Set([this.spec.from, this.spec.to].flatMap((name) => this.world.units.get(name) ?? []))].map(
      (unit) => this.world.truth.home(unit),
    );
    for (const one of places) for (const other of places) this.world.sight.watch(one, other, () => this.wayChanged());
  }

  source(): StoreId {
    return this.flags[REVERSED] === 1 ? this.to : this.from;
  }

  target(): StoreId {
    return this.flags[REVERSED] === 1 ? this.from : this.to;
  }

  private rateChanged(store: StoreId, rate: number): void {
    if (store === this.source()) this.backlog.setRate(rate * this.spec.rowsPerWrite, this.world.clocks.now);
  }

  /** Writes that had waited were acknowledged at once. */
  private writesCame(store: StoreId, writes: number): void {
    if (store === this.source()) this.backlog.add(writes * this.spec.rowsPerWrite, this.world.clocks.now);
  }

  /** Whether rows can be carried: the task, both stores and the way between them work. */
  private wayChanged(): void {
    this.followWriter();
    const { truth, stores, ways } = this.world;
    const [source, target] = [stores.things[this.source()]!, stores.things[this.target()]!];
    ways.route(this.stream, truth.place[source]!, truth.place[target]!, this.attached());
    this.fitToWay();
    this.noteProtection();
  }

  /** Whether one end takes writes that the other will not have: the source when nothing is carried, a promoted target. */
  private noteProtection(): void {
    const { truth, stores, clocks } = this.world;
    const writer = this.attached() ? this.source() : this.target();
    const exposed = serves(truth.manner[stores.things[writer]!]!) && !this.works();
    this.unprotected[0].set(exposed && writer === this.from, false, clocks.now);
    this.unprotected[1].set(exposed && writer === this.to, false, clocks.now);
  }

  /** Carries what the class allows, and no more than fits on its share of the way. */
  private fitToWay(): void {
    const { ways, clocks } = this.world;
    const fits = ways.share(this.stream) / this.spec.bytesPerRow;
    this.backlog.setCapacity(this.works() ? Math.min(this.spec.rowsPerSecond, fits) : 0, clocks.now);
  }

  private works(): boolean {
    return this.attached() && this.joins();
  }

  /** Whether the task runs and reaches both stores. */
  private joins(): boolean {
    const { truth, stores, sight } = this.world;
    const [source, target] = [stores.things[this.source()]!, stores.things[this.target()]!];
    return (
      serves(truth.manner[this.whole]!) &&
      serves(truth.manner[source]!) &&
      serves(truth.manner[target]!) &&
      sight.reaches(truth.place[source]!, truth.place[target]!) === 1
    );
  }

  /** What waits in the backlog, and what is on the way. */
  gap(): Gap {
    const { clocks, stores } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.source(), now);
    if (!this.attached()) return { age: Math.max(0, last - this.frozen[0]!) as Us, writes: 0 };
    const onTheWay = this.jitter();
    const age = Math.max(0, last - this.backlog.position(now)) + onTheWay;
    const writes =
      this.backlog.rows(now) / this.spec.rowsPerWrite + (stores.rateBefore(this.source()) * onTheWay) / 1e6;
    return { age: Math.min(age, last) as Us, writes };
  }

  /** Lag without a backlog. When writes stopped on purpose are drained, nothing of it is left. */
  private jitter(): Us {
    return this.world.stores.stopped[this.source()] === 1 ? (0 as Us) : this.onTheWay();
  }

  lag(): Us {
    const { now } = this.world.clocks;
    return (this.backlog.age(now) + this.jitter()) as Us;
  }

  waiting(): Us {
    return this.attached() ? this.backlog.age(this.world.clocks.now) : NEVER;
  }

  drain(): Us {
    if (this.flags[DETACHED] === 1) return NEVER;
    return (this.backlog.drain(this.world.clocks.now) + this.jitterToDrain()) as Us;
  }

  /** What is on the way when writes stop arrives within one lag. */
  private jitterToDrain(): Us {
    return this.onTheWay();
  }

  private onTheWay(): Us {
    return (this.world.clocks.sample(this.baseLag) + this.world.ways.transit(this.stream)) as Us;
  }

  attached(): boolean {
    return this.flags[DETACHED] === 0;
  }

  detach(): void {
    this.frozen[0] = this.world.clocks.now;
    this.flags[DETACHED] = 1;
    this.wayChanged();
  }

  /**
   * Two ways: once the promoted target takes the writes, and the old source is back and takes none, what that had taken alone
   * is brought over, and it follows.
   */
  private followWriter(): void {
    if (!this.spec.twoWay || this.attached() || !this.joins()) return;
    const { stores, clocks, records } = this.world;
    const [old, writer] = [this.source(), this.target()];
    if (stores.isOpen(old) || !stores.isOpen(writer)) return;
    const alone = stores.discard(old, clocks.now);
    if (alone > 0) records.delivered(writer, alone);
    this.reverse();
    stores.setRole('writable', old, 0);
    stores.setRole('fenced', old, 0);
  }

  restart(position: Us): void {
    this.frozen[0] = position;
  }

  reverse(): void {
    const { now } = this.world.clocks;
    this.flags[REVERSED] = 1 - this.flags[REVERSED]!;
    this.flags[DETACHED] = 0;
    this.backlog.setRate(this.world.stores.rate[this.source()]! * this.spec.rowsPerWrite, now);
    this.backlog.restart(this.frozen[0]! as Us, now);
    this.world.records.role(this.whole, roleCode('direction'), this.flags[REVERSED]!);
    this.wayChanged();
  }
}
