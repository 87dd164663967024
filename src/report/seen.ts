import { rateUpperBound } from '../measures/index.ts';
import { brief, count } from './figures.ts';
import type { Words } from './words/index.ts';

/** Rates below this are told as one in so many years. */
const SELDOM = 0.1;
const CONFIDENCE = 0.95;

/** How often something happens, from its rate a year above 0: `2.1 a year`, `1 in 48 years`. */
export const howOften = (perYear: number, words: Words): string =>
  perYear < SELDOM ? words.onceIn(yearsText(1 / perYear)) : words.perYear(brief(perYear, 3));

/** What is known of something that was not seen in so many simulated years; never 0. */
export const neverSeen = (years: number, words: Words): string =>
  words.neverSeen(yearsText(years), yearsText(1 / rateUpperBound(years, CONFIDENCE)), '95 %');

/** Years with no more digits than help: `3,300`. */
export function yearsText(years: number): string {
  if (Number.isInteger(years)) return count(years);
  return years < 10 ? brief(years) : count(Number(years.toPrecision(2)));
}
