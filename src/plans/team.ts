import type { Arena } from '../engine/index.ts';

const FREE = 0;
const HEAD = 1;
const WAITING = 2;

/** People who decide: as many decisions at a time as the team is large, the rest in the order in which they came up. */
export class Team {
  private readonly state: Int32Array;
  private readonly line: Int32Array;
  private readonly callers: (() => void)[] = [];

  constructor(arena: Arena, size: number, callers: number) {
    this.state = arena.i32('logic', 3);
    this.state[FREE] = size;
    this.line = arena.i32('logic', Math.max(1, callers));
  }

  /** Declares someone who will ask: `turn` is called when a member of the team turns to it. */
  enrol(turn: () => void): number {
    return this.callers.push(turn) - 1;
  }

  ask(caller: number): void {
    if (this.state[FREE]! > 0) {
      this.state[FREE]! -= 1;
      this.callers[caller]!();
      return;
    }
    this.line[(this.state[HEAD]! + this.state[WAITING]!) % this.line.length] = caller;
    this.state[WAITING]! += 1;
  }

  /** A member is free again and turns to the next in line. */
  release(): void {
    if (this.state[WAITING] === 0) {
      this.state[FREE]! += 1;
      return;
    }
    const next = this.line[this.state[HEAD]!]!;
    this.state[HEAD] = (this.state[HEAD]! + 1) % this.line.length;
    this.state[WAITING]! -= 1;
    this.callers[next]!();
  }
}
