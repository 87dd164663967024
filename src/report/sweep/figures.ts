import type { Estimate, SweepResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { availabilityText, brief, decimalsFor, fixedDecimals, money } from '../figures.ts';
import { boundsBeside, signedSpan, span } from '../spans.ts';
import type { Words } from '../words/index.ts';

const MINUTE = 60;

const kindOf = (measure: string): string => measure.split(':', 1)[0]!;
const isMinutes = (kind: string): boolean => ['downtime', 'planned', 'split-brain'].includes(kind);
const isSeconds = (kind: string): boolean => kind === 'rto' || kind === 'rpo';

const isMoney = (kind: string): boolean => kind === 'cost' || kind === 'downtime-cost';

/** A result whose costs are in a currency. */
export type Priced = Pick<SweepResult, 'currency'>;

/** What a measure is called, and what money it is in: `downtime, order`, `cost, 3 years (CNY)`. */
export function measureText(measure: string, { currency }: Priced, { sweep: { measures, measureOf } }: Words): string {
  const kind = kindOf(measure);
  const of = measure.slice(kind.length + 1);
  const name = Object.entries(measures).find(([word]) => word === kind)?.[1] ?? kind;
  const unit = isMoney(kind) && currency !== null ? ` (${clean(currency)})` : '';
  return of === '' ? `${name}${unit}` : measureOf(name, of);
}

/** A measure's figure as one reads it, without its interval. */
export function figureText(measure: string, { mean }: Estimate, words: Words): string {
  const kind = kindOf(measure);
  if (mean === null) return words.noneSeen;
  if (isMinutes(kind)) return mean === 0 ? words.noneSeen : span(mean * MINUTE, words);
  if (isSeconds(kind)) return span(mean, words);
  if (kind === 'availability') return `${availabilityText(mean)} %`;
  return isMoney(kind) ? money(mean) : brief(mean);
}

/** A difference with its sign, and its interval: `-5.2 min`, `-5.9 to -4.6`. */
export function changeLines(measure: string, { mean, low, high }: Estimate, words: Words): readonly string[] {
  const kind = kindOf(measure);
  if (mean === null) return [];
  if (mean === 0 && (low === null || low === high)) return [kind === 'cost' ? words.sweep.same : words.compare.same];
  const unit = isMinutes(kind) ? MINUTE : isSeconds(kind) ? 1 : undefined;
  const bounds = low === high ? [null, null] : [low, high];
  if (unit !== undefined) {
    const [from, to] = bounds.map((x) => (x === null ? null : x * unit));
    return signedSpan(mean * unit, from ?? null, to ?? null, words);
  }
  const scale = kind === 'availability' ? 100 : 1;
  const [from, to] = bounds.map((x) => (x === null ? null : x * scale));
  const decimals = decimalsFor(mean * scale, from ?? null, to ?? null);
  const text = (value: number): string => `${value < 0 ? '' : '+'}${fixedDecimals(value, decimals)}`;
  const figure = kind === 'availability' ? words.compare.points(text(mean * scale)) : text(mean * scale);
  return from === null || from === undefined || to === null || to === undefined
    ? [figure]
    : [figure, words.range(text(from), text(to))];
}

/** A difference and, in brackets, its interval. */
export function changeText(measure: string, difference: Estimate, words: Words): string {
  const [figure = '–', bounds] = changeLines(measure, difference, words);
  return bounds === undefined ? figure : `${figure} (${bounds})`;
}

/** A rank correlation, −1 to 1, and its interval. */
export function rankText(rank: Estimate | null, words: Words): string {
  if (rank === null || rank.mean === null) return '';
  const { mean, low, high } = rank;
  const bounds = low === null || high === null ? '' : ` (${words.range(low.toFixed(2), high.toFixed(2))})`;
  return `${mean.toFixed(2)}${bounds}`;
}

/** An interval as words: `12 min to 15 min`, `≥ 12 min` where nothing bounds it from above; nothing where there is none. */
export function boundsText(measure: string, { low, high }: Estimate, words: Words): string {
  if (low === high) return '';
  const end = (mean: number): string => figureText(measure, { mean, low: null, high: null }, words);
  if (low === null) return `≤ ${end(high!)}`;
  return high === null ? (low === 0 ? '' : `≥ ${end(low)}`) : words.range(end(low), end(high));
}

/** A figure with its interval, in its unit: `14 min (12–15)`. */
export function boundedText(measure: string, estimate: Estimate, words: Words): string {
  const { mean, low, high } = estimate;
  const figure = figureText(measure, estimate, words);
  if (mean === null || mean === 0) return figure;
  const kind = kindOf(measure);
  const unit = isMinutes(kind) ? MINUTE : isSeconds(kind) ? 1 : undefined;
  if (unit !== undefined) {
    const scaled = (x: number | null): number | null => (x === null ? null : x * unit);
    return `${figure}${boundsBeside(mean * unit, { low: scaled(low), high: scaled(high) })}`;
  }
  if (low === null || high === null || low === high) return figure;
  const end = (of: number): string => figureText(measure, { mean: of, low: null, high: null }, words);
  return `${figure} (${end(low).replace(/ %$/, '')}–${end(high).replace(/ %$/, '')})`;
}
