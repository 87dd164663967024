import type { Slot } from '../../engine/index.ts';
import { type PlaceId, serves, type Thing, type World } from '../../model/index.ts';
import type { ConfigSpec } from './parts.ts';

const COPIES = 3;
const MAJORITY = 2;
const NOBODY = -1;

/** What the configuration servers need of those who ask them. */
interface Client {
  /** The component's name, and the thing that it is as a whole. */
  readonly name: string;
  readonly whole: Thing;
  /** From where they are asked. */
  readonly place: PlaceId;
}

/**
 * Three servers that keep by majority which copy is the master. Without a majority, or while a leader is elected, nothing can
 * be changed; what the proxies know already goes on working. An election follows the loss of the leader and the return of a
 * majority, not the loss of a follower.
 */
export class ConfigServers {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly client: Client;
  private readonly leader: Int32Array;
  private readonly election: Slot;
  private changed: () => void = () => {};

  constructor(spec: ConfigSpec, world: World, client: Client) {
    const { arena, registry } = world.workshop;
    const { name, whole } = client;
    const places = spec.places.map((path) => world.places.id(path));
    this.world = world;
    this.client = client;
    this.things = Array.from({ length: COPIES }, (_, i) =>
      world.truth.add(`${name}/config-${i + 1}`, places[Math.floor((i * places.length) / COPIES)]!, whole),
    );
    this.leader = arena.i32('logic', 1);
    const random = { law: spec.election, stream: `${name} election` };
    this.election = registry.slot('work', `${name} election`, () => this.elected(), 0, random);
  }

  /** Starts to watch; `changed` is told when changes become possible, or impossible. */
  wire(changed: () => void): void {
    const { truth, sight } = this.world;
    this.changed = changed;
    for (const thing of this.things) truth.watch(thing, () => this.look());
    const homes = new Set(this.things.map((thing) => truth.home(thing)));
    for (const home of homes) sight.watch(this.client.place, home, () => this.look());
  }

  /** Whether the configuration can be changed. */
  get ready(): boolean {
    return this.leader[0] !== NOBODY;
  }

  private works(thing: Thing): boolean {
    const { truth, sight } = this.world;
    return serves(truth.manner[thing]!) && sight.reaches(this.client.place, truth.home(thing)) === 1;
  }

  private look(): void {
    const { clocks } = this.world;
    const majority = this.things.filter((thing) => this.works(thing)).length >= MAJORITY;
    if (!majority) clocks.stop(this.election);
    else if (this.ready && this.works(this.things[this.leader[0]!]!)) return;
    else if (!clocks.armed(this.election)) clocks.start(this.election);
    if (!this.ready) return;
    this.leader[0] = NOBODY;
    this.changed();
  }

  private elected(): void {
    this.leader[0] = this.things.findIndex((thing) => this.works(thing));
    this.changed();
  }
}
