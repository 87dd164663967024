import type { DrillResult, DrillRow, DrillStore } from '../../experiment/index.ts';
import { amountBeside, portionBeside } from '../beside.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, subtitle, title } from '../page.ts';
import { type Bounds, quantileText, type Rank, span } from '../spans.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { SHOWN, what } from './names.ts';

interface Line {
  readonly row: DrillRow;
  readonly seen: DrillStore;
}

/** What the drills cost in data, worst first: how old they were, then what became of writes. */
export function data({ rows }: DrillResult, page: Page): Lines {
  const { words, ink } = page;
  const lines = rows
    .flatMap((row) => row.stores.map((seen): Line => ({ row, seen })))
    .sort((a, b) => badness(b) - badness(a));
  if (lines.length === 0) return [];
  const costly = lines.filter(isCostly);
  const rest = (all: number): Lines => (all > SHOWN ? paragraph(words.more(count(all - SHOWN))).map(ink.dim) : []);
  return [
    ...title(words.stores.title, words.recovery.rpo, page),
    ...table(lines.slice(0, SHOWN), [...whose(words), ...ages(words)], page),
    ...rest(lines.length),
    ...(costly.length === 0
      ? []
      : [
          ...subtitle(words.drill.writes, page),
          ...table(costly.slice(0, SHOWN), [...whose(words), ...writes(words)], page),
          ...rest(costly.length),
        ]),
  ];
}

const badness = ({ seen }: Line): number =>
  seen.lostForGood * 1e15 + seen.leftWrong * 1e12 + (seen.rpoSeconds.max ?? 0);

const isCostly = ({ seen }: Line): boolean =>
  seen.writesLost + seen.orphaned + seen.discarded + seen.lostForGood + seen.leftWrong > 0;

const whose = (words: Words): Column<Line>[] => [
  { title: words.drill.injected, align: 'left', cell: ({ row }) => what(row, words), shrinks: true, wraps: true },
  { title: words.drill.store, align: 'left', cell: ({ seen }) => seen.store, shrinks: true, wraps: true },
];

function ages(words: Words): Column<Line>[] {
  const time = (heading: string, p: Rank): Column<Line> => ({
    title: heading,
    align: 'right',
    cell: ({ seen }) => quantileText(seen.rpoSeconds, p, words),
    shrinks: true,
    wraps: true,
  });
  const worst = ({ rpoSeconds: { max } }: DrillStore): string => (max === null ? '–' : span(max, words));
  return [
    time('p50', 'p50'),
    time(words.recovery.p95, 'p95'),
    { title: words.recovery.max, align: 'right', cell: ({ seen }) => worst(seen) },
  ];
}

/** What bounds a mean over drills. */
export const meanOf = ({ meanLow, meanHigh }: DrillStore['orphanedSpread']): Bounds => ({
  low: meanLow,
  high: meanHigh,
});

function writes({ drill: say }: Words): Column<Line>[] {
  const share = (heading: string, of: (seen: DrillStore) => number): Column<Line> => ({
    title: heading,
    align: 'right',
    cell: ({ row, seen }) => (of(seen) > 0 ? portionBeside(of(seen), row.times) : ''),
    shrinks: true,
    wraps: true,
  });
  return [
    {
      title: say.writesLost,
      align: 'right',
      cell: ({ seen }) => amountBeside(seen.writesLost, meanOf(seen.writesLostSpread)),
      shrinks: true,
      wraps: true,
    },
    {
      title: say.orphaned,
      align: 'right',
      cell: ({ seen }) => amountBeside(seen.orphaned, meanOf(seen.orphanedSpread)),
      shrinks: true,
      wraps: true,
    },
    {
      title: say.discarded,
      align: 'right',
      cell: ({ seen }) => (seen.discarded > 0 ? amountBeside(seen.discarded, meanOf(seen.discardedSpread)) : ''),
      shrinks: true,
      wraps: true,
    },
    share(say.gone, ({ lostForGood }) => lostForGood),
    share(say.wrong, ({ leftWrong }) => leftWrong),
  ];
}
