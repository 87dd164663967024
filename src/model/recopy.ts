import { SECOND, type Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { World } from './world.ts';

const IDLE = 0;
const COPYING = 1;

/** Carries all that a store holds over again, at whatever speed there is; what has been carried stays so while the way is cut. */
export class Recopy {
  private readonly world: World;
  private readonly state: Uint8Array;
  private readonly began: Float64Array;
  /** Bytes that are left, and bytes a second, as of an instant. */
  private readonly left: Float64Array;
  private readonly speed: Float64Array;
  private readonly since: Float64Array;
  private readonly ends: Slot;

  /**
   * @param slot names its clock
   * @param done called when all is there, with the instant at which it was begun
   */
  constructor(world: World, slot: string, done: (position: Us) => void) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.state = arena.u8('logic', 1);
    this.began = arena.f64('time', 1);
    this.left = arena.f64('time', 1);
    this.speed = arena.f64('time', 1);
    this.since = arena.f64('time', 1);
    this.ends = registry.slot('work', slot, () => {
      this.state[0] = IDLE;
      done(this.began[0]! as Us);
    });
  }

  get active(): boolean {
    return this.state[0] === COPYING;
  }

  /** Begins with so many bytes; from the beginning where it was under way. It stands still until it is given a speed. */
  begin(bytes: number): void {
    const { now } = this.world.clocks;
    this.state[0] = COPYING;
    this.began[0] = now;
    this.left[0] = bytes;
    this.speed[0] = 0;
    this.since[0] = now;
    this.world.clocks.stop(this.ends);
  }

  /** So many bytes a second from now on; Infinity where nothing limits them. */
  setSpeed(speed: number): void {
    if (!this.active || speed === this.speed[0]) return;
    const { clocks } = this.world;
    const carried = (this.speed[0]! * (clocks.now - this.since[0]!)) / SECOND;
    this.left[0] = Math.max(0, this.left[0]! - (carried > 0 ? carried : 0));
    this.since[0] = clocks.now;
    this.speed[0] = speed;
    if (speed > 0) clocks.startFor(this.ends, Math.ceil((this.left[0]! / speed) * SECOND) as Us);
    else clocks.stop(this.ends);
  }
}
