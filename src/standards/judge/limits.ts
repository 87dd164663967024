import { proportionInterval } from '../../measures/index.ts';
import type { JudgedPoint, JudgedShare, JudgedTime, LimitVerdict, Settings } from '../result/index.ts';
import type { MeasuredTime } from './measured.ts';

/** Below this many drills the largest of them does not bound the 95 % quantile with 95 % confidence (Wilks, 1941). */
export const FEWEST = 59;
/** One side of a two-sided interval of 90 % is a bound that is 95 % sure. */
const TWO_SIDED = 0.9;
/** 95 % sure on one side, in standard deviations of a normal law. */
const SIGMAS = 1.645;
/** Nobody drills more often than this to learn something. */
const MOST = 1_000_000;

type Band = Pick<Settings, 'band'>;

/** What is judged: at most the limit, or below it. */
export interface Limit {
  readonly seconds: number | null;
  /** The limit itself is too much. */
  readonly strictly?: boolean;
}

const isWithin = (value: number, { seconds, strictly = false }: Limit): boolean =>
  seconds === null || (strictly ? value < seconds : value <= seconds);

/** Whether all that bounds say lies so near to the limit that nobody should decide. */
const isClose = (low: number, high: number, limit: number, { band }: Band): boolean =>
  low >= limit * (1 - band) && high <= limit * (1 + band);

/** A recovery time, given that the recovery worked, against a limit. */
export function judgeTime(time: MeasuredTime, limit: Limit, settings: Band): JudgedTime {
  return { ...time, limit: limit.seconds, verdict: timeVerdict(time, limit, settings) };
}

function timeVerdict({ count, low, high }: MeasuredTime, limit: Limit, settings: Band): LimitVerdict {
  if (limit.seconds === null) return 'pass';
  if (low !== null && !isWithin(low, limit)) return 'fail';
  if (count < FEWEST || low === null || high === null) return 'undecided';
  if (isWithin(high, limit)) return 'pass';
  return isClose(low, high, limit.seconds, settings) ? 'too-close' : 'undecided';
}

/**
 * A recovery point against a limit. A limit of 0 means that no recovery lost an acknowledged write; any other is judged on the
 * bounds, or on the largest where so many drills needed no recovery of data that it bounds them all.
 */
export function judgePoint(
  point: MeasuredTime & { readonly clean: number },
  drills: number,
  limit: Limit,
  settings: Band,
): JudgedPoint {
  return { ...point, limit: limit.seconds, verdict: pointVerdict(point, drills, limit, settings) };
}

function pointVerdict(
  point: MeasuredTime & { readonly clean: number },
  drills: number,
  limit: Limit,
  settings: Band,
): LimitVerdict {
  const enough = drills >= FEWEST;
  if (limit.seconds === 0) return point.clean < point.count ? 'fail' : enough ? 'pass' : 'undecided';
  if (enough && (point.max === null || isWithin(point.max, limit))) return 'pass';
  return timeVerdict(point, limit, settings);
}

/** The share of recoveries that did not come about against the largest that may. */
export function judgeFailures(failed: number, drills: number, { mayFail, band }: Settings): JudgedShare {
  const interval = proportionInterval(failed, drills, TWO_SIDED);
  const low = interval.low ?? 0;
  const high = interval.high ?? 1;
  const common = { share: drills === 0 ? 0 : failed / drills, low, high, limit: mayFail };
  if (high <= mayFail) return { ...common, verdict: 'pass' };
  if (low > mayFail) return { ...common, verdict: 'fail' };
  return { ...common, verdict: isClose(low, high, mayFail, { band }) ? 'too-close' : 'undecided' };
}

/** Drills in all, rounded up, as more drills than there were; null where nobody would make so many. */
function more(inAll: number, drills: number): number | null {
  const needed = Math.ceil(inAll) - drills;
  return Number.isFinite(needed) && needed <= MOST ? Math.max(1, needed) : null;
}

/** About how many more drills would decide a time, if the bounds close in as the root of their number. */
export function moreForTime(
  { verdict, count, p95, low, high, limit }: JudgedTime,
  drills: number,
  { band }: Band,
): number | null {
  if (verdict !== 'undecided' || limit === null) return null;
  if (count < FEWEST) return count === 0 ? null : more(drills * (FEWEST / count), drills);
  if (p95 === null) return null;
  const apart = Math.max(Math.abs(limit - p95), band * limit);
  const side = p95 <= limit ? high : low;
  const width = Math.abs((side ?? p95 + 2 * apart) - p95);
  return more(drills * (width / apart) ** 2, drills);
}

/** About how many more drills would decide a share of failures. */
export function moreForFailures({ verdict, share, limit }: JudgedShare, drills: number, { band }: Band): number | null {
  if (verdict !== 'undecided') return null;
  if (share === 0) return more(Math.log(1 - 0.95) / Math.log1p(-limit), drills);
  const apart = Math.max(Math.abs(limit - share), band * limit);
  return more((SIGMAS / apart) ** 2 * share * (1 - share), drills);
}
