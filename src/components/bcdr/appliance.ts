import type { Us } from '../../base/index.ts';
import type { BackupSpec } from '../../language/index.ts';
import {
  Carrier,
  type Carrying,
  type Part,
  type PlaceId,
  serves,
  type Thing,
  Vault,
  type World,
} from '../../model/index.ts';
import { Changes } from './changes.ts';
import { failback, failover } from './deeds.ts';
import { Drills } from './drills.ts';
import { Counterparts } from './machines.ts';
import type { BcdrSpec } from './schema.ts';

/** Compiles an appliance for disaster recovery. */
export function declareBcdr(spec: BcdrSpec, world: World): Part {
  return new Appliance(spec, world);
}

/** Copies changed blocks from the site into the cloud; after a failover, from the cloud back to the site. */
export class Appliance implements Part, Carrying {
  readonly spec: BcdrSpec;
  readonly world: World;
  readonly whole: Thing;
  counterparts!: Counterparts;
  private readonly carrier: Carrier;
  private readonly changes: Changes;
  readonly drills: Drills;

  constructor(spec: BcdrSpec, world: World) {
    const { name, from, to, lag } = spec;
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(name, world.places.id(spec.place));
    const perWrite = spec.bytesPerWrite / spec.compression;
    this.carrier = new Carrier(world, this.whole, { name, from, to, perWrite, lag }, this);
    this.changes = new Changes(spec, world, this.carrier.backlog, (position) => this.carrier.copied(position));
    this.drills = new Drills(name, spec.drills, world, {
      copying: () => this.carrier.attached() && !this.reversed,
      changed: () => this.carrier.wayChanged(),
    });
    world.wholes.set(name, this.whole);
    world.units.set(name, [this.whole]);
    world.deeds.offer(name, 'failover', () => failover(this));
    world.deeds.offer(name, 'failback', () => failback(this));
  }

  wire(): void {
    const { world, spec } = this;
    this.counterparts = new Counterparts(spec, world, this.whole);
    this.carrier.wire();
    if (spec.points !== undefined) this.keepPoints(spec.points);
    world.truth.watch(this.whole, () => this.applianceChanged());
    this.watchWay();
  }

  /** Of the copy, beside it unless a place is stated; none is taken while the appliance is away. */
  private keepPoints(points: BackupSpec): void {
    const { world, spec, carrier } = this;
    const beside = world.places.path(world.truth.home(world.units.get(spec.to)![0]!));
    const copies = points.copies.map((copy) => (copy.place === spec.to ? { ...copy, place: beside } : copy));
    new Vault(world, spec.name, { ...points, copies }).wire(carrier.to, spec.size, this.whole);
  }

  /** The site may be cut off from any place where the copy stands. */
  private watchWay(): void {
    const { sight, truth, units } = this.world;
    const site = truth.home(this.whole);
    for (const unit of units.get(this.spec.to) ?? [])
      sight.watch(site, truth.home(unit), () => this.carrier.wayChanged());
  }

  /** What is written while the appliance is away, it does not know of. Production goes on. */
  private applianceChanged(): void {
    if (!serves(this.world.truth.manner[this.whole]!)) this.changes.forget();
    this.carrier.wayChanged();
  }

  sender(): PlaceId {
    return this.world.truth.home(this.whole);
  }

  receiver(): PlaceId {
    const { truth, stores } = this.world;
    return truth.place[stores.things[this.carrier.to]!]!;
  }

  joins(): boolean {
    const { truth, stores, sight } = this.world;
    const [here, there] = [stores.things[this.carrier.from]!, stores.things[this.carrier.to]!];
    return (
      (this.reversed || !this.drills.holds) &&
      [this.whole, here, there].every((thing) => serves(truth.manner[thing]!)) &&
      sight.reaches(truth.home(this.whole), truth.place[there]!) === 1
    );
  }

  follows(): boolean {
    return this.changes.following;
  }

  carry(width: number): void {
    this.changes.send(width);
  }

  restart(position: Us): void {
    this.changes.restart(position);
  }

  forget(): void {
    this.changes.replace();
  }

  look(): void {
    if (this.changes.look()) this.carrier.noteProtection();
  }

  changed(): void {}

  /** From the cloud back to the site, or home again. */
  reverse(): void {
    this.carrier.reverse();
  }

  /** Where the copies flow: from the site, unless they come back to it. */
  get reversed(): boolean {
    return this.carrier.reversed;
  }
}
