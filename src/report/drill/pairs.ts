import type { DrillResult, KillingPair } from '../../experiment/index.ts';
import { shareBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { span } from '../spans.ts';
import { table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { SHOWN, what } from './names.ts';

/** Two faults that hurt beyond either alone; those that contain smaller ones are only counted. */
export function pairs({ pairs: drilled }: DrillResult, page: Page): Lines {
  if (drilled === undefined) return [];
  const { words, ink } = page;
  const say = words.drill;
  const smallest = drilled.killing.filter(({ implied }) => !implied);
  const implied = drilled.killing.length - smallest.length;
  const { soonest, latest } = drilled.afterSeconds;
  const about = [
    say.pairsDone(count(drilled.done), count(drilled.asked), count(drilled.times)),
    say.secondAfter(span(soonest, words), span(latest, words)),
  ].join(' · ');
  return [
    ...title(say.pairs, say.pairsAbout, page),
    ...paragraph(about).map(ink.dim),
    ...(smallest.length === 0 ? paragraph(say.noPairs) : rows(smallest.slice(0, SHOWN), page)),
    ...(smallest.length > SHOWN ? paragraph(words.more(count(smallest.length - SHOWN))).map(ink.dim) : []),
    ...(implied > 0 ? paragraph(say.implied(count(implied))).map(ink.dim) : []),
  ];
}

const rows = (smallest: readonly KillingPair[], page: Page): Lines => {
  const { words } = page;
  return table(
    smallest,
    [
      {
        title: words.drill.injected,
        align: 'left',
        cell: ({ first }) => what(first, words),
        shrinks: true,
        wraps: true,
      },
      { title: words.drill.and, align: 'left', cell: ({ second }) => what(second, words), shrinks: true, wraps: true },
      { title: words.drill.comesOfIt, align: 'left', cell: (pair) => harm(pair, words), wraps: true },
    ],
    page,
  );
};

/** `browse, order not back 100 %`: who is hurt alike stands together. */
function harm({ workloads, stores }: KillingPair, { drill: say, listSeparator }: Words): string {
  const alike = new Map<string, string[]>();
  const add = (name: string, what: string): void => void alike.set(what, [...(alike.get(what) ?? []), clean(name)]);
  for (const { workload, hurts, failed, stopped } of workloads) {
    if (hurts === null) continue;
    const seen = hurts === 'never-back' ? failed : stopped;
    add(workload, `${say.harms[hurts]} ${shareBeside(seen.share, seen)}`);
  }
  for (const { store, hurts, share } of stores) add(store, `${say.harms[hurts]} ${shareBeside(share.share, share)}`);
  return [...alike].map(([what, names]) => `${names.join(', ')} ${what}`).join(listSeparator);
}
