import { readSync } from 'node:fs';

interface Line {
  /** Where it begins, in bytes. */
  readonly at: number;
  readonly bytes: Buffer;
}

const CHUNK = 1 << 20;
const LINE_END = 10;

/** The lines of an open file that end with a line end, one at a time: a journal may be larger than memory. */
export function* linesOf(handle: number): Generator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readSync(handle, chunk, 0, CHUNK, at + rest.length);
    if (read === 0) return;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    let begin = 0;
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, begin)) {
      yield { at: at + begin, bytes: rest.subarray(begin, end) };
      begin = end + 1;
    }
    at += begin;
    rest = rest.subarray(begin);
  }
}
