import type { SweepPoint, SweepResult } from '../../experiment/index.ts';
import { count, stated } from '../figures.ts';
import { measuresOf } from '../sweep/aims.ts';
import { boundedText, changeText, measureText } from '../sweep/figures.ts';
import { sweepVerdict } from '../sweep/verdict.ts';
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
    verdict(result, words),
    ...measuresOf(result).map((measure) => moves(result, measure, words, language)),
    pictures.flatMap(({ file, title }) => [`![${plain(title)}](${encodeURI(file)})`, '']),
    points(result, words, language),
    [plain(words.foot.replay), '', code(sweepCommand(result))],
  ];
  return `${blocks.flat().join('\n').trimEnd()}\n`;
}

function verdict(result: SweepResult, words: Words): string[] {
  const told = sweepVerdict(result, words);
  return told === '' ? [] : [`**${plain(told)}**`, ''];
}

function moves(result: SweepResult, measure: string, words: Words, language: Language): string[] {
  const told = result.sensitivity.find((one) => one.measure === measure);
  if (told === undefined || told.parameters.length === 0) return [];
  return [
    `## ${plain(SWEEP.tornado[language](measureText(measure, result, words)))}`,
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
          title: measureText(measure, result, words),
          figure: true,
          cell: (point: SweepPoint) =>
            plain(point.measures[measure] === undefined ? '' : boundedText(measure, point.measures[measure], words)),
        })),
      ],
    ),
    ...(shown.length < all.length ? [plain(words.sweep.onlyFront(count(shown.length), count(all.length))), ''] : []),
  ];
}
