import { Moments } from './moments.ts';

/** Differences of two scenarios, a replication each: under common random numbers they vary far less than either figure. */
export class Paired {
  readonly differences = new Moments();
  /** Replications in which the two are not the same. */
  differing = 0;

  add(first: number, other: number): void {
    this.differences.add(other - first);
    if (other !== first) this.differing += 1;
  }
}
