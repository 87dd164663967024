import { sortedEntries } from '../../base/index.ts';
import type { Bounds, Result, StoreResult } from '../../experiment/index.ts';
import { amountBeside, minutesSpan, oftenBeside, shareBeside, shareWithin, spanBeside } from '../beside.ts';
import { count } from '../figures.ts';
import { type Lines, labelled, type Page, subtitle, title } from '../page.ts';
import { neverSeen } from '../seen.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import type { Phrase } from '../words/phrase.ts';
import { worstStores } from '../worst.ts';

const YEAR_SECONDS = 8_760 * 3_600;

/** What stores lost when a survivor took over, and how long they stood unprotected. */
export function stores(result: Result, page: Page): Lines {
  const all = sortedEntries(result.stores);
  if (all.length === 0) return [];
  const years = result.runs * result.yearsPerRun;
  const { shown, more } = worstStores(all, page);
  return [
    ...title(page.words.stores.title, '', page),
    ...shown.flatMap(([name, store]) => ofStore(name, store, years, page)),
    ...more,
  ];
}

function ofStore(name: string, store: StoreResult, years: number, page: Page): string[] {
  const facts = storeFacts(store, years, page.words);
  return [...subtitle(name, page), ...facts.flatMap(([label, text]) => labelled(label, text, page))];
}

/** What is to be said of a store: a label and a text each. */
export function storeFacts(store: StoreResult, years: number, words: Words): [string, string][] {
  const say = words.stores;
  const never = neverSeen(years, words);
  const { intervals } = store;
  const writes = (perYear: number, bounds: Bounds = UNKNOWN): string | undefined =>
    perYear > 0 ? words.availability.aYear(amountBeside(perYear, bounds)) : undefined;
  const rows: [string, string | undefined][] = [
    [say.recoveries, recoveries(store, words) ?? never],
    [
      say.writesLost,
      writes(store.writesLostPerYear, intervals.writesLostPerYear) ?? (store.recoveries > 0 ? never : undefined),
    ],
    [say.orphaned, writes(store.orphanedPerYear, intervals.orphanedPerYear)],
    [say.delivered, writes(store.deliveredPerYear ?? 0, intervals.deliveredPerYear)],
    [say.merged, writes(store.mergedConflictsPerYear, intervals.mergedConflictsPerYear)],
    [say.splitBrain, splitBrain(store, words) ?? never],
    [say.lostForGood, permanentLosses(store, words)],
    [say.restores, restores(store, words)],
    [say.wrongData, wrongData(store, words)],
    [say.apart, apart(store, words)],
    [say.exposure, exposure(store, words) ?? never],
    [say.readAge, readAge(store, words)],
    [say.staleReads, staleReads(store, words)],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] satisfies [string, string]]));
}

/** Told where it was seen: only where backups are simulated would its absence say anything. */
const permanentLosses = (
  { permanentLossesPerYear: rate, intervals: { permanentLossesPerYear: bounds } }: StoreResult,
  words: Words,
): string | undefined => (rate !== null && rate > 0 ? oftenBeside(rate, bounds ?? UNKNOWN, words) : undefined);

const restores = (
  { restores: seen, intervals: { restores: bounds } }: StoreResult,
  words: Words,
): string | undefined =>
  seen === null || seen.perYear === 0 ? undefined : oftenBeside(seen.perYear, bounds?.perYear ?? UNKNOWN, words);

function wrongData({ restores: seen, intervals: { restores: bounds } }: StoreResult, words: Words): string | undefined {
  if (seen === null || seen.wrongDataMinutesPerYear === 0) return undefined;
  const long = minutesSpan(seen.wrongDataMinutesPerYear, bounds?.wrongDataMinutesPerYear ?? UNKNOWN, words);
  const discarded = amountBeside(seen.goodWritesDiscardedPerYear, bounds?.goodWritesDiscardedPerYear ?? UNKNOWN);
  return words.stores.wrongFor(long, discarded);
}

function apart({ restores: seen, intervals: { restores: bounds } }: StoreResult, words: Words): string | undefined {
  if (seen === null || seen.inconsistentMinutesPerYear === 0) return undefined;
  const long = minutesSpan(seen.inconsistentMinutesPerYear, bounds?.inconsistentMinutesPerYear ?? UNKNOWN, words);
  return words.availability.aYear(long);
}

function recoveries(
  { recoveries: all, cleanRecoveries: clean, intervals: { cleanRecoveries: bounds } }: StoreResult,
  { stores: say }: Words,
): string | undefined {
  return all === 0 ? undefined : say.clean(count(all), count(clean), shareWithin(clean / all, bounds));
}

function readAge({ readAge: age, intervals: { readAge: bounds } }: StoreResult, words: Words): string | undefined {
  return age === undefined || age.meanSeconds === null
    ? undefined
    : words.stores.seenBehind(spanBeside(age.meanSeconds, bounds?.meanSeconds ?? UNKNOWN, words));
}

function staleReads(
  { staleReads: stale, intervals: { staleReads: bounds } }: StoreResult,
  words: Words,
): string | undefined {
  if (stale === undefined || stale.max === null) return undefined;
  const long = minutesSpan(stale.minutesPerYear, bounds?.minutesPerYear ?? UNKNOWN, words);
  return words.stores.readStale(long, span(stale.max, words));
}

function splitBrain({ splitBrain: seen, intervals: { splitBrain: bounds } }: StoreResult, words: Words) {
  const { perYear, minutesPerYear, conflictingWritesPerYear, unfencedPerYear = 0 } = seen;
  if (perYear === 0) return undefined;
  const say = words.stores;
  const how = say.split(
    oftenBeside(perYear, bounds.perYear, words),
    minutesSpan(minutesPerYear, bounds.minutesPerYear, words),
  );
  const writes =
    conflictingWritesPerYear > 0
      ? say.conflicting(amountBeside(conflictingWritesPerYear, bounds.conflictingWritesPerYear))
      : say.noneConflicting;
  const unfenced = shareBeside(unfencedPerYear / perYear, bounds.unfencedShare ?? UNKNOWN);
  return [how, ...(unfencedPerYear > 0 ? [say.unfenced(unfenced)] : []), writes].join(words.listSeparator);
}

/** What is told where something was seen. */
function exposure({ exposure: seen, intervals: { exposure: bounds } }: StoreResult, words: Words): string | undefined {
  const say = words.stores;
  const share = (text: Phrase, seen: number | null, bounds: Bounds | null): string[] =>
    seen === null || seen === 0 ? [] : [text(shareBeside(seen, bounds ?? UNKNOWN))];
  const { withoutCopy = 0 } = seen;
  const parts = [
    ...share(say.withoutStandby, seen.withoutStandby, bounds.withoutStandby),
    ...(withoutCopy > 0
      ? [say.withoutCopy(spanBeside(withoutCopy * YEAR_SECONDS, ofYear(bounds.withoutCopy ?? UNKNOWN), words))]
      : []),
    ...share(say.fallenBack, seen.fallenBack, bounds.fallenBack),
    ...share(say.lagAboveTarget, seen.lagAboveTarget, bounds.lagAboveTarget),
  ];
  return parts.length === 0 ? undefined : parts.join(words.listSeparator);
}

const UNKNOWN: Bounds = { low: null, high: null };

/** Shares of time as seconds of a year. */
const ofYear = ({ low, high }: Bounds): Bounds => ({
  low: low === null ? null : low * YEAR_SECONDS,
  high: high === null ? null : high * YEAR_SECONDS,
});
