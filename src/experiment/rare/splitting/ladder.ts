import type { Tape } from '../../../measures/index.ts';

/** A place on the way to a loss: a depth that has lasted for so long. */
export interface Rung {
  /** µs since the depth was reached; 0 for the first one of a depth. */
  readonly after: number;
  /** Whoever stands here is one of 2^level copies. */
  readonly level: number;
}

/** Depths at the most. What is broken beyond it counts as that much. */
export const DEEPEST = 12;
/** Copies of one start: 2^40 at the most. */
export const HIGHEST = 40;

/**
 * How near a loss a state is, by depth and by time: depth 0 is that something goes on, depth n that n faults hold something
 * down, and a depth has a rung for each of several times that it may last. The level of a state is the highest one of all rungs
 * that it stands on.
 */
export class Ladder {
  /** By depth; each has a rung at 0, levels that never fall with time. */
  readonly depths: readonly (readonly Rung[])[];
  /** Of the first rung of each depth, in one sequence of all rungs. */
  readonly offsets: readonly number[];
  readonly size: number;

  constructor(depths: readonly (readonly Rung[])[]) {
    let size = 0;
    this.depths = depths;
    this.offsets = depths.map((rungs) => {
      size += rungs.length;
      return size - rungs.length;
    });
    this.size = size;
  }

  /** One that splits nothing: an ordinary run. */
  static flat(): Ladder {
    return new Ladder(Array.from({ length: DEEPEST + 1 }, () => [{ after: 0, level: 0 }]));
  }

  /** The highest level of any rung. */
  get top(): number {
    return Math.max(...this.depths.flatMap((rungs) => rungs.map(({ level }) => level)));
  }
}

/** To or from a tape: the ladder that is written, or read. */
export function codeLadder(tape: Tape, { depths }: Ladder): Ladder {
  return new Ladder(
    Array.from({ length: tape.number(depths.length) }, (_, depth) => {
      const rungs = depths[depth] ?? [];
      return Array.from({ length: tape.number(rungs.length) }, (_, i) => codeRung(tape, rungs[i]));
    }),
  );
}

const codeRung = (tape: Tape, { after, level }: Rung = { after: 0, level: 0 }): Rung => ({
  after: tape.number(after),
  level: tape.number(level),
});
