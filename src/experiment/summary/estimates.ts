import { toSeconds, type Us, YEAR } from '../../base/index.ts';
import {
  amountInterval,
  differenceInterval,
  ENOUGH_SEEN,
  type Interval,
  type Moments,
  type Paired,
  rateUpperBound,
  type Tally,
} from '../../measures/index.ts';
import { CONFIDENCE } from '../options.ts';
import type { Estimate, Spread } from '../result/index.ts';
import { beyondLargest, quantilesOf } from './quantiles.ts';

/** Whole years; of fewer than ten, two digits. */
const yearsText = (years: number): string =>
  years < 10 ? String(Number(years.toPrecision(2))) : String(Math.round(years)).replace(/\B(?=(\d{3})+$)/g, ',');

/** What is known of something that was never seen. */
export function noneSeen(years: number): string {
  const bound = 1 / rateUpperBound(years, CONFIDENCE);
  return `none in ${yearsText(years)} years: fewer than 1 in ${yearsText(bound)} years (95 %)`;
}

/** Said of an interval that rests on few replications; nothing where there are enough. */
export const rough = (seenIn: number): { readonly note?: string } =>
  seenIn < ENOUGH_SEEN ? { note: `seen in only ${seenIn} replications: the interval is rough` } : {};

/** An estimate from one amount a replication, scaled; never 0 for what was only not seen. `counts`: they count events. */
export function estimate(values: Moments, scale: number, years: number, counts = false): Estimate {
  const { seen } = values;
  if (seen === 0) return { mean: null, low: 0, high: null, note: noneSeen(years) };
  const { mean, low, high }: Interval = amountInterval(values, CONFIDENCE, counts);
  const scaled = (x: number | null) => (x === null ? null : Math.max(0, x * scale));
  return { mean: scaled(mean), low: scaled(low), high: scaled(high), ...rough(seen) };
}

/** 1 − an estimate: what is left over, with its bounds exchanged. */
export function complement({ mean, low, high, note }: Estimate): Estimate {
  const rest = (x: number | null) => (x === null ? null : Math.min(1, 1 - x));
  return { mean: rest(mean), low: rest(high), high: rest(low), ...(note === undefined ? {} : { note }) };
}

/**
 * A difference of two scenarios, paired by replication and scaled. Where no replication differs it is 0 without an interval:
 * in other years they may differ. `counts`: it is one of counted events.
 */
export function difference(paired: Paired, scale: number, years: number, counts = false): Estimate {
  const { differing } = paired;
  if (differing === 0)
    return { mean: 0, low: null, high: null, note: `no replication differs in ${yearsText(years)} years` };
  const { mean, low, high } = differenceInterval(paired, CONFIDENCE, counts);
  const scaled = (x: number | null): number | null => (x === null ? null : x * scale);
  const [from, to] = scale < 0 ? [high, low] : [low, high];
  return { mean: scaled(mean), low: scaled(from), high: scaled(to), ...fewDiffer(differing) };
}

/** Said of the interval of a difference that rests on few replications; nothing where there are enough. */
export const fewDiffer = (differing: number): { readonly note?: string } =>
  differing < ENOUGH_SEEN ? { note: `only ${differing} replications differ: the interval is rough` } : {};

export const MINUTES_PER_YEAR = YEAR / 60e6;
export const HOURS_PER_YEAR = YEAR / 3_600e6;
export const US_PER_YEAR: number = YEAR;

const seconds = (time: number | null): number | null =>
  time === null || !Number.isFinite(time) ? null : toSeconds(time as Us);

/** The spread of measured times, in seconds. */
export const spread = (times: Tally): Spread => spreadAmong(times, times.count);

/**
 * The same where some have not ended: they exceed every limit, so quantiles are taken over all, and one that falls among
 * the open ones is unknown, and so is the mean where any is open.
 */
export const censoredSpread = (times: Tally, censored: number): Spread & { readonly censored: number } => ({
  ...spreadAmong(times, times.count + censored),
  censored,
});

/** Of `all`, those that have ended are the shortest. */
function spreadAmong(times: Tally, all: number): Spread {
  const known = times.isExact ? times.sorted() : undefined;
  const ended = (rank: number): number | null =>
    known === undefined ? times.quantile(Math.min(1, rank / times.count)) : known[rank - 1]!;
  const ranked = (rank: number): number | null => (rank > times.count ? null : seconds(ended(rank)));
  const isOpen = all > times.count;
  const { low, high } = isOpen ? { low: null, high: null } : times.meanBounds(CONFIDENCE);
  return {
    count: all,
    mean: isOpen ? null : seconds(times.mean),
    meanLow: seconds(low),
    meanHigh: seconds(high),
    ...quantilesOf(all, ranked),
    max: seconds(times.max),
    beyondMax: beyondLargest(all, all - times.count),
  };
}
