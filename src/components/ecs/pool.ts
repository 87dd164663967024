import { invariant, type Us } from '../../base/index.ts';
import {
  type Deed,
  EXIT,
  IDEAL_CONTROL,
  type ImageSource,
  INTERNET,
  type MachineControl,
  type Node,
  type Off,
  type Part,
  PlainEntry,
  Rotation,
  roleCode,
  SILENT,
  type Thing,
  type World,
} from '../../model/index.ts';
import { fixed } from '../../random/index.ts';
import { Cell, type Pool } from './cell.ts';
import { Connections } from './connections.ts';
import { DirectNode } from './direct.ts';
import { imaged } from './imaged.ts';
import { Power } from './power.ts';
import { Scaling } from './scaling.ts';
import type { EcsScaling, EcsSpec } from './schema.ts';
import { homesOf } from './slots.ts';
import { Slowness } from './slowness.ts';

/** Compiles a pool of servers. */
export function declareEcs(spec: EcsSpec, world: World): Part {
  return new EcsPool(spec, world);
}

class EcsPool implements Part, Pool {
  readonly world: World;
  readonly name: string;
  readonly whole: Thing;
  readonly capacityEach: number;
  readonly rateLimited: boolean;
  private readonly spec: EcsSpec;
  private readonly units: readonly Thing[];
  private readonly nodes: readonly Node[];
  /** The store of each role, by the order of `uses`. */
  readonly stores: Int32Array;
  readonly connections: Connections | undefined;
  private directNode: Node | undefined;
  private readonly slowness: Slowness;

