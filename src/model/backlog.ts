import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';
import type { Lateness } from './lateness.ts';

const POINTS = 64;
const US_PER_SECOND = 1e6;

/** Where the numbers of the state stand. */
const WRITTEN = 0;
const APPLIED = 1;
const RATE = 2;
const CAPACITY = 3;
const AT = 4;
const LAST_WRITE = 5;
/** When what waited was last cut back, and how many rows had come in as it stood then. */
const CUT_AT = 6;
const CUT_TO = 7;

/**
 * What has been written and not yet carried over, as arithmetic: piecewise linear, no events. The history of the write
 * rate is kept until it has been applied, because lag is the age of the oldest write that is still waiting, and that can
 * peak after a burst has ended.
 */
export class Backlog {
  private readonly state: Float64Array;
  /** History of (instant, rows written by then), oldest first, in a ring; the latest point is where the rate last changed. */
  private readonly times: Float64Array;
  private readonly marks: Float64Array;
  private readonly ring: Int32Array;
  private upstream: ((now: Us) => Us) | undefined;
  private lateness: Lateness | undefined;
  private onCarried: () => void = () => {};

  constructor(arena: Arena) {
    this.state = arena.f64('time', 8);
    this.times = arena.f64('time', POINTS);
    this.marks = arena.f64('time', POINTS);
    this.ring = arena.i32('logic', 2);
    this.ring[1] = 1;
  }

  /** Rows may come in from another stream: `written` tells when those that come in now were written at first. */
  chain(written: (now: Us) => Us): void {
    this.upstream = written;
  }

  /** When the rows that come in now were written at first. */
  private written(now: Us): Us {
    return this.upstream === undefined ? now : this.upstream(now);
  }

  /** From now on, for how long its age has been above limits is added up. */
  observe(lateness: Lateness): void {
    this.lateness = lateness;
  }

  /** Calls `listener` whenever it changes by when what waits will have been carried. */
  listen(listener: () => void): void {
    this.onCarried = listener;
  }

  /** Rows that wait. */
  rows(now: Us): number {
    this.advance(now);
    return this.state[WRITTEN]! - this.state[APPLIED]!;
  }

  /** The rate at which rows are written, rows a second. */
  setRate(rate: number, now: Us): void {
    this.advance(now);
    if (this.state[RATE]! > 0) this.state[LAST_WRITE] = this.written(now);
    this.state[RATE] = rate;
    this.mark(now);
  }

  /** Rows that had been waiting since the last change of the rate are written. */
  add(rows: number, now: Us): void {
    this.advance(now);
    this.state[WRITTEN]! += rows;
  }

  /** How many rows a second are carried. */
  carried(now: Us): number {
    const { state } = this;
    return this.rows(now) > 0 ? state[CAPACITY]! : Math.min(state[RATE]!, state[CAPACITY]!);
  }

  /** How long until nothing waits if writing goes on as it does; infinite where it never ends. */
  untilWorkedOff(now: Us): number {
    const gain = this.state[CAPACITY]! - this.state[RATE]!;
    return gain > 0 ? Math.ceil((this.rows(now) / gain) * US_PER_SECOND) : Number.POSITIVE_INFINITY;
  }

  /** How many rows a second can be carried; 0 while the way is cut. */
  setCapacity(capacity: number, now: Us): void {
    this.advance(now);
    this.state[CAPACITY] = capacity;
    this.onCarried();
  }

  /** Starts anew: everything written up to `position` has been carried, nothing after it. */
  restart(position: Us, now: Us): void {
    this.advance(now);
    const waiting = (this.state[RATE]! * (now - position)) / US_PER_SECOND;
    this.state[WRITTEN] = waiting;
    this.state[APPLIED] = 0;
    this.state[CUT_AT] = 0;
    this.ring[0] = 0;
    this.ring[1] = 1;
    this.times[0] = position;
    this.marks[0] = 0;
    this.onCarried();
  }

  /** All that was written up to `position` is there by other means, by a full copy; what was written after it waits as before. */
  pass(position: Us, now: Us): void {
    this.advance(now);
    this.passTo(this.writtenBy(position, now), now);
  }

  /** The same for the first so many rows: as many as {@link comeIn} when the copy was begun, at `begun`. */
  passTo(rows: number, now: Us, begun = now): void {
    this.advance(now);
    const { state } = this;
    const left = state[CUT_AT]! > begun ? Math.min(rows, state[CUT_TO]!) : rows;
    state[APPLIED] = Math.max(state[APPLIED]!, Math.min(left, state[WRITTEN]!));
    this.onCarried();
  }

