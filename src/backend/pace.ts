/** Before so much work it is not known how fast it goes, milliseconds of processor time. */
const SOON = 400;
/** After so much work nearly all of it is optimised code, milliseconds: measured 1 s of reference-m1, 3.5 s of a-a and two-site-three-centre. */
const WARM = 3_500;
/** The rate is that of the last quarter of all work so far. */
const RECENT = 0.25;

interface Mark {
  readonly spent: number;
  readonly done: number;
}

/**
 * Foresees how long work will take that has only begun, in processor time: that tells the same whatever else the machine does.
 * While V8 still interprets and compiles, work is up to twenty times as slow as later; the rate that is foreseen lies below
 * the present one as the square of the time so far, which is near to what was measured of several scenarios.
 */
export class Pace {
  private readonly clock: () => number;
  private readonly marks: Mark[] = [];
  private start = Number.NaN;

  /** `clock` tells milliseconds of processor time. */
  constructor(clock: () => number = processorTime) {
    this.clock = clock;
  }

  get begun(): boolean {
    return !Number.isNaN(this.start);
  }

  begin(): void {
    this.start = this.clock();
    this.marks.push({ spent: 0, done: 0 });
  }

  /** What is left to do once so much of it is done, milliseconds; 0 while nothing is known. */
  left(done: number, all: number): number {
    const spent = this.clock() - this.start;
    const { marks } = this;
    if (spent > marks.at(-1)!.spent * 1.05 + 10) marks.push({ spent, done });
    const before = marks.findLast((mark) => mark.spent <= spent * (1 - RECENT))!;
    if (spent < SOON || done <= before.done) return 0;
    const rate = (spent - before.spent) / (done - before.done);
    return (all - done) * rate * Math.min(1, (spent / WARM) ** 2);
  }
}

/** Of this process with all its threads, milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
