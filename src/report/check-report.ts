import type { CheckedObjective, CheckResult, CheckVerdict } from '../experiment/index.ts';
import { cells, clean, PAGE_CELLS, padEnd, shorten, wrap } from './cells.ts';
import { availabilityText, count, decimalsFor, stated } from './figures.ts';
import { type Ink, PLAIN } from './ink.ts';
import { type Lines, type Page, title } from './page.ts';
import { quoted, shellLines } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { span, statedSpan } from './spans.ts';
import { table } from './table.ts';
import { type Words, wordsOf } from './words/index.ts';

const PAINT: Readonly<Record<CheckVerdict, keyof Ink>> = { met: 'good', missed: 'bad', undecided: 'doubtful' };

/** Objectives and verdicts for a terminal: lines of at most 80 cells, ended by a line break. */
export function checkReport(result: CheckResult, options: Omit<ReportOptions, 'quiet'> = {}): string {
  const { language = 'en', ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const blocks = [head(result, page), objectives(result, page), foot(result, page)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head({ hasim, scenario, runs, yearsPerRun, times, seed, verdict }: CheckResult, { words, ink }: Page): Lines {
  const version = `hasim ${hasim}`;
  const name = shorten(clean(scenario.name), PAGE_CELLS - cells(version) - 2);
  const facts = [
    words.header.simulated(count(runs), stated(yearsPerRun), count(runs * yearsPerRun)),
    words.check.drills(count(times)),
    words.header.seed(shorten(clean(seed), 20)),
  ].join(' · ');
  return [
    `${ink.strong(padEnd(name, PAGE_CELLS - cells(version)))}${ink.dim(version)}`,
    ...wrap(facts, PAGE_CELLS).map(ink.dim),
    ink[PAINT[verdict]](words.check.verdicts[verdict]),
  ];
}

function objectives({ objectives: rows }: CheckResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.objectives;
  return [
    title(say.title, '', page),
    ...table(
      rows,
      [
        {
          title: say.verdict,
          align: 'left',
          cell: ({ verdict }) => say.verdicts[verdict],
          paint: (text, { verdict }) => ink[PAINT[verdict]](text),
        },
        { title: say.objective, align: 'left', cell: (row) => say[measureOf(row)] },
        { title: say.of, align: 'left', cell: subject, shrinks: true },
        { title: say.target, align: 'right', cell: (row) => target(row, words) },
        { title: say.measured, align: 'right', cell: (row) => measured(row, words) },
        { title: words.drill.bounds, align: 'right', cell: (row) => bounds(row, words) },
      ],
      page,
    ),
  ];
}

const measureOf = ({ objective }: CheckedObjective): 'availability' | 'rto' | 'rpo' =>
  objective.endsWith('rto') ? 'rto' : objective.endsWith('rpo') ? 'rpo' : 'availability';

const subject = ({ workload, domain, scope }: CheckedObjective): string =>
  [domain ?? scope, workload].filter((part) => part !== null).join(' ');

const target = (row: CheckedObjective, words: Words): string =>
  measureOf(row) === 'availability' ? `≥ ${stated(100 * row.target)} %` : `≤ ${statedSpan(row.target, words)}`;

function measured(row: CheckedObjective, words: Words): string {
  const { measured: value, domain } = row;
  if (value === null) return domain === null ? words.noneSeen : words.drill.notBack;
  return measureOf(row) === 'availability' ? share(value, row) : span(value, words);
}

function share(value: number, { low, high }: CheckedObjective): string {
  const decimals = low === null || high === null ? undefined : decimalsFor(100 * value, 100 * low, 100 * high);
  return `${availabilityText(value, decimals)} %`;
}

function bounds(row: CheckedObjective, words: Words): string {
  const { low, high } = row;
  if (low === null && high === null) return '';
  const text = (value: number): string => (measureOf(row) === 'availability' ? share(value, row) : span(value, words));
  return words.range(low === null ? '0' : text(low), high === null ? '∞' : text(high));
}

function foot({ scenario: { file }, runs, yearsPerRun, times, seed }: CheckResult, { words, ink }: Page): Lines {
  const path = file.startsWith('-') && file !== '-' ? `./${file}` : file;
  const flags = `--runs ${runs} --years ${yearsPerRun} --times ${times} --seed ${quoted(seed)}`;
  return [ink.dim(words.foot.replay), ...shellLines(clean(`hasim check ${quoted(path)} ${flags}`))];
}
