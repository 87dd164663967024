import type { Slot } from '../engine/index.ts';
import type { Law } from '../random/index.ts';
import { serves } from './manner.ts';
import type { PlaceId } from './places.ts';
import type { Thing } from './thing.ts';
import type { World } from './world.ts';

const NOBODY = -1;

/** Servers that decide by majority, as one declares them. */
export interface MajoritySettings {
  /** The component's name, and the thing that it is as a whole. */
  readonly name: string;
  readonly whole: Thing;
  /** What each server is called after the component, before its number: `config` of `cache/config-1`. */
  readonly sort: string;
  readonly count: number;
  /** They are spread over these in blocks. */
  readonly places: readonly PlaceId[];
  /** From where they are asked. */
  readonly from: PlaceId;
  /** How long they take to agree on a leader. */
  readonly election: Law;
}

/**
 * Servers that keep something by majority. Without a majority, or while a leader is elected, nothing can be asked of them. An
 * election follows the loss of the leader and the return of a majority, not the loss of a follower.
 */
export class Majority {
  readonly things: readonly Thing[];
  private readonly world: World;
  private readonly from: PlaceId;
  private readonly leader: Int32Array;
  private readonly election: Slot;
  private changed: () => void = () => {};

  constructor(world: World, settings: MajoritySettings) {
    const { arena, registry } = world.workshop;
    const { name, whole, sort, count, places, from, election } = settings;
    this.world = world;
    this.from = from;
    this.things = Array.from({ length: count }, (_, i) =>
      world.truth.add(`${name}/${sort}-${i + 1}`, places[Math.floor((i * places.length) / count)]!, whole),
    );
    this.leader = arena.i32('logic', 1);
    const random = { law: election, stream: `${name} election` };
    this.election = registry.slot('work', `${name} election`, () => this.elected(), 0, random);
  }

  /** Starts to watch; `changed` is told when they can be asked, or can no longer. */
  wire(changed: () => void): void {
    const { truth, sight } = this.world;
    this.changed = changed;
    for (const thing of this.things) truth.watch(thing, () => this.look());
    const homes = new Set(this.things.map((thing) => truth.home(thing)));
    for (const home of homes) sight.watch(this.from, home, () => this.look());
  }

  /** Whether they have a leader. */
  get ready(): boolean {
    return this.leader[0] !== NOBODY;
  }

  get electing(): boolean {
    return this.world.clocks.armed(this.election);
  }

  private works(thing: Thing): boolean {
    const { truth, sight } = this.world;
    return serves(truth.manner[thing]!) && sight.reaches(this.from, truth.home(thing)) === 1;
  }

  private look(): void {
    const { clocks } = this.world;
    const working = this.things.filter((thing) => this.works(thing)).length;
    const majority = 2 * working > this.things.length;
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
