import type { Us } from '../../base/index.ts';

/** When something is done again and again: at these instants of every cycle. */
export interface Schedule {
  readonly cycle: Us;
  /** Within the cycle, ascending, at least one. */
  readonly at: readonly Us[];
}

/** The last instant of a schedule at or before `time`. It had no beginning: the instant may be negative. */
export function lastOf({ cycle, at }: Schedule, time: number): number {
  const start = Math.floor(time / cycle) * cycle;
  for (let k = at.length - 1; k >= 0; k--) if (start + at[k]! <= time) return start + at[k]!;
  return start - cycle + at[at.length - 1]!;
}

/** The first instant of a schedule after `time`. */
export function nextOf({ cycle, at }: Schedule, time: number): number {
  const start = Math.floor(time / cycle) * cycle;
  for (const instant of at) if (start + instant > time) return start + instant;
  return start + cycle + at[0]!;
}
