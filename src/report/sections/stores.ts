import { sortedEntries } from '../../base/index.ts';
import type { Result, StoreResult } from '../../experiment/index.ts';
import { brief, count, percent } from '../figures.ts';
import { type Lines, labelled, type Page, subtitle, title } from '../page.ts';
import { howOften, neverSeen } from '../seen.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';
import { worstStores } from '../worst.ts';

const MINUTE = 60;
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
  const writes = (perYear: number): string | undefined =>
    perYear > 0 ? words.availability.aYear(brief(perYear)) : undefined;
  const rows: [string, string | undefined][] = [
    [say.recoveries, recoveries(store, words) ?? never],
    [say.writesLost, writes(store.writesLostPerYear) ?? (store.recoveries > 0 ? words.noneSeen : undefined)],
    [say.orphaned, writes(store.orphanedPerYear)],
    [say.delivered, writes(store.deliveredPerYear ?? 0)],
    [say.merged, writes(store.mergedConflictsPerYear)],
    [say.splitBrain, splitBrain(store, words) ?? never],
    [say.lostForGood, permanentLosses(store, words)],
    [say.restores, restores(store, words)],
    [say.wrongData, wrongData(store, words)],
    [say.apart, apart(store, words)],
    [say.exposure, exposure(store, words)],
    [say.readAge, readAge(store, words)],
    [say.staleReads, staleReads(store, words)],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] satisfies [string, string]]));
}

/** Told where it was seen: only where backups are simulated would its absence say anything. */
const permanentLosses = ({ permanentLossesPerYear: rate }: StoreResult, words: Words): string | undefined =>
  rate !== null && rate > 0 ? howOften(rate, words) : undefined;

const restores = ({ restores: seen }: StoreResult, words: Words): string | undefined =>
  seen === null || seen.perYear === 0 ? undefined : howOften(seen.perYear, words);

function wrongData({ restores: seen }: StoreResult, words: Words): string | undefined {
  if (seen === null || seen.wrongDataMinutesPerYear === 0) return undefined;
  const long = span(seen.wrongDataMinutesPerYear * MINUTE, words);
  return words.stores.wrongFor(long, brief(seen.goodWritesDiscardedPerYear));
}

const apart = ({ restores: seen }: StoreResult, words: Words): string | undefined =>
  seen === null || seen.inconsistentMinutesPerYear === 0
    ? undefined
    : words.availability.aYear(span(seen.inconsistentMinutesPerYear * MINUTE, words));

function recoveries(
  { recoveries: all, cleanRecoveries: clean }: StoreResult,
  { stores: say }: Words,
): string | undefined {
  return all === 0 ? undefined : say.clean(count(all), count(clean), percent(clean / all));
}

function readAge({ readAge: age }: StoreResult, words: Words): string | undefined {
  return age === undefined || age.meanSeconds === null
    ? undefined
    : words.stores.seenBehind(span(age.meanSeconds, words));
}

function staleReads({ staleReads: stale }: StoreResult, words: Words): string | undefined {
  if (stale === undefined || stale.max === null) return undefined;
  return words.stores.readStale(span(stale.minutesPerYear * MINUTE, words), span(stale.max, words));
}

function splitBrain(
  { splitBrain: { perYear, minutesPerYear, conflictingWritesPerYear, unfencedPerYear = 0 } }: StoreResult,
  words: Words,
) {
  if (perYear === 0) return undefined;
  const say = words.stores;
  const how = say.split(howOften(perYear, words), span(minutesPerYear * MINUTE, words));
  const writes = conflictingWritesPerYear > 0 ? say.conflicting(brief(conflictingWritesPerYear)) : say.noneConflicting;
  const why = unfencedPerYear > 0 ? [say.unfenced(percent(unfencedPerYear / perYear))] : [];
  return [how, ...why, writes].join(words.listSeparator);
}

function exposure(
  { exposure: { withoutStandby, withoutCopy = 0, fallenBack, lagAboveTarget } }: StoreResult,
  words: Words,
): string {
  const say = words.stores;
  const parts = [
    withoutStandby > 0 ? say.withoutStandby(percent(withoutStandby)) : undefined,
    withoutCopy > 0 ? say.withoutCopy(span(withoutCopy * YEAR_SECONDS, words)) : undefined,
    fallenBack > 0 ? say.fallenBack(percent(fallenBack)) : undefined,
    lagAboveTarget !== null && lagAboveTarget > 0 ? say.lagAboveTarget(percent(lagAboveTarget)) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? words.noneSeen : parts.join(words.listSeparator);
}
