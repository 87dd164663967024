import type { RareCause } from '../causes.ts';
import { HIGHEST, type Ladder } from './ladder.ts';
import { Standing } from './standing.ts';

/** One of the futures that are followed: where it stands, what it weighs, and what it remembers of its past. */
export class Line {
  readonly standing: Standing;
  /** What it weighs: 1 ÷ the copies that were made on its way up to its level. */
  weight = 1;
  level = 0;
  /** It ends when it falls below this level; a path of its own never does. */
  birth = 0;
  /** By workload: µs down in what goes on. */
  readonly down: Float64Array;
  /** By workload: what its incident is booked on. */
  readonly causes: (RareCause | undefined)[];
  /** Into how many it was split when it reached each level: 1 or 2. */
  private readonly factors = new Uint8Array(HIGHEST + 1);

  constructor(ladder: Ladder, workloads: number) {
    this.standing = new Standing(ladder);
    this.down = new Float64Array(workloads);
    this.causes = Array.from({ length: workloads }, () => undefined);
  }

  copy(other: Line): void {
    this.standing.copy(other.standing);
    this.weight = other.weight;
    this.level = other.level;
    this.birth = other.birth;
    this.down.set(other.down);
    this.factors.set(other.factors);
    for (let i = 0; i < this.causes.length; i++) this.causes[i] = other.causes[i];
  }

  /** Reaches a level; it was split at each on the way up to `split`, at none above. */
  rise(level: number, split: number): void {
    while (this.level < level) {
      this.level += 1;
      this.factors[this.level] = this.level <= split ? 2 : 1;
      this.weight /= this.factors[this.level]!;
    }
  }

  /** Falls back: what it shared with its copies is its own again. */
  fall(level: number): void {
    while (this.level > level) {
      this.weight *= this.factors[this.level]!;
      this.level -= 1;
    }
  }
}
