import type { RareResult, RareRung } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, title } from '../page.ts';
import { howOften } from '../seen.ts';
import { type Column, table } from '../table.ts';

/** The rungs of one depth: the first one is stood on by all that come there. */
interface Depth {
  readonly first: RareRung;
  readonly rungs: number;
  readonly copies: number;
}

/** Of a run by splitting: how near to a loss paths and their copies came, a line for each depth. */
export function ladder({ rare }: RareResult, page: Page): Lines {
  const depths = depthsOf(rare.rungs ?? []);
  if (depths.length === 0) return [];
  return [...title(page.words.rare.rungs.title, '', page), ...table(depths, columns(page), page)];
}

function depthsOf(rungs: readonly RareRung[]): Depth[] {
  const depths = [...new Set(rungs.map(({ broken }) => broken))];
  return depths.map((depth) => {
    const of = rungs.filter(({ broken }) => broken === depth);
    return { first: of[0]!, rungs: of.length, copies: Math.max(...of.map(({ copies }) => copies)) };
  });
}

function columns({ words }: Page): Column<Depth>[] {
  const say = words.rare.rungs;
  const broken = ({ first }: Depth): string => (first.broken === 0 ? say.something : count(first.broken));
  return [
    { title: say.broken, align: 'right', cell: broken },
    { title: say.rungs, align: 'right', cell: ({ rungs }) => count(rungs) },
    { title: say.copies, align: 'right', cell: ({ copies }) => count(copies) },
    { title: say.seen, align: 'right', cell: ({ first }) => count(first.seen) },
    { title: say.perYear, align: 'right', cell: ({ first }) => howOften(first.perYear, words) },
  ];
}
