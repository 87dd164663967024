import { NEVER, type Us } from '../base/index.ts';
import type { Slot } from '../engine/index.ts';
import type { Copying } from './replication.ts';
import type { StoreId } from './store-id.ts';
import type { World } from './world.ts';
import { DELETED, MOST_WOUNDS, OVERWRITTEN, type WoundId } from './wounds.ts';

const NOT_PENDING = -1;

/** A stream by which wrong data may travel. */
export interface Spreading extends Copying {
  /** Whether it runs at all. */
  attached(): boolean;
  /** How long until all that was written by `at` has been sent, if nothing changes; infinite while nothing is carried. */
  untilSent(at: Us): number;
  /** How long what has been sent is on the way. May draw from chance. */
  onTheWay(): Us;
  /** Whether the target holds what the source does and nothing else. */
  readonly bringsAll: boolean;
  /** Whether what is deleted at the source is deleted at the target; by default, yes. */
  readonly carriesDeletions?: boolean;
  /** Damage that had come over to the target is no longer in the source: it holds other data, and the target must follow. */
  sourceRestored?(): void;
}

/**
 * Wrong data travel like any other write: what is damaged at the source is damaged at the target when all that was written before
 * has been carried, and one lag has passed. A stream that stands still before that keeps the target clean, and so does one that
 * carries no deletions from what was deleted. All instants are worked out; who carries says when that changes ({@link look}).
 */
export class Contagion {
  private readonly world: World;
  private readonly stream: Spreading;
  private readonly arrives: Slot;
  /** Of each damage of the source that is to come over: when it has been sent, and how long it is on the way. */
  private readonly sent: Float64Array;
  private readonly late: Float64Array;
  private readonly pending: Int32Array;

  constructor(world: World, stream: Spreading) {
    const { arena, registry } = world.workshop;
    this.world = world;
    this.stream = stream;
    this.sent = arena.f64('time', MOST_WOUNDS).fill(NOT_PENDING);
    this.late = arena.f64('time', MOST_WOUNDS);
    this.pending = arena.i32('logic', 1);
    this.arrives = registry.slot('work', `${stream.name} carries damage`, () => this.arrive());
  }

  /** Watches both ends where the direction may change. */
  wire(...ends: readonly StoreId[]): void {
    for (const end of ends)
      this.world.contents.listeners.onWound(
        end,
        (wound) => this.wounded(end, wound),
        (wound) => this.healed(end, wound),
      );
  }

  private wounded(end: StoreId, wound: WoundId): void {
    if (end !== this.stream.source() || !this.stream.attached() || !this.travels(wound)) return;
    this.pend(wound - this.world.contents.wounds.first(end));
    this.look();
  }

  private pend(k: number): void {
    if (this.sent[k] === NOT_PENDING) this.pending[0]! += 1;
    this.sent[k] = Number.POSITIVE_INFINITY;
    this.late[k] = Math.max(1, Math.ceil(this.stream.onTheWay()));
  }

  /** Whether the target can be harmed by it: what came from there is there. */
  private travels(wound: WoundId): boolean {
    const { wounds } = this.world.contents;
    const most = this.stream.carriesDeletions === false ? OVERWRITTEN : DELETED;
    if (wounds.mishap[wound]! > most) return false;
    const there = wounds.same(this.stream.target(), wound);
    return there === undefined || wounds.share[there]! < wounds.share[wound]!;
  }

  private healed(end: StoreId, wound: WoundId): void {
    const { stream } = this;
    if (end !== stream.source()) return;
    this.drop(wound - this.world.contents.wounds.first(end));
    if (stream.attached() && this.world.contents.wounds.same(stream.target(), wound) !== undefined)
      stream.sourceRestored?.();
  }

  private drop(k: number): void {
    if (this.sent[k] === NOT_PENDING) return;
    this.sent[k] = NOT_PENDING;
    this.pending[0]! -= 1;
  }

  /** Nothing that is pending comes over any more. */
  stop(): void {
    if (this.pending[0] === 0) return;
    for (let k = 0; k < MOST_WOUNDS; k++) this.drop(k);
    this.world.clocks.stop(this.arrives);
  }

  /** It may have changed when what waits will have been sent. Where the stream stands still, what was on the way is sent once more. */
  look(): void {
    if (this.pending[0] === 0) return;
    const { clocks, contents } = this.world;
    const first = contents.wounds.first(this.stream.source());
    let next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < MOST_WOUNDS; k++) {
      if (this.sent[k] === NOT_PENDING) continue;
      const wait = this.stream.untilSent(contents.wounds.at[first + k]! as Us);
      if (this.sent[k]! >= clocks.now || wait === Number.POSITIVE_INFINITY) this.sent[k] = clocks.now + wait;
      next = Math.min(next, this.sent[k]! + this.late[k]!);
    }
    if (next < NEVER) clocks.startAt(this.arrives, next as Us);
    else clocks.stop(this.arrives);
  }

  private arrive(): void {
    const { clocks, contents } = this.world;
    const first = contents.wounds.first(this.stream.source());
    for (let k = 0; k < MOST_WOUNDS; k++) {
      if (this.sent[k] === NOT_PENDING || this.sent[k]! + this.late[k]! > clocks.now) continue;
      this.drop(k);
      if (this.stream.attached()) contents.inherit(first + k, this.stream.target(), this.stream.bringsAll);
    }
    this.look();
  }

  /** What has been sent has come over: nothing is on the way any more. */
  settle(): void {
    this.look();
    for (let k = 0; k < MOST_WOUNDS; k++)
      if (this.sent[k] !== NOT_PENDING && this.sent[k]! <= this.world.clocks.now) this.late[k] = 0;
    this.arrive();
  }

  /** The stream sets out anew, with what the source has written from `position` on. */
  begin(position: number): void {
    this.stop();
    const { wounds } = this.world.contents;
    const first = wounds.first(this.stream.source());
    for (let k = 0; k < MOST_WOUNDS; k++)
      if (wounds.is(first + k) && wounds.at[first + k]! >= position && this.travels(first + k)) this.pend(k);
    this.look();
  }
}
