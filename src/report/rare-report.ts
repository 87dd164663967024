import { sortedEntries } from '../base/index.ts';
import type { Estimate, RareCauseResult, RareResult, RareWorkload } from '../experiment/index.ts';
import { minutesBeside, oftenBeside, shareBeside } from './beside.ts';
import { brief, count, percent } from './figures.ts';
import { PLAIN } from './ink.ts';
import { type Lines, type Page, paragraph, subtitle, title } from './page.ts';
import type { ReportOptions } from './run-report.ts';
import { assumptions } from './sections/assumptions.ts';
import { type Figure, perWorkload, shareText } from './sections/availability.ts';
import { replay } from './sections/foot.ts';
import { measured } from './sections/header.ts';
import { ladder } from './sections/ladder.ts';
import { howOften, neverSeen } from './seen.ts';
import { spanInterval } from './spans.ts';
import { type Column, table } from './table.ts';
import { type Language, type RareMethodWords, type Words, wordsOf } from './words/index.ts';

const MINUTE = 60;
const CAUSES = 8;
const COMMANDS = { 'failure-biasing': 'run --rare', 'importance-splitting': 'run --rare splitting' } as const;

/** A run by failure biasing or importance splitting for a terminal: lines of at most 80 cells, ended by a line break. */
export function rareReport(result: RareResult, options: ReportOptions = {}): string {
  const { language = 'en', quiet = false, ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const blocks = [
    head(result, page),
    figures(result, page),
    causes(result, page),
    quiet ? [] : ladder(result, page),
    quiet ? [] : assumptions({ assumptions: result.assumptions }, page),
    replay(COMMANDS[result.rare.method], result, page),
  ];
  const written = blocks.filter((lines) => lines.length > 0);
  return `${written.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(result: RareResult, page: Page): Lines {
  const { words, ink } = page;
  const { rare } = result;
  const facts = [
    words.rare.methods[rare.method].method(count(rare.windows), count(mostOf(rare))),
    words.rare.paths(percent(rare.calmShare), count(result.events)),
  ];
  const cut = endingIn(result, words);
  return [
    ...measured(result, page),
    ...facts.flatMap((text) => paragraph(text, 0)).map(ink.dim),
    ...cut.flatMap((text) => paragraph(text, 0)).map(ink.doubtful),
  ];
}

/** What a reader must know about how the run ended; nothing where all of its paths were done. */
export const rareEnding = (result: RareResult, language: Language): string =>
  endingIn(result, wordsOf(language)).join(' ');

function endingIn({ stopping, runs, runsAsked }: RareResult, { header }: Words): string[] {
  if (stopping.reason === 'runs') return [];
  return stopping.reason === 'max-time'
    ? [header.timeUp(String(runs), count(runsAsked))]
    : [header.interrupted(count(runs), count(runsAsked))];
}

/** Clocks drawn from another law, or copies of one start at the most. */
const mostOf = ({ biased, rungs }: RareResult['rare']): number =>
  rungs === undefined ? biased : Math.max(1, ...rungs.map(({ copies }) => copies));

/** Per workload: availability, downtime, incidents, and how much stands behind them. */
function figures({ workloads, runs, yearsPerRun, rare }: RareResult, page: Page): Lines {
  const say = page.words.rare.methods[rare.method];
  const years = runs * yearsPerRun;
  const figures = (workload: RareWorkload): readonly Figure[] => figuresOf(workload, years, say, page);
  const warnings = (workload: RareWorkload): Lines =>
    workload.warnings.flatMap((one) => paragraph(say.warnings[one], 4)).map(page.ink.doubtful);
  return perWorkload(page.words.rare.title, workloads, figures, page, warnings);
}

function figuresOf(
  workload: RareWorkload,
  years: number,
  by: RareMethodWords,
  { words, ink }: Page,
): readonly Figure[] {
  const [say, rare] = [words.availability, words.rare];
  const { availability, downtimeMinutesPerYear, incidentsPerYear, ordinary } = workload;
  return [
    [say.byRequests, ink.strong(shareText(availability.requests, words))],
    [say.byTime, shareText(availability.time, words)],
    [say.downtime, downtime(downtimeMinutesPerYear, years, words)],
    [say.incidents, incidents(incidentsPerYear, years, words)],
    [rare.rests, rests(workload, by)],
    [rare.gain, gain(workload, words)],
    [rare.ordinary, downtime(ordinary.downtimeMinutesPerYear, years, words)],
  ];
}

function downtime({ mean, low, high }: Estimate, years: number, words: Words): string {
  if (mean === null || mean === 0) return neverSeen(years, words);
  const seconds = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE);
  return words.availability.aYear(spanInterval(mean * MINUTE, seconds(low), seconds(high), words));
}

/** `1 in 4,100 years (3,900 to 4,300)`: the bounds change places. */
function incidents({ mean, low, high }: Estimate, years: number, words: Words): string {
  if (mean === null || mean === 0) return neverSeen(years, words);
  const text = howOften(mean, words);
  if (low === null || high === null || low === 0) return text;
  const bounds = mean < 0.1 ? [1 / high, 1 / low] : [low, high];
  const [from, to] = bounds.map((bound) => brief(bound, 3));
  return `${text} (${words.range(from!, to!)})`;
}

function rests(workload: RareWorkload, by: RareMethodWords): string | undefined {
  const { effectiveSampleSize, windowsWithLoss, largestWindowShare } = workload;
  if (windowsWithLoss === 0) return undefined;
  return by.restsOn(count(effectiveSampleSize), count(windowsWithLoss), percent(largestWindowShare));
}

function gain({ varianceReduction }: RareWorkload, words: Words): string | undefined {
  if (varianceReduction === null) return undefined;
  return varianceReduction < 1
    ? words.rare.noGain(percent(varianceReduction))
    : words.rare.times(brief(varianceReduction));
}

/** Downtime by what was broken when an incident began, the worst first. */
function causes(result: RareResult, page: Page): Lines {
  const down = sortedEntries(result.workloads).filter(([, workload]) => workload.causes.length > 0);
  if (down.length === 0) return [];
  const parts = down.flatMap(([name, workload]) => [
    ...subtitle(name, page),
    ...table(workload.causes.slice(0, CAUSES), columns(page), page),
  ]);
  return [...title(page.words.rare.causes, '', page), ...parts];
}

function columns({ words }: Page): Column<RareCauseResult>[] {
  const say = words.causes;
  return [
    {
      title: say.minutesPerYear,
      align: 'right',
      cell: ({ minutesPerYear, intervals }) => minutesBeside(minutesPerYear, intervals.minutesPerYear),
    },
    {
      title: say.share,
      align: 'right',
      cell: ({ share, intervals }) => shareBeside(share, intervals.share),
      shrinks: true,
      wraps: true,
    },
    { title: say.incidentsPerYear, align: 'right', cell: (cause) => seldom(cause, words), shrinks: true, wraps: true },
    { title: words.rare.broken, align: 'left', cell: (cause) => named(cause, words), shrinks: true, wraps: true },
  ];
}

const seldom = ({ incidentsPerYear, intervals }: RareCauseResult, words: Words): string =>
  incidentsPerYear > 0 ? oftenBeside(incidentsPerYear, intervals.incidentsPerYear, words) : '';

const named = ({ combination }: RareCauseResult, words: Words): string =>
  combination.length === 0 ? words.causes.nothingBroken : combination.map(words.names.fault).join(' + ');