  /**
   * What was written after `point` is thrown away where it was written: what waits of it is carried no more.
   * @returns rows that no longer wait
   */
  cutBack(point: Us, now: Us): number {
    this.advance(now);
    const { state, ring } = this;
    const waited = state[WRITTEN]!;
    state[WRITTEN] = Math.max(state[APPLIED]!, this.writtenBy(point, now));
    if (state[WRITTEN] === waited) return 0;
    while (ring[1]! > 1 && this.times[(ring[0]! + ring[1]! - 1) % POINTS]! > point) ring[1]! -= 1;
    state[LAST_WRITE] = Math.min(point, this.written(now));
    this.markAt(point);
    this.mark(now);
    [state[CUT_AT], state[CUT_TO]] = [now, state[WRITTEN]];
    this.onCarried();
    return waited - state[WRITTEN];
  }

  /** Rows that have come in since it was begun, carried or not. */
  comeIn(now: Us): number {
    this.advance(now);
    return this.state[WRITTEN]!;
  }

  /** What had been carried since `point` is there no more: so many rows, which count as evenly written since, wait again. */
  goBack(point: Us, rows: number, now: Us): void {
    const latest = this.written(now);
    this.restart(point, now);
    if (latest <= point) return;
    this.state[WRITTEN] = rows;
    this.times[1] = latest;
    this.marks[1] = rows;
    this.ring[1] = 2;
    this.onCarried();
  }

  /** Starts anew: nothing waits, nothing is carried, and so many rows a second are written from now on. */
  open(rate: number, now: Us): void {
    this.setCapacity(0, now);
    this.state[RATE] = rate;
    this.restart(now, now);
  }

  /** The instant up to which every write has been carried; that of those that come in now when nothing waits. */
  position(now: Us): Us {
    this.advance(now);
    const applied = this.state[APPLIED]!;
    if (applied >= this.state[WRITTEN]!) return this.written(now);
    return this.whenWritten(this.segment(applied), applied, now) as Us;
  }

  /** When the row after so many was written, after a point of the history. */
  private whenWritten(at: number, rows: number, now: Us): number {
    const rate = this.rateOf(at, now);
    return this.times[at]! + (rate > 0 ? ((rows - this.marks[at]!) * US_PER_SECOND) / rate : 0);
  }

  /** The age of the oldest write that waits. Without accepted writes, age counts to the last one. */
  age(now: Us): Us {
    const position = this.position(now);
    const latest = this.written(now);
    if (position >= latest) return 0 as Us;
    const last = this.state[RATE]! > 0 ? latest : this.state[LAST_WRITE]!;
    return Math.max(0, last - position) as Us;
  }

  /** How long until nothing waits if no more is written; infinite while the way is cut. */
  drain(now: Us): Us {
    const rows = this.rows(now);
    if (rows <= 0) return 0 as Us;
    return Math.ceil((rows / this.state[CAPACITY]!) * US_PER_SECOND) as Us;
  }

  /** How long until all that was written by `at` has been carried, if nothing changes; infinite while nothing is carried. */
  untilCarried(at: Us, now: Us): number {
    this.advance(now);
    const capacity = this.state[CAPACITY]!;
    if (capacity === 0) return Number.POSITIVE_INFINITY;
    const ahead = this.writtenBy(at, now) - this.state[APPLIED]!;
    return ahead > 0 ? Math.ceil((ahead / capacity) * US_PER_SECOND) : 0;
  }

  /** Rows that had been written by an instant of the history. */
  private writtenBy(at: Us, now: Us): number {
    if (at >= this.written(now)) return this.state[WRITTEN]!;
    let point = this.ring[0]!;
    for (let k = 1; k < this.ring[1]!; k++) {
      const next = (this.ring[0]! + k) % POINTS;
      if (this.times[next]! > at) break;
      point = next;
    }
    const since = Math.max(0, at - this.times[point]!) / US_PER_SECOND;
    return Math.min(this.state[WRITTEN]!, this.marks[point]! + this.rateOf(point, now) * since);
  }

  private advance(now: Us): void {
    const { state } = this;
    if (this.lateness?.ofBacklog === true && now > state[AT]!) this.tell(this.lateness, now);
    const seconds = (now - state[AT]!) / US_PER_SECOND;
    state[WRITTEN]! += state[RATE]! * seconds;
    state[APPLIED] = Math.min(state[WRITTEN]!, state[APPLIED]! + state[CAPACITY]! * seconds);
    state[AT] = now;
  }

