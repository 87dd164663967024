import { type DrillResult, type Result, span, wordsOf } from '../src/index.ts';

const WORDS = wordsOf('en');

/** `21 min (19 min to 23 min)`: downtime a year of a workload, with its interval. */
export function downtime(worst: Result['workloads'][string] | undefined): string {
  if (worst === undefined) return '';
  const { mean, low, high } = worst.downtimeMinutesPerYear;
  if (mean === null) return 'none seen';
  const text = (minutes: number | null): string => (minutes === null ? '?' : span(minutes * 60, WORDS));
  return `${text(mean)} (${text(low)} to ${text(high)})`;
}

/** The worst zone or site: p95 of its drills, or that service did not come back. */
export function lost({ rows }: DrillResult, what: 'rto' | 'rpo'): string {
  const sites = rows.filter((row) => (row.class === 'zone' || row.class === 'idc') && row.fault === 'lost');
  if (sites.length === 0) return '';
  if (what === 'rpo') {
    const ages = sites.flatMap(({ stores }) => stores.map(({ rpoSeconds }) => rpoSeconds.p95 ?? 0));
    return ages.length === 0 ? '–' : span(Math.max(...ages), WORDS);
  }
  const failed = Math.max(...sites.flatMap(({ workloads }) => workloads.map((one) => one.failed.share)));
  if (failed > 0.05) return 'not back';
  return span(
    Math.max(...sites.flatMap(({ workloads }) => workloads.map(({ rtoSeconds }) => rtoSeconds.p95 ?? 0))),
    WORDS,
  );
}

/** The share of the paid capacity that serves while all is well. */
export const used = ({ utilisation: { serving } }: Result): string =>
  serving === null ? '' : `${Math.round(100 * serving)} %`;
