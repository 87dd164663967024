import { sortedEntries } from '../../base/index.ts';
import type { PhaseName, Result } from '../../experiment/index.ts';
import { minutesSpan, shareBeside } from '../beside.ts';
import { undrilledText } from '../drill/undrilled.ts';
import { drillCommand } from '../drill-report.ts';
import { count, stated } from '../figures.ts';
import { availabilitySaid, intervalSaid, ninesSaid } from '../html/figures.ts';
import type { PageParts } from '../html/parts.ts';
import { nameOfPage } from '../html/top/about.ts';
import { fixFirst } from '../html/top/fix.ts';
import { goalsOf } from '../html/top/lead.ts';
import { atLeastSaid, openSaid, type Worst, worstRows } from '../html/top/worst.ts';
import { type Said, texts } from '../html/voices.ts';
import { PLAIN } from '../ink.ts';
import { pointNotes } from '../judged-table.ts';
import { nameOf, subjectOf, target } from '../objective.ts';
import { replayCommand } from '../replay.ts';
import { downtime } from '../sections/availability.ts';
import { yearsText } from '../seen.ts';
import { sentence } from '../sentence.ts';
import { boundsBeside, span, statedSpan } from '../spans.ts';
import { blockerText, documentedText } from '../standard/phrases.ts';
import { headline } from '../standard/tiers.ts';
import { type Language, type Words, wordsOf } from '../words/index.ts';
import { MARKDOWN } from '../words/page/markdown.ts';
import { TOP } from '../words/page/top.ts';
import { code, markdownTable, plain } from './text.ts';

/** A picture beside the text. */
export interface Picture {
  readonly file: string;
  readonly title: string;
}

export interface MarkdownOptions {
  /** Default: English. */
  readonly language?: Language;
  readonly pictures?: readonly Picture[];
}

/** What is told, and in which words. */
interface Telling extends PageParts {
  readonly language: Language;
  readonly words: Words;
}

/** The verdict and what stands behind it, short enough for a pull request. */
export function markdownReport(parts: PageParts, { language = 'en', pictures = [] }: MarkdownOptions = {}): string {
  const telling: Telling = { ...parts, language, words: wordsOf(language) };
  const blocks = [
    [`# ${plain(nameOfPage(parts))}`, '', ...facts(telling)],
    verdict(telling),
    objectives(telling),
    availability(telling),
    recoveries(telling),
    pictures.flatMap(({ file, title }) => [`![${plain(title)}](${encodeURI(file)})`, '']),
    phases(telling),
    causes(telling),
    todo(telling),
    documented(telling),
    replay(telling),
  ];
  return `${blocks.flat().join('\n').trimEnd()}\n`;
}

const said = (what: Said, { language }: Telling): string => plain(texts(what)[language]);
const heading = (text: string): string[] => [`## ${plain(text)}`, ''];

function facts(telling: Telling): string[] {
  const { run, drill, words } = telling;
  const told = [
    ...(run === undefined ? [] : [simulated(run, words)]),
    ...(drill === undefined ? [] : [words.drill.times(count(drill.rows.length), count(drill.times))]),
    ...(drill === undefined ? [] : [words.drill.lostFor(statedSpan(drill.lostForSeconds, words))]),
    words.header.seed((run ?? drill)?.seed ?? ''),
  ];
  const cut = drill === undefined ? '' : undrilledText(drill, words);
  return [plain(told.join(' · ')), '', ...(cut === '' ? [] : [plain(cut), ''])];
}

const simulated = ({ runs, yearsPerRun }: Result, { header }: Words): string =>
  header.simulated(count(runs), stated(yearsPerRun), yearsText(runs * yearsPerRun));

