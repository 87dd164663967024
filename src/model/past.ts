import type { Us } from '../base/index.ts';
import type { Arena } from '../engine/index.ts';

const POINTS = 128;

/**
 * How many acknowledged writes the data of a store held at each instant of their past: straight between the instants at which the rate
 * of writing changed, no events. Of very many changes every second one is forgotten; no write is.
 */
export class Past {
  /** (instant, writes held then), oldest first; how many there are. */
  private readonly times: Float64Array;
  private readonly marks: Float64Array;
  private readonly count: Int32Array;

  constructor(arena: Arena) {
    this.times = arena.f64('time', POINTS);
    this.marks = arena.f64('sums', POINTS);
    this.count = arena.i32('logic', 1);
    this.count[0] = 1;
  }

  /** The rate of writing changes now, or writes that had waited have come at once. */
  mark(held: number, now: Us): void {
    if (this.count[0] === POINTS) this.thin();
    const next = this.count[0]!;
    this.times[next] = now;
    this.marks[next] = held;
    this.count[0] = next + 1;
  }

  private thin(): void {
    let kept = 1;
    for (let k = 2; k < POINTS; k += 2) {
      this.times[kept] = this.times[k]!;
      this.marks[kept] = this.marks[k]!;
      kept++;
    }
    this.times[kept] = this.times[POINTS - 1]!;
    this.marks[kept] = this.marks[POINTS - 1]!;
    this.count[0] = kept + 1;
  }

  /** Writes that the data held at `point`; they hold so many now. */
  at(point: number, held: number, now: Us): number {
    let next = this.count[0]!;
    while (next > 0 && this.times[next - 1]! > point) next--;
    if (next === 0) return this.marks[0]!;
    const [from, before] = [this.times[next - 1]!, this.marks[next - 1]!];
    const [to, after] = next === this.count[0] ? [now, held] : [this.times[next]!, this.marks[next]!];
    return to > from ? before + ((after - before) * (Math.min(point, to) - from)) / (to - from) : before;
  }

  /** The data hold again what they held at `point`, so many writes; what came after it is no past of theirs any more. */
  goBack(point: number, held: number, now: Us): void {
    while (this.count[0]! > 1 && this.times[this.count[0]! - 1]! > point) this.count[0]! -= 1;
    this.mark(held, point as Us);
    this.mark(held, now);
  }

  /** The data are those of another store. */
  adopt(other: Past): void {
    this.times.set(other.times);
    this.marks.set(other.marks);
    this.count.set(other.count);
  }
}
