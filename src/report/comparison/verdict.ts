import { byCodeUnit } from '../../base/index.ts';
import type { ComparisonResult, Estimate } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { signedSpan, span } from '../spans.ts';
import { BASE, type Ends, endsOf, isSurelyLess } from '../told-apart.ts';
import type { Words } from '../words/index.ts';
import { letterOf } from './letters.ts';
import { worstSentences } from './worst.ts';

const MINUTE = 60;

/** What a comparison says in short: who is down least, whether that is sure, and whose worst recovery is best. */
export function comparisonVerdict(comparison: ComparisonResult, words: Words): string {
  const say = words.verdict;
  const shared = sharedWorkloads(comparison);
  const [workload] = shared;
  if (workload === undefined) return say.noWorkload;
  const about = shared.length === 1 ? clean(workload) : say.ofWorkloads(clean(workload), count(shared.length));
  const downtime = `${downtimeParts(comparison, { workload, about }, words).join(say.join)}${say.end}`;
  return [downtime, ...worstSentences(comparison, workload, words)].join(say.gap);
}

/** Workloads that all have, the one that is down the longest anywhere first. */
function sharedWorkloads({ scenarios, differences }: ComparisonResult): string[] {
  const inAll = (name: string): boolean =>
    scenarios.every(
      ({ workloads }, i) =>
        Object.hasOwn(workloads, name) && (i === 0 || Object.hasOwn(differences[i]!.workloads, name)),
    );
  const longest = (name: string): number =>
    Math.max(...scenarios.map(({ workloads }) => workloads[name]!.downtimeMinutesPerYear.mean ?? 0));
  return Object.keys(scenarios[0]?.workloads ?? {})
    .filter(inAll)
    .sort((a, b) => longest(b) - longest(a) || byCodeUnit(a, b));
}

interface About {
  readonly workload: string;
  /** The workload as it is told. */
  readonly about: string;
}

function downtimeParts(
  { scenarios, differences }: ComparisonResult,
  { workload, about }: About,
  words: Words,
): string[] {
  const say = words.verdict;
  const means = scenarios.map(({ workloads }) => workloads[workload]!.downtimeMinutesPerYear.mean);
  const paired = differences.map(({ workloads }, i) =>
    i === 0 ? undefined : workloads[workload]!.downtimeMinutesPerYear,
  );
  const figure = (mean: number | null): string =>
    mean === null || mean === 0 ? words.noneSeen : say.aYear(span(mean * MINUTE, words));
  if (means.every((mean) => mean === null || mean === 0)) return [say.noDowntime(about)];
  if (paired.slice(1).every(isNothing)) return [say.sameDowntime(about, figure(means[0]!))];
  const best = means.reduce<number>((least, mean, i) => ((mean ?? 0) < (means[least] ?? 0) ? i : least), 0);
  const ends = paired.map((difference, i) => (i === 0 ? BASE : endsOf(difference)));
  const close = othersClose(best, ends);
  const who = `${letterOf(best)} (${clean(scenarios[best]!.scenario.name)})`;
  const isUnsure = close.length === scenarios.length - 1;
  const told = best === 0 ? nearest(means) : best;
  return [
    (isUnsure ? say.unsureDowntime : say.leastDowntime)(who, about, figure(means[best]!)),
    say.against(letterOf(told), differenceText(paired[told]!, words)),
    ...(close.length === 0 || isUnsure ? [] : [say.close(close.map(letterOf).join(words.listSeparator))]),
  ];
}

/** Not one replication differs. */
const isNothing = (difference: Estimate | undefined): boolean => difference?.mean === 0 && difference.low === null;

/** Those that the best is not sure to be down less than. */
const othersClose = (best: number, ends: readonly (Ends | undefined)[]): number[] =>
  [...ends.keys()].filter((i) => i !== best && !isSurelyLess(ends[best], ends[i]));

/** Of all but the first, the one that is down least. */
const nearest = (means: readonly (number | null)[]): number =>
  means.reduce<number>((least, mean, i) => (i > 1 && (mean ?? 0) < (means[least] ?? 0) ? i : least), 1);

function differenceText({ mean, low, high }: Estimate, words: Words): string {
  if (mean === null || (mean === 0 && low === null)) return words.compare.same;
  const scaled = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE);
  const [figure, bounds] = signedSpan(mean * MINUTE, scaled(low), scaled(high), words);
  return bounds === undefined ? figure! : `${figure} (${bounds})`;
}
