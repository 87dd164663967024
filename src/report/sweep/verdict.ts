import type { SweepPoint, SweepResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { BASE, type Ends, endsOf, isSure, isSurelyLess } from '../told-apart.ts';
import type { Words } from '../words/index.ts';
import { isMoreBetter, measuresOf } from './aims.ts';
import { bestPoint, settingsText } from './best.ts';
import { boundedText, changeText, measureText } from './figures.ts';

/** What a sweep says in short: the best point and whether it is surely best, the front, and what moves the first measure most. */
export function sweepVerdict(result: SweepResult, words: Words): string {
  const say = words.verdict;
  const [measure] = measuresOf(result);
  const best = measure === undefined ? undefined : bestPoint(result, measure);
  if (measure === undefined || best === undefined) return '';
  const parts = [...bestParts(result, { measure, best }, words), ...frontParts(result, words)];
  return [parts.join(say.join), ...movesParts(result, measure, words)].map((text) => `${text}${say.end}`).join(say.gap);
}

interface Best {
  readonly measure: string;
  readonly best: SweepPoint;
}

function bestParts(result: SweepResult, { measure, best }: Best, words: Words): string[] {
  const say = words.verdict;
  const close = closeTo(result, { measure, best });
  const others = result.points.length - 1;
  const figure = boundedText(measure, best.measures[measure]!, words);
  const isUnsure = close > 0 && close === others;
  return [
    (isUnsure ? say.unsureBest : say.best)(
      say.at(String(best.point), settingsText(result, best)),
      clean(measureText(measure, result, words)),
      figure,
      isMoreBetter(measure),
    ),
    ...(close === 0 || isUnsure ? [] : [say.alike(count(close), count(others))]),
  ];
}

/** How many other points the best is not surely better than. */
function closeTo({ points, base }: SweepResult, { measure, best }: Best): number {
  const ends = ({ point, measures, differences }: SweepPoint): Ends | undefined => {
    const { low, high } = measures[measure]!;
    if (low !== null && low === high) return { low, high };
    return point === base.point ? BASE : endsOf(differences[measure]);
  };
  const own = ends(best);
  const isBetter = (other: SweepPoint): boolean =>
    isMoreBetter(measure) ? isSurelyLess(ends(other), own) : isSurelyLess(own, ends(other));
  return points.filter((one) => one !== best && (one.measures[measure] === undefined || !isBetter(one))).length;
}

/** Points of the front that are named one by one. */
const NAMED = 8;

function frontParts(result: SweepResult, words: Words): string[] {
  const { points, pareto } = result;
  if (pareto.measures.length < 2) return [];
  const say = words.verdict;
  const front = points.filter(({ front: isOn }) => isOn).map(({ point }) => `#${point}`);
  const names = pareto.measures.map((one) => clean(measureText(one, result, words))).join(words.listSeparator);
  const told =
    front.length <= NAMED ? front.join(words.listSeparator) : say.someOf(count(front.length), count(points.length));
  return [say.front(names, told)];
}

function movesParts({ sensitivity, parameters: all }: SweepResult, measure: string, words: Words): string[] {
  const moved = sensitivity.find((one) => one.measure === measure);
  if (moved === undefined) return [];
  const most = moved.parameters.find(({ effect }) => isSure(effect));
  if (most === undefined) return [words.verdict.movesNothing];
  const { parameter, from, to, effect } = most;
  const change = clean(words.sweep.fromTo(from, to));
  const told = words.verdict.moves(clean(parameter), change, clean(changeText(measure, effect, words)));
  return [[told, ...(all.length > 1 ? [words.verdict.averaged] : [])].join(words.verdict.join)];
}
