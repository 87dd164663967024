import type { Arena } from '../engine/index.ts';
import type { Thing } from './thing.ts';

/** The group of a thing that is part of nothing that is counted. */
export const APART = -1;

/**
 * Wholes that are well while one of their parts is: pools of servers. How many parts work is counted, so that one that breaks
 * costs the same in a pool of any size.
 */
export class Composed {
  /** The whole of each group. */
  readonly wholes: Thing[] = [];
  /** The group that each thing is a part of, or {@link APART}. */
  groupOf!: Int32Array;
  private readonly parts: (readonly Thing[])[] = [];
  /** 1 for a part that works. */
  private up!: Uint8Array;
  /** How many parts of each group work. */
  private working!: Int32Array;

  declare(whole: Thing, parts: readonly Thing[]): void {
    this.wholes.push(whole);
    this.parts.push(parts);
  }

  /** Every thing has been declared; `off` is 1 for those that do not run at the start. */
  seal(arena: Arena, things: number, off: Uint8Array): void {
    this.groupOf = new Int32Array(things).fill(APART);
    this.up = arena.u8('memo', things);
    this.working = arena.i32('memo', this.parts.length);
    for (const [group, parts] of this.parts.entries()) {
      for (const part of parts) {
        this.groupOf[part] = group;
        this.up[part] = 1 - off[part]!;
        this.working[group]! += 1 - off[part]!;
      }
    }
  }

  /** A part works (1) or does not (0) from now on; returns how many of its group work. */
  count(group: number, part: Thing, up: 0 | 1): number {
    const working = this.working[group]! + up - this.up[part]!;
    this.working[group] = working;
    this.up[part] = up;
    return working;
  }
}
