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
    this.line[(this.state[HEAD]! + this.state[WAITING]!) % this.line.length] = patient;
    this.state[WAITING]! += 1;
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