/** The tier that is proven, and the one sentence that says what to do. */
function verdict(telling: Telling): string[] {
  const { drill, words } = telling;
  const fix = fixFirst(telling);
  const standard = drill?.standard;
  const tier = standard === undefined ? '' : headline(standard, { words, ink: PLAIN });
  return [
    ...(standard === undefined ? [] : [`**${plain(standard.name)}: ${plain(tier)}**`, '']),
    ...(fix === null ? [] : [`> **${said(TOP.fix, telling)}** – ${said(fix, telling)}`, '']),
  ];
}

function objectives(telling: Telling): string[] {
  const { words } = telling;
  const say = words.objectives;
  const goals = goalsOf(telling);
  if (goals.length === 0) return [];
  return [
    ...heading(texts(TOP.objectives)[telling.language]),
    ...markdownTable(goals, [
      { title: say.verdict, cell: ({ row }) => `**${plain(say.verdicts[row.verdict])}**` },
      { title: say.objective, cell: ({ row }) => plain(nameOf(row, words)) },
      { title: say.of, cell: ({ row }) => plain(subjectOf(row, words)) },
      { title: say.target, cell: ({ row }) => plain(target(row, words)), figure: true },
      { title: say.measured, cell: (one) => said(one.said, telling), figure: true },
    ]),
    ...pointNotes(telling.drill?.objectives ?? [], words).flatMap((note) => [plain(note), '']),
  ];
}

function availability(telling: Telling): string[] {
  const { run, words } = telling;
  if (run === undefined) return [];
  const years = run.runs * run.yearsPerRun;
  return [
    ...heading(said(MARKDOWN.availability, telling)),
    ...markdownTable(sortedEntries(run.workloads), [
      { title: said(MARKDOWN.workload, telling), cell: ([name]) => plain(name) },
      {
        title: words.availability.byTime,
        cell: ([
          ,
          {
            availability: { time },
          },
        ]) => said(availabilitySaid(time), telling),
        figure: true,
      },
      {
        title: said(MARKDOWN.interval, telling),
        cell: ([
          ,
          {
            availability: { time },
          },
        ]) => said(intervalSaid(time), telling),
        figure: true,
      },
      {
        title: said(MARKDOWN.nines, telling),
        cell: ([
          ,
          {
            availability: { time },
          },
        ]) => said(ninesSaid(time), telling),
        figure: true,
      },
      {
        title: words.availability.downtime,
        cell: ([, { downtimeMinutesPerYear }]) => plain(downtime(downtimeMinutesPerYear, years, words)),
        figure: true,
      },
    ]),
  ];
}

function recoveries(telling: Telling): string[] {
  const { drill, words } = telling;
  const by = drill === undefined ? TOP.bySeen : TOP.byDrill;
  const rows = worstRows(telling);
  if (rows.length === 0) return [];
  return [
    ...heading(`${texts(TOP.perClass)[telling.language]} (${texts(by)[telling.language]})`),
    ...markdownTable(rows, [
      { title: said(TOP.class, telling), cell: (row) => plain(words.classes[row.class]) },
      { title: said(TOP.rto, telling), cell: ({ rto }) => time(rto, telling), figure: true },
      { title: said(TOP.worst, telling), cell: ({ rto }) => whose(rto) },
      { title: said(TOP.rpo, telling), cell: ({ rpo }) => time(rpo, telling), figure: true },
      { title: said(TOP.worst, telling), cell: ({ rpo }) => whose(rpo) },
    ]),
  ];
}

const whose = (worst: Worst | undefined): string => (worst === undefined ? '' : plain(`${worst.domain} (${worst.of})`));

function time(worst: Worst | undefined, telling: Telling): string {
  if (worst === undefined) return '';
  const { words, language } = telling;
  const failed =
    worst.share > 0 ? [`**${plain(TOP.notBack[language](shareBeside(worst.share, worst.shareBounds)))}**`] : [];
  const open = worst.open > 0 ? [plain(said(openSaid(worst), telling))] : [];
  const known =
    worst.atLeast !== undefined
      ? [plain(said(atLeastSaid(worst.atLeast), telling))]
      : worst.p95 === null
        ? []
        : [plain(`${span(worst.p95, words)}${boundsBeside(worst.p95, worst)}`)];
  return [...known, ...failed, ...open].join(', ');
}

