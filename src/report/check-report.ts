import type { Change, CheckResult } from '../experiment/index.ts';
import { clean, PAGE_CELLS, shorten, wrap } from './cells.ts';
import { changeSection } from './check/change.ts';
import { cutText } from './check/cut.ts';
import { count, stated } from './figures.ts';
import { PLAIN } from './ink.ts';
import { judgedTable } from './judged-table.ts';
import { INK } from './objective.ts';
import { type Lines, type Page, title } from './page.ts';
import { fileArgument, quoted, shellLines, spanArgument } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { nameLine } from './sections/header.ts';
import { yearsText } from './seen.ts';
import { judgedBy } from './standard/command.ts';
import { standardBlocks } from './standard/section.ts';
import { wordsOf } from './words/index.ts';

export interface CheckReportOptions extends Omit<ReportOptions, 'quiet'> {
  /** Against an earlier result. */
  readonly change?: Change;
}

/** Objectives and verdicts for a terminal: lines of at most 80 cells, ended by a line break. */
export function checkReport(result: CheckResult, options: CheckReportOptions = {}): string {
  const { language = 'en', ink = PLAIN, change } = options;
  const page: Page = { words: wordsOf(language), ink };
  const judged = [...title(page.words.objectives.title, '', page), ...judgedTable(result.objectives, page)];
  const verdict = result.standard === null ? [] : standardBlocks(result.standard, page);
  const since = change === undefined ? [] : changeSection(change, page);
  const blocks = [head(result, page), judged, since, ...verdict, foot(result, page)].filter(
    (lines) => lines.length > 0,
  );
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(result: CheckResult, page: Page): Lines {
  const { words, ink } = page;
  const { runs, yearsPerRun, times, seed, verdict, measured } = result;
  const facts = [
    ...(Object.keys(measured.workloads).length === 0
      ? []
      : [words.header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun))]),
    ...(measured.drills.length === 0 ? [] : [words.check.drills(count(times))]),
    words.header.seed(shorten(clean(seed), 20)),
  ].join(' · ');
  const cut = cutText(result, words);
  const said = wrap(cut === '' || verdict === 'missed' ? words.check.verdicts[verdict] : cut, PAGE_CELLS);
  return [
    nameLine(result, page),
    ...wrap(facts, PAGE_CELLS).map(ink.dim),
    ...said.map(ink[INK[verdict]]),
    ...(cut === '' || verdict !== 'missed' ? [] : wrap(cut, PAGE_CELLS).map(ink.doubtful)),
  ];
}

/** The command that gives the same verdicts again. */
export function checkCommand(result: CheckResult): string {
  const { scenario, runs, yearsPerRun, times, lostForSeconds, seed, standard } = result;
  const judged = standard === null ? '' : judgedBy(standard);
  const flags = `--runs ${runs} --years ${yearsPerRun} --times ${times} --for ${spanArgument(lostForSeconds)} --seed ${quoted(seed)}${judged}`;
  return clean(`hasim check ${fileArgument(scenario.file)} ${flags}`);
}

const foot = (result: CheckResult, { words, ink }: Page): Lines => [
  ink.dim(words.foot.replay),
  ...shellLines(checkCommand(result)),
];