  constructor(spec: EcsSpec, world: World) {
    const { arena } = world.workshop;
    this.spec = spec;
    this.name = spec.name;
    this.world = world;
    this.capacityEach = spec.capacityEach;
    this.rateLimited = spec.protected;
    const homes = this.homes();
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.units = homes.map((home, i) => world.truth.add(`${spec.name}/${i + 1}`, home, this.whole, this.off(i)));
    this.stores = arena.i32('logic', spec.uses.length).fill(-1);
    this.connections = spec.socketTimeout === undefined ? undefined : new Connections(this, spec.socketTimeout);
    this.nodes = this.declareCells(homes);
    world.truth.compose(this.whole, this.units);
    this.slowness = new Slowness(world, this.units);
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, this.units);
    // A release reaches all of a pool, wherever its instances stand.
    world.strikesAll.set(spec.name, (fault) => fault === 'change');
    world.servers.set(spec.name, {
      instances: this.units,
      nodes: this.nodes,
      stateless: spec.stateless,
      storeOf: (role) => this.stores[this.useOf(role)] ?? -1,
    });
    world.fronts.set(spec.name, {
      thing: this.whole,
      entry: (workloads) => new PlainEntry(world, this.direct(), workloads),
      node: () => this.direct(),
    });
    if (spec.boot.mean > 0) world.boots.set(spec.name, spec.boot);
    world.deeds.offer(spec.name, 'repoint', ({ role, other }) => this.repoint(role, other));
  }

  private homes(): number[] {
    const ids = this.spec.places.map((path) => this.world.places.id(path));
    return homesOf(this.spec).map((place) => ids[place]!);
  }

  /** What waits for a plan is off at the start; auto scaling may take away any. */
  private off(i: number): Off | undefined {
    const { standby, count, scaling } = this.spec;
    if (standby === 'warm') return { looks: EXIT, atStart: true };
    if (standby === 'cold') return { looks: SILENT, atStart: true };
    return scaling && { looks: SILENT, atStart: i >= count };
  }

  private declareCells(homes: readonly number[]): Node[] {
    const cells = new Map<number, Node>();
    for (const home of new Set(homes)) {
      const cell = new Cell(this, home);
      const node = cell.declare();
      cells.set(home, node);
    }
    return homes.map((home) => cells.get(home)!);
  }

  wire(): void {
    for (const [i, { store }] of this.spec.uses.entries()) this.stores[i] = this.world.stores.id(store);
    this.connections?.wire();
    if (this.units.some((unit) => this.world.truth.switchable(unit))) this.wirePower();
  }

  /** Some of the instances are off at the start. */
  private wirePower(): void {
    const { world, spec } = this;
    if (this.units.every((unit) => world.truth.off[unit] === 1)) world.truth.manner[this.whole] = EXIT;
    const control = this.control();
    const power = new Power(
      world,
      {
        name: spec.name,
        whole: this.whole,
        instances: this.units,
        takes: this.startTakes(),
        asks: this.asks(),
        image: spec.standby === 'warm' ? undefined : this.image,
      },
      control,
      () => scaling?.settle(),
    );
    const scaling = spec.scaling && this.declareScaling(spec.scaling, power);
    if (spec.scaling === undefined) this.offerStarting(power);
  }

  /** Who makes and starts its machines. */
  private control(): MachineControl {
    const { world, spec, units } = this;
    const control = spec.control === undefined ? IDEAL_CONTROL : world.controls.get(spec.control)!;
    const places = [...new Set(units.map((unit) => world.truth.home(unit)))];
    return this.image === undefined ? control : imaged(control, this.image, places);
  }

  /** The library that its machines are made of, if it is one that can be lost. */
  private get image(): ImageSource | undefined {
    return this.spec.image === undefined ? undefined : this.world.images.get(this.spec.image);
  }

  private declareScaling(scaling: EcsScaling, power: Power): Scaling {
    const { world, spec, whole, units, nodes } = this;
    const places = [...new Set(units.map((unit) => world.truth.home(unit)))];
    const { capacityEach, count, name } = spec;
    const settings = { name, whole, instances: units, nodes, capacityEach, places, count, scaling };
    return new Scaling(world, settings, power);
  }

  private startTakes() {
    const { standby, image, create, boot, warmUp, scaling } = this.spec;
    const warm = { what: 'warm-up', law: warmUp, key: 'warm-up' };
    if (standby === 'warm') return [warm];
    const up = [{ what: 'start boot', law: boot, key: 'boot' }, warm];
    const filled = this.image === undefined ? [] : [{ what: 'image', law: fixed(this.image.fills) }];
    return scaling !== undefined || image !== undefined
      ? [{ what: 'create', law: create, key: 'create' }, ...filled, ...up]
      : up;
  }

  private asks(): boolean {
    return this.spec.standby !== 'warm' && !this.spec.reserved;
  }

  private offerStarting(power: Power): void {
    const all = [...this.units.keys()];
    const stop = () => {
      for (const i of all) power.stop(i);
    };
    this.world.deeds.offer(this.name, 'start', () => ({
      needs: [],
      mends: [this.whole],
      begin: () => {
        for (const i of all) power.start(i);
      },
      takes: () => power.remaining() as Us,
      ready: () => power.running === power.size,
      end: () => {},
      undo: stop,
    }));
    this.world.deeds.offer(this.name, 'stop', () => ({ needs: [], mends: [], end: stop }));
  }

  get slowest(): number {
    return this.slowness.slowest;
  }

  useOf(role: string): number {
    return this.spec.uses.findIndex((use) => use.role === role);
  }

  /** Requests that come straight to the servers meet all of them alike: nobody takes a dead one out. */
  private direct(): Node {
    this.directNode ??= this.declareDirect();
    return this.directNode;
  }

  private declareDirect(): Node {
    const { world, units } = this;
    const pools = [{ servers: { instances: units, nodes: this.nodes }, weight: 1 }];
    const rotation = new Rotation(world, [INTERNET], pools);
    rotation.watch([INTERNET]);
    for (const [i, unit] of units.entries()) {
      if (world.truth.switchable(unit)) world.truth.watch(unit, () => rotation.want(i, world.truth.off[unit] === 0));
    }
    return world.flow.addNode(new DirectNode(world, rotation, this.whole));
  }

  private repoint(role: string | undefined, other: string | undefined): Deed {
    const index = this.spec.uses.findIndex((use) => use.role === role);
    invariant(index >= 0 && other !== undefined, `${this.spec.name} has no role ${role}`);
    const to = this.world.stores.id(other);
    const { world } = this;
    // What its other roles wait for is none of its business: nobody works on that by moving this one.
    const mends = world.stores.standFor(world.wholes.get(this.spec.uses[index]!.store)!);
    return {
      // Over several places it is done where there are any, and instances in a lost one find it when they are back.
      needs: new Set(this.spec.places).size > 1 ? [] : [this.whole],
      mends,
      end: () => {
        this.stores[index] = to;
        this.connections?.open(index);
        world.records.role(this.whole, roleCode('uses'), world.stores.things[to]!);
        world.storesChanged();
      },
    };
  }
}
