import type { Us } from '../base/index.ts';
import type { ByEnd, TimeAbove } from './lateness.ts';
import type { StoreId } from './store-id.ts';

/** What a copy has not received. */
export interface Gap {
  /** How much newer the last acknowledged write is than what has been received. */
  readonly age: Us;
  /** Acknowledged writes that have not been received. */
  readonly writes: number;
}

/** How far a stream has come: all that was written up to `sent` has been sent, and is `late` on the way; µs. */
export interface Reach {
  readonly sent: number;
  readonly late: number;
}

/** Brings what is written at one store to another, which may take writes of its own: then nobody promotes it. */
export interface Copying {
  readonly name: string;
  source(): StoreId;
  target(): StoreId;
  /** What the target lacks of its source now. May draw from chance. */
  gap(): Gap;
  /** From now on adds up for how long its lag is above limits, of each end as the one that takes the writes; µs. */
  watchLag(limits: ByEnd<readonly Us[]>): TimeAbove;
  /** A store has gone back to `point`. @returns writes that are therefore not carried any more, though they were to be */
  wentBack?(store: StoreId, point: Us): number;
}

/** A stream of writes from one store to another. */
export interface Replication extends Copying {
  /** There are others, and one of them may feed where this one sets out: it asks them from now on. */
  chain(): void;
  /** The lag as a monitor shows it: 0 when in step. */
  lag(): Us;
  /** The age of the oldest write in the backlog; what is on the way does not count. Infinite while the stream is stopped. */
  waiting(): Us;
  /** How long until the target is in step if no more writes come. */
  drain(): Us;
  /** The instant up to which the target has every write, but for what is on the way. */
  position(now: Us): Us;
  /** Writes that the target lacks, but for what is on the way. */
  missing(now: Us): number;
  /** How far it has come, and those before it. May draw from chance. */
  reach(): Reach;
  /** Whether the stream runs; not after its target has been promoted. */
  attached(): boolean;
  /** Stops the stream: its target has been promoted. Who does so, or turns round, tells `streams` that it has {@link Streams.turned}. */
  detach(): void;
  /** Turns the stream round, from the present target to the present source. */
  reverse(): void;
  /** Starts anew from a full copy that was begun at `position`. */
  restart(position: Us): void;
  /** The target has been taken back to what it held at `point`. */
  targetRestored(point: Us): void;
}
