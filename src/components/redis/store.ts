import {
  EXIT,
  type Exposure,
  GRAY,
  IDLE,
  type Manner,
  OK,
  type Part,
  type Phase,
  type PlaceId,
  type StoreId,
  SWITCH,
  serves,
  type Thing,
  type Worker,
  type World,
} from '../../model/index.ts';
import { Address } from './address.ts';
import { HighAvailability } from './ha.ts';
import type { RedisSpec } from './schema.ts';
import { type Owner, Shard } from './shard.ts';

/** Compiles a key-value store. */
export function declareRedis(spec: RedisSpec, world: World): Part {
  return new Redis(spec, world);
}

/** A key-value store in memory: its shards, who watches over them, and the address that clients use. */
class Redis implements Part, Owner, Worker {
  readonly whole: Thing;
  readonly store: StoreId;
  readonly ha: HighAvailability;
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly nodes: readonly Thing[];
  private readonly shards: readonly Shard[];
  private readonly address: Address;
  private readonly exposure: Exposure;

  constructor(spec: RedisSpec, world: World) {
    this.spec = spec;
    this.world = world;
    const homes = this.homes();
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.nodes = homes.map((home, i) => world.truth.add(`${spec.name}/${i + 1}`, home, this.whole));
    this.store = world.stores.add(spec.name, this.whole, () => this.refresh());
    this.ha = new HighAvailability(spec, world, this.whole);
    this.address = new Address(spec, world, this.whole, () => this.moved());
    this.shards = Array.from({ length: spec.shards }, (_, i) => this.shard(i));
    this.exposure = world.exposures.add(spec.name);
    this.offer();
  }

  /** Master and replica of each shard in turn, in the room of each. */
  private homes(): PlaceId[] {
    const rooms = this.spec.places.map((path) => this.world.places.id(path));
    return Array.from({ length: 2 * this.spec.shards }, (_, i) => rooms[i % rooms.length]!);
  }

  private shard(i: number): Shard {
    const { spec } = this;
    const name = spec.shards === 1 ? spec.name : `${spec.name} shard ${i + 1}`;
    return new Shard(spec, this.world, name, this.nodes.slice(2 * i, 2 * i + 2), this);
  }

  private offer(): void {
    const { spec, world, whole } = this;
    const sorts = new Map<string, readonly Thing[]>([['ha', [this.ha.thing]]]);
    world.wholes.set(spec.name, whole);
    world.units.set(spec.name, [...this.nodes, ...[...sorts.values()].flat()]);
    world.strikes.set(spec.name, (fault) => sorts.get(fault) ?? this.nodes);
    world.workforce.assign(whole, this);
    world.deeds.offer(spec.name, 'switch', () => ({ needs: [whole], mends: [whole], end: () => this.switchNow() }));
  }

  wire(): void {
    for (const shard of this.shards) shard.wire();
    this.ha.watch(this.nodes, () => this.attend());
    this.world.stores.onRate(this.store, (rate) => this.spread(rate));
  }

  private attend(): void {
    for (const shard of this.shards) shard.attend();
  }

  private switchNow(): void {
    for (const shard of this.shards) shard.switchNow();
  }

  promoted(master: Thing): void {
    this.address.leadTo(this.world.truth.home(master));
  }

  private moved(): void {
    this.world.storesChanged();
    this.refresh();
  }

  /** Whether clients, who are led to one room, meet the master of a shard there. */
  private reached(shard: Shard): number {
    return this.world.truth.home(shard.master) === this.address.place ? 1 : 0;
  }

  /** Every shard has its share of the keys, and so of the writes that are acknowledged. */
  private spread(rate: number): void {
    const all = this.shards.reduce((sum, shard) => sum + shard.writes * this.reached(shard), 0);
    for (const shard of this.shards) shard.setRate(all === 0 ? 0 : (rate * shard.writes * this.reached(shard)) / all);
  }

  /** Works out again what can be read and written. */
  refresh(): void {
    let [reads, writes] = [0, 0];
    for (const shard of this.shards) {
      const reached = this.reached(shard);
      reads += shard.reads * reached;
      writes += shard.writes * reached;
    }
    this.open(reads / this.shards.length, writes / this.shards.length);
    this.protect();
    this.show(reads / this.shards.length);
  }

  private open(reads: number, writes: number): void {
    const { stores } = this.world;
    const { store } = this;
    if (reads !== stores.canRead[store] || writes !== stores.canWrite[store]) {
      stores.canRead[store] = reads;
      stores.canWrite[store] = writes;
      this.world.storesChanged();
    }
  }

  private protect(): void {
    const alone = this.shards.some(({ replica }) => !replica.inStep);
    const fallenBack = this.shards.some(({ replica }) => replica.fallenBack);
    this.exposure.set(alone, fallenBack, this.world.clocks.now);
  }

  /** How the store looks from outside: gray while some keys are not served, else like a master that is down. */
  private show(served: number): void {
    const { truth } = this.world;
    const down = this.shards.find((shard) => shard.reads === 0)?.master;
    const cause = truth.cause[down ?? this.shards[0]!.master]!;
    truth.share[this.whole] = 1 - served;
    truth.probesFail[this.whole] = 1 - served;
    truth.derive(this.whole, this.manner(served, down), cause);
  }

  private manner(served: number, down: Thing | undefined): Manner {
    if (served === 1) return OK;
    if (served > 0) return GRAY;
    const manner = down === undefined ? EXIT : this.world.truth.manner[down]!;
    return serves(manner) ? EXIT : manner;
  }

  phase(): Phase {
    let first: Phase = this.address.moving ? SWITCH : IDLE;
    for (const shard of this.shards) first = Math.min(first, shard.phase());
    return first;
  }

  planned(): boolean {
    return this.shards.some((shard) => shard.planned());
  }
}
