import type { Position, Range } from '../language/index.ts';

/** Where the lines of a text begin, to turn offsets into lines and columns. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1, offset };
  }

  /** At least one character long, so that there is something to point at. */
  range(from: number, to: number): Range {
    return { start: this.position(from), end: this.position(Math.max(to, from + 1)) };
  }
}
