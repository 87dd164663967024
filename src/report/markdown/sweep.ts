import type { SweepPoint, SweepResult } from '../../experiment/index.ts';
import { count, stated } from '../figures.ts';
import { bestPoint, boundsText, changeText, settingsText } from '../html/sweep/lead.ts';
import { isMoreBetter, measuresOf } from '../sweep/aims.ts';
import { figureText, measureText } from '../sweep/figures.ts';
import { sweepCommand } from '../sweep-report.ts';
import { type Language, type Words, wordsOf } from '../words/index.ts';
import { SWEEP } from '../words/page/sweep.ts';
import type { MarkdownOptions } from './report.ts';
import { code, markdownTable, plain } from './text.ts';

/** Points listed at most: those of the front, then those that fare best. */
const LISTED = 20;

/** A sweep, short enough for a pull request: the best point, what moves what, and the front. */
export function markdownSweep(result: SweepResult, { language = 'en', pictures = [] }: MarkdownOptions = {}): string {
  const words = wordsOf(language);
  const { scenario, design, runs, yearsPerRun, seed } = result;
  const facts = [
    words.sweep[design.kind](count(design.points), count(design.distinct)),
    words.sweep.eachOf(count(runs), stated(yearsPerRun)),
    words.header.seed(seed),
  ].join(' · ');
  const blocks = [
    [`# ${plain(scenario.name)}`, '', plain(facts), ''],
    best(result, words, language),
    ...measuresOf(result).map((measure) => moves(result, measure, words, language)),
    pictures.flatMap(({ file, title }) => [`![${plain(title)}](${encodeURI(file)})`, '']),
    points(result, words, language),
    [plain(words.foot.replay), '', code(sweepCommand(result))],
  ];
  return `${blocks.flat().join('\n').trimEnd()}\n`;
}

function best(result: SweepResult, words: Words, language: Language): string[] {
  const [first] = measuresOf(result);
  const point = first === undefined ? undefined : bestPoint(result, first);
  if (first === undefined || point === undefined) return [];
  const title = (isMoreBetter(first) ? SWEEP.most : SWEEP.best)[language](measureText(first, words));
  const figures = withBounds(first, point, words);
  return [
    `**${plain(title)}: ${plain(figures)}** · ${plain(SWEEP.at[language](String(point.point)))} · ${code(settingsText(result, point))}`,
    '',
  ];
}

function withBounds(measure: string, { measures }: SweepPoint, words: Words): string {
  const estimate = measures[measure];
  if (estimate === undefined) return '';
  const bounds = boundsText(measure, estimate, words);
  return `${figureText(measure, estimate, words)}${bounds === '' ? '' : ` (${bounds})`}`;
}

function moves({ sensitivity }: SweepResult, measure: string, words: Words, language: Language): string[] {
  const told = sensitivity.find((one) => one.measure === measure);
  if (told === undefined || told.parameters.length === 0) return [];
  return [
    `## ${plain(SWEEP.tornado[language](measureText(measure, words)))}`,
    '',
    ...markdownTable(told.parameters, [
      { title: words.sweep.parameter, cell: ({ parameter }) => code(parameter) },
      { title: '→', cell: ({ from, to }) => plain(words.sweep.fromTo(from, to)) },
      { title: words.sweep.effect, figure: true, cell: ({ effect }) => plain(changeText(measure, effect, words)) },
    ]),
  ];
}

function points(result: SweepResult, words: Words, language: Language): string[] {
  const { parameters, points: all } = result;
  const shown = [...all].sort((a, b) => Number(b.front) - Number(a.front) || a.point - b.point).slice(0, LISTED);
  return [
    `## ${plain(SWEEP.points[language])}`,
    '',
    ...markdownTable(
      shown.sort((a, b) => a.point - b.point),
      [
        { title: '#', figure: true, cell: ({ point, front }) => `${point}${front ? ' ★' : ''}` },
        ...parameters.map(({ name }) => ({
          title: name,
          cell: ({ settings }: SweepPoint) => plain(settings[name] ?? ''),
        })),
        ...measuresOf(result).map((measure) => ({
          title: measureText(measure, words),
          figure: true,
          cell: (point: SweepPoint) => plain(withBounds(measure, point, words)),
        })),
      ],
    ),
    ...(shown.length < all.length ? [plain(words.sweep.onlyFront(count(shown.length), count(all.length))), ''] : []),
  ];
}
