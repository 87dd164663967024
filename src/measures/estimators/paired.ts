import { ENOUGH_SEEN } from './amount.ts';
import { Moments } from './moments.ts';

/** Differences of two scenarios, a replication each: under common random numbers they vary far less than either figure. */
export class Paired {
  readonly differences = new Moments();
  /** Replications in which the two are not the same. */
  differing = 0;
  /** The differences of these, as long as they are few. */
  readonly few: number[] = [];

  static of(differences: Iterable<number>): Paired {
    const paired = new Paired();
    for (const one of differences) paired.add(0, one);
    return paired;
  }

  add(first: number, other: number): void {
    this.differences.add(other - first);
    if (other === first) return;
    this.differing += 1;
    if (this.differing < ENOUGH_SEEN) this.few.push(other - first);
  }
}
