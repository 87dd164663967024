import { ENDLESS } from './buckets.ts';
import type { Tape } from './tape.ts';

/** A sheet holds so many neighbouring buckets: about an octave of times. */
const SHEET = 1024;

/**
 * How often each bucket was hit. Sheets of counts appear as they are needed: times lie within few octaves, and a count is
 * then found without hashing (maps took a tenth of a run where incidents are frequent).
 */
export class Histogram {
  private readonly sheets: (Float64Array | undefined)[] = [];
  private endless = 0;

  add(bucket: number, count: number): void {
    if (bucket === ENDLESS) this.endless += count;
    else this.sheet(Math.floor(bucket / SHEET))[bucket % SHEET]! += count;
  }

  private sheet(index: number): Float64Array {
    while (this.sheets.length <= index) this.sheets.push(undefined);
    this.sheets[index] ??= new Float64Array(SHEET);
    return this.sheets[index];
  }

  /** [bucket, how many], in ascending order. */
  entries(): [number, number][] {
    const all: [number, number][] = [];
    for (const [index, sheet] of this.sheets.entries()) {
      for (const [offset, count] of sheet?.entries() ?? []) if (count > 0) all.push([index * SHEET + offset, count]);
    }
    if (this.endless > 0) all.push([ENDLESS, this.endless]);
    return all;
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    const known = this.entries();
    const size = tape.number(known.length);
    for (let i = 0; i < size; i++) {
      const [bucket, count] = known[i] ?? [0, 0];
      this.add(tape.number(bucket), tape.number(count) - count);
    }
  }
}