  /** Tells how old the oldest write has been since the last look. While nobody writes and nothing waits, it is not. */
  private tell(lateness: Lateness, now: Us): void {
    const { state } = this;
    const gain = state[CAPACITY]! - state[RATE]!;
    const waiting = state[WRITTEN]! - state[APPLIED]!;
    let from: number = state[AT]!;
    if (waiting > 0 || gain < 0) {
      const end = gain > 0 ? Math.min(now, from + (waiting / gain) * US_PER_SECOND) : now;
      this.tellPieces(lateness, from, end, now);
      from = end;
    }
    if (from < now && state[RATE]! > 0) lateness.inStep(now - from);
  }

  /** The age from one instant to another, between which something waits: a straight piece for each rate at which it was written. */
  private tellPieces(lateness: Lateness, start: number, end: number, now: Us): void {
    const { state, marks, ring } = this;
    const capacity = state[CAPACITY]!;
    const writing = state[RATE]! > 0;
    let from = start;
    let applied = state[APPLIED]!;
    while (from < end) {
      const at = this.segment(applied);
      const last = at === (ring[0]! + ring[1]! - 1) % POINTS;
      const mark = last ? Number.POSITIVE_INFINITY : marks[(at + 1) % POINTS]!;
      const until = capacity > 0 ? from + ((mark - applied) / capacity) * US_PER_SECOND : Number.POSITIVE_INFINITY;
      const to = Math.min(end, until);
      const then = until <= end ? mark : applied + (capacity * (to - from)) / US_PER_SECOND;
      const before = (writing ? from : state[LAST_WRITE]!) - this.whenWritten(at, applied, now);
      const after = (writing ? to : state[LAST_WRITE]!) - this.whenWritten(at, then, now);
      lateness.waited(to - from, Math.max(0, before), Math.max(0, after));
      from = to;
      applied = then;
    }
  }

  /** Adds a point where the rate changes, and forgets those that have been applied; a long cut is kept ever more coarsely. */
  private mark(now: Us): void {
    this.markAt(this.written(now));
  }

  private markAt(written: Us): void {
    this.forget();
    const { ring } = this;
    if (ring[1] === POINTS) this.thin();
    const next = (ring[0]! + ring[1]!) % POINTS;
    this.times[next] = written;
    this.marks[next] = this.state[WRITTEN]!;
    ring[1]! += 1;
  }

  private forget(): void {
    while (this.ring[1]! > 1 && this.marks[(this.ring[0]! + 1) % POINTS]! <= this.state[APPLIED]!) this.dropOldest();
  }

  private dropOldest(): void {
    this.ring[0] = (this.ring[0]! + 1) % POINTS;
    this.ring[1]! -= 1;
  }

  /**
   * Forgets every second point, and lets the oldest stand where carrying has come to: between those that are left, rows
   * count as evenly written.
   */
  private thin(): void {
    const { ring, times, marks } = this;
    const place = (k: number): number => (ring[0]! + k) % POINTS;
    times[ring[0]!] = this.position(this.state[AT]! as Us);
    marks[ring[0]!] = this.state[APPLIED]!;
    let kept = 1;
    for (let k = 2; k < ring[1]!; k += 2) {
      times[place(kept)] = times[place(k)]!;
      marks[place(kept)] = marks[place(k)]!;
      kept++;
    }
    ring[1] = kept;
  }

  /** The last point of the history at which no more than `rows` had been written, with writes after it. */
  private segment(rows: number): number {
    let found = this.ring[0]!;
    for (let k = 1; k < this.ring[1]!; k++) {
      const at = (this.ring[0]! + k) % POINTS;
      if (this.marks[at]! > rows) break;
      found = at;
    }
    return found;
  }

  /** Rows a second at which was written what came in from a point of the history on. */
  private rateOf(at: number, now: Us): number {
    const lastPoint = (this.ring[0]! + this.ring[1]! - 1) % POINTS;
    if (at === lastPoint) return this.latestRate(at, now);
    const next = (at + 1) % POINTS;
    return ((this.marks[next]! - this.marks[at]!) * US_PER_SECOND) / (this.times[next]! - this.times[at]!);
  }

  /** What comes in faster than it was written is what had waited before. */
  private latestRate(at: number, now: Us): number {
    const latest = this.written(now);
    if (latest === now || latest <= this.times[at]!) return this.state[RATE]!;
    return ((this.state[WRITTEN]! - this.marks[at]!) * US_PER_SECOND) / (latest - this.times[at]!);
  }
}
