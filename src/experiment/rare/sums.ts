import { Moments, type Tape } from '../../measures/index.ts';
import { RareCauses } from './causes.ts';

/** Weighted figures, one a window. */
export class WindowSums {
  sum = 0;
  squares = 0;
  largest = 0;
  /** Windows that added anything. */
  count = 0;

  add(value: number): void {
    if (value === 0) return;
    this.sum += value;
    this.squares += value * value;
    this.count += 1;
    if (value > this.largest) this.largest = value;
  }

  merge(later: WindowSums): void {
    this.sum += later.sum;
    this.squares += later.squares;
    this.largest = Math.max(this.largest, later.largest);
    this.count += later.count;
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    this.sum = tape.number(this.sum);
    this.squares = tape.number(this.squares);
    this.largest = tape.number(this.largest);
    this.count = tape.number(this.count);
  }

  /** How many equal windows would say as much (Kish, Survey Sampling, 1965). */
  get effective(): number {
    return this.squares > 0 ? this.sum ** 2 / this.squares : 0;
  }
}

/** What rare replications say of a workload: shares of time and of requests, incidents a µs; one value a replication. */
export class RareSums {
  readonly down = new Moments();
  readonly unserved = new Moments();
  readonly incidents = new Moments();
  /** The variance that the downtime of ordinary replications would have, by the same windows. */
  readonly plainVariance = new Moments();
  /** What the ordinary paths themselves show of downtime. */
  readonly plainDown = new Moments();
  /** Paths that saw any. */
  plainSeen = 0;
  readonly windows = new WindowSums();
  readonly causes = new RareCauses();

  private get moments(): readonly Moments[] {
    return [this.down, this.unserved, this.incidents, this.plainVariance, this.plainDown];
  }

  /** Takes in later replications. */
  merge(later: RareSums): void {
    for (const [i, moments] of this.moments.entries()) take(moments, later.moments[i]!);
    this.plainSeen += later.plainSeen;
    this.windows.merge(later.windows);
    this.causes.merge(later.causes);
  }

  /** To or from a tape. */
  code(tape: Tape): void {
    for (const moments of this.moments) moments.code(tape);
    this.plainSeen = tape.number(this.plainSeen);
    this.windows.code(tape);
    this.causes.code(tape);
  }
}

/** A path alone counts as it would have been added, to the last bit. */
function take(all: Moments, later: Moments): void {
  if (later.count === 1) all.add(later.mean);
  else all.merge(later);
}

/** What windows that begin with one sort of failure have come to. */
export class SortSums {
  events = 0;
  count = 0;
  /** Squares of the downtime of each workload, as if the sort were the only one. */
  readonly squares: Float64Array;

  constructor(workloads: number) {
    this.squares = new Float64Array(workloads);
  }
}
