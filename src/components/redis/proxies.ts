import { Crowd, type PlaceId, type Thing, type World } from '../../model/index.ts';
import type { ProxySpec } from './parts.ts';

/** The room that clients are led to. */
interface Entrance {
  readonly room: number;
  readonly place: PlaceId;
}

/** The proxies that clients are spread over, as many in each room. */
export class Proxies {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly name: string;
  private readonly spec: ProxySpec;
  private readonly rooms: readonly PlaceId[];
  private readonly entrance: Entrance;
  private crowd!: Crowd;

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
    this.crowd = new Crowd(this.world, `${this.name} proxies`, this.rooms, this.things, this.spec.check, changed);
  }

  /** Clients are led to another room. */
  moved(): void {
    this.crowd.move(this.entrance.place);
  }

  /** The proxies of a room. */
  in(room: number): readonly Thing[] {
    return this.things.slice(this.first(room), this.first(room + 1));
  }

  private first(room: number): number {
    return room * this.spec.count;
  }

  /** The share of requests that meet a working proxy, 0 to 1. */
  get share(): number {
    const { room } = this.entrance;
    return this.crowd.share(this.first(room), this.first(room + 1));
  }

  /** Whether a proxy that gets requests is down, and not yet taken out. */
  get detecting(): boolean {
    const { room } = this.entrance;
    return this.crowd.detecting(this.first(room), this.first(room + 1));
  }
}
