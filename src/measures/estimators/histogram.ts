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

  /** Tells every bucket that was hit, in ascending order. Makes no list: it may have thousands, and blocks come often. */
  each(tell: (bucket: number, count: number) => void): void {
    for (let index = 0; index < this.sheets.length; index++) {
      const sheet = this.sheets[index];
      if (sheet === undefined) continue;
      for (let offset = 0; offset < SHEET; offset++)
        if (sheet[offset]! > 0) tell(index * SHEET + offset, sheet[offset]!);
    }
    if (this.endless > 0) tell(ENDLESS, this.endless);
  }

  /** [bucket, how many], in ascending order. */
  entries(): [number, number][] {
    const all: [number, number][] = [];
    this.each((bucket, count) => all.push([bucket, count]));
    return all;
  }

  /** Takes in another one. */
  merge(later: Histogram): void {
    later.each((bucket, count) => this.add(bucket, count));
  }

  /** To or from a tape; one that is read into must be fresh. */
  code(tape: Tape): void {
    const size = tape.number(this.size);
    if (this.size > 0) {
      this.each((bucket, count) => {
        tape.number(bucket);
        tape.number(count);
      });
      return;
    }
    for (let i = 0; i < size; i++) this.add(tape.number(0), tape.number(0));
  }

  /** How many buckets were hit. */
  private get size(): number {
    let size = 0;
    this.each(() => {
      size += 1;
    });
    return size;
  }
}
