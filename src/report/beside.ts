import type { Bounds } from '../experiment/index.ts';
import { proportionInterval } from '../measures/index.ts';
import { brief, percent } from './figures.ts';
import { minutesText } from './minutes.ts';
import { howOften, yearsText } from './seen.ts';
import { boundsBeside, span } from './spans.ts';
import type { Words } from './words/index.ts';

/** Below this minutes a year and percents are told as "less than". */
const LEAST = { minutes: 0.001, percent: 0.01 };
const MINUTE = 60;

/** A bound that is so much less than its figure is as good as 0. */
const TINY = 1e-3;

/** Digits of a bound: more than two only where two do not tell the sides apart. */
const DIGITS = [2, 3] as const;

type Side = (value: number, digits: number) => string;

/**
 * What a figure lies between, behind it: ` (7.2–8.4)`, ` (≥ 7.2)` or ` (≤ 8.4)` where one side is not known. Nothing where neither is, or
 * where they are the same as far as they are told.
 */
function beside({ low, high }: Bounds, text: Side): string {
  if (high === null) return low === null || low === 0 ? '' : ` (≥ ${text(low, DIGITS[0])})`;
  if (low === null) return ` (≤ ${text(high, DIGITS[0])})`;
  const pairs = DIGITS.map((digits) => [text(low, digits), text(high, digits)] as const);
  const [from, to] = pairs.find(([one, other]) => one !== other) ?? [];
  return from === undefined ? '' : ` (${from}–${to})`;
}

/** A lower bound that is too small to be told is 0. */
const above =
  (least: number): Side =>
  (value, digits) =>
    value < least ? '0' : brief(value, digits);

/** Any amount with its bounds: `8,375 (7,900–8,900)`. */
export const amountBeside = (value: number, bounds: Bounds): string =>
  `${brief(value)}${beside(bounds, above(value * TINY))}`;

/** Minutes of downtime a year with their bounds, and then with no more digits than these have: `7.8 (7.2–8.4)`. */
export function minutesBeside(minutes: number, bounds: Bounds): string {
  const isLittle = minutes < LEAST.minutes;
  const range = beside(isLittle ? upTo(bounds, LEAST.minutes) : bounds, above(LEAST.minutes));
  const isFine = range === '' || isLittle || brief(bounds.low ?? 0) === brief(bounds.high ?? 0);
  return `${isFine ? minutesText(minutes) : brief(minutes)}${range}`;
}

/** The same as a span: `7.8 min (7.2–8.4)`. */
export function spanBeside(seconds: number, { low, high }: Bounds, words: Words): string {
  return `${span(seconds, words)}${boundsBeside(seconds, { low, high })}`;
}

/** Minutes as a span. */
export const minutesSpan = (minutes: number, bounds: Bounds, words: Words): string =>
  spanBeside(minutes * MINUTE, scaled(bounds, MINUTE), words);

/** A share with its bounds: `48 % (46–50)`. */
export function shareBeside(share: number, bounds: Bounds): string {
  const told = scaled(bounds, 100);
  return `${percent(share)}${beside(100 * share < LEAST.percent ? upTo(told, LEAST.percent) : told, above(LEAST.percent))}`;
}

/** The share that so many of so many independent ones are, with its bounds (Clopper and Pearson): `0.67 % (0.081–2.4)`. */
export const portionBeside = (some: number, all: number): string =>
  shareBeside(some / all, proportionInterval(some, all, CONFIDENCE));

const CONFIDENCE = 0.95;

/** The same for within brackets: `48 %, 46–50`. */
export const shareWithin = (share: number, bounds: Bounds): string =>
  shareBeside(share, bounds).replace(/ \((.*)\)$/, ', $1');

/** How often with what that lies between: `2.1 a year (1.9–2.4)`, `1 in 48 years (31–86)`. */
export function oftenBeside(perYear: number, bounds: Bounds, words: Words): string {
  return `${howOften(perYear, words)}${rateBounds(perYear, bounds)}`;
}

/** Below this rates are told as one in so many years. */
const SELDOM = 0.1;

/** One in so many years is seldom where it is many: the bounds are exchanged. */
function rateBounds(perYear: number, bounds: Bounds): string {
  if (perYear >= SELDOM) return beside(bounds, brief);
  const years = (rate: number | null): number | null => (rate === null || rate === 0 ? null : 1 / rate);
  return beside({ low: years(bounds.high), high: years(bounds.low) }, yearsText);
}

/** What is told of a figure that is itself only told as "less than" is how far it may reach. */
const upTo = ({ high }: Bounds, least: number): Bounds => ({
  low: null,
  high: high !== null && high >= least ? high : null,
});

const scaled = ({ low, high }: Bounds, by: number): Bounds => ({
  low: low === null ? null : low * by,
  high: high === null ? null : high * by,
});
