import type { EditionName, Tier } from '../../language/index.ts';
import type { Ask, Confidence, Disaster, Element, Settings } from '../result/index.ts';

/** A figure of a table, with where it comes from and how sure it is. */
export interface Cell<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The upper end of a time, seconds; a reading stands where the text names no number; null: no upper end. */
export type LimitWords = number | 'several-minutes' | 'several-hours' | null;

/** What a tier asks; a better value never lowers a tier, so lower ends of ranges fail nobody. */
export interface TierRow {
  readonly tier: Tier;
  readonly title: string;
  readonly rto: Cell<LimitWords>;
  readonly rpo: Cell<LimitWords>;
  /** The disasters against which the tier protects; every higher tier protects against them too. */
  readonly disasters: Cell<readonly Disaster[]>;
  /** What each element asks beyond the tier below. */
  readonly elements: Readonly<Partial<Record<Element, Cell<readonly Ask[]>>>>;
}

/** One edition of the standard, as far as it is known. */
export interface Edition {
  readonly name: EditionName;
  readonly title: string;
  readonly issued: string | null;
  /** Days; `to` is the last one, null: still in force. */
  readonly inForce: { readonly from: string; readonly to: string | null };
  readonly source: string;
  /** Whether the text of the elements was at hand. */
  readonly elementsChecked: boolean;
  /** From the lowest tier to the highest. */
  readonly tiers: readonly TierRow[];
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A limit in seconds, by the reading of words that name no number. */
export function limitOf(words: LimitWords, settings: Settings): number | null {
  if (words === 'several-minutes') return settings.severalMinutes;
  return words === 'several-hours' ? settings.severalHours : words;
}
