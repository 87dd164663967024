import type { Slot } from '../../engine/index.ts';
import { type PlaceId, roleCode, type Thing, type World } from '../../model/index.ts';
import type { RedisSpec } from './schema.ts';

/**
 * Where the network leads the clients' address: they keep it, and a more specific route that is withdrawn or announced moves
 * it to the other room. No name is resolved anew and nobody is repointed.
 */
export class Address {
  private readonly world: World;
  private readonly whole: Thing;
  private readonly rooms: readonly PlaceId[];
  /** The room that it leads to now, and the one that it is being moved to. */
  private readonly at: Uint8Array;
  private readonly next: Uint8Array;
  private readonly move: Slot;
  private readonly moved: () => void;

  constructor(spec: RedisSpec, world: World, whole: Thing, moved: () => void) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.whole = whole;
    this.moved = moved;
    this.rooms = spec.places.map((path) => world.places.id(path));
    this.at = arena.u8('logic', 1);
    this.next = arena.u8('logic', 1);
    const random = { law: spec.route, stream: `${spec.name} route` };
    this.move = registry.slot('work', `${spec.name} route`, () => this.arrive(), 0, random);
  }

  get room(): number {
    return this.at[0]!;
  }

  get place(): PlaceId {
    return this.rooms[this.at[0]!]!;
  }

  get moving(): boolean {
    return this.world.clocks.armed(this.move);
  }

  /** Leads it to the room that `place` lies in. */
  leadTo(place: PlaceId): void {
    this.lead(Math.max(0, this.rooms.indexOf(place)));
  }

  lead(room: number): void {
    if (this.moving && this.next[0] === room) return;
    this.next[0] = room;
    if (room === this.at[0]) this.world.clocks.stop(this.move);
    else this.world.clocks.start(this.move);
  }

  private arrive(): void {
    this.at[0] = this.next[0]!;
    this.world.truth.place[this.whole] = this.place;
    this.world.records.role(this.whole, roleCode('zone'), this.world.wholes.get(this.world.places.path(this.place))!);
    this.world.truth.notify(this.whole);
    this.moved();
  }
}
