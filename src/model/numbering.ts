import type { Thing } from './thing.ts';

/** Numbers of some things from 0 on, as they are listed: looked up in a column, because a map costs a call. */
export class Numbering {
  private readonly first: Thing;
  /** By thing, from the first on. */
  private readonly numbers: Int32Array;

  constructor(things: readonly Thing[]) {
    this.first = things.reduce((first, thing) => Math.min(first, thing), things[0] ?? 0);
    const last = things.reduce((most, thing) => Math.max(most, thing), this.first);
    this.numbers = new Int32Array(last - this.first + 1);
    for (const [i, thing] of things.entries()) this.numbers[thing - this.first] = i;
  }

  /** The number of a thing, which must be one of them. */
  of(thing: Thing): number {
    return this.numbers[thing - this.first]!;
  }
}
