import { sortedEntries } from '../../base/index.ts';
import type { RecoveryByClass, Result, RpoByClass, Spread } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, subtitle, title } from '../page.ts';
import { quantileText, type Rank, span } from '../spans.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { worstOf, worstWorkloads } from '../worst.ts';

/** Rows shown of each table; the rest is in the document of --json. */
const SHOWN = 10;

/** Measured recovery time by workload, then recovery point by store, by class of trigger and fault domain, worst first. */
export function recovery(result: Result, page: Page): Lines {
  const { words, ink } = page;
  const times = sortedEntries(result.workloads).filter(([, { rtoSeconds }]) => rtoSeconds.length > 0);
  const points = sortedEntries(result.stores).filter(([, { rpoSeconds }]) => rpoSeconds.length > 0);
  const slow = worstWorkloads(times, page);
  const lossy = worstOf(points, ({ rpoSeconds }) => worstSpread(rpoSeconds), page);
  const open = times.some(([, { rtoSeconds }]) => rtoSeconds.some(({ censored }) => censored > 0));
  const left = points.some(([, { rpoSeconds }]) => rpoSeconds.some(foundNothing));
  const part = (name: string, what: string): string[] => subtitle(`${name} · ${what}`, page);
  const nothing = times.length + points.length === 0 ? paragraph(words.recovery.none) : [];
  return [
    ...title(words.recovery.title, '', page),
    ...nothing,
    ...slow.shown.flatMap(([name, { rtoSeconds }]) => [...part(name, words.recovery.rto), ...rows(rtoSeconds, page)]),
    ...slow.more,
    ...lossy.shown.flatMap(([name, { rpoSeconds }]) => [...part(name, words.recovery.rpo), ...rows(rpoSeconds, page)]),
    ...lossy.more,
    ...(times.length + points.length > 0
      ? [words.recovery.boundsNote, words.recovery.worstNote].flatMap((note) => paragraph(note).map(ink.dim))
      : []),
    ...(open ? paragraph(words.recovery.openNote).map(ink.dim) : []),
    ...(left ? paragraph(words.recovery.leftNote).map(ink.dim) : []),
  ];
}

/** The largest quantile of all rows, then the largest value. */
const worstSpread = (rows: readonly Spread[]): readonly number[] => [
  Math.max(...rows.map(({ p95 }) => badness(p95))),
  Math.max(...rows.map(({ max }) => badness(max))),
];

export type Row = Spread & Pick<RpoByClass, 'leftBehind'> & Partial<Pick<RecoveryByClass, 'censored'>> & Broken;

function rows(all: readonly Row[], page: Page): Lines {
  const worst = [...all].sort(worstFirst).slice(0, SHOWN);
  const rest = all.length > SHOWN ? paragraph(page.words.more(count(all.length - SHOWN))).map(page.ink.dim) : [];
  return [...table(worst, columns(all, page.words), page), ...rest];
}

const badness = (seconds: number | null): number => seconds ?? Number.POSITIVE_INFINITY;
/** The largest 95 % quantile first; unknown ones exceed all. */
export const worstFirst = (a: Spread, b: Spread): number =>
  a.p95 === b.p95 ? badness(b.max) - badness(a.max) || 0 : badness(b.p95) - badness(a.p95);

/** What broke; a part of a component is told from the component itself where both did. */
export const brokenText = (row: Broken, all: readonly Broken[], words: Words): string =>
  row.class === 'instance' && all.some((other) => other.domain === row.domain && other.class !== 'instance')
    ? words.recovery.oneOf(row.domain)
    : row.domain;

type Broken = Pick<RpoByClass, 'class' | 'domain'>;

/** Whether users have found nothing of what they had written. */
export const foundNothing = ({ leftBehind = 0 }: Pick<RpoByClass, 'leftBehind'>): boolean => leftBehind > 0;

const columns = (all: readonly Row[], words: Words): Column<Row>[] => {
  const say = words.recovery;
  const time = (title: string, of: (row: Row) => string): Column<Row> => ({
    title,
    align: 'right',
    cell: of,
    shrinks: true,
    wraps: true,
  });
  return [
    { title: say.class, align: 'left', cell: (row) => words.classes[row.class] },
    { title: say.domain, align: 'left', cell: (row) => brokenText(row, all, words), shrinks: true, wraps: true },
    time(say.count, (row) => count(row.count)),
    time(say.open, ({ censored = 0 }) => (censored > 0 ? count(censored) : '')),
    time(say.leftBehind, ({ leftBehind = 0 }) => (leftBehind > 0 ? count(leftBehind) : '')),
    time('p50', (row) => quantile(row, 'p50', words)),
    time(words.recovery.p95, (row) => quantile(row, 'p95', words)),
    time(say.max, (row) => longest(row, words)),
  ];
};

/** A quantile with what it surely lies between; one that falls among recoveries still open is at least the longest that ended. */
export const quantile = (row: Row, p: Rank, words: Words): string => quantileText(row, p, words, longest(row, words));

export function longest({ max, censored = 0, leftBehind = 0 }: Row, words: Words): string {
  if (leftBehind > 0) return words.recovery.everything;
  if (max === null) return words.notKnown;
  return `${censored > 0 ? '≥ ' : ''}${span(max, words)}`;
}
