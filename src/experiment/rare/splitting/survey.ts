import type { Tape } from '../../../measures/index.ts';
import type { Ladder } from './ladder.ts';
import type { Standing } from './standing.ts';

/** How long a depth lasted, as many times over as the line weighed. */
export interface Lasted {
  readonly rungs: number;
  readonly time: number;
  readonly weight: number;
}

/** As many of these are kept for each depth. */
const KEPT = 4_000;

/**
 * What lines have shown of a ladder: how often each rung was passed, weighted and not, and how much of what matters followed
 * while a line stood on it. What matters are losses, and the ends of the ladder itself while losses are not seen.
 */
export class Survey {
  readonly ladder: Ladder;
  /** By rung, in one sequence: times passed. */
  readonly passed: Float64Array;
  readonly weights: Float64Array;
  /** By depth: µs, weighted. */
  readonly time: Float64Array;
  readonly lasted: Lasted[][];
  /** By what matters: how often it was seen, how much in all, and how much from each rung. */
  readonly seen: Float64Array;
  readonly total: Float64Array;
  private readonly followed: readonly Float64Array[];

  /** @param matters how many things matter */
  constructor(ladder: Ladder, matters: number) {
    this.ladder = ladder;
    this.passed = new Float64Array(ladder.size);
    this.weights = new Float64Array(ladder.size);
    this.time = new Float64Array(ladder.depths.length);
    this.lasted = ladder.depths.map(() => []);
    this.seen = new Float64Array(matters);
    this.total = new Float64Array(matters);
    this.followed = Array.from({ length: matters }, () => new Float64Array(ladder.size));
  }

  enter(depth: number, rung: number, weight: number): void {
    const cell = this.ladder.offsets[depth]! + rung;
    this.passed[cell]! += 1;
    this.weights[cell]! += weight;
  }

  leave(depth: number, rungs: number, time: number, weight: number): void {
    const lasted = this.lasted[depth]!;
    if (lasted.length < KEPT) lasted.push({ rungs, time, weight });
  }

  /** So many µs pass at a depth and at all above it. */
  stay(depth: number, length: number, weight: number): void {
    for (let d = 0; d <= depth; d++) this.time[d]! += weight * length;
  }

  /** Something that matters is met by a line. */
  meet(matter: number, standing: Standing, amount: number): void {
    const followed = this.followed[matter]!;
    this.seen[matter]! += 1;
    this.total[matter]! += amount;
    for (let depth = 0; depth <= standing.depth; depth++) {
      const first = this.ladder.offsets[depth]!;
      for (let rung = 0; rung < standing.rungs(depth); rung++) followed[first + rung]! += amount;
    }
  }

  /** To or from a tape: how often each rung was passed, and no more. */
  code(tape: Tape): void {
    for (let cell = 0; cell < this.ladder.size; cell++) {
      this.passed[cell] = tape.number(this.passed[cell]!);
      this.weights[cell] = tape.number(this.weights[cell]!);
    }
  }

  /** Takes in what {@link code} tells of another one of the same ladder. */
  merge({ passed, weights }: Survey): void {
    for (let cell = 0; cell < this.ladder.size; cell++) {
      this.passed[cell]! += passed[cell]!;
      this.weights[cell]! += weights[cell]!;
    }
  }

  /** The part of all of a matter that a line that passes the rung will meet on average before it falls below it. */
  worth(matter: number, cell: number): number {
    const [total, weight] = [this.total[matter]!, this.weights[cell]!];
    return total > 0 && weight > 0 ? this.followed[matter]![cell]! / weight / total : 0;
  }
}
