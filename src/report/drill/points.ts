import type { DrillPoint, DrillResult, DrillRow } from '../../experiment/index.ts';
import { portionBeside } from '../beside.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { p95Text } from '../spans.ts';
import { type Column, table } from '../table.ts';
import { SHOWN, what } from './names.ts';

export interface PointLine {
  readonly row: DrillRow;
  readonly seen: DrillPoint;
}

const lostShare = ({ row, seen }: PointLine): number => seen.lost / row.times;
const openShare = ({ row, seen }: PointLine): number => seen.open / row.times;

/** Stores that did not come through every drill of a fault by themselves with all that they had, the worst first. */
export const pointLines = ({ rows }: DrillResult): PointLine[] =>
  rows
    .flatMap((row) => row.points.map((seen): PointLine => ({ row, seen })))
    .filter(({ row, seen }) => seen.itself < row.times && (seen.lost > 0 || seen.open > 0 || seen.rpoSeconds.count > 0))
    .sort(
      (a, b) =>
        lostShare(b) - lostShare(a) ||
        openShare(b) - openShare(a) ||
        (b.seen.rpoSeconds.max ?? 0) - (a.seen.rpoSeconds.max ?? 0),
    );

/** In how many drills the data that users are served from came through, were carried over, or were gone at the end. */
export function points(result: DrillResult, page: Page): Lines {
  const { words } = page;
  const say = words.drill.points;
  const lines = pointLines(result);
  if (lines.length === 0) return [];
  const share = (heading: string, of: (seen: DrillPoint) => number): Column<PointLine> => ({
    title: heading,
    align: 'right',
    cell: ({ row, seen }) => (of(seen) > 0 ? portionBeside(of(seen), row.times) : ''),
    shrinks: true,
    wraps: true,
  });
  const columns: Column<PointLine>[] = [
    { title: words.drill.injected, align: 'left', cell: ({ row }) => what(row, words), shrinks: true, wraps: true },
    { title: words.drill.store, align: 'left', cell: ({ seen }) => seen.store, shrinks: true, wraps: true },
    share(say.whole, ({ itself }) => itself),
    share(say.lost, ({ lost }) => lost),
    share(say.open, ({ open }) => open),
    {
      title: words.recovery.p95,
      align: 'right',
      cell: ({ seen: { rpoSeconds } }) => p95Text(rpoSeconds, words),
      shrinks: true,
      wraps: true,
    },
  ];
  return [
    ...title(say.title, '', page),
    ...paragraph(say.about).map(page.ink.dim),
    ...table(lines.slice(0, SHOWN), columns, page),
    ...(lines.length > SHOWN ? paragraph(say.more(String(lines.length - SHOWN))) : []),
  ];
}
