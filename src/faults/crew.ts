import type { Arena } from '../engine/index.ts';

const FREE = 0;
const HEAD = 1;
const WAITING = 2;

/** People who repair: a limited number at a time, in the order of failure. */
export class Crew {
  private readonly state: Int32Array;
  private line: Int32Array = new Int32Array(1);
  private readonly begin: ((patient: number) => void)[] = [];

  constructor(arena: Arena, size: number) {
    this.state = arena.i32('logic', 3);
    this.state[FREE] = size;
  }

  /** Allocates the line, when every patient has enrolled. */
  seal(arena: Arena): void {
    this.line = arena.i32('logic', Math.max(1, this.begin.length));
  }

  /** Declares a patient: `begin` is called when someone turns to it. */
  enrol(begin: () => void): number {
    return this.begin.push(begin) - 1;
  }

  /** A patient needs repair: at once if someone is free, else in line. */
  call(patient: number): void {
    if (this.state[FREE]! > 0) {
      this.state[FREE]! -= 1;
      this.begin[patient]!(patient);
      return;
    }
    this.line[this.at(this.state[WAITING]!)] = patient;
    this.state[WAITING]! += 1;
  }

  /** A patient that has called needs them no more: it leaves the line, or whoever is at it is free for the next. */
  release(patient: number): void {
    const waiting = this.state[WAITING]!;
    let kept = 0;
    for (let i = 0; i < waiting; i++) {
      const other = this.line[this.at(i)]!;
      if (other !== patient) this.line[this.at(kept++)] = other;
    }
    this.state[WAITING] = kept;
    if (kept === waiting) this.done();
  }

  /** Where the line has its nth place. */
  private at(n: number): number {
    return (this.state[HEAD]! + n) % this.line.length;
  }

  /** A repair has ended: the next in line is begun. */
  done(): void {
    if (this.state[WAITING] === 0) {
      this.state[FREE]! += 1;
      return;
    }
    const next = this.line[this.state[HEAD]!]!;
    this.state[HEAD] = (this.state[HEAD]! + 1) % this.line.length;
    this.state[WAITING]! -= 1;
    this.begin[next]!(next);
  }
}
