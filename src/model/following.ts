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
  /** Bytes that are still to come, and how many come a second, as of an instant. */
  private readonly left: Float64Array;
  private readonly speed: Float64Array;
  private readonly asOf: Float64Array;
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
    this.left = arena.f64('time', 1);
    this.speed = arena.f64('time', 1);
    this.asOf = arena.f64('time', 1);
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

  /**
   * Begins the copy of so many bytes, or goes on with the one that is under way at so many a second from now on, above 0.
   * @param atLeast what it takes however fast they come, seconds
   */
  begin(bytes: number, speed: number, atLeast = 0): void {
    const { now } = this.world.clocks;
    if (this.state[0] === UNKNOWN) {
      this.state[0] = COPYING;
      this.began[0] = now;
      this.held[0] = this.backlog.comeIn(now);
      this.left[0] = bytes;
    } else if (speed === this.speed[0]) return;
    else this.left[0] = Math.max(0, this.left[0]! - (this.speed[0]! * (now - this.asOf[0]!)) / 1e6);
    this.speed[0] = speed;
    this.asOf[0] = now;
    const seconds = Math.max(this.left[0]! / speed, atLeast - (now - this.began[0]!) / 1e6);
    this.world.clocks.startFor(this.copy, Math.ceil(seconds * 1e6) as Us);
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
