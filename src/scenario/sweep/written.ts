import { type Problem, saidInChinese } from '../../language/index.ts';
import { Lines } from '../lines.ts';

/** A text in which a sweep is written: the argument of an option, or a file. */
export interface Text {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
}

/** A stretch of such a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A value to set, and where it is written. */
export interface WrittenValue extends Stretch {
  /** As it is written: `60s`. */
  readonly text: string;
  readonly value: unknown;
}

/** A parameter before it is known whether the scenario has it. */
export interface WrittenParameter {
  readonly origin: Text;
  readonly path: Stretch & { readonly text: string };
  readonly values: readonly WrittenValue[];
}

/** What is wrong with a text of a sweep. */
export interface SweepProblem {
  readonly origin: Text;
  readonly problem: Problem;
}

type Said = Pick<Problem, 'code' | 'message' | 'expected' | 'nearest'>;

export function problemAt(origin: Text, { from, to }: Stretch, said: Said, path = ''): SweepProblem {
  const range = new Lines(origin.text).range(from, to);
  const zh = saidInChinese(said);
  return { origin, problem: { severity: 'error', path, range, ...said, ...(zh !== undefined && { zh }) } };
}
