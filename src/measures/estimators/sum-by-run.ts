import { RunSums } from './run-sums.ts';
import type { Tape } from './tape.ts';
import { WholeSum } from './whole-sum.ts';

/**
 * An exact sum of whole numbers, each from 0 to 2^53 − 1, with what single replications added to it: the sum and what its interval
 * takes. What the replication under way adds, up to 2^53 in all, counts among them when it ends.
 */
export class SumByRun extends WholeSum {
  readonly runs = new RunSums();
  /** What the replication under way has added. */
  present = 0;

  override add(whole: number): void {
    super.add(whole);
    this.present += whole;
  }

  /** A replication has ended, and added so much to what the sum is a share of. */
  endRun(beside = 0): void {
    this.runs.add(this.present, beside);
    this.present = 0;
  }

  /** Takes in the sum of a later block, whose replications have all ended. */
  merge(later: SumByRun): void {
    this.addExactly(later.total);
    this.runs.merge(later.runs);
  }

  /** To or from a tape; one that is read into must be fresh. */
  override code(tape: Tape): void {
    super.code(tape);
    this.runs.code(tape);
  }
}
