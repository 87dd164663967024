import { NEVER, type Us } from '../../base/index.ts';
import type { Slot } from '../../engine/index.ts';
import type { StoreId, World } from '../../model/index.ts';
import type { Law } from '../../random/index.ts';
import { Trail } from './trail.ts';

/** How a copy stands to the one that takes the writes. */
const IN_STEP = 0;
/** Gone, or out of reach: it receives nothing. */
const LOST = 1;
/** There again, working off what it has missed. */
const CATCHING_UP = 2;

/** How fast a copy gets into step again. */
export interface Pace {
  /** Speed at which a backlog is worked off, in multiples of the write rate, above 1. */
  readonly catchUp: number;
  /** Bytes. */
  readonly size: number;
  /** Of a full copy, bytes a second. */
  readonly rebuildSpeed: number;
  /** How long a full copy takes where that is stated: then nothing is worked off by log. */
  readonly rebuild: Law | undefined;
}

/** How a copy is called: its slot, and its stream of chance. */
export interface FollowerNames {
  readonly slot: string;
  readonly stream: string;
}

/** A copy of a store: in step, lost, or catching up by log or by a full copy, whichever is shorter. */
export class Follower {
  private readonly world: World;
  private readonly pace: Pace;
  private readonly trail: Trail;
  private readonly state: Uint8Array;
  private readonly slot: Slot;
  private readonly done: () => void;

  /** `done` is called when it is in step again. */
  constructor(world: World, store: StoreId, pace: Pace, names: FollowerNames, done: () => void) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.pace = pace;
    this.done = done;
    this.state = arena.u8('logic', 1);
    this.trail = new Trail(world, store, () => this.replan());
    const random = pace.rebuild && { law: pace.rebuild, stream: names.stream };
    this.slot = registry.slot('work', names.slot, () => this.caughtUp(), 0, random);
  }

  get inStep(): boolean {
    return this.state[0] === IN_STEP;
  }

  get lost(): boolean {
    return this.state[0] === LOST;
  }

  get catchingUp(): boolean {
    return this.state[0] === CATCHING_UP;
  }

  /** Whether it is written anew from the start; how a stated `rebuild` is done nobody knows, so that the old state counts. */
  get copying(): boolean {
    return this.catchingUp && this.pace.rebuild === undefined && !this.trail.following;
  }

  /** It receives nothing from now on. */
  lose(): void {
    if (this.inStep) this.fallBehind();
    else this.stay();
  }

  /** The same for one that was in step with another primary until now. */
  fallBehind(): void {
    this.world.clocks.stop(this.slot);
    this.state[0] = LOST;
    this.trail.begin();
  }

  /** It stops catching up, where it is. */
  stay(): void {
    this.world.clocks.stop(this.slot);
    if (!this.catchingUp) return;
    this.state[0] = LOST;
    this.trail.halt();
  }

  /** It is there again: by log, or by a full copy, which is of use when it is whole. An empty disk needs the copy. */
  catchUp(empty = false): void {
    this.state[0] = CATCHING_UP;
    if (this.pace.rebuild === undefined) this.followOrCopy(empty);
    else this.world.clocks.start(this.slot);
  }

  private followOrCopy(empty: boolean): void {
    const { size, rebuildSpeed, catchUp } = this.pace;
    const byLog = empty ? NEVER : this.trail.timeLeft(catchUp);
    const byCopy = Math.ceil((size / rebuildSpeed) * 1e6) as Us;
    if (byLog <= byCopy) this.trail.follow(catchUp);
    this.world.clocks.startFor(this.slot, Math.min(byLog, byCopy) as Us);
  }

  /** Writes have stopped, flow again, or come faster: what is worked off by log ends sooner or later. */
  replan(): void {
    if (this.trail.following) this.world.clocks.startFor(this.slot, this.trail.timeLeft(this.pace.catchUp));
  }

  /** More may have been written meanwhile than when it began. */
  private caughtUp(): void {
    const left = this.trail.following ? this.trail.timeLeft(this.pace.catchUp) : (0 as Us);
    if (left > 0) this.world.clocks.startFor(this.slot, left);
    else {
      this.enterStep();
      this.done();
    }
  }

  /** It has everything. */
  enterStep(): void {
    this.world.clocks.stop(this.slot);
    this.state[0] = IN_STEP;
    this.trail.end();
  }

  /** How long until it is in step as things are; without end where it does not catch up. */
  untilInStep(): Us {
    if (!this.catchingUp) return NEVER;
    return Math.max(1, this.world.clocks.due(this.slot) - this.world.clocks.now) as Us;
  }

  /** How much newer the last acknowledged write is than what it has received. */
  behind(): Us {
    return this.trail.age();
  }

  /** Acknowledged writes that it has not received. */
  missing(): number {
    return this.trail.writes();
  }
}
