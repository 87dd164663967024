/** One step of a path in a scenario: a key of a map, or an index of a list. */
export type PathPart = string | number;

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units; {@link renderProblems} turns it into terminal cells. */
  readonly column: number;
  /** From 0, in UTF-16 code units from the start of the text. */
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What a problem says in Chinese; names stay as they are given. */
export interface InChinese {
  readonly message: string;
  readonly expected?: string;
}

/** What a user can put right: an error keeps a scenario from running, a warning is legal and unwise. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** A short kebab-case word for programs: `unknown-key`. */
  readonly code: string;
  readonly message: string;
  /** What would have been right, with an example. */
  readonly expected?: string;
  /** The same in Chinese. */
  readonly zh?: InChinese;
  /** The valid word nearest to the one written. */
  readonly nearest?: string;
  /** Full path in the scenario: `components.www.ttl`. */
  readonly path: string;
  /** Where in the text; missing only where there is no text to point at. */
  readonly range?: Range;
}

/** A problem as the rooms find it, before somebody who has the text gives it a range. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly zh?: InChinese;
  readonly nearest?: string;
  readonly path: readonly PathPart[];
  /** Point at the key that ends the path, not at its value. */
  readonly atKey?: boolean;
}

/** `components.www.answers`, indices as `steps.0`. */
export const pathText = (path: readonly PathPart[]): string => path.join('.');

/** A problem in Chinese, where it can be said so. */
export function inChinese<P extends Pick<Problem, 'message' | 'expected' | 'zh'>>(problem: P): P {
  return problem.zh === undefined ? problem : { ...problem, ...problem.zh };
}
