import type { Arena } from '../../engine/index.ts';

/** More outages than this in the time that backups are kept are forgotten: backups within them then count as taken. */
const REMEMBERED = 32;
const FIRST = 0;
const COUNT = 1;
const OPEN_SINCE = 0;
const NOT_OPEN = -1;

/** The stretches of time in which a source could not be copied, the latest of them, oldest first in a ring. */
export class Outages {
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private readonly ring: Int32Array;
  private readonly open: Float64Array;

  constructor(arena: Arena) {
    this.from = arena.f64('time', REMEMBERED);
    this.to = arena.f64('time', REMEMBERED);
    this.ring = arena.i32('logic', 2);
    this.open = arena.f64('time', 1).fill(NOT_OPEN);
  }

  /** Since when the source cannot be copied; negative while it can. */
  get since(): number {
    return this.open[OPEN_SINCE]!;
  }

  begin(at: number): void {
    if (this.since < 0) this.open[OPEN_SINCE] = at;
  }

  end(at: number): void {
    if (this.since < 0) return;
    this.remember(this.since, at);
    this.open[OPEN_SINCE] = NOT_OPEN;
  }

  /** Books a stretch of the past: what was copied in it is worth nothing. */
  remember(from: number, to: number): void {
    const { ring } = this;
    if (ring[COUNT] === REMEMBERED) ring[FIRST] = (ring[FIRST]! + 1) % REMEMBERED;
    else ring[COUNT]! += 1;
    const last = (ring[FIRST]! + ring[COUNT]! - 1) % REMEMBERED;
    this.from[last] = from;
    this.to[last] = to;
  }

  /** Whether the source could be copied without a break from `from` to `to`. */
  clear(from: number, to: number): boolean {
    return this.within(from, to) === 0 && !(this.since >= 0 && this.since < to);
  }

  /** How much of the time from `from` to `to` was an outage that has ended. */
  within(from: number, to: number): number {
    let total = 0;
    for (let k = 0; k < this.ring[COUNT]!; k++) {
      const i = (this.ring[FIRST]! + k) % REMEMBERED;
      total += Math.max(0, Math.min(to, this.to[i]!) - Math.max(from, this.from[i]!));
    }
    return total;
  }
}
