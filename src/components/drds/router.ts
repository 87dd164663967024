import {
  EXIT,
  GRAY,
  type Manner,
  OK,
  type Part,
  Routed,
  type StoreId,
  serves,
  type Thing,
  type World,
} from '../../model/index.ts';
import type { DrdsSpec } from './schema.ts';

/** Compiles routers before shards. */
export function declareDrds(spec: DrdsSpec, world: World): Part {
  return new Router(spec, world);
}

/** Equal nodes that keep nothing: each sends a request to the shard of its key. */
class Router implements Part {
  private readonly spec: DrdsSpec;
  private readonly world: World;
  private readonly whole: Thing;
  private readonly store: StoreId;
  private readonly nodes: readonly Thing[];
  private sharding!: Routed;

  constructor(spec: DrdsSpec, world: World) {
    const homes = spec.places.map((path) => world.places.id(path));
    this.spec = spec;
    this.world = world;
    this.whole = world.truth.add(spec.name, homes[0]!);
    this.store = world.stores.add(spec.name, this.whole, () => this.refresh());
    this.nodes = Array.from({ length: spec.nodes }, (_, i) =>
      world.truth.add(`${spec.name}/${i + 1}`, homes[Math.floor((i * homes.length) / spec.nodes)]!, this.whole),
    );
    world.wholes.set(spec.name, this.whole);
    world.units.set(spec.name, this.nodes);
  }

  wire(): void {
    const { world, spec, nodes } = this;
    const shards = spec.shards.map((shard) => world.stores.id(shard));
    this.sharding = new Routed(world, nodes, shards);
    world.stores.shard(this.store, this.sharding);
    for (const node of nodes) world.truth.watch(node, () => this.nodeChanged());
    for (const shard of shards) world.truth.watch(world.stores.things[shard]!, () => this.refresh());
  }

  private nodeChanged(): void {
    this.world.storesChanged();
    this.refresh();
  }

  /** How it looks from outside: gray while some keys are not served, refusing while none are. */
  private refresh(): void {
    const { truth } = this.world;
    const served = this.served();
    const manner: Manner = served >= 1 ? OK : served > 0 ? GRAY : EXIT;
    this.stand();
    truth.share[this.whole] = 1 - served;
    truth.probesFail[this.whole] = 1 - served;
    truth.derive(this.whole, manner, truth.cause[this.down() ?? this.whole]!);
  }

  /** It is met where a node of it works. */
  private stand(): void {
    const { truth } = this.world;
    const working = this.nodes.find((node) => serves(truth.manner[node]!));
    if (working !== undefined) truth.place[this.whole] = truth.home(working);
  }

  private served(): number {
    const { sharding } = this;
    const sum = sharding.shards.reduce((all, _, shard) => all + sharding.opened(shard, 'canRead'), 0);
    return sum / sharding.shards.length;
  }

  private down(): Thing | undefined {
    const { truth, stores } = this.world;
    const parts = [...this.nodes, ...this.sharding.shards.map((shard) => stores.things[shard]!)];
    return parts.find((part) => truth.manner[part] !== OK);
  }
}
