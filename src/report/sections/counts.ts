import type { Result } from '../../experiment/index.ts';
import { brief } from '../figures.ts';
import { type Lines, labelled, type Page, subtitle, title } from '../page.ts';
import { neverSeen } from '../seen.ts';

/** What components have counted beside what is served: sessions lost. */
export function counts(result: Result, page: Page): Lines {
  if (result.counts.length === 0) return [];
  const { words } = page;
  const never = neverSeen(result.runs * result.yearsPerRun, words);
  const counted = (perYear: number | null) => (perYear === null ? never : words.availability.aYear(brief(perYear)));
  const named = (what: string) => (Object.hasOwn(words.counts.what, what) ? words.counts.what[what]! : what);
  return [
    title(words.counts.title, '', page),
    ...result.counts.flatMap(({ component, what, perYear }) => [
      ...subtitle(component, page),
      ...labelled(named(what), counted(perYear), page),
    ]),
  ];
}
