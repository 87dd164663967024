import type { Estimate } from '../../experiment/index.ts';
import { availabilityText, brief, decimalsFor, fixedDecimals, money } from '../figures.ts';
import { signedSpan, spanInterval } from '../spans.ts';
import type { Words } from '../words/index.ts';
import type { Field } from './grid.ts';

const MINUTE = 60;
export const NOTHING: Field = { lines: [] };
export const field = (...lines: readonly string[]): Field => ({ lines });

/** An availability with its interval beneath. */
export function shareField({ mean, low, high }: Estimate, words: Words): Field {
  if (mean === null || mean >= 1) {
    const least = low === null || low >= 1 ? words.noneSeen : words.availability.atLeast(availabilityText(low));
    return field(least);
  }
  if (low === null || high === null) return field(`${availabilityText(mean)} %`);
  const decimals = decimalsFor(100 * mean, 100 * low, 100 * high);
  const text = (share: number): string => availabilityText(share, decimals);
  return { lines: [`${text(mean)} %`, words.range(text(low), text(high))], paint: 'strong' };
}

/** Minutes a year as a span, with its interval beneath. */
export function minutesField({ mean, low, high }: Estimate, words: Words): Field {
  if (mean === null || mean === 0) return field(words.noneSeen);
  const seconds = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE);
  const [figure, ...interval] = spanInterval(mean * MINUTE, seconds(low), seconds(high), words).split(' (');
  return field(figure!, ...interval.map((text) => text.replace(/\)$/, '')));
}

/** Things a year, with their interval beneath. */
export function amountField({ mean, low, high }: Estimate, words: Words): Field {
  if (mean === null || mean === 0) return field(words.noneSeen);
  return field(brief(mean), ...(low === null || high === null ? [] : [words.range(brief(low), brief(high))]));
}

/** Which sign of a difference is good news. */
export type Better = 'less' | 'more';

export function paintOf({ low, high }: Estimate, better: Better): Field['paint'] {
  if (low === null || high === null || (low <= 0 && high >= 0)) return undefined;
  return low > 0 === (better === 'more') ? 'good' : 'bad';
}

/** A difference in minutes a year, with its own interval beneath. */
export function minutesDifference(estimate: Estimate, words: Words): Field {
  const { mean, low, high } = estimate;
  if (mean === null || (mean === 0 && low === null)) return field(words.compare.same);
  const scaled = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE);
  return { lines: signedSpan(mean * MINUTE, scaled(low), scaled(high), words), paint: paintOf(estimate, 'less') };
}

/** A difference in percentage points. */
export function pointsDifference(estimate: Estimate, words: Words): Field {
  const { mean, low, high } = estimate;
  if (mean === null || (mean === 0 && low === null)) return field(words.compare.same);
  const decimals = decimalsFor(100 * mean, low === null ? null : 100 * low, high === null ? null : 100 * high);
  const text = (share: number): string => signed(fixedDecimals(100 * share, decimals));
  const interval = low === null || high === null ? [] : [words.range(text(low), text(high))];
  return { lines: [words.compare.points(text(mean)), ...interval], paint: paintOf(estimate, 'more') };
}

/** A difference in things a year of which fewer are better: writes lost. */
export function countDifference(estimate: Estimate, words: Words): Field {
  const { mean, low, high } = estimate;
  if (mean === null || (mean === 0 && low === null)) return field(words.compare.same);
  const text = (value: number): string => signed(brief(value));
  const interval = low === null || high === null ? [] : [words.range(text(low), text(high))];
  return { lines: [text(mean), ...interval], paint: paintOf(estimate, 'less') };
}

/** A difference in money. */
export function amountDifference(estimate: Estimate, words: Words): Field {
  const { mean, low, high } = estimate;
  if (mean === null) return NOTHING;
  if (mean === 0 && (low === null || low === high)) return field(words.compare.same);
  const text = (value: number): string => signed(money(value));
  const interval = low === null || high === null || low === high ? [] : [words.range(text(low), text(high))];
  return { lines: [text(mean), ...interval], paint: paintOf(estimate, 'less') };
}

export const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);
