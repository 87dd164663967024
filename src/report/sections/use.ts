import { sortedEntries } from '../../base/index.ts';
import type { PathLatency, Result, Utilisation } from '../../experiment/index.ts';
import { clean, shorten } from '../cells.ts';
import { percent } from '../figures.ts';
import { type Lines, labelled, type Page, title } from '../page.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';

/** Cells of a label. */
const LONGEST_NAME = 17;

/** While all is well: how much of what is paid for serves, and what the network takes for a request. */
export function use(result: Result, page: Page): Lines {
  const { words } = page;
  const rows = useFacts(result, words);
  if (rows.length === 0) return [];
  return [...title(words.use.title, '', page), ...rows.flatMap(([label, text]) => labelled(label, text, page))];
}

/** A label and a text each. */
export function useFacts({ utilisation, workloads }: Result, words: Words): [string, string][] {
  return [
    ...utilisationRow(utilisation, words),
    ...reserveRow(utilisation, words),
    ...sortedEntries(workloads).flatMap(([name, { latencySeconds }]) => latencyRow(name, latencySeconds, words)),
  ];
}

function utilisationRow(utilisation: Utilisation, words: Words): [string, string][] {
  if (utilisation.serving === null) return [];
  return [[words.use.utilisation, utilisationText(utilisation, words)]];
}

/** What each place keeps for the load of others. */
function reserveRow({ reserves }: Utilisation, words: Words): [string, string][] {
  if (reserves.length === 0) return [];
  const told = reserves.map(({ place, share }) => `${clean(place)} ${percent(share)}`);
  return [[words.use.reserve, told.join(words.listSeparator)]];
}

/** `50 % of the paid capacity serves; load 38 % of it`. */
export function utilisationText({ serving, load }: Utilisation, { use: say, listSeparator }: Words): string {
  const parts = [serving === null ? '' : say.serving(percent(serving)), load === null ? '' : say.load(percent(load))];
  return parts.filter((part) => part !== '').join(listSeparator);
}

function latencyRow(name: string, latency: PathLatency, words: Words): [string, string][] {
  const { use: say, listSeparator } = words;
  if (latency.groups.length === 0) return [];
  const mean = say.mean(span(latency.mean, words));
  const [worst] = latency.groups;
  const groups =
    worst === undefined || latency.groups.length < 2 || worst.seconds === latency.groups.at(-1)!.seconds
      ? []
      : [say.worst(span(worst.seconds, words), percent(worst.share), clean(worst.group))];
  return [[shorten(clean(name), LONGEST_NAME), [mean, ...groups].join(listSeparator)]];
}
