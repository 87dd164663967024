import type { Cost, Estimate, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { money } from '../figures.ts';
import { type Lines, labelled, type Page, title } from '../page.ts';
import { span } from '../spans.ts';
import type { Words } from '../words/index.ts';

/** What it costs, where prices are given: to pay, to build, to be down, and all of it together. */
export function cost({ cost: figures }: Result, page: Page): Lines {
  if (figures === null) return [];
  const { words } = page;
  return [
    ...title(words.cost.title, clean(figures.currency ?? ''), page),
    ...costFacts(figures, words).flatMap(([label, text]) => labelled(label, text, page)),
  ];
}

/** Nothing is said of what costs nothing. */
export function costFacts(
  { perMonth, once, staffPerYear, buildSeconds, ...others }: Cost,
  words: Words,
): [string, string][] {
  const say = words.cost;
  const { downtimePerYear: downtime, tcoPerYears: tco } = others;
  const total = amountText(tco, words);
  return [
    ...stated(perMonth, () => [say.perMonth, money(perMonth)]),
    ...stated(once, () => [say.once, money(once)]),
    ...stated(staffPerYear, () => [say.staff, words.cost.aYear(money(staffPerYear))]),
    ...stated(buildSeconds, () => [say.build, span(buildSeconds, words)]),
    ...(downtime === null ? [] : [[say.downtime, downtimeText(downtime, words)] satisfies [string, string]]),
    [say.total(String(tco.years)), downtime === null ? total : say.withDowntime(total)],
  ];
}

const stated = (value: number, row: () => [string, string]): [string, string][] => (value > 0 ? [row()] : []);

const downtimeText = (downtime: Estimate, words: Words): string =>
  downtime.mean === null || downtime.mean === 0 ? words.noneSeen : words.cost.aYear(amountText(downtime, words));

/** `1,234 (1,100 to 1,368)`; at least so much where nothing bounds it. */
function amountText(estimate: Estimate, words: Words): string {
  const [amount, ...interval] = amountLines(estimate, words);
  return interval.length === 0 ? amount! : `${amount} (${interval.join('')})`;
}

/** An amount, its interval beneath where it has one. */
export function amountLines({ mean, low, high }: Estimate, words: Words): string[] {
  if (mean === null) return [low === null ? words.notKnown : words.cost.atLeast(money(low))];
  if (low === null || high === null || low === high) return [money(mean)];
  return [money(mean), words.range(money(low), money(high))];
}