/** Minutes of downtime a year by phase: a line a workload, the phases that nobody waited for left out. */
function phases(telling: Telling): string[] {
  const { run, words } = telling;
  const rows = sortedEntries(run?.workloads ?? {}).filter(([, { phases: all }]) => sum(Object.values(all)) > 0);
  const names = Object.keys(words.phases.names) as PhaseName[];
  const seen = names.filter((phase) => rows.some(([, { phases: all }]) => all[phase] > 0));
  if (rows.length === 0) return [];
  return [
    ...heading(said(MARKDOWN.phases, telling)),
    ...markdownTable(rows, [
      { title: said(MARKDOWN.workload, telling), cell: ([name]) => plain(name) },
      ...seen.map((phase) => ({
        title: words.phases.names[phase],
        cell: ([, { phases: all, intervals }]: (typeof rows)[number]) =>
          all[phase] > 0 ? plain(minutesSpan(all[phase], intervals.phases[phase], words)) : '',
        figure: true,
      })),
    ]),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const CAUSES = 5;

function causes(telling: Telling): string[] {
  const { run, words } = telling;
  const all = sortedEntries(run?.workloads ?? {}).flatMap(([workload, { causes: list }]) =>
    list.slice(0, CAUSES).map((cause) => ({ workload, cause })),
  );
  if (all.length === 0) return [];
  return [
    ...heading(said(MARKDOWN.causes, telling)),
    ...markdownTable(all, [
      { title: said(MARKDOWN.workload, telling), cell: ({ workload }) => plain(workload) },
      {
        title: said(MARKDOWN.cause, telling),
        cell: ({ cause }) => plain(cause.combination.map((one) => words.names.fault(one)).join(' + ')),
      },
      {
        title: said(MARKDOWN.perYear, telling),
        cell: ({ cause }) => plain(minutesSpan(cause.minutesPerYear, cause.intervals.minutesPerYear, words)),
        figure: true,
      },
      {
        title: said(MARKDOWN.share, telling),
        cell: ({ cause }) => plain(shareBeside(cause.share, cause.intervals.share)),
        figure: true,
      },
    ]),
  ];
}

const MOST_TODO = 12;

/** What stands between the architecture and the next tier. */
function todo(telling: Telling): string[] {
  const { drill, words } = telling;
  const own = drill?.standard.blockers.filter(({ scope }) => scope === drill.standard.scope) ?? [];
  const [first] = own;
  if (first === undefined) return [];
  return [
    ...heading(sentence(words.standard.todo(String(first.tier), words.standard.scopes[first.scope]))),
    ...own.slice(0, MOST_TODO).map((one) => `- ${plain(blockerText(one, words))}`),
    '',
  ];
}

/** What documents promise, and whether the drills bear it out. */
function documented({ drill, words }: Telling): string[] {
  const all = drill?.standard.documented ?? [];
  if (all.length === 0) return [];
  return [
    ...heading(sentence(words.standard.documentedTitle)),
    ...all.map((one) => `- ${plain(documentedText(one, words))}`),
    '',
  ];
}

function replay(telling: Telling): string[] {
  const { run, drill } = telling;
  const commands = [
    ...(run === undefined ? [] : [replayCommand('run', run)]),
    ...(drill === undefined ? [] : [drillCommand(drill)]),
  ];
  const { sha256 = '' } = (run ?? drill)?.scenario ?? {};
  return [
    '---',
    '',
    `${said(MARKDOWN.again, telling)}: ${commands.map(code).join(' · ')}`,
    '',
    `hasim ${plain((run ?? drill)?.hasim ?? '')} · sha256 ${code(sha256)}`,
  ];
}
