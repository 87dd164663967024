import {
  DETECT,
  type DeedArguments,
  type Exposure,
  IDLE,
  NO_SOURCE,
  type Part,
  type Parted,
  type Phase,
  type PlaceId,
  type SourceId,
  type StoreId,
  SWITCH,
  type Thing,
  type Worker,
  type World,
} from '../../model/index.ts';
import { Address } from './address.ts';
import { Answered } from './answered.ts';
import { HighAvailability } from './ha.ts';
import { Holdings } from './holdings.ts';
import { Outside } from './outside.ts';
import { Proxies } from './proxies.ts';
import { ReadAge } from './read-age.ts';
import { Readers } from './readers.ts';
import type { RedisSpec } from './schema.ts';
import { type Owner, Shard } from './shard.ts';
import { RedisUpkeep } from './upkeep.ts';

/** Compiles a key-value store. */
export function declareRedis(spec: RedisSpec, world: World): Part {
  return new Redis(spec, world);
}

/** A key-value store in memory: its shards, who watches over them, and the way of clients to them. */
class Redis implements Part, Owner, Worker, Parted {
  readonly whole: Thing;
  readonly store: StoreId;
  readonly ha: HighAvailability;
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly rooms: readonly PlaceId[];
  private readonly nodes: readonly Thing[];
  private readonly shards: readonly Shard[];
  private readonly address: Address;
  private readonly proxies: Proxies | undefined;
  private readonly readers: Readers | undefined;
  private readonly readAge: ReadAge | undefined;
  private readonly exposure: Exposure;
  private readonly holdings: Holdings;
  private readonly answered: Answered;
  private readonly outside: Outside;

  constructor(spec: RedisSpec, world: World) {
    this.spec = spec;
    this.world = world;
    this.rooms = spec.places.map((path) => world.places.id(path));
    this.whole = world.truth.add(spec.name, this.rooms[0]!);
    this.nodes = Array.from({ length: 2 * spec.shards }, (_, i) => this.node(i));
    this.store = world.stores.add(spec.name, this.whole, () => this.refresh());
    this.ha = new HighAvailability(spec, world, this.whole);
    this.address = new Address(spec, world, this.whole, () => this.moved());
    this.shards = Array.from({ length: spec.shards }, (_, i) => this.shard(i));
    for (const { nodes: things, replica } of this.shards) {
      world.stores.streams.ownCopies.push({
        store: this.store,
        things,
        how: spec.replication,
        behind: () => replica.gap().age,
      });
    }
    this.proxies = spec.proxies && new Proxies(spec.proxies, world, spec.name, this.whole, this.rooms, this.address);
    this.readers =
      spec.readers &&
      new Readers(spec, spec.readers, world, this.whole, this.shards[0]!, this.address, () => this.refresh());
    this.readAge = spec.readers && new ReadAge(world, spec.name, spec.lag);
    this.exposure = world.exposures.add(spec.name);
    this.holdings = new Holdings(spec, world, this);
    this.answered = new Answered(world, this.shards, (shard) => this.reached(shard));
    const { whole, store, nodes, shards, proxies, holdings } = this;
    this.outside = new Outside(world, { whole, store, nodes, shards, proxies, holdings });
    this.offer();
  }

  /** Master and replica of each shard in turn, in the room of each. */
  private node(i: number): Thing {
    return this.world.truth.add(`${this.spec.name}/${i + 1}`, this.rooms[i % this.rooms.length]!, this.whole);
  }

  private shard(i: number): Shard {
    const { spec } = this;
    const name = spec.shards === 1 ? spec.name : `${spec.name} shard ${i + 1}`;
    return new Shard(spec, this.world, name, this.nodes.slice(2 * i, 2 * i + 2), this);
  }

  private offer(): void {
    const { spec, world, whole } = this;
    const sorts: Readonly<Record<string, readonly Thing[]>> = {
      ha: [this.ha.thing],
      config: this.ha.servers,
      proxy: this.proxies?.things ?? [],
      reader: this.readers?.things ?? [],
    };
    world.wholes.set(spec.name, whole);
    const units = [...this.nodes, ...Object.values(sorts).flat()];
    world.units.set(spec.name, units);
    world.upkeep.set(spec.name, new RedisUpkeep(units, this.shards));
    world.strikes.set(spec.name, (fault) => sorts[fault] ?? this.nodes);
    if (this.proxies !== undefined) world.entrances.set(spec.name, this.proxies.things);
    world.workforce.assignProduct(whole, this);
    world.deeds.offer(spec.name, 'switch', (args) => ({ needs: [whole], mends: [whole], end: () => this.swap(args) }));
  }

  wire(): void {
    this.holdings.wire();
    this.world.stores.part(this.store, this);
    for (const shard of this.shards) shard.wire();
    this.proxies?.wire(() => this.refresh());
    this.readers?.wire(this.rooms);
    if (this.proxies !== undefined) this.watchWays();
    this.ha.watch(this.watched, () => this.attend());
    this.world.stores.onRate(this.store, () => this.written(this.world.stores.rate[this.store]!));
  }

