import type { Sensitivity, SweepPoint, SweepResult } from '../experiment/index.ts';
import { clean, PAGE_CELLS, wrap } from './cells.ts';
import { count, percent, stated } from './figures.ts';
import { PLAIN } from './ink.ts';
import { type Lines, labelled, type Page, paragraph, title } from './page.ts';
import { fileArgument, quoted, shellLines } from './replay.ts';
import type { ReportOptions } from './run-report.ts';
import { shortName, worstOf } from './sweep/aims.ts';
import { boundedText, changeLines, measureText, rankText } from './sweep/figures.ts';
import { sweepVerdict } from './sweep/verdict.ts';
import { type Column, table, tables } from './table.ts';
import { wordsOf } from './words/index.ts';

/** A sweep for a terminal: lines of at most 80 cells, ended by a line break. */
export function sweepReport(result: SweepResult, options: Omit<ReportOptions, 'quiet'> = {}): string {
  const { language = 'en', ink = PLAIN } = options;
  const page: Page = { words: wordsOf(language), ink };
  const blocks = [head(result, page), points(result, page), ...moves(result, page), foot(result, page)];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function head(result: SweepResult, page: Page): Lines {
  const { hasim, scenario, design, runs, yearsPerRun, seed, parameters } = result;
  const { words, ink } = page;
  const say = words.sweep;
  const facts = [
    say[design.kind](count(design.points), count(design.distinct)),
    say.eachOf(count(runs), stated(yearsPerRun)),
    words.header.seed(clean(seed).slice(0, 20)),
  ].join(' · ');
  const verdict = sweepVerdict(result, words);
  const cut = design.run < design.distinct ? [say.interrupted(count(design.run), count(design.distinct))] : [];
  const about = clean(scenario.name) === clean(scenario.file) ? scenario.name : `${scenario.name} (${scenario.file})`;
  return [
    ...title(say.title, `hasim ${hasim}`, page),
    ...(verdict === '' ? [] : wrap(verdict, PAGE_CELLS).map(ink.strong)),
    ...wrap(clean(about), PAGE_CELLS),
    ...wrap(facts, PAGE_CELLS).map(ink.dim),
    ...cut.flatMap((text) => wrap(text, PAGE_CELLS)).map(ink.doubtful),
    ...parameters.flatMap(({ name, values, range, log }) =>
      labelled(
        clean(name),
        clean(range ? `${log ? 'log ' : ''}${values.join(' … ')}` : values.join(', ')),
        page,
        2,
        34,
      ),
    ),
  ];
}

/** Points that are listed one by one. */
const LISTED = 40;

/** The front first where not all can be shown, then in the order of the design. */
function shownPoints({ points: all, base }: SweepResult): readonly SweepPoint[] {
  if (all.length <= LISTED) return all;
  const rank = ({ point, front }: SweepPoint): number => (point === base.point ? 0 : front ? 1 : 2);
  const chosen = [...all].sort((a, b) => rank(a) - rank(b) || a.point - b.point).slice(0, LISTED);
  return chosen.sort((a, b) => a.point - b.point);
}

function points(result: SweepResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.sweep;
  const shown = shownPoints(result);
  const { point } = result.base;
  const against = point === null ? say.againstScenario : say.againstPoint(String(point));
  const names = result.pareto.measures.map((measure) => measureText(measure, result, words));
  return [
    ...title(say.points, against, page),
    ...tables(shown, pointColumns(result, page), page),
    ...(shown.length < result.points.length
      ? paragraph(say.onlyFront(count(shown.length), count(result.points.length)))
      : []),
    ...(names.length > 0 ? paragraph(say.front(names.join(words.listSeparator))).map(ink.dim) : []),
    ...(result.pareto.measures.some(isWorstOfAll) ? paragraph(say.worst).map(ink.dim) : []),
  ];
}

/** Recovery times and points are those of the store, class and domain that fares worst. */
const isWorstOfAll = (measure: string): boolean => measure.startsWith('rto') || measure.startsWith('rpo');

function pointColumns(result: SweepResult, { words, ink }: Page): Column<SweepPoint>[] {
  const { parameters, pareto } = result;
  const aims = pareto.measures.flatMap((name) => worstOf(name, result) ?? []);
  const [first] = aims;
  return [
    {
      title: '#',
      align: 'right',
      cell: ({ point, front }) => `${point}${front ? '*' : ' '}`,
      paint: (text, { front }) => (front ? ink.good(text) : text),
    },
    ...parameters.map(
      ({ name }): Column<SweepPoint> => ({
        title: shortName(name),
        align: 'right',
        shrinks: true,
        wraps: true,
        cell: ({ settings }) => settings[name] ?? '',
      }),
    ),
    ...aims.map(
      (measure): Column<SweepPoint> => ({
        title: measureText(measure, result, words),
        align: 'right',
        shrinks: true,
        wraps: true,
        cell: ({ measures }) => (measures[measure] === undefined ? '' : boundedText(measure, measures[measure], words)),
      }),
    ),
    {
      title: first === undefined ? '' : `${words.sweep.against}: ${clean(measureText(first, result, words))}`,
      align: 'left',
      shrinks: true,
      wraps: true,
      cell: ({ differences, point }) => {
        const difference = first === undefined ? undefined : differences[first];
        return difference === undefined || point === result.base.point
          ? ''
          : interval(changeLines(first!, difference, words));
      },
    },
  ];
}

export const interval = ([figure, bounds]: readonly string[]): string =>
  bounds === undefined ? (figure ?? '') : `${figure} (${bounds})`;

function moves(result: SweepResult, page: Page): Lines[] {
  const { sensitivity, pareto } = result;
  const { words, ink } = page;
  const shown = sensitivity.filter(({ measure }) =>
    pareto.measures.some((name) => measure === name || measure.startsWith(`${name}:`)),
  );
  if (shown.length === 0) return [];
  const about = paragraph(words.sweep.sensitivityAbout, 0).map(ink.dim);
  return [[...title(words.sweep.sensitivity, '', page), ...about, ...shown.flatMap((one) => moved(one, result, page))]];
}

function moved({ measure, parameters, explained }: Sensitivity, result: SweepResult, page: Page): Lines {
  const { words, ink } = page;
  const say = words.sweep;
  const share = explained === null ? '' : say.explained(percent(explained));
  const columns: Column<Sensitivity['parameters'][number]>[] = [
    { title: say.parameter, align: 'left', shrinks: true, wraps: true, cell: ({ parameter }) => parameter },
    { title: '', align: 'left', shrinks: true, wraps: true, cell: ({ from, to }) => say.fromTo(from, to) },
    { title: say.effect, align: 'right', cell: ({ effect }) => changeLines(measure, effect, words)[0] ?? '' },
    { title: say.interval, align: 'left', cell: ({ effect }) => changeLines(measure, effect, words)[1] ?? '' },
    { title: say.rank, align: 'right', cell: ({ rank }) => rankText(rank, words), shrinks: true, wraps: true },
  ];
  return [
    ...paragraph(clean(measureText(measure, result, words))).map(ink.strong),
    ...(parameters.length === 0 ? paragraph(say.none, 4) : table(parameters, columns, page)),
    ...(share === '' ? [] : paragraph(share, 4).map(ink.dim)),
  ];
}

function foot(result: SweepResult, page: Page): Lines {
  return [
    page.ink.dim(page.words.foot.replay),
    ...shellLines(clean(sweepCommand(result))),
    ...labelled('id', result.id, page, 0, 8),
    ...labelled('sha256', clean(result.scenario.sha256), page, 0, 8),
  ];
}

/** The command that gives the same sweep again. */
export function sweepCommand({ scenario, parameters, design, base, runs, yearsPerRun, seed }: SweepResult): string {
  const sets = parameters.map(({ name, values, range, log }) => {
    const text = range ? `${log ? 'log:' : ''}${values.join('..')}` : values.join(',');
    return `--set ${quoted(`${name}=${text}`)}`;
  });
  const sample = design.kind === 'sample' ? [`--sample ${design.points}`] : [];
  const figures = `--runs ${runs} --years ${yearsPerRun} --seed ${quoted(seed)}`;
  const words = [...sets, ...sample, `--base ${base.point ?? 'scenario'}`, figures];
  return `hasim sweep ${fileArgument(scenario.file)} ${words.join(' ')}`;
}
