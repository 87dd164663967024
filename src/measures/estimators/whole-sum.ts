import type { Tape } from './tape.ts';

/** Two whole numbers up to this have a sum that a number holds exactly. */
const ROOM = 2 ** 52;

/** A sum of whole numbers, each at most 2^53 − 1, that stays exact beyond 2^53: 285 years are so many µs. */
export class WholeSum {
  private settled = 0n;
  private open = 0;

  add(whole: number): void {
    if (whole > ROOM) this.addExactly(BigInt(whole));
    else this.open += whole;
    if (this.open > ROOM) this.settle();
  }

  addExactly(whole: bigint): void {
    this.settled += whole;
  }

  get total(): bigint {
    return this.settled + BigInt(this.open);
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    this.addExactly(tape.whole(this.total) - this.total);
  }

  private settle(): void {
    this.settled += BigInt(this.open);
    this.open = 0;
  }
}
