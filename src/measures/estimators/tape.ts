import { invariant } from '../../base/index.ts';

/**
 * Numbers one after the other: the exact plain form in which what was measured goes to threads, files and other machines.
 * One walk over the measures serves both ways: a tape that is written takes each value and gives it back, a tape that is
 * read gives the value that stands there. So neither way can forget what the other knows.
 */
export interface Tape {
  number(value: number): number;
  /** A whole number of any size, below 2^104. */
  whole(value: bigint): bigint;
}

/** Numbers from here on do not hold every whole one. */
const WORD = 2n ** 52n;

export class TapeWriter implements Tape {
  private cells = new Float64Array(1024);
  private length = 0;

  number(value: number): number {
    if (this.length === this.cells.length) this.grow();
    this.cells[this.length++] = value;
    return value;
  }

  whole(value: bigint): bigint {
    invariant(value < WORD * WORD && value > -WORD * WORD, 'a sum is beyond what a tape holds');
    this.number(Number(value / WORD));
    this.number(Number(value % WORD));
    return value;
  }

  /** All that was written, in a buffer of its own. */
  get tape(): Float64Array<ArrayBuffer> {
    return this.cells.slice(0, this.length);
  }

  private grow(): void {
    const larger = new Float64Array(this.cells.length * 2);
    larger.set(this.cells);
    this.cells = larger;
  }
}

export class TapeReader implements Tape {
  private readonly cells: Float64Array;
  private at = 0;

  constructor(tape: Float64Array) {
    this.cells = tape;
  }

  number(): number {
    const value = this.cells[this.at++];
    invariant(value !== undefined, 'a tape ends too early');
    return value;
  }

  whole(): bigint {
    return BigInt(this.number()) * WORD + BigInt(this.number());
  }

  /** Whether everything has been read. */
  get ended(): boolean {
    return this.at === this.cells.length;
  }
}
