import { Moments } from '../../measures/index.ts';
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
