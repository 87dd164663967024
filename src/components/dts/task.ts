import type { Us } from '../../base/index.ts';
import {
  Carrier,
  type Carrying,
  type Part,
  type PlaceId,
  type StoreId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { Resumption } from './resumption.ts';
import type { DtsSpec } from './schema.ts';
import { TwoWay } from './two-way.ts';

/** Compiles a synchronisation task. */
export function declareDts(spec: DtsSpec, world: World): Part {
  return new Task(spec, world);
}

/** A task that carries the rows of one store to another: no more than its class allows, and than fits on the way. */
class Task implements Part, Carrying {
  private readonly spec: DtsSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly carrier: Carrier;
  private readonly resumption: Resumption;
  private readonly twoWay: TwoWay | undefined;

  constructor(spec: DtsSpec, world: World) {
    const { name, from, to, rowsPerWrite, lag } = spec;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(name, 0);
    this.carrier = new Carrier(world, this.whole, { name, from, to, perWrite: rowsPerWrite, lag }, this);
    this.resumption = new Resumption(spec, world, this.carrier.backlog, (position) => this.carrier.copied(position));
    this.twoWay = spec.twoWay ? new TwoWay(world, this.carrier, this.resumption) : undefined;
    world.wholes.set(name, this.whole);
    world.units.set(name, [this.whole]);
  }

  wire(): void {
    this.carrier.wire();
    this.twoWay?.wire(() => this.changed());
    this.world.truth.watch(this.whole, () => this.carrier.wayChanged());
    this.watchWay();
  }

  private watchWay(): void {
    const { world, spec } = this;
    const places = [...new Set([spec.from, spec.to].flatMap((name) => world.units.get(name) ?? []))].map((unit) =>
      world.truth.home(unit),
    );
    for (const one of places)
      for (const other of places) world.sight.watch(one, other, () => this.carrier.wayChanged());
  }

  sender(): PlaceId {
    return this.place(this.carrier.source());
  }

  receiver(): PlaceId {
    return this.place(this.carrier.target());
  }

  private place(store: StoreId): PlaceId {
    return this.world.truth.place[this.world.stores.things[store]!]!;
  }

  /** Whether the task runs and reaches both stores. */
  joins(): boolean {
    const { truth, stores, sight } = this.world;
    const [source, target] = [stores.things[this.carrier.source()]!, stores.things[this.carrier.target()]!];
    return (
      serves(truth.manner[this.whole]!) &&
      serves(truth.manner[source]!) &&
      serves(truth.manner[target]!) &&
      sight.reaches(truth.place[source]!, truth.place[target]!) === 1
    );
  }

  follows(): boolean {
    return this.resumption.following;
  }

  carry(width: number): void {
    this.resumption.carry(width, this.world.stores.bytes.get(this.carrier.source()) ?? 0);
  }

  restart(position: Us): void {
    this.resumption.restart(position);
  }

  forget(): void {
    this.resumption.forget();
  }

  goBack(point: Us): void {
    this.resumption.goBack(point);
  }

  look(): void {}

  changed(): void {
    if (this.twoWay !== undefined && this.joins()) this.twoWay.followWriter();
  }
}
