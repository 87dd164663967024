import type { Count, Result } from '../../experiment/index.ts';
import { amountBeside } from '../beside.ts';
import { type Lines, labelled, type Page, subtitle, title } from '../page.ts';
import { neverSeen } from '../seen.ts';
import { worstOf } from '../worst.ts';

/** What components have counted beside what is served: sessions lost. */
export function counts(result: Result, page: Page): Lines {
  if (result.counts.length === 0) return [];
  const { words } = page;
  const never = neverSeen(result.runs * result.yearsPerRun, words);
  const counted = ({ perYear, intervals }: Count) =>
    perYear === null ? never : words.availability.aYear(amountBeside(perYear, intervals.perYear));
  const named = (what: string) => (Object.hasOwn(words.counts.what, what) ? words.counts.what[what]! : what);
  const { shown, more } = worstOf(
    result.counts.map((one) => [one.component, one] as const),
    ({ perYear }) => [perYear ?? 0],
    page,
  );
  return [
    ...title(words.counts.title, '', page),
    ...shown.flatMap(([component, count]) => [
      ...subtitle(component, page),
      ...labelled(named(count.what), counted(count), page),
    ]),
    ...more,
  ];
}
