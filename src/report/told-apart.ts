import type { Estimate } from '../experiment/index.ts';

/** Where a difference to the base lies, below 0 being less than the base. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The base itself. */
export const BASE: Ends = { low: 0, high: 0 };

/** Undefined where a difference has no interval; one that was the same as the base in every run lies where the base does. */
export function endsOf(difference: Estimate | undefined): Ends | undefined {
  if (difference === undefined) return undefined;
  const { mean, low, high } = difference;
  if (low !== null && high !== null) return { low, high };
  return mean === 0 ? BASE : undefined;
}

/**
 * Whether one is surely less than another: both are paired with the same base, and their intervals do not meet. Of two that are
 * not the base this asks for more than their own paired interval would.
 */
export const isSurelyLess = (one: Ends | undefined, other: Ends | undefined): boolean =>
  one !== undefined && other !== undefined && one.high < other.low;

/** Whether an interval leaves out 0. */
export const isSure = ({ low, high }: Estimate): boolean => low !== null && high !== null && (low > 0 || high < 0);
