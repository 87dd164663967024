import { MINUTE, type Us } from '../../base/index.ts';
import type { PlaceId, Thing, World } from '../../model/index.ts';

/** What is copied from where to where. */
interface Copied {
  readonly from: string;
  readonly to: string;
  /** Bytes. */
  readonly size: number;
}

const NOT_YET = -1;

/** Where the numbers of the state stand. */
const BEGUN = 0;
/** When the first of it came over: what is written from then on is not in it. */
const POSITION = 1;
const STATED = 2;
/** How long it has gone on, and the bytes that are still to come, as of an instant; and how many come a second from then on. */
const GONE_ON = 3;
const BYTES = 4;
const SPEED = 5;
const AS_OF = 6;

/**
 * A full copy from one store to another by a step of a plan. It takes as long as the step states, or as the line needs where that
 * is longer, which gives it what one more stream would get; while the way is cut it stands still, and goes on where it stopped.
 */
export class FullCopy {
  private readonly world: World;
  private readonly copied: Copied;
  private readonly ends: readonly [from: Thing, to: Thing];
  private readonly active: Uint8Array;
  private readonly open: Uint8Array;
  private readonly times: Float64Array;

  constructor(world: World, copied: Copied) {
    const { arena } = world.workshop;
    this.world = world;
    this.copied = copied;
    this.ends = [world.wholes.get(copied.from)!, world.wholes.get(copied.to)!];
    this.active = arena.u8('logic', 1);
    this.open = arena.u8('logic', 1);
    this.times = arena.f64('time', 7);
    for (const from of this.homes(copied.from))
      for (const to of this.homes(copied.to)) world.sight.watch(from, to, () => this.look());
    world.ways.listen(() => this.look());
  }

  private homes(store: string): ReadonlySet<PlaceId> {
    const { units, truth } = this.world;
    return new Set((units.get(store) ?? []).map((unit) => truth.home(unit)));
  }

  private get source(): PlaceId {
    return this.world.truth.place[this.ends[0]]!;
  }

  private get target(): PlaceId {
    return this.world.truth.place[this.ends[1]]!;
  }

  begin(): void {
    const { times } = this;
    times.fill(NOT_YET);
    times[BEGUN] = this.world.clocks.now;
    times[GONE_ON] = 0;
    times[BYTES] = this.copied.size;
    this.active[0] = 1;
    this.open[0] = 0;
    this.look();
  }

  /** The way may have been cut, work again, or carry more or less. */
  private look(): void {
    if (this.active[0] === 0) return;
    const { times, world } = this;
    const { now } = world.clocks;
    if (this.open[0] === 1) this.goOn(now - times[AS_OF]!);
    times[AS_OF] = now;
    this.open[0] = world.sight.reaches(this.source, this.target);
    if (this.open[0] === 0) return;
    if (times[POSITION] === NOT_YET) times[POSITION] = now;
    times[SPEED] = world.ways.room(this.source, this.target);
  }

  private goOn(span: number): void {
    const { times } = this;
    times[GONE_ON]! += span;
    times[BYTES] = span < this.onLine() ? times[BYTES]! - (times[SPEED]! * span) / 1e6 : 0;
  }

  /** How long the line needs for what is still to come. */
  private onLine(): number {
    return this.times[BYTES] === 0 ? 0 : Math.ceil((this.times[BYTES]! * 1e6) / this.times[SPEED]!);
  }

  /** How long until it may have ended. First the step waits for what it states; that is known when it is over. */
  takes(): Us {
    if (this.times[STATED] === NOT_YET) return 0 as Us;
    const left = this.left();
    // It cannot end sooner while the way is cut; nor is it looked at all the time when next to nothing is left.
    return (this.open[0] === 1 ? left : Math.max(left, MINUTE)) as Us;
  }

  private left(): number {
    this.look();
    const { times } = this;
    return Math.max(0, times[STATED]! - times[GONE_ON]!, this.onLine());
  }

  /** Whether all has come over; asked when what the step states is over. */
  ready(): boolean {
    const { times, world } = this;
    if (times[STATED] === NOT_YET) times[STATED] = world.clocks.now - times[BEGUN]!;
    return this.left() === 0 && times[POSITION] !== NOT_YET;
  }

  /** It is of use: with all that had been written by the instant that is given back. */
  end(): Us {
    this.active[0] = 0;
    return this.times[POSITION]! as Us;
  }
}
