import type { Us } from '../../base/index.ts';
import { type Backlog, Following, type World } from '../../model/index.ts';
import type { DtsSpec } from './schema.ts';

/**
 * Whether a task can go on from where it stopped: within `resumable` it works off what has waited; after that the log of the
 * source does not reach back, and everything is copied anew.
 */
export class Resumption {
  private readonly spec: DtsSpec;
  private readonly world: World;
  private readonly backlog: Backlog;
  private readonly known: Following;
  /** Since when nothing is carried; only while {@link stopped}. */
  private readonly since: Float64Array;
  private readonly stopped: Uint8Array;

  /** @param copied called when the copy has ended, with the instant at which it was begun */
  constructor(spec: DtsSpec, world: World, backlog: Backlog, copied: (position: Us) => void) {
    const { arena } = world.workshop;
    this.spec = spec;
    this.world = world;
    this.backlog = backlog;
    this.known = new Following(world, `${spec.name} copies anew`, backlog, copied);
    this.since = arena.f64('time', 1);
    this.stopped = arena.u8('logic', 1);
  }

  get following(): boolean {
    return this.known.following;
  }

  /** Whether what was missed since it stopped is no longer in the log. */
  get expired(): boolean {
    return this.stopped[0] === 1 && this.world.clocks.now - this.since[0]! > this.spec.resumable;
  }

  /** Carries rows as fast as the task may, on so many bytes a second; 0: it stands still. */
  carry(width: number, bytes: number): void {
    if (width === 0) this.stop();
    else this.goOn(width, bytes);
  }

  private stop(): void {
    const { clocks } = this.world;
    if (!this.following) this.known.forget();
    this.backlog.setCapacity(0, clocks.now);
    if (this.stopped[0] === 1) return;
    this.stopped[0] = 1;
    this.since[0] = clocks.now;
  }

  private goOn(width: number, bytes: number): void {
    if (this.expired) this.known.forget();
    this.stopped[0] = 0;
    const { rowsPerSecond, bytesPerRow, copySpeed } = this.spec;
    if (this.following) this.backlog.setCapacity(Math.min(rowsPerSecond, width / bytesPerRow), this.world.clocks.now);
    else this.known.begin(bytes, Math.min(copySpeed, width));
  }

  /** Starts from a full copy that was begun at `position`. */
  restart(position: Us): void {
    this.stopped[0] = 0;
    this.known.restart(position);
  }

  /** The target is back at `point`: the task goes on from there, if the log still has that and it knew what the target lacked. */
  goBack(point: Us): void {
    if (this.stopped[0] === 1) this.since[0] = Math.min(this.since[0]!, point);
    if (!this.following || this.world.clocks.now - point > this.spec.resumable) this.forget();
  }

  /** Nothing of the target can be relied on: everything is copied as soon as there is a way. */
  forget(): void {
    this.stopped[0] = 0;
    this.known.forget();
  }
}
