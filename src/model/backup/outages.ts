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

  /**
   * What had been sent at the returned instant at the latest, has come at `at`: it takes `need` of the time between that is no
   * outage.
   */
  before(at: number, need: number): number {
    let left = need;
    let time = this.since >= 0 ? Math.min(at, this.since) : at;
    for (let k = this.ring[COUNT]! - 1; k >= 0; k--) {
      const i = this.index(k);
      if (this.from[i]! >= time) continue;
      const spent = Math.max(0, time - this.to[i]!);
      if (time >= this.to[i]! && spent >= left) break;
      left -= spent;
      time = this.from[i]!;
    }
    return time - left;
  }

  /**
   * Up to when what is sent in pieces of `segment` had gone by `at`: not further than to the beginning of an outage, until one
   * segment's time after it where a piece became due in it.
   */
  sentBy(at: number, segment: number): number {
    let time = this.since >= 0 ? Math.min(at, this.since) : at;
    for (let k = this.ring[COUNT]! - 1; k >= 0; k--) {
      const [from, to] = [this.from[this.index(k)]!, this.to[this.index(k)]!];
      const waited = Math.floor(to / segment) > Math.floor(from / segment);
      if (from < time && (time < to || (waited && time < to + segment))) time = from;
    }
    return time;
  }

  /** Where the outage lies that is the `k`-th oldest. */
  private index(k: number): number {
    return (this.ring[FIRST]! + k) % REMEMBERED;
  }

  /** How much of the time from `from` to `to` was an outage, whether it has ended or not. */
  lasted(from: number, to: number): number {
    return this.within(from, to) + (this.since < 0 ? 0 : Math.max(0, to - Math.max(from, this.since)));
  }

  /** How much of the time from `from` to `to` was an outage that has ended. */
  within(from: number, to: number): number {
    let total = 0;
    for (let k = 0; k < this.ring[COUNT]!; k++) {
      const i = this.index(k);
      total += Math.max(0, Math.min(to, this.to[i]!) - Math.max(from, this.from[i]!));
    }
    return total;
  }
}
