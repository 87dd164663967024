import type { Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { Backlog } from './backlog.ts';
import type { World } from './world.ts';

/** It knows what the target lacks. */
const FOLLOWING = 0;
/** More has been missed than is known of: only a whole copy, or a full comparison, tells what differs. */
const UNKNOWN = 1;
const COPYING = 2;

/**
 * Whether a replication knows what its target lacks. When it does not any more, it begins anew with a copy of everything, or a
 * comparison; until that ends, the target counts as standing where it stood.
 */
export class Following {
  private readonly world: World;
  private readonly backlog: Backlog;
  private readonly state: Uint8Array;
  /** When the copy was begun, and how many rows had come in by then. */
  private readonly began: Float64Array;
  private readonly held: Float64Array;
  private readonly copy: Slot;
  private readonly followsAgain: (position: Us) => void;

  /**
   * @param slot names the clock of the copy
   * @param followsAgain called when the target follows again, with the instant at which the copy was begun
   */
  constructor(world: World, slot: string, backlog: Backlog, followsAgain: (position: Us) => void) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.backlog = backlog;
    this.followsAgain = followsAgain;
    this.state = arena.u8('logic', 1);
    this.began = arena.f64('time', 1);
    this.held = arena.f64('time', 1);
    this.copy = registry.slot('work', slot, () => this.end());
  }

  get following(): boolean {
    return this.state[0] === FOLLOWING;
  }

  /** Nobody knows any more what differs; a copy that was under way is of no use. */
  forget(): void {
    if (this.state[0] === COPYING) this.world.clocks.stop(this.copy);
    this.state[0] = UNKNOWN;
    this.backlog.setCapacity(0, this.world.clocks.now);
  }

  /** Begins the copy, unless it is under way. */
  begin(seconds: number): void {
    if (this.state[0] !== UNKNOWN) return;
    const { clocks } = this.world;
    this.state[0] = COPYING;
    this.began[0] = clocks.now;
    this.held[0] = this.backlog.comeIn(clocks.now);
    clocks.startFor(this.copy, Math.ceil(seconds * 1e6) as Us);
  }

  private end(): void {
    this.state[0] = FOLLOWING;
    this.backlog.passTo(this.held[0]!, this.world.clocks.now, this.began[0]! as Us);
    this.followsAgain(this.began[0]! as Us);
  }

  /** Follows from a copy that was begun at `position`, of what has been written at another source than before. */
  restart(position: Us): void {
    const { clocks } = this.world;
    clocks.stop(this.copy);
    this.state[0] = FOLLOWING;
    this.backlog.pass(position, clocks.now);
  }
}
