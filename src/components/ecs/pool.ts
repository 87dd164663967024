import { invariant } from '../../base/index.ts';
import {
  type Deed,
  EXIT,
  INTERNET,
  type Node,
  OK,
  type Part,
  PlainEntry,
  Rotation,
  roleCode,
  SLOW,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import { Cell, type Pool } from './cell.ts';
import { DirectNode } from './direct.ts';
import type { EcsSpec } from './schema.ts';

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
  private readonly working: Int32Array;
  /** The store of each role, by the order of `uses`. */
  readonly stores: Int32Array;
  private readonly up: Uint8Array;
  private directNode: Node | undefined;
  /** The largest divisor that a slow server has had. */
  private readonly slow: Float64Array;

  constructor(spec: EcsSpec, world: World) {
    const { arena } = world.workshop;
    this.spec = spec;
    this.name = spec.name;
    this.world = world;
    this.capacityEach = spec.capacityEach;
    this.rateLimited = spec.protected;
    this.slow = arena.f64('memo', 1).fill(1);
    const homes = this.homes();
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.units = homes.map((home, i) => world.truth.add(`${spec.name}/${i + 1}`, home, this.whole));
    this.stores = arena.i32('logic', spec.uses.length).fill(-1);
    this.nodes = this.declareCells(homes);
    this.working = arena.i32('memo', 1).fill(spec.count);
    this.up = arena.u8('memo', spec.count).fill(1);
    for (const [i, unit] of this.units.entries()) world.truth.watch(unit, () => this.count(i));
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, this.units);
    world.servers.set(spec.name, { instances: this.units, nodes: this.nodes });
    world.fronts.set(spec.name, {
      thing: this.whole,
      entry: () => new PlainEntry(world, this.direct()),
      node: () => this.direct(),
    });
    if (spec.boot.mean > 0) world.boots.set(spec.name, spec.boot);
    world.deeds.offer(spec.name, 'repoint', ({ role, other }) => this.repoint(role, other));
  }

  /** Instances are spread over the places in blocks, in the order written. */
  private homes(): number[] {
    const { places, count } = this.spec;
    const ids = places.map((path) => this.world.places.id(path));
    return Array.from({ length: count }, (_, i) => ids[Math.floor((i * ids.length) / count)]!);
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
  }

  get slowest(): number {
    return this.slow[0]!;
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
    const pools = [{ servers: { instances: this.units, nodes: this.nodes }, weight: 1 }];
    return this.world.flow.addNode(new DirectNode(this.world, new Rotation(this.world, [INTERNET], pools), this.whole));
  }

  private noteSlow(factor: number): void {
    if (factor <= this.slow[0]!) return;
    this.slow[0] = factor;
    this.world.storesChanged();
  }

  /** The pool as a whole is well while one of its servers is. */
  private count(i: number): void {
    const { truth } = this.world;
    const unit = this.units[i]!;
    const manner = truth.manner[unit]!;
    if (manner === SLOW) this.noteSlow(truth.factor[unit]!);
    const up = serves(manner) ? 1 : 0;
    const working = this.working[0]! + up - this.up[i]!;
    this.working[0] = working;
    this.up[i] = up;
    if (working === 0) truth.derive(this.whole, manner || EXIT, truth.cause[unit]!);
    else if (truth.manner[this.whole] !== OK) truth.derive(this.whole, OK, truth.cause[unit]!);
  }

  private repoint(role: string | undefined, other: string | undefined): Deed {
    const index = this.spec.uses.findIndex((use) => use.role === role);
    invariant(index >= 0 && other !== undefined, `${this.spec.name} has no role ${role}`);
    const to = this.world.stores.id(other);
    const { world } = this;
    const mends = this.spec.uses.map((use) => world.wholes.get(use.store)!);
    return {
      needs: [this.whole],
      mends,
      end: () => {
        this.stores[index] = to;
        world.records.role(this.whole, roleCode('uses'), world.stores.things[to]!);
        world.storesChanged();
      },
    };
  }
}
