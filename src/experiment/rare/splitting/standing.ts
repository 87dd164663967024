import type { Ladder } from './ladder.ts';

/** Nothing goes on. */
export const CALM = -1;
const NEVER = Number.POSITIVE_INFINITY;

/** Told where a state comes to stand on its ladder, and how long it has stood at a depth that it leaves. */
export interface Climb {
  entered(depth: number, rung: number): void;
  left(depth: number, lasted: number): void;
}

/** Where one state stands on a ladder: how deep it is, since when it has been at each depth, and which rungs it has passed there. */
export class Standing {
  depth = CALM;
  private readonly ladder: Ladder;
  private readonly since: Float64Array;
  private readonly passed: Int32Array;

  constructor(ladder: Ladder) {
    this.ladder = ladder;
    this.since = new Float64Array(ladder.depths.length);
    this.passed = new Int32Array(ladder.depths.length);
  }

  copy({ depth, since, passed }: Standing): void {
    this.depth = depth;
    this.since.set(since);
    this.passed.set(passed);
  }

  /** Rungs passed at a depth on which it stands: 1 or more. */
  rungs(depth: number): number {
    return this.passed[depth]!;
  }

  /** The depth is this from now on. */
  move(to: number, now: number, climb: Climb): void {
    const depth = Math.min(to, this.since.length - 1);
    while (this.depth > depth) {
      climb.left(this.depth, now - this.since[this.depth]!);
      this.depth -= 1;
    }
    while (this.depth < depth) {
      this.depth += 1;
      this.since[this.depth] = now;
      this.passed[this.depth] = 1;
      climb.entered(this.depth, 0);
    }
  }

  /** When the next rung is passed if nothing changes. */
  get next(): number {
    let next = NEVER;
    for (let depth = 0; depth <= this.depth; depth++) {
      const rung = this.ladder.depths[depth]![this.passed[depth]!];
      if (rung !== undefined) next = Math.min(next, this.since[depth]! + rung.after);
    }
    return next;
  }

  /** Passes the rungs that are due by now. */
  pass(now: number, climb: Climb): void {
    for (let depth = 0; depth <= this.depth; depth++) {
      const rungs = this.ladder.depths[depth]!;
      let rung = rungs[this.passed[depth]!];
      while (rung !== undefined && this.since[depth]! + rung.after <= now) {
        climb.entered(depth, this.passed[depth]!);
        this.passed[depth]! += 1;
        rung = rungs[this.passed[depth]!];
      }
    }
  }

  get level(): number {
    let level = 0;
    for (let depth = 0; depth <= this.depth; depth++) {
      level = Math.max(level, this.ladder.depths[depth]![this.passed[depth]! - 1]!.level);
    }
    return level;
  }
}
