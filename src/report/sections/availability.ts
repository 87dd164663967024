import { sortedEntries } from '../../base/index.ts';
import type { Estimate, Result, WorkloadResult } from '../../experiment/index.ts';
import { nines } from '../../measures/index.ts';
import { oftenBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { availabilityText, decimalsFor, fixedDecimals, percent, stated } from '../figures.ts';
import { type Lines, labelled, type Page, paragraph, title } from '../page.ts';
import { howOften, neverSeen } from '../seen.ts';
import { quantileText, type Rank, span, spanInterval } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { worstWorkloads } from '../worst.ts';

const MINUTE = 60;
const SECONDS_PER_YEAR = 365 * 86_400;

/** What every table of workloads says of one. */
interface Told {
  readonly availability: { readonly confidence: number };
  readonly upWhen: number;
}

/** A label and its text; a line without a text is left out. */
export type Figure = readonly [label: string, text: string | undefined];

/** Workloads under a title, each with the level at which it counts as up, its figures, and notes below them. */
export function perWorkload<W extends Told>(
  heading: string,
  all: Readonly<Record<string, W>>,
  figures: (workload: W) => readonly Figure[],
  page: Page,
  notes: (workload: W) => Lines = () => [],
): Lines {
  const { words, ink } = page;
  const workloads = sortedEntries(all);
  const confidence = workloads[0]?.[1].availability.confidence;
  const about = confidence === undefined ? '' : words.availability.intervals(percent(confidence));
  const level = ({ upWhen }: W): string => words.availability.upWhen(`${stated(100 * upWhen)} %`);
  return [
    ...title(heading, about, page),
    ...workloads.flatMap(([name, workload]) => [
      ...paragraph(`${clean(name)}  (${level(workload)})`).map(ink.strong),
      ...figures(workload).flatMap(([label, text]) => (text === undefined ? [] : labelled(label, text, page))),
      ...notes(workload),
    ]),
  ];
}

/** Per workload: availability by requests and by time, downtime a year, incidents with blips apart. */
export function availability({ workloads, runs, yearsPerRun }: Result, page: Page): Lines {
  const years = runs * yearsPerRun;
  const figures = (workload: WorkloadResult): readonly Figure[] => figuresOf(workload, years, page);
  const { shown, more } = worstWorkloads(sortedEntries(workloads), page);
  return [...perWorkload(page.words.availability.title, Object.fromEntries(shown), figures, page), ...more];
}

function figuresOf(workload: WorkloadResult, years: number, { words, ink }: Page): readonly Figure[] {
  const say = words.availability;
  return [
    [say.byRequests, ink.strong(shareText(workload.availability.requests, words))],
    [say.byTime, shareText(workload.availability.time, words)],
    [say.rightAnswers, rightAnswers(workload, words)],
    [say.downtime, downtime(workload.downtimeMinutesPerYear, years, words)],
    [say.ofItPlanned, planned(workload, words)],
    [say.incidents, incidents(workload, years, words)],
    [say.typicalIncident, lengths(workload, words)],
  ];
}

/** `99.951 % (99.948 to 99.954) · 3.3 nines`. */
export function shareText({ mean, low, high, note }: Estimate, words: Words): string {
  const say = words.availability;
  if (mean === null || mean === 1) {
    return low === null || low >= 1
      ? note === undefined
        ? words.notKnown
        : words.noneSeen
      : say.atLeast(availabilityText(low));
  }
  const rough = note === undefined ? '' : ` · ${say.rough}`;
  return `${boundedShare(mean, low, high, words)} · ${say.nines(oneDecimalDown(nines(mean)))}${rough}`;
}

/** `99.951 % (99.948 to 99.954)`. */
function boundedShare(mean: number, low: number | null, high: number | null, words: Words): string {
  const decimals = low === null || high === null ? undefined : decimalsFor(100 * mean, 100 * low, 100 * high);
  const text = (share: number): string => availabilityText(share, decimals);
  const interval = low === null || high === null ? '' : ` (${words.range(text(low), text(high))})`;
  return `${text(mean)} %${interval}`;
}

/** Nines are not rounded up: 2.99 nines are not 3. */
export const oneDecimalDown = (value: number): string => (Math.floor(value * 10 + 1e-9) / 10).toFixed(1);

export function downtime({ mean, low, high }: Estimate, years: number, words: Words): string {
  if (mean === null || mean === 0) return neverSeen(years, words);
  const seconds = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE);
  return words.availability.aYear(spanInterval(mean * MINUTE, seconds(low), seconds(high), words));
}

/** Told where wrong data were served. */
function rightAnswers({ availability: { rightAnswers: right, servedWrong: wrong } }: WorkloadResult, words: Words) {
  return right === null || wrong === null || wrong.mean === 0 ? undefined : shareText(right, words);
}

/** The workload that is told the most wrong, where wrong answers are more than those that nobody got; and how many are right. */
export function mostlyWrong(workloads: Result['workloads'], words: Words): readonly [string, string] | undefined {
  const told = sortedEntries(workloads).flatMap(
    ([
      name,
      {
        availability: { requests, rightAnswers: right },
      },
    ]) => {
      if (right === null || right.mean === null || requests.mean === null) return [];
      if (requests.mean - right.mean <= 1 - requests.mean) return [];
      return [{ name, mean: right.mean, text: boundedShare(right.mean, right.low, right.high, words) }];
    },
  );
  const [worst] = told.sort((a, b) => a.mean - b.mean);
  return worst && [worst.name, worst.text];
}

/** Told where something planned stops service: how much of the downtime it is, and what is left without it. */
export function planned({ availability }: WorkloadResult, words: Words): string | undefined {
  const { mean, low, high } = availability.planned;
  if (mean === null || mean === 0) return undefined;
  const seconds = (share: number | null): number | null => (share === null ? null : share * SECONDS_PER_YEAR);
  const figure = spanInterval(mean * SECONDS_PER_YEAR, seconds(low), seconds(high), words);
  return words.availability.planned(figure, shareText(availability.withoutPlanned, words));
}

export function incidents(
  { incidentsPerYear, blipsPerYear, blipUnderSeconds, intervals }: WorkloadResult,
  years: number,
  words: Words,
) {
  const say = words.availability;
  const { mean, low, high } = incidentsPerYear;
  if (mean === null || mean === 0) return neverSeen(years, words);
  const under = span(blipUnderSeconds, words);
  const blips =
    blipsPerYear > 0 ? say.blips(oftenBeside(blipsPerYear, intervals.blipsPerYear, words), under) : say.noBlips(under);
  return `${rateInterval(mean, low, high, words)} · ${blips}`;
}

function rateInterval(mean: number, low: number | null, high: number | null, words: Words): string {
  if (mean < 0.1 || low === null || high === null) return howOften(mean, words);
  const text = (value: number): string => fixedDecimals(value, Math.min(2, decimalsFor(mean, low, high)));
  return `${words.perYear(text(mean))} (${words.range(text(low), text(high))})`;
}

export function lengths({ incidentSeconds }: WorkloadResult, words: Words): string | undefined {
  const { max, censored } = incidentSeconds;
  if (max === null) return undefined;
  const longest = `${censored > 0 ? '≥ ' : ''}${span(max, words)}`;
  const text = (p: Rank): string => quantileText(incidentSeconds, p, words, `≥ ${span(max, words)}`);
  return words.availability.incidentSpans(text('p50'), text('p95'), longest);
}
