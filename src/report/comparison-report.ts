import { byCodeUnit } from '../base/index.ts';
import type { ComparisonResult } from '../experiment/index.ts';
import { clean, PAGE_CELLS, wrap } from './cells.ts';
import { caveats } from './comparison/caveats.ts';
import { costRows } from './comparison/cost.ts';
import { dataRows } from './comparison/data.ts';
import { type GridRow, gridLines, heads, isFilled, MOST_COLUMNS } from './comparison/grid.ts';
import { letterOf } from './comparison/letters.ts';
import { objectiveRows } from './comparison/objectives.ts';
import { comparisonVerdict } from './comparison/verdict.ts';
import { workloadRows } from './comparison/workloads.ts';
import { count, percent, stated } from './figures.ts';
import { PLAIN } from './ink.ts';
import { type Lines, labelled, type Page, title } from './page.ts';
import { fileArgument, quoted, shellLines } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { yearsText } from './seen.ts';
import { type Words, wordsOf } from './words/index.ts';

/** Scenarios side by side for a terminal: lines of at most 80 cells, ended by a line break. */
export function comparisonReport(comparison: ComparisonResult, options: Omit<ReportOptions, 'quiet'> = {}): string {
  const { language = 'en', ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const blocks = [
    head(comparison, page),
    ...blocksOf(comparison).map((part) => table(part, comparison, page)),
    foot(comparison, page),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The verdict; what is compared, how much of it was simulated; which letter is which scenario. */
function head(comparison: ComparisonResult, page: Page): Lines {
  const { hasim, runs, yearsPerRun, seed, scenarios } = comparison;
  const { words, ink } = page;
  const facts = [
    words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun)),
    words.header.seed(clean(seed).slice(0, 20)),
    words.compare.paired,
  ].join(' · ');
  const cut = cutText(comparison, words);
  return [
    ...title(words.compare.title, `hasim ${hasim}`, page),
    ...wrap(comparisonVerdict(comparison, words), PAGE_CELLS).map(ink.strong),
    ...wrap(facts, PAGE_CELLS).map(ink.dim),
    ...caveats(comparison, words).flatMap((text) => wrap(text, PAGE_CELLS).map(ink.dim)),
    ...(cut === '' ? [] : wrap(cut, PAGE_CELLS).map(ink.doubtful)),
    ...scenarios.flatMap(({ scenario: { name, file } }, i) =>
      labelled(letterOf(i), clean(name) === clean(file) ? clean(name) : `${clean(name)} (${clean(file)})`, page, 2, 4),
    ),
  ];
}

/** How many runs of those asked for are done; nothing where all are. */
export const cutText = ({ runs, runsAsked }: ComparisonResult, { header }: Words): string =>
  runs < runsAsked ? header.interrupted(count(runs), count(runsAsked)) : '';

/** Which scenarios stand side by side: the first in each block. */
function blocksOf({ scenarios }: ComparisonResult): number[][] {
  const others = [...scenarios.keys()].slice(1);
  const size = MOST_COLUMNS - 1;
  return Array.from({ length: Math.ceil(others.length / size) }, (_, block) => [
    0,
    ...others.slice(block * size, (block + 1) * size),
  ]);
}

function table(columns: readonly number[], whole: ComparisonResult, page: Page): Lines {
  const { words } = page;
  const part = {
    ...whole,
    scenarios: columns.map((i) => whole.scenarios[i]!),
    totals: columns.map((i) => whole.totals[i]!),
    differences: columns.map((i) => whole.differences[i]!),
  };
  const names = new Set(part.scenarios.flatMap(({ workloads }) => Object.keys(workloads)));
  const sections = comparisonGrid(part, [...names].sort(byCodeUnit), words);
  return [
    heads(
      columns.map((i) => `${letterOf(i)}  ${whole.scenarios[i]!.scenario.name}`),
      page,
    ),
    ...sections.flatMap(([name, rows]) => section(name, rows, page)),
  ];
}

/** Every figure of every scenario, part by part: workloads by name, then what all of them share. */
export const comparisonGrid = (
  part: ComparisonResult,
  names: readonly string[],
  words: Words,
): (readonly [title: string, rows: readonly GridRow[]])[] =>
  [
    ...names.map((name) => [name, workloadRows(name, part, words)] as const),
    [words.stores.title, dataRows(part, words)] as const,
    [words.use.title, [utilisationRow(part, words)]] as const,
    [words.cost.title, costRows(part, words)] as const,
    [words.objectives.title, objectiveRows(part, words)] as const,
  ].map(([title, rows]) => [title, rows.filter(isFilled)] as const);

const utilisationRow = ({ scenarios }: ComparisonResult, { use: say }: Page['words']): GridRow => ({
  label: say.utilisation,
  fields: scenarios.map(({ utilisation: { serving, load } }) => ({
    lines: [serving === null ? '' : percent(serving), load === null ? '' : say.load(percent(load))],
  })),
});

const section = (name: string, rows: readonly GridRow[], page: Page): Lines =>
  rows.length === 0
    ? []
    : [...wrap(clean(name), PAGE_CELLS).map(page.ink.strong), ...rows.flatMap((row) => gridLines(row, page))];

/** The command that gives the same figures again. */
export function comparisonCommand({ scenarios, runs, yearsPerRun, seed }: ComparisonResult): string {
  const files = scenarios.map(({ scenario: { file } }) => fileArgument(file));
  return clean(`hasim compare ${files.join(' ')} --runs ${runs} --years ${yearsPerRun} --seed ${quoted(seed)}`);
}

const foot = (comparison: ComparisonResult, { words, ink }: Page): Lines => [
  ink.dim(words.foot.replay),
  ...shellLines(comparisonCommand(comparison)),
];
