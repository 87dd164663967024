import type { Us } from '../../base/index.ts';
import type { DrawId, Slot } from '../../engine/index.ts';
import {
  OneWay,
  type Part,
  Recopy,
  type StreamId,
  serves,
  type Thing,
  underWay,
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
 * What is restored at the source is written anew there, and carried over like anything else.
 */
class Task implements Part {
  private readonly spec: OssReplicationSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly baseLag: DrawId;
  private readonly stream: StreamId;
  private readonly givesUp: Slot;
  private readonly recopy: Recopy;
  /** Writes that the copy lacked when the source was given up. */
  private readonly left: Float64Array;
  private readonly lostAt: Float64Array;
  private flow!: OneWay;

  constructor(spec: OssReplicationSpec, world: World) {
    const { registry, arena } = world.workshop;
    const { name } = spec;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(name, 0);
    this.baseLag = registry.draw(`${name} lag`, spec.lag);
    this.stream = world.ways.add(() => this.carry());
    this.givesUp = registry.slot('work', `${name} gives up`, () => this.giveUp(), 0, {
      law: spec.givenUp,
      stream: `${name} gives up`,
    });
    this.recopy = new Recopy(world, `${name} carries what was restored`, (position) => this.recopied(position));
    this.left = arena.f64('sums', 1);
    this.lostAt = arena.f64('time', 1);
    world.wholes.set(name, this.whole);
    world.units.set(name, [this.whole]);
  }

  wire(): void {
    const { world, spec, baseLag: draw } = this;
    const { name, lag, deletions: carriesDeletions } = spec;
    const [from, to] = [world.stores.id(spec.from), world.stores.id(spec.to)];
    const transit = (): Us => world.ways.transit(this.stream);
    const sourceRestored = (): void => this.sourceRestored();
    const cutBack = (writes: number): void => {
      this.left[0] = Math.max(0, this.left[0]! - writes);
    };
    this.flow = new OneWay(world, { name, from, to, lag, draw, transit, carriesDeletions, sourceRestored, cutBack });
    for (const thing of [this.whole, ...this.ends]) world.truth.watch(thing, () => this.look());
    world.sight.watch(...this.places, () => this.look());
    world.atStart(() => this.look());
  }

  private get ends(): readonly Thing[] {
    return [this.flow.from, this.flow.to].map((store) => this.world.stores.things[store]!);
  }

  private get places(): readonly [number, number] {
    const [from, to] = this.ends.map((thing) => this.world.truth.home(thing));
    return [from!, to!];
  }

  private works(thing: Thing): boolean {
    return serves(this.world.truth.manner[thing]!);
  }

  private get joined(): boolean {
    return [this.whole, ...this.ends].every((thing) => this.works(thing));
  }

  private get lost(): boolean {
    return !this.works(this.ends[0]!);
  }

  private look(): void {
    const { clocks, ways } = this.world;
    ways.route(this.stream, ...this.places, this.joined);
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

  /** As much as the task, the way and both stores allow; what was restored goes before what has been written since. */
  private carry(): void {
    const { spec, world, recopy } = this;
    const width = this.joined && world.sight.reaches(...this.places) === 1 ? world.ways.share(this.stream) : 0;
    const bytes = Math.min(spec.throughput, width);
    recopy.setSpeed(bytes);
    this.flow.carry(recopy.active ? 0 : Math.min(spec.maxWrites, bytes / spec.bytesPerWrite));
  }

  private sourceRestored(): void {
    this.recopy.begin(this.world.stores.bytes.get(this.flow.from) ?? 0);
    this.carry();
  }

  private recopied(position: Us): void {
    this.flow.copied(position);
    this.carry();
  }

  /** What waits, and what was on its way when the source was lost. */
  private giveUp(): void {
    const { stores, clocks, records } = this.world;
    const { from, to, backlog } = this.flow;
    const { now } = clocks;
    if (stores.writes(from, now) === 0) return;
    const last = stores.lastWrite(from, now);
    const sent = Math.min(backlog.position(now), this.lostAt[0]!);
    const { age, ...way } = underWay(last, sent, this.flow.onTheWay());
    this.left[0] = backlog.rows(now) + stores.writtenBetween(from, way.from, way.to);
    records.recovery(to, this.world.blamed(this.ends[0]!), age, this.left[0]!, false);
  }

  /** The source is back, and with it what was left behind. */
  private arrive(): void {
    if (this.left[0] === 0) return;
    this.world.records.delivered(this.flow.to, this.left[0]!);
    this.left[0] = 0;
  }
}
