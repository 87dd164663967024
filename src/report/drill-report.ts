import type { DrillResult, DrillRow, DrillWorkload } from '../experiment/index.ts';
import { shareBeside } from './beside.ts';
import { clean, PAGE_CELLS, shorten, wrap } from './cells.ts';
import { data } from './drill/data.ts';
import { SHOWN, what } from './drill/names.ts';
import { pairs } from './drill/pairs.ts';
import { drillPhases, phasesTitle } from './drill/phases.ts';
import { points } from './drill/points.ts';
import { runbooks } from './drill/runbooks.ts';
import { undrilledText } from './drill/undrilled.ts';
import { weak } from './drill/weak.ts';
import { count, percent } from './figures.ts';
import { PLAIN } from './ink.ts';
import { judgedTable } from './judged-table.ts';
import { type Lines, type Page, paragraph, title } from './page.ts';
import { fileArgument, quoted, shellLines, spanArgument } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { nameLine } from './sections/header.ts';
import { lead } from './sections/lead.ts';
import { quantileText, statedSpan } from './spans.ts';
import { judgedBy } from './standard/command.ts';
import { auditSection, standardBlocks } from './standard/section.ts';
import { type Column, table } from './table.ts';
import { type Words, wordsOf } from './words/index.ts';

/** The matrix of drills for a terminal: lines of at most 80 cells, ended by a line break. */
export function drillReport(result: DrillResult, options: Omit<ReportOptions, 'quiet'> = {}): string {
  const { language = 'en', ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const blocks = [
    head(result, page),
    lead({ drill: result }, page, language),
    objectives(result, page),
    ...workloadsOf(result).map((name) => ofWorkload(name, result, page)),
    data(result, page),
    points(result, page),
    phases(result, page),
    weak(result, page),
    pairs(result, page),
    ...standardBlocks(result.standard, page),
    auditSection(result.audit, page),
    ...runbooks(result, page),
    foot(result, page),
  ];
  const written = blocks.filter((lines) => lines.length > 0);
  return `${written.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(result: DrillResult, page: Page): Lines {
  const { words, ink } = page;
  const { seed, times, lostForSeconds, rows } = result;
  const cut = undrilledText(result, words);
  const facts = [
    words.drill.times(count(rows.length), count(times)),
    words.drill.lostFor(statedSpan(lostForSeconds, words)),
    words.header.seed(shorten(clean(seed), 20)),
  ].join(' · ');
  return [
    nameLine(result, page),
    ...wrap(facts, PAGE_CELLS).map(ink.dim),
    ...(cut === '' ? [] : wrap(cut, PAGE_CELLS).map(ink.doubtful)),
  ];
}

function objectives({ objectives: rows }: DrillResult, page: Page): Lines {
  const { words } = page;
  if (rows.length === 0) return [];
  return [...title(words.objectives.title, words.drill.worst, page), ...judgedTable(rows, page)];
}

export const workloadsOf = ({ rows }: DrillResult): string[] =>
  rows[0]?.workloads.map(({ workload }) => workload) ?? [];

interface Line {
  readonly row: DrillRow;
  readonly seen: DrillWorkload;
}

function ofWorkload(name: string, { rows }: DrillResult, page: Page): Lines {
  const { words } = page;
  const lines = rows.flatMap((row) => {
    const seen = row.workloads.find(({ workload }) => workload === name);
    return seen === undefined ? [] : [{ row, seen }];
  });
  const hurt = lines.filter(({ row, seen }) => seen.masked < row.times);
  const hidden = lines.length - hurt.length;
  return [
    ...title(clean(name), words.drill.recovery, page),
    ...(hurt.length === 0 ? [] : table(hurt.slice(0, SHOWN), columns(words), page)),
    ...more(hurt.length, page),
    ...(hidden > 0 ? paragraph(words.drill.masked(count(hidden))).map(page.ink.dim) : []),
  ];
}

const more = (rows: number, { words, ink }: Page): string[] =>
  rows > SHOWN ? paragraph(words.more(count(rows - SHOWN))).map(ink.dim) : [];

const columns = (words: Words): Column<Line>[] => {
  const say = words.drill;
  const time = (heading: string, of: (seen: DrillWorkload) => string): Column<Line> => ({
    title: heading,
    align: 'right',
    cell: ({ seen }) => of(seen),
    shrinks: true,
    wraps: true,
  });
  return [
    { title: say.injected, align: 'left', cell: ({ row }) => what(row, words), shrinks: true, wraps: true },
    time('p50', ({ rtoSeconds }) => quantileText(rtoSeconds, 'p50', words)),
    time(words.recovery.p95, ({ rtoSeconds }) => quantileText(rtoSeconds, 'p95', words)),
    {
      title: say.failed,
      align: 'right',
      cell: ({ seen }) => (seen.failed.share > 0 ? shareBeside(seen.failed.share, seen.failed) : ''),
      shrinks: true,
      wraps: true,
    },
    { title: say.least, align: 'right', cell: ({ seen }) => percent(seen.servedAtWorst) },
    { title: say.by, align: 'left', cell: ({ seen }) => by(seen, words) },
  ];
};

export function by({ recoveredBy: { people, automation, itself } }: DrillWorkload, { drill: say }: Words): string {
  const most = Math.max(people, automation, itself);
  if (most === 0) return '';
  return most === people ? say.people : most === automation ? say.automation : say.itself;
}

/** Where recovery times went, of each workload that recovered from anything. */
function phases(result: DrillResult, page: Page): Lines {
  const tables = workloadsOf(result).flatMap((name) => drillPhases(name, result.rows, page));
  return tables.length === 0 ? [] : [...phasesTitle(page), ...tables];
}

/** The command that gives the same drills again. */
export function drillCommand({ scenario, standard, rows, ...how }: DrillResult): string {
  const { times, fault, lostForSeconds, seed, pairs } = how;
  const { file } = scenario;
  const judged = judgedBy(standard);
  const told = rows.some(({ timelines }) => timelines !== undefined) ? ' --timelines' : '';
  const held = fault === null ? '' : ` --fault ${quoted(fault)}`;
  const paired = pairs === undefined ? '' : ` --pairs --pair-times ${pairs.times}`;
  const flags = `--times ${times}${held}${paired}${told} --for ${spanArgument(lostForSeconds)} --seed ${quoted(seed)}${judged}`;
  return clean(`hasim drill ${fileArgument(file)} ${flags}`);
}

const foot = (result: DrillResult, { words, ink }: Page): Lines => [
  ink.dim(words.foot.replay),
  ...shellLines(drillCommand(result)),
];
