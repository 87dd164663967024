import { performance } from 'node:perf_hooks';
import { brief, span, type Words } from '../index.ts';

const EVERY = 100;
const ERASE = '\r\u001b[K';

interface Counted {
  readonly done: number;
  readonly asked: number;
}

/** One line on a terminal that says how far a run has come; elsewhere nothing. */
export class Progress {
  private readonly words: Words;
  private readonly shows: boolean;
  private readonly begun = performance.now();
  private last = Number.NEGATIVE_INFINITY;
  private drawn = false;

  constructor(words: Words, wanted: boolean) {
    this.words = words;
    this.shows = wanted && process.stderr.isTTY === true;
  }

  show(counted: Counted): void {
    const now = performance.now();
    if (!this.shows || now - this.last < EVERY) return;
    this.last = now;
    this.drawn = true;
    process.stderr.write(ERASE + progressText(counted, (now - this.begun) / 1000, this.words));
  }

  erase(): void {
    if (this.drawn) process.stderr.write(ERASE);
  }
}

/** `run 320 of 1,000 · 95 runs/s · 7 s left`, after so many seconds. */
export function progressText({ done, asked }: Counted, seconds: number, { progress: say, units }: Words): string {
  const text = say.runs(String(done), String(asked));
  if (done === 0 || seconds <= 0) return text;
  const rate = done / seconds;
  return `${text} · ${say.rate(brief(rate))} · ${say.left(span((asked - done) / rate, { units }))}`;
}
