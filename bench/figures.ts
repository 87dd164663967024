import { type DrillResult, p95Text, type Result, span, wordsOf } from '../src/index.ts';

const WORDS = wordsOf('en');

/** `21 min (19 min to 23 min)`: downtime a year of a workload, with its interval. */
export function downtime(worst: Result['workloads'][string] | undefined): string {
  if (worst === undefined) return '';
  const { mean, low, high } = worst.downtimeMinutesPerYear;
  if (mean === null) return 'none seen';
  const text = (minutes: number | null): string => (minutes === null ? '?' : span(minutes * 60, WORDS));
  return `${text(mean)} (${text(low)} to ${text(high)})`;
}

/** `99.9959 % (99.9955 to 99.9963)`: availability by time of a workload, with its interval; a bound where no downtime was seen. */
export function availability(worst: Result['workloads'][string] | undefined): string {
  const { mean = null, low = null, high = null } = worst?.availability.time ?? {};
  if (mean === null) return '';
  const percent = (share: number): string => (100 * share).toFixed(4);
  if (mean === 1) return `> ${percent(low ?? 0)} %`;
  return low === null || high === null
    ? `${percent(mean)} %`
    : `${percent(mean)} % (${percent(low)} to ${percent(Math.min(1, high))})`;
}

/** The worst zone or site: p95 of its drills with its interval, or that service did not come back. */
export function lost({ rows }: DrillResult, what: 'rto' | 'rpo'): string {
  const sites = rows.filter((row) => (row.class === 'zone' || row.class === 'idc') && row.fault === 'lost');
  if (sites.length === 0) return '';
  if (what === 'rpo') return worstOf(sites.flatMap(({ stores }) => stores.map(({ rpoSeconds }) => rpoSeconds)));
  const failed = Math.max(...sites.flatMap(({ workloads }) => workloads.map((one) => one.failed.share)));
  if (failed > 0.05) return 'not back';
  return worstOf(sites.flatMap(({ workloads }) => workloads.map(({ rtoSeconds }) => rtoSeconds)));
}

type Quantiles = DrillResult['rows'][number]['stores'][number]['rpoSeconds'];

/** The largest 95 % quantile; where nothing was seen at one of them, it counts as 0. */
function worstOf(all: readonly Quantiles[]): string {
  const known = all.filter(({ p95 }) => p95 !== null).sort((a, b) => b.p95! - a.p95!);
  if (all.length === 0) return '–';
  return known[0] === undefined ? span(0, WORDS) : p95Text(known[0], WORDS);
}

/** The share of the paid capacity that serves while all is well. */
export const used = ({ utilisation: { serving } }: Result): string =>
  serving === null ? '' : `${Math.round(100 * serving)} %`;
