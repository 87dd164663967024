import {
  type Interval,
  proportionInterval,
  type RunSums,
  rateUpperBound,
  ratioInterval,
  type SumByRun,
  shareInterval,
  sumInterval,
} from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Bounds, Estimate } from '../result/index.ts';
import { noneSeen, rough } from './estimates.ts';

/** How much was simulated. */
export interface Simulated {
  readonly runs: number;
  /** Of all of them together. */
  readonly years: number;
}

/** What all replications came to, and what each of them added. */
export interface Total {
  readonly total: number;
  readonly sums: RunSums;
}

export const totalOf = ({ total, runs }: SumByRun): Total => ({ total: Number(total), sums: runs });

/** What bounds an amount a year; `scale` makes the unit that is told of the one that was summed up. */
export function amountBounds({ total, sums }: Total, { runs, years }: Simulated, scale = 1): Bounds {
  return told(sumInterval({ total, sums, runs }, CONFIDENCE), sums.seen, years, scale / years);
}

/** What bounds how often something happens a year; that it was never seen bounds it above. */
export function rateBounds(counted: Total, simulated: Simulated): Bounds {
  const { years } = simulated;
  const { seen } = counted.sums;
  const { runs } = simulated;
  if (seen > 0) return told(sumInterval({ ...counted, runs, counts: true }, CONFIDENCE), seen, years, 1 / years);
  return { low: 0, high: rateUpperBound(years, CONFIDENCE), note: noneSeen(years) };
}

/** What bounds a sum of the amounts of which one replication may add several, as if these came independently of each other. */
export function togetherBounds(all: readonly Bounds[], means: readonly number[]): Bounds {
  const sum = means.reduce((total, mean) => total + mean, 0);
  const reach = (side: (bounds: Bounds) => number | null): number | null =>
    all.reduce<number | null>((squares, bounds, i) => {
      const end = side(bounds);
      return squares === null || end === null ? null : squares + (end - means[i]!) ** 2;
    }, 0);
  const [below, above] = [reach(({ low }) => low), reach(({ high }) => high)];
  return {
    low: below === null ? null : Math.max(0, sum - Math.sqrt(below)),
    high: above === null ? null : sum + Math.sqrt(above),
  };
}

/**
 * What bounds the difference of two figures, `other` less `one`, as if they were independent: their reaches put together as squares are. Of
 * figures that rather go together it is too wide. What was never seen counts as 0.
 */
export function apartBounds(one: Estimate, other: Estimate): Bounds {
  const [from, to] = [one.mean ?? 0, other.mean ?? 0];
  const reach = (end: number | null, otherEnd: number | null): number | null =>
    end === null || otherEnd === null ? null : Math.hypot(end - from, otherEnd - to);
  const [below, above] = [reach(one.high, other.low), reach(one.low, other.high)];
  const note = other.note ?? one.note;
  return {
    low: below === null ? null : to - from - below,
    high: above === null ? null : to - from + above,
    ...(note !== undefined && { note }),
  };
}

/** What bounds the share of a whole, 0 to 1. */
export function shareBounds({ total, sums }: Total, whole: Total, { runs, years }: Simulated): Bounds {
  const { low, high } = shareInterval({ total, sums, runs }, whole, CONFIDENCE);
  if (whole.total === 0) return { low: 0, high: 1, note: noneSeen(years) };
  return { low, high, ...rough(whole.sums.seen) };
}

/** What bounds a mean of what was seen, by how long it was seen. */
export function ratioBounds({ total, sums }: Total, by: Total, { runs, years }: Simulated): Bounds {
  if (by.total === 0) return { low: 0, high: null, note: noneSeen(years) };
  const { low, high } = ratioInterval({ total, sums, runs }, by, CONFIDENCE);
  return { low, high, ...rough(by.sums.seen) };
}

/** What bounds the share of so many that were seen, as if each were independent of the others. */
export function portionBounds(some: number, all: number): Bounds {
  const { low, high } = proportionInterval(some, all, CONFIDENCE);
  return all === 0 ? { low: 0, high: 1 } : { low, high };
}

/** What is left over: 1 less a share, its bounds exchanged. */
export function leftover({ low, high, note }: Bounds): Bounds {
  const rest = (x: number | null): number | null => (x === null ? null : Math.max(0, 1 - x));
  return { low: rest(high), high: rest(low), ...(note === undefined ? {} : { note }) };
}

function told({ low, high }: Interval, seen: number, years: number, scale: number): Bounds {
  if (seen === 0) return { low: 0, high: null, note: noneSeen(years) };
  const scaled = (x: number | null): number | null => (x === null ? null : x * scale);
  return { low: scaled(low), high: scaled(high), ...rough(seen) };
}
