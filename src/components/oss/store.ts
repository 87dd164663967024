import type { Us } from '../../base/index.ts';
import {
  Crowd,
  DETECT,
  EXIT,
  GRAY,
  IDLE,
  Majority,
  type Manner,
  OK,
  type Part,
  type Phase,
  type PlaceId,
  type SourceId,
  type StoreId,
  SWITCH,
  serves,
  type Thing,
  type Worker,
  type World,
} from '../../model/index.ts';
import { Chunks } from './chunks.ts';
import { Holdings } from './holdings.ts';
import type { OssSpec } from './schema.ts';

/** Compiles an object store. */
export function declareOss(spec: OssSpec, world: World): Part {
  return new ObjectStore(spec, world);
}

/** Requests meet a node that takes them, one that knows names, the masters, and the servers that hold the data. */
class ObjectStore implements Part, Worker {
  private readonly spec: OssSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly store: StoreId;
  private readonly place: PlaceId;
  private readonly masters: Majority;
  private readonly chunks: Chunks;
  private readonly tiers: Readonly<Record<'kv' | 'ws', readonly Thing[]>>;
  private readonly holdings: Holdings | undefined;
  private crowds: readonly Crowd[] = [];

  constructor(spec: OssSpec, world: World) {
    this.spec = spec;
    this.world = world;
    this.place = world.places.id(around(spec.places));
    this.whole = world.truth.add(spec.name, this.place);
    this.store = world.stores.add(spec.name, this.whole, () => this.refresh());
    this.masters = this.declareMasters();
    this.tiers = { kv: this.parts('kv', spec.kvServers), ws: this.parts('ws', spec.wsNodes) };
    const servers = this.parts('chunk', spec.chunkServers);
    this.tellCopies(servers);
    this.chunks = new Chunks(world, servers, spec.recopy, () => this.refresh());
    const { whole, store } = this;
    if (spec.backups !== undefined)
      this.holdings = new Holdings(spec, world, { whole, store, refresh: () => this.refresh() });
    this.offer({ chunk: servers, master: this.masters.things, ...this.tiers });
  }

  private get homes(): readonly PlaceId[] {
    return this.spec.places.map((path) => this.world.places.id(path));
  }

  /** What is acknowledged is in every place that works. */
  private tellCopies(servers: readonly Thing[]): void {
    const { store, homes, world } = this;
    for (const home of homes.slice(1)) {
      const things = servers.filter((server) => world.truth.home(server) === home);
      world.stores.streams.ownCopies.push({ store, things, how: 'synchronous', behind: () => 0 as Us });
    }
  }

  private declareMasters(): Majority {
    const { world, spec, whole, homes: places, place: from } = this;
    const { name, masters: count, election } = spec;
    return new Majority(world, { name, whole, sort: 'master', count, places, from, election });
  }

  /** Parts of one sort, spread over the places in blocks. */
  private parts(sort: string, count: number): Thing[] {
    const { homes, world, spec, whole } = this;
    return Array.from({ length: count }, (_, i) =>
      world.truth.add(`${spec.name}/${sort}-${i + 1}`, homes[Math.floor((i * homes.length) / count)]!, whole),
    );
  }

  private offer(sorts: Readonly<Record<string, readonly Thing[]>>): void {
    const { world, spec, whole } = this;
    const all = Object.values(sorts).flat();
    world.wholes.set(spec.name, whole);
    world.units.set(spec.name, all);
    world.strikes.set(spec.name, (fault) => sorts[fault] ?? all);
    world.entrances.set(spec.name, this.tiers.ws);
    world.workforce.assignProduct(whole, this);
  }

  wire(): void {
    const { world, spec, tiers, place } = this;
    const changed = (): void => this.refresh();
    this.crowds = [
      new Crowd(world, `${spec.name} WS`, [place], tiers.ws, spec.check, changed),
      new Crowd(world, `${spec.name} KV`, [place], tiers.kv, spec.check, changed),
    ];
    this.masters.wire(changed);
    this.chunks.wire();
    this.holdings?.wire();
  }

  /** Works out again what can be read and written. */
  private refresh(): void {
    const { stores } = this.world;
    const { store } = this;
    let entered = this.admits ? 1 : 0;
    for (let i = 0; i < this.crowds.length; i++) entered *= this.crowds[i]!.share();
    const reads = entered * this.chunks.readable;
    const writes = this.chunks.writable ? entered : 0;
    if (reads !== stores.canRead[store] || writes !== stores.canWrite[store]) {
      stores.canRead[store] = reads;
      stores.canWrite[store] = writes;
      this.world.storesChanged();
    }
    this.show(Math.min(reads, writes));
  }

  private get admits(): boolean {
    return this.masters.ready && this.holdings?.restoring !== true;
  }

  /** How the store looks from outside: gray while a share of requests is not served, refusing while none is. */
  private show(served: number): void {
    const { truth } = this.world;
    const manner: Manner = served === 1 ? OK : served > 0 ? GRAY : EXIT;
    truth.share[this.whole] = 1 - served;
    truth.probesFail[this.whole] = 1 - served;
    if (manner !== truth.manner[this.whole]) truth.derive(this.whole, manner, this.why());
  }

  /** What its state is put down to: the first part that does not work; where all do, what its data are restored for, or a gray one. */
  private why(): SourceId {
    const { truth, contents, units } = this.world;
    const parts = units.get(this.spec.name)!;
    const down = parts.find((part) => !serves(truth.manner[part]!));
    if (down !== undefined) return truth.cause[down]!;
    if (this.holdings?.restoring === true) return contents.source[this.store]!;
    return truth.cause[parts.find((part) => truth.manner[part] === GRAY) ?? this.whole]!;
  }

  phase(): Phase {
    if (this.crowds.some((crowd) => crowd.detecting())) return DETECT;
    return this.masters.electing ? SWITCH : IDLE;
  }
}

/** The smallest place around several. */
function around(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('/'));
  let depth = first!.length;
  for (const other of others)
    while (depth > 1 && first!.slice(0, depth).join('/') !== other.slice(0, depth).join('/')) depth--;
  return first!.slice(0, depth).join('/');
}
