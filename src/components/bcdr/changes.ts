import type { Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import { Backlog, type World } from '../../model/index.ts';
import type { BcdrSpec } from './schema.ts';

/** What the protected copy is like. */
const FOLLOWING = 0;
/** Changes have been missed: only a full comparison tells what differs. */
const UNKNOWN = 1;
const COMPARING = 2;

const STATE = 0;

/**
 * Changed blocks that wait in the cache of an appliance, compressed. While the line is cut, or thinner than what is written,
 * they pile up; when the cache is full, or the appliance itself has been away, nobody knows any more which blocks differ, and
 * replication begins anew with a full comparison. Until that ends, the copy stands where it stood.
 */
export class Changes {
  readonly backlog: Backlog;
  private readonly spec: BcdrSpec;
  private readonly world: World;
  private readonly state: Uint8Array;
  private readonly began: Float64Array;
  private readonly comparison: Slot;
  private readonly compared: () => void;

  /** @param compared called when the copy follows again */
  constructor(spec: BcdrSpec, world: World, compared: () => void) {
    const { arena, registry } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.compared = compared;
    this.backlog = new Backlog(arena);
    this.state = arena.u8('logic', 1);
    this.began = arena.f64('time', 1);
    this.comparison = registry.slot('work', `${spec.name} compares`, () => this.end());
  }

  get following(): boolean {
    return this.state[STATE] === FOLLOWING;
  }

  /** Looks whether the cache has filled up since; asked before anything else changes. */
  look(): void {
    if (this.following && this.backlog.rows(this.world.clocks.now) > this.spec.cache) this.forget();
  }

  /** Nobody knows any more what differs. */
  forget(): void {
    if (this.state[STATE] === COMPARING) this.world.clocks.stop(this.comparison);
    this.state[STATE] = UNKNOWN;
    this.backlog.setCapacity(0, this.world.clocks.now);
  }

  /** How many bytes a second can be sent now; 0 while nothing can. */
  send(width: number): void {
    this.look();
    const { clocks } = this.world;
    const speed = Math.min(width, this.spec.throughput);
    if (this.following) this.backlog.setCapacity(speed, clocks.now);
    else if (speed === 0) this.forget();
    else if (this.state[STATE] === UNKNOWN) this.begin(speed);
  }

  /** Both copies are read, and what differs is sent. */
  private begin(speed: number): void {
    const { clocks } = this.world;
    const differs = Math.min(this.backlog.rows(clocks.now), this.spec.size / this.spec.compression);
    const seconds = Math.max(this.spec.size / this.spec.compareSpeed, differs / speed);
    this.state[STATE] = COMPARING;
    this.began[0] = clocks.now;
    clocks.startFor(this.comparison, Math.ceil(seconds * 1e6) as Us);
  }

  private end(): void {
    this.state[STATE] = FOLLOWING;
    this.backlog.restart(this.began[0]! as Us, this.world.clocks.now);
    this.compared();
  }

  /** Follows from a full copy that was begun at `position`. */
  restart(position: Us): void {
    this.world.clocks.stop(this.comparison);
    this.state[STATE] = FOLLOWING;
    this.backlog.restart(position, this.world.clocks.now);
  }
}
