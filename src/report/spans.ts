import { brief, briefDecimals, decimalsFor, fixedDecimals, stated } from './figures.ts';
import type { Words } from './words/index.ts';

interface Unit {
  readonly word: keyof Words['units'];
  readonly seconds: number;
  /** Spans below this many seconds are told in this unit. */
  readonly below: number;
}

/** A microsecond of an hour or a day. */
const MOST_DECIMALS = 11;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const UNITS: readonly Unit[] = [
  { word: 'ms', seconds: 0.001, below: 0.9995 },
  { word: 's', seconds: 1, below: 1.5 * MINUTE },
  { word: 'min', seconds: MINUTE, below: 1.5 * HOUR },
  { word: 'h', seconds: HOUR, below: 1.5 * DAY },
  { word: 'd', seconds: DAY, below: 2 * YEAR },
];
const LARGEST: Unit = { word: 'y', seconds: YEAR, below: Number.POSITIVE_INFINITY };

const unitOf = (seconds: number): Unit =>
  seconds === 0 ? UNITS[1]! : (UNITS.find(({ below }) => seconds < below) ?? LARGEST);

/** A span of time as one says it: `4.2 s`, `31 min`, `2.4 h`. */
export function span(seconds: number, words: Pick<Words, 'units'>): string {
  const unit = unitOf(seconds);
  return words.units[unit.word](brief(seconds / unit.seconds));
}

/** A span as it was written, without decimals that nobody wrote: `4 h`. */
export function statedSpan(seconds: number, words: Pick<Words, 'units'>): string {
  const unit = unitOf(seconds);
  return words.units[unit.word](stated(seconds / unit.seconds));
}

/** Two spans that are nearly the same, in one unit and with the fewest decimals that tell them apart: `60 min` and `60.05 min`. */
export function spansApart(one: number, other: number, words: Pick<Words, 'units'>): readonly [string, string] {
  const unit = unitOf(one);
  let decimals = 0;
  const text = (seconds: number): string => String(Number((seconds / unit.seconds).toFixed(decimals)));
  while (decimals < MOST_DECIMALS && text(one) === text(other)) decimals++;
  return [words.units[unit.word](text(one)), words.units[unit.word](text(other))];
}

/** A span with its interval, all in one unit: `4.3 h (4.0 to 4.6)`. */
export function spanInterval(mean: number, low: number | null, high: number | null, words: Words): string {
  const unit = unitOf(mean);
  const scaled = (value: number | null): number | null => (value === null ? null : value / unit.seconds);
  const decimals = decimalsFor(mean / unit.seconds, scaled(low), scaled(high));
  const text = (value: number): string => fixedDecimals(value / unit.seconds, decimals);
  const figure = words.units[unit.word](text(mean));
  return low === null || high === null ? figure : `${figure} (${words.range(text(Math.max(0, low)), text(high))})`;
}

/** What bounds a quantile: nothing, one side or both. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What lies about a quantile, in its unit and told with no more digits than the quantile deserves: ` (1.8–4.1)`,
 * ` (≥ 1.8)` where nothing bounds it from above. Nothing where nothing is known, or where all that was seen is one value.
 */
export function boundsBeside(value: number, { low, high }: Bounds): string {
  if ((low === null && high === null) || (low === value && high === value)) return '';
  const { seconds } = unitOf(value);
  const decimals = briefDecimals(value / seconds);
  const text = (side: number): string =>
    fixedDecimals(side / seconds, side === 0 ? 0 : Math.min(decimals, briefDecimals(side / seconds)));
  if (high === null) return low === 0 ? '' : ` (≥ ${text(low!)})`;
  if (low === null) return ` (≤ ${text(high)})`;
  // As far as the quantile itself is told, it is known.
  return text(low) === text(high) ? '' : ` (${text(low)}–${text(high)})`;
}

/** Which of the quantiles that are measured. */
export type Rank = 'p50' | 'p95' | 'p99';
type Quantile<P extends Rank> = Readonly<Record<P | `${P}Low` | `${P}High`, number | null>>;

/** What bounds one of the quantiles. */
export const boundsOf = <P extends Rank>(of: Quantile<P>, p: P): Bounds => ({
  low: of[`${p}Low`],
  high: of[`${p}High`],
});

/** A quantile with what it surely lies between: `2.0 h (1.8–4.1)`; a dash, or another text, where it is not known. */
export function quantileText<P extends Rank>(of: Quantile<P>, p: P, words: Words, unknown = '–'): string {
  const value = of[p];
  return value === null ? unknown : `${span(value, words)}${boundsBeside(value, boundsOf(of, p))}`;
}

/** The same of the 95 % quantile. */
export const p95Text = (of: Quantile<'p95'>, words: Words): string => quantileText(of, 'p95', words);

/** A difference of spans, and its interval, all in one unit and with their signs: `-5.2 min`, `-5.9 to -4.6`. */
export function signedSpan(mean: number, low: number | null, high: number | null, words: Words): string[] {
  const unit = unitOf(Math.abs(mean));
  const scaled = (value: number | null): number | null => (value === null ? null : value / unit.seconds);
  const decimals = decimalsFor(mean / unit.seconds, scaled(low), scaled(high));
  const text = (value: number): string => {
    const figure = fixedDecimals(value / unit.seconds, decimals);
    return figure.startsWith('-') ? figure : `+${figure}`;
  };
  const figure = words.units[unit.word](text(mean));
  return low === null || high === null ? [figure] : [figure, words.range(text(low), text(high))];
}
