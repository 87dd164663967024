import { GRAY, type PlaceId, Prober, serves, type Thing, type World } from '../../model/index.ts';
import type { ProxySpec } from './parts.ts';

/** The room that clients are led to. */
interface Entrance {
  readonly room: number;
  readonly place: PlaceId;
}

/**
 * The proxies that clients are spread over, as many in each room. A dead one keeps its share until checks have taken it out;
 * when all look bad, all are tried.
 */
export class Proxies {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly name: string;
  private readonly spec: ProxySpec;
  private readonly rooms: readonly PlaceId[];
  private readonly entrance: Entrance;
  private prober!: Prober;

  constructor(
    spec: ProxySpec,
    world: World,
    name: string,
    whole: Thing,
    rooms: readonly PlaceId[],
    entrance: Entrance,
  ) {
    this.spec = spec;
    this.world = world;
    this.name = name;
    this.rooms = rooms;
    this.entrance = entrance;
    this.things = rooms.flatMap((room, r) =>
      Array.from({ length: spec.count }, (_, i) =>
        world.truth.add(`${name}/proxy-${r * spec.count + i + 1}`, room, whole),
      ),
    );
  }

  wire(changed: () => void): void {
    this.prober = new Prober(this.world, `${this.name} proxies`, this.rooms, this.things, this.spec.check, changed);
    for (const thing of this.things) this.world.truth.watch(thing, changed);
  }

  /** Clients are led to another room. */
  moved(): void {
    this.prober.move(this.entrance.place);
  }

  /** The proxies of a room. */
  in(room: number): readonly Thing[] {
    return this.things.slice(room * this.spec.count, (room + 1) * this.spec.count);
  }

  /** The share of requests that meet a working proxy, 0 to 1. */
  get share(): number {
    const here = this.in(this.entrance.room);
    const first = this.entrance.room * this.spec.count;
    const inRotation = here.filter((_, i) => this.prober.belief[first + i] === 1);
    const tried = inRotation.length === 0 ? here : inRotation;
    return tried.reduce((sum, proxy) => sum + this.served(proxy), 0) / tried.length;
  }

  /** Whether a proxy that gets requests is down, and not yet taken out. */
  get detecting(): boolean {
    const { room } = this.entrance;
    return this.in(room).some(
      (proxy, i) => this.served(proxy) === 0 && this.prober.belief[room * this.spec.count + i] === 1,
    );
  }

  private served(proxy: Thing): number {
    const { truth } = this.world;
    const manner = truth.manner[proxy]!;
    if (manner === GRAY) return 1 - truth.share[proxy]!;
    return serves(manner) ? 1 : 0;
  }
}
