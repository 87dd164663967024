import type { Simulation, Snapshot } from '../../../engine/index.ts';
import { HIGHEST, type Ladder } from './ladder.ts';
import { Line } from './line.ts';

/**
 * Copies that one stretch of a path may have at each level. A ladder that was learned from ordinary losses may meet one that
 * climbs it for certain: who comes when none are left goes on unsplit, with its whole weight.
 */
const ALLOWANCE = 8_192;

interface Frame {
  readonly snapshot: Snapshot;
  readonly line: Line;
  /** The level at which the next copies are born, how many there are of it, how many of these are left, and the last level. */
  birth: number;
  batch: number;
  left: number;
  last: number;
}

/** Lines that wait while copies of them are followed. The deepest goes first, so that there are few at a time. */
export class Copies {
  private readonly simulation: Simulation;
  private readonly ladder: Ladder;
  private readonly workloads: number;
  private readonly frames: Frame[] = [];
  private readonly spent = new Float64Array(HIGHEST + 1);
  private count = 0;

  constructor(simulation: Simulation, ladder: Ladder, workloads: number) {
    this.simulation = simulation;
    this.ladder = ladder;
    this.workloads = workloads;
  }

  /** Whether the path itself is followed. */
  get none(): boolean {
    return this.count === 0;
  }

  /** Another path begins. */
  clear(): void {
    this.count = 0;
    this.refill();
  }

  /** Another stretch of the path begins. */
  refill(): void {
    this.spent.fill(0);
  }

  /** How far on the way from level `first` to `last` a line may be split; at the least not at all: `first` − 1. */
  grant(first: number, last: number): number {
    for (let level = first, copies = 1; level <= last; level++, copies *= 2) {
      if (this.spent[level]! + copies > ALLOWANCE) return level - 1;
      this.spent[level]! += copies;
    }
    return last;
  }

  /** Lets a line wait in the present state until copies of it, born at each level from `first` to `last`, have been followed. */
  push(line: Line, first: number, last: number): void {
    const { simulation } = this;
    if (this.count === this.frames.length) this.frames.push(this.frame());
    const frame = this.frames[this.count]!;
    simulation.saveInto(frame.snapshot);
    frame.line.copy(line);
    frame.birth = first;
    frame.batch = 1;
    frame.left = 1;
    frame.last = last;
    this.count += 1;
  }

  /** Puts `line` and the simulation where the next copy begins; true; or, when there is none left, where the waiting line is; false. */
  next(line: Line): boolean {
    const frame = this.frames[this.count - 1]!;
    this.simulation.restore(frame.snapshot);
    line.copy(frame.line);
    if (frame.birth > frame.last) {
      this.count -= 1;
      return false;
    }
    line.birth = frame.birth;
    frame.left -= 1;
    if (frame.left === 0) {
      frame.birth += 1;
      frame.batch *= 2;
      frame.left = frame.batch;
    }
    return true;
  }

  private frame(): Frame {
    const line = new Line(this.ladder, this.workloads);
    return { snapshot: this.simulation.save(), line, birth: 0, batch: 1, left: 0, last: 0 };
  }
}