  /** Of two rooms with proxies, the module watches the proxies too: it leads clients to the other room. */
  private get watched(): readonly Thing[] {
    return [...this.nodes, ...(this.rooms.length > 1 ? (this.proxies?.things ?? []) : [])];
  }

  private watchWays(): void {
    const homes = new Set(
      [...this.nodes, ...(this.readers?.things ?? [])].map((thing) => this.world.truth.home(thing)),
    );
    for (const room of this.rooms) for (const home of homes) this.world.sight.watch(room, home, () => this.refresh());
  }

  private attend(): void {
    for (const shard of this.shards) shard.attend();
    this.lead();
  }

  /** Leads clients to the room where proxies work, when none seems to here. */
  private lead(): void {
    const { proxies, rooms, address, ha } = this;
    if (proxies === undefined || rooms.length === 1 || !ha.ready) return;
    const works = (room: number): boolean => proxies.in(room).some((proxy) => ha.believes(proxy));
    const here = address.room;
    address.lead(!works(here) && works(1 - here) ? 1 - here : here);
  }

  /** Every shard whose master does not stand where it is wanted swaps its two copies. */
  private swap({ place, source = NO_SOURCE }: DeedArguments): void {
    const { places, truth } = this.world;
    for (const shard of this.shards) {
      const there = place !== undefined && places.within(truth.home(shard.master), place);
      if (!there) shard.switchBy(source);
    }
  }

  promoted(master: Thing): void {
    if (this.proxies === undefined) this.address.leadTo(this.world.truth.home(master));
    this.readers?.reattach();
  }

  forgotten(source: SourceId): void {
    this.holdings.forget(source);
  }

  /** Other data have been put in place: every replica is copied anew. */
  filled(): void {
    for (const shard of this.shards) shard.filled();
    this.refresh();
  }

  private moved(): void {
    this.proxies?.moved();
    this.world.storesChanged();
    this.refresh();
  }

  /** Whether the master of a shard is met where clients are led to: there itself, or behind the proxies there. */
  private reached(shard: Shard): number {
    const { truth, sight } = this.world;
    const home = truth.home(shard.master);
    if (this.proxies === undefined) return home === this.address.place ? 1 : 0;
    return sight.reaches(this.address.place, home);
  }

  get parts(): number {
    return this.shards.length;
  }

  /** Of the keys of one shard; clients come by the way of all. */
  answeredIn(part: number, from: PlaceId, reads: boolean, writes: boolean): number {
    const { sight, truth } = this.world;
    const shard = this.shards[part]!;
    const answered = writes ? shard.writes : reads ? shard.reads : 1;
    return sight.reaches(from, truth.place[this.whole]!) * this.entered * answered * this.reached(shard);
  }

  /** The share of clients that get as far as to be led to a shard. */
  private get entered(): number {
    return this.holdings.restoring ? 0 : (this.proxies?.share ?? 1);
  }

  /** The only shard takes all writes; of several, each is told of its own. */
  private written(rate: number): void {
    this.noteAge();
    if (this.shards.length === 1) this.take(0, rate);
  }

  take(part: number, rate: number): void {
    this.shards[part]!.setRate(rate);
  }

  /** Who answers reads, and whether anything is written, may have changed. */
  private noteAge(): void {
    const { readAge, readers, world } = this;
    if (readAge === undefined) return;
    readAge.note(world.stores.rate[this.store]! > 0 ? readers?.shareOfCopies : undefined);
  }

  /** Works out again what can be read and written. */
  refresh(): void {
    this.readers?.consider();
    let [reads, writes] = [0, 0];
    for (const shard of this.shards) {
      const reached = this.reached(shard);
      reads += shard.reads * reached;
      writes += shard.writes * reached;
    }
    const { entered } = this;
    const read = this.readers?.share ?? reads / this.shards.length;
    const written = writes / this.shards.length;
    const onBoth = this.readers?.shareOfBoth(written) ?? written;
    this.open(entered * read, entered * written, entered * onBoth);
    this.noteAge();
    this.protect();
    this.outside.show(entered * Math.max(read, written));
  }

  private open(reads: number, writes: number, both: number): void {
    const { stores } = this.world;
    const { store } = this;
    const same = reads === stores.canRead[store] && writes === stores.canWrite[store];
    const moved = this.answered.moved();
    if (same && both === stores.canDoBoth[store] && !moved) return;
    stores.canDoBoth[store] = both;
    stores.canRead[store] = reads;
    stores.canWrite[store] = writes;
    this.world.storesChanged();
  }

  private protect(): void {
    const alone = this.shards.some(({ replica }) => !replica.inStep);
    const fallenBack = this.shards.some(({ replica }) => replica.fallenBack);
    this.exposure.set(alone, fallenBack, this.world.clocks.now);
  }

  phase(): Phase {
    let first: Phase = this.address.moving ? SWITCH : IDLE;
    for (const shard of this.shards) first = Math.min(first, shard.phase());
    first = Math.min(first, this.readers?.phase() ?? IDLE);
    return this.proxies?.detecting ? DETECT : first;
  }

  planned(): boolean {
    return this.shards.some((shard) => shard.planned());
  }
}
