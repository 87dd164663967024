import type { Estimate, ObjectiveVerdict, Spread } from '../../experiment/index.ts';
import { nines } from '../../measures/index.ts';
import { availabilityText, decimalsFor, percent } from '../figures.ts';
import { oneDecimalDown } from '../sections/availability.ts';
import { type Bounds, boundsBeside, boundsOf, type Rank, span, statedSpan } from '../spans.ts';
import { type Html, html, NOTHING, readable } from './html.ts';
import { both, type Said } from './voices.ts';

/** A span of time in both languages; a dash where it is not known. */
export const spanHtml = (seconds: number | null): Html =>
  seconds === null ? html`–` : both(({ words }) => span(seconds, words));
/** A quantile, and dimmer what it surely lies between. */
export const quantileHtml = (quantile: number | null, bounds: Bounds): Html =>
  quantile === null ? html`–` : html`${spanHtml(quantile)}${dimly(boundsBeside(quantile, bounds))}`;

/** Where room is short a line is broken before the bracket, not before the unit. */
const dimly = (beside: string): Html =>
  beside === '' ? NOTHING : html` <span class="dim whole">${beside.trim()}</span>`;

/** A figure told with what it lies between, that dimmer: `372,569 (327,095–432,575)`. */
export function besideHtml(text: string): Html {
  const bracket = text.indexOf(' (');
  return bracket < 0 ? readable(text) : html`${readable(text.slice(0, bracket))}${dimly(text.slice(bracket))}`;
}

/** The worst that was seen, and dimmer how much of all may be worse yet. */
export const worstSeenHtml = (said: Said, beyond: number | null): Html =>
  html`${both(said)}${beyond === null ? '' : html`<br><span class="dim">${both(({ words }) => words.recovery.beyond(percent(beyond)))}</span>`}`;

export const rankHtml = (spread: Spread, p: Rank): Html => quantileHtml(spread[p], boundsOf(spread, p));
export const statedSpanHtml = (seconds: number): Html => both(({ words }) => statedSpan(seconds, words));
export const percentHtml = (share: number | null): Html => readable(share === null ? '–' : percent(share));

/** `99.951 %`, with as many decimals as its interval deserves; what is known where nothing was lost. */
export function availabilitySaid({ mean, low, high }: Estimate): Said {
  if (mean === null || mean === 1) {
    return low === null || low >= 1
      ? ({ words }) => words.notKnown
      : ({ words }) => words.availability.atLeast(availabilityText(low));
  }
  return () => `${availabilityText(mean, decimalsOf(mean, low, high))} %`;
}

const decimalsOf = (mean: number, low: number | null, high: number | null): number | undefined =>
  low === null || high === null ? undefined : decimalsFor(100 * mean, 100 * low, 100 * high);

/** `99.948 to 99.954 %`; nothing where there is no interval. */
export function intervalSaid({ mean, low, high }: Estimate): Said {
  if (mean === null || mean === 1 || low === null || high === null) return () => '';
  const decimals = decimalsOf(mean, low, high);
  return ({ words }) => `${words.range(availabilityText(low, decimals), availabilityText(high, decimals))} %`;
}

/** `3.3 nines`, `at least 5.1 nines`. */
export function ninesSaid({ mean, low }: Estimate): Said {
  if (mean !== null && mean < 1) return ({ words }) => words.availability.nines(oneDecimalDown(nines(mean)));
  if (low === null || low >= 1) return () => '';
  return ({ words }) => words.availability.ninesAtLeast(oneDecimalDown(nines(low)));
}

const SIGNS: Readonly<Record<ObjectiveVerdict, string>> = { met: '✓', missed: '✕', undecided: '?', 'needs-drill': '?' };

/** A verdict as a sign, a colour and a word: none of them alone. */
export const verdictHtml = (verdict: ObjectiveVerdict): Html =>
  chip(verdict, ({ words }) => words.objectives.verdicts[verdict]);

/** How many objectives have it: `? 5 need a drill`. */
export const verdictCountHtml = (verdict: ObjectiveVerdict, count: number): Html =>
  chip(verdict, ({ words }) => words.objectives.counted[verdict](String(count)));

const chip = (verdict: ObjectiveVerdict, said: Said): Html =>
  html`<span class="chip ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${both(said)}</span>`;
