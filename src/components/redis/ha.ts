import { Majority, type PlaceId, Prober, serves, type Thing, type World } from '../../model/index.ts';
import type { ConfigSpec } from './parts.ts';
import type { RedisSpec } from './schema.ts';
import type { Watchman } from './takeover.ts';

/**
 * The module that watches over the copies, a part with a place of its own: lost, or cut off from what it watches, it promotes
 * nothing, or too much.
 */
export class HighAvailability implements Watchman {
  readonly thing: Thing;
  private readonly spec: RedisSpec;
  private readonly world: World;
  private readonly place: PlaceId;
  private readonly alive: Uint8Array;
  private readonly config: Majority | undefined;
  private prober!: Prober;
  private targets: readonly Thing[] = [];

  constructor(spec: RedisSpec, world: World, whole: Thing) {
    this.spec = spec;
    this.world = world;
    this.place = world.places.id(spec.ha.place);
    this.thing = world.truth.add(`${spec.name}/ha`, this.place, whole);
    this.alive = world.workshop.arena.u8('memo', 1).fill(1);
    this.config = spec.config && this.declareServers(spec.config, whole);
  }

  /** Three copies keep which node is the master. */
  private declareServers({ places, election }: ConfigSpec, whole: Thing): Majority {
    const { world, spec, place } = this;
    const homes = places.map((path) => world.places.id(path));
    return new Majority(world, {
      name: spec.name,
      whole,
      sort: 'config',
      count: 3,
      places: homes,
      from: place,
      election,
    });
  }

  /** Starts to watch; `changed` is told whenever it sees or can do something else. */
  watch(targets: readonly Thing[], changed: () => void): void {
    const { world, spec } = this;
    this.targets = targets;
    this.prober = new Prober(world, `${spec.name} HA`, [this.place], targets, spec.ha.heartbeat, changed);
    world.truth.watch(this.thing, () => this.selfChanged(changed));
    const homes = new Set(targets.map((target) => world.truth.home(target)));
    for (const home of homes) world.sight.watch(this.place, home, changed);
    this.config?.wire(changed);
  }

  private selfChanged(changed: () => void): void {
    const alive = this.works ? 1 : 0;
    if (alive === this.alive[0]) return;
    this.alive[0] = alive;
    if (alive === 1) this.prober.wake();
    else this.prober.pause();
    changed();
  }

  private get works(): boolean {
    return serves(this.world.truth.manner[this.thing]!);
  }

  /** Whether it can promote: it works, and can have the new master written down. */
  get ready(): boolean {
    return this.works && (this.config?.ready ?? true);
  }

  /** The servers that know which copy is the master. */
  get servers(): readonly Thing[] {
    return this.config?.things ?? [];
  }

  believes(node: Thing): boolean {
    return this.prober.believes(this.targets.indexOf(node));
  }

  reaches(node: Thing): boolean {
    return this.world.sight.reaches(this.place, this.world.truth.home(node)) === 1;
  }
}
