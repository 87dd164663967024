import { byCodeUnit } from '../../base/index.ts';
import type { ComparisonResult, FaultClass, RecoveryByClass, WorkloadResult } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import { quantile, worstFirst } from '../sections/recovery.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { field, minutesDifference, minutesField, NOTHING, pointsDifference, shareField } from './fields.ts';
import type { Field, GridRow } from './grid.ts';

/** The rows of one workload: what is served, how long it is not, how it recovers, what one loss leaves. */
export function workloadRows(name: string, { scenarios, differences }: ComparisonResult, words: Words): GridRow[] {
  const say = words.availability;
  const workloads = scenarios.map((result) => result.workloads[name]);
  const row = (label: string, of: (workload: WorkloadResult) => Field): GridRow => ({
    label,
    fields: workloads.map((workload) => (workload === undefined ? NOTHING : of(workload))),
  });
  const against = (of: (own: (typeof differences)[number]['workloads'][string]) => Field): GridRow => ({
    label: words.compare.against,
    fields: differences.map(({ workloads: all }, i) => (i === 0 || all[name] === undefined ? NOTHING : of(all[name]))),
  });
  return [
    row(say.byRequests, ({ availability }) => shareField(availability.requests, words)),
    against(({ availability }) => pointsDifference(availability.requests, words)),
    row(say.byTime, ({ availability }) => shareField(availability.time, words)),
    row(words.compare.downtimeAYear, (workload) => minutesField(workload.downtimeMinutesPerYear, words)),
    against(({ downtimeMinutesPerYear }) => minutesDifference(downtimeMinutesPerYear, words)),
    row(say.ofItPlanned, (workload) => planned(workload, words)),
    ...classesOf(workloads.flatMap((workload) => workload?.rtoSeconds ?? [])).map((kind) =>
      row(words.compare.rto(words.classes[kind]), ({ rtoSeconds }) => worstOf(rtoSeconds, kind, words)),
    ),
    row(words.compare.leastHeadroom, (workload) => leastHeadroom(workload, words)),
    row(words.use.latency, ({ latencySeconds: { mean, groups } }) =>
      groups.length === 0 ? NOTHING : field(span(mean, words)),
    ),
  ];
}

const MINUTES_PER_YEAR = 365 * 1_440;

function planned({ availability }: WorkloadResult, words: Words): Field {
  const { mean, low, high } = availability.planned;
  const minutes = (share: number | null): number | null => (share === null ? null : share * MINUTES_PER_YEAR);
  return mean === null || mean === 0
    ? NOTHING
    : minutesField({ mean: minutes(mean), low: minutes(low), high: minutes(high) }, words);
}

/** Classes of what broke, the same order in every comparison. */
export const classesOf = (rows: readonly { readonly class: FaultClass }[]): FaultClass[] =>
  [...new Set(rows.map((row) => row.class))].sort(byCodeUnit);

type Row = Parameters<typeof quantile>[0];

/** The 95 % quantile of the worst domain of a class, which it is, and of how many recoveries. */
export function worstOf(rows: readonly (Row | RecoveryByClass)[], kind: FaultClass, words: Words): Field {
  const [worst] = rows.filter((row) => row.class === kind).sort(worstFirst);
  return worst === undefined
    ? NOTHING
    : field(quantile(worst, 'p95', words), worst.domain, words.compare.seen(count(worst.count)));
}

/** A pool that nobody gave a capacity. */
const UNLIMITED = 1e6;

/** What the loss of a place leaves: whether two systems are each large enough for all. */
function leastHeadroom({ headroom }: WorkloadResult, words: Words): Field {
  const [worst] = headroom.filter((row) => row.of === 'place').sort((a, b) => a.share - b.share);
  if (worst === undefined || worst.share >= UNLIMITED) return NOTHING;
  const share = (Math.floor(worst.share * 100) / 100).toFixed(2);
  return field(worst.share <= 0 ? words.headroom.gone : share, worst.loss);
}
