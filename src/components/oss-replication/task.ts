import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import {
  Backlog,
  type ByEnd,
  Contagion,
  CopyWatch,
  type Gap,
  type Part,
  type Spreading,
  type StoreId,
  type StreamId,
  serves,
  type Thing,
  type TimeAbove,
  type World,
} from '../../model/index.ts';
import type { OssReplicationSpec } from './schema.ts';

/** Compiles a replication of objects into another region. */
export function declareOssReplication(spec: OssReplicationSpec, world: World): Part {
  return new Task(spec, world);
}

/**
 * New objects of one store are carried to another, which takes writes of its own: nobody promotes it. When the source has been
 * lost for long enough its copy is what is left, and what had not arrived is left behind; it arrives when the source is back.
 */
class Task implements Part, Spreading {
  readonly name: string;
  readonly carriesDeletions: boolean;
  private readonly spec: OssReplicationSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly backlog: Backlog;
  private readonly contagion: Contagion;
  private readonly baseLag: DrawId;
  private readonly stream: StreamId;
  private readonly givesUp: Slot;
  /** Writes that the copy lacked when the source was given up. */
  private readonly left: Float64Array;
  private readonly lostAt: Float64Array;
  private from: StoreId = -1;
  private to: StoreId = -1;
  private watch: CopyWatch | undefined;

  constructor(spec: OssReplicationSpec, world: World) {
    const { registry, arena } = world.workshop;
    const { name } = spec;
    this.name = name;
    this.carriesDeletions = spec.deletions;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(name, 0);
    this.backlog = new Backlog(arena);
    this.contagion = new Contagion(world, this);
    this.baseLag = registry.draw(`${name} lag`, spec.lag);
    this.stream = world.ways.add(() => this.carry());
    this.givesUp = registry.slot('work', `${name} gives up`, () => this.giveUp(), 0, {
      law: spec.givenUp,
      stream: `${name} gives up`,
    });
    this.left = arena.f64('sums', 1);
    this.lostAt = arena.f64('time', 1);
    world.wholes.set(name, this.whole);
    world.units.set(name, [this.whole]);
  }

  wire(): void {
    const { world, spec } = this;
    this.from = world.stores.id(spec.from);
    this.to = world.stores.id(spec.to);
    world.stores.copyings.push(this);
    this.contagion.wire(this.from);
    world.stores.onRate(this.from, (rate) => this.backlog.setRate(rate, world.clocks.now));
    for (const thing of [this.whole, ...this.ends]) world.truth.watch(thing, () => this.look());
    world.sight.watch(...this.places, () => this.look());
    world.atStart(() => this.look());
  }

  source(): StoreId {
    return this.from;
  }

  target(): StoreId {
    return this.to;
  }

  attached(): boolean {
    return true;
  }

  waiting(): Us {
    return this.backlog.age(this.world.clocks.now);
  }

  lag(): Us {
    return (this.waiting() + this.onTheWay()) as Us;
  }

  private onTheWay(): number {
    return this.world.clocks.sample(this.baseLag) + this.world.ways.transit(this.stream);
  }

  /** What waits, and what is on the way. */
  gap(): Gap {
    const { stores, clocks } = this.world;
    const { now } = clocks;
    const last = stores.lastWrite(this.from, now);
    const late = this.onTheWay();
    const age = Math.min(last, Math.max(0, last - this.backlog.position(now)) + late) as Us;
    return { age, writes: this.backlog.rows(now) + (stores.rateBefore(this.from) * late) / 1e6 };
  }

  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove {
    this.watch = new CopyWatch(this.world, this.backlog, this.spec.lag, limits);
    return this.watch;
  }

  private get ends(): readonly Thing[] {
    return [this.from, this.to].map((store) => this.world.stores.things[store]!);
  }

  private get places(): readonly [number, number] {
    const [from, to] = this.ends.map((thing) => this.world.truth.home(thing));
    return [from!, to!];
  }

  private works(thing: Thing): boolean {
    return serves(this.world.truth.manner[thing]!);
  }

  private get lost(): boolean {
    return !this.works(this.ends[0]!);
  }

  private look(): void {
    const { clocks, ways } = this.world;
    ways.route(this.stream, ...this.places, true);
    this.watch?.setTransit(ways.transit(this.stream));
    this.carry();
    if (!this.lost) {
      clocks.stop(this.givesUp);
      this.lostAt[0] = 0;
      this.arrive();
    } else if (this.lostAt[0] === 0) {
      this.lostAt[0] = clocks.now;
      clocks.start(this.givesUp);
    }
  }

  /** As much as the task, the way and both stores allow. */
  private carry(): void {
    const { spec, world } = this;
    const joined = [this.whole, ...this.ends].every((thing) => this.works(thing));
    const width = joined && world.sight.reaches(...this.places) === 1 ? world.ways.share(this.stream) : 0;
    const writes = Math.min(spec.maxWrites, Math.min(spec.throughput, width) / spec.bytesPerWrite);
    this.backlog.setCapacity(writes, world.clocks.now);
  }

  /** What waits, and what was on its way when the source was lost. */
  private giveUp(): void {
    const { stores, clocks, records } = this.world;
    const { now } = clocks;
    if (stores.writes(this.from, now) === 0) return;
    const last = stores.lastWrite(this.from, now);
    const sent = Math.min(this.backlog.position(now), this.lostAt[0]!);
    const arrived = Math.max(0, sent - this.onTheWay());
    const onTheWay = Math.max(0, Math.min(last, sent) - arrived);
    this.left[0] = this.backlog.rows(now) + (stores.rateBefore(this.from) * onTheWay) / 1e6;
    const age = Math.max(0, last - arrived) as Us;
    records.recovery(this.to, this.world.blamed(this.ends[0]!), age, this.left[0]!, false);
  }

  /** The source is back, and with it what was left behind. */
  private arrive(): void {
    if (this.left[0] === 0) return;
    this.world.records.delivered(this.to, this.left[0]!);
    this.left[0] = 0;
  }
}
