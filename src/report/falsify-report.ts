import type { Broken, FalsifyResult, Found, FoundFault } from '../experiment/index.ts';
import { clean, PAGE_CELLS, wrap } from './cells.ts';
import { brief, count, percent } from './figures.ts';
import { PLAIN } from './ink.ts';
import { type Lines, type Page, paragraph, title } from './page.ts';
import { fileArgument, quoted, shellLines } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { nameLine } from './sections/header.ts';
import { span, spansApart, statedSpan } from './spans.ts';
import { table } from './table.ts';
import { timelineLines } from './timeline/timeline.ts';
import { type Words, wordsOf } from './words/index.ts';

/** Sets of faults listed; the rest is in the document of --json. */
const SHOWN = 12;
/** What the faults that were found are to be saved as. */
export const FOUND_FILE = 'found.yaml';

/** What a search for faults came to, for a terminal: lines of at most 80 cells, ended by a line break. */
export function falsifyReport(result: FalsifyResult, options: Omit<ReportOptions, 'quiet'> = {}): string {
  const { language = 'en', ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const { smallest } = result;
  const blocks = [
    head(result, page),
    ...(smallest === null ? [] : [faults(smallest, page), breaks(smallest, page)]),
    others(result, page),
    ...(result.timeline === null ? [] : [timelineLines(result.timeline, page)]),
    searched(result, page),
    ...(smallest === null ? [] : [foot(result, smallest, page)]),
  ];
  const written = blocks.filter((lines) => lines.length > 0);
  return `${written.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(result: FalsifyResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.falsify;
  const { smallest, stopped, maxFaults } = result;
  const said =
    smallest === null
      ? wrap(say.held(String(maxFaults)), PAGE_CELLS).map(ink.good)
      : [ink.bad(smallest.faults.length === 0 ? say.brokenByNothing : say.broken(smallest.faults.length))];
  return [
    nameLine(result, page),
    ...said,
    ...(stopped === 'interrupted' ? [ink.doubtful(say.interrupted)] : []),
    ...(smallest === null ? wrap(say.notProof, PAGE_CELLS).map(ink.dim) : []),
  ];
}

/** The lines as they are to be copied: not wrapped, and with nothing but what could steer a terminal taken out. */
const faults = ({ yaml }: Found, page: Page): Lines => [
  ...title(page.words.falsify.smallest, '', page),
  ...yaml
    .trimEnd()
    .split('\n')
    .map((line) => `${/^ */.exec(line)![0]}${clean(line)}`),
];

function breaks({ breaks: rows }: Found, page: Page): Lines {
  const { words } = page;
  const say = words.falsify;
  return [
    ...title(say.breaks, '', page),
    ...table<Broken>(
      rows,
      [
        {
          title: words.objectives.objective,
          align: 'left',
          cell: (row) => objectiveText(row, words),
          shrinks: true,
          wraps: true,
        },
        { title: say.against, align: 'left', cell: (row) => againstText(row, words), shrinks: true, wraps: true },
        { title: words.objectives.of, align: 'left', cell: ({ of }) => of, shrinks: true, wraps: true },
        { title: say.allowed, align: 'right', cell: (row) => figures(row, words)[0] },
        { title: say.measured, align: 'right', cell: (row) => figures(row, words)[1] },
        { title: say.times, align: 'right', cell: ({ broken, times }) => `${broken}/${times}` },
      ],
      page,
    ),
  ];
}

/** What was broken and by how much, in a line: `time to recover of page: 2.0 h, allowed 1.0 h (5/5)`. */
export function breachText(row: Broken, words: Words): string {
  const [limit, measured] = figures(row, words);
  const { allowed, kinds } = words.falsify;
  const what = row.objective === '' ? kinds[row.kind] : `${row.objective}, ${kinds[row.kind]}`;
  return `${what}: ${clean(row.of)} ${measured}, ${allowed} ${limit} (${row.broken}/${row.times})`;
}

/** What was allowed and what was measured; where both round to the same, with as many digits as tell them apart. */
function figures(row: Broken, words: Words): readonly [limit: string, measured: string] {
  const limit = figure(row, row.limit, words);
  const measured = figure(row, row.measured, words);
  if (limit !== measured || row.measured === null) return [limit, measured];
  if (row.kind === 'served' || row.kind === 'writes-lost') return [String(row.limit), String(row.measured)];
  return spansApart(row.limit, row.measured, words);
}

/** An objective of the scenario by its usual name; what else was asked, by what it is about. */
export function objectiveText({ objective, kind }: Pick<Broken, 'objective' | 'kind'>, words: Words): string {
  return objective === 'availability' ? words.falsify.kinds.unserved : objective || words.falsify.kinds[kind];
}

/** Against the loss of what it is stated. */
const againstText = ({ scope }: Pick<Broken, 'scope'>, { classes, falsify }: Words): string =>
  scope === null ? falsify.anything : classes[scope];

/** A figure of a limit in its own unit; what never came is said so. */
export function figure({ kind }: Pick<Broken, 'kind'>, value: number | null, words: Words): string {
  if (value === null) return words.drill.notBack;
  if (kind === 'served') return percent(value);
  return kind === 'writes-lost' ? brief(value) : span(value, words);
}

function others({ others: sets }: FalsifyResult, page: Page): Lines {
  const { words, ink } = page;
  if (sets.length === 0) return [];
  const more = sets.length - SHOWN;
  return [
    ...title(words.falsify.others(sets.length), '', page),
    ...sets.slice(0, SHOWN).flatMap((found) => paragraph(setText(found, words))),
    ...(more > 0 ? paragraph(words.more(count(more))).map(ink.dim) : []),
  ];
}

const setText = ({ faults: set, breaks: rows }: Found, words: Words): string =>
  `${set.map((fault) => faultText(fault, words)).join(' + ')}: ${rows
    .map((row) => `${objectiveText(row, words)} ${clean(row.of)} ${figure(row, row.measured, words)}`)
    .join(words.listSeparator)}`;

function faultText({ class: faultClass, target, effect }: FoundFault, words: Words): string {
  const manner = effect === null || effect === 'silent' ? '' : ` (${words.falsify.manners[effect]})`;
  return `${words.classes[faultClass]} ${clean(target)}${manner}`;
}

function searched(result: FalsifyResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.falsify;
  const { searched: sizes, tried, times, lastsSeconds, leftOut } = result;
  const sets = sizes.map(({ faults: size, sets: done, of }) => say.set(size, count(done), count(of)));
  return [
    ...title(say.searched, '', page),
    ...paragraph(sets.join(' · ')),
    ...paragraph([say.tried(count(tried), count(times)), say.lasts(statedSpan(lastsSeconds, words))].join(' · ')),
    ...(leftOut.length === 0
      ? []
      : paragraph(
          `${say.leftOut}: ${leftOut.slice(0, SHOWN).map(clean).join(words.listSeparator)} (${say.leftOutHint})`,
        )
    ).map(ink.dim),
  ];
}

function foot({ scenario, times, seed }: FalsifyResult, { years }: Found, { words, ink }: Page): Lines {
  const flags = `--faults ${FOUND_FILE} --runs ${times} --years ${years} --seed ${quoted(seed)}`;
  return [
    ink.dim(words.falsify.save(FOUND_FILE)),
    ...shellLines(clean(`hasim explain ${fileArgument(scenario.file)} ${flags}`)),
  ];
}
