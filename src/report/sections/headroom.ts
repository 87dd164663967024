import { sortedEntries } from '../../base/index.ts';
import type { Headroom, Result } from '../../experiment/index.ts';
import { count, percent } from '../figures.ts';
import { type Lines, type Page, paragraph, subtitle, title } from '../page.ts';
import { type Column, table } from '../table.ts';
import type { Words } from '../words/index.ts';
import { worstOf } from '../worst.ts';

const SHOWN = 10;
/** A pool that nobody gave a capacity. */
export const UNLIMITED = 1e6;
export const TIGHT = 1.1;

/** Capacity against load after each single loss, the worst first; workloads that fare alike stand together. */
export function headroom(result: Result, page: Page): Lines {
  const { words, ink } = page;
  const groups = alike(sortedEntries(result.workloads).map(([name, workload]) => [name, workload.headroom]));
  if (groups.length === 0) return [];
  const { shown, more } = worstOf(
    groups.map(({ names, rows }) => [names.join(words.listSeparator), rows] as const),
    ([tightest]) => [-(tightest?.share ?? UNLIMITED)],
    page,
  );
  const parts = shown.flatMap(([names, all]) => [
    ...subtitle(names, page),
    ...table(all.slice(0, SHOWN), columns(page), page),
    ...(all.length > SHOWN ? paragraph(words.more(count(all.length - SHOWN))).map(ink.dim) : []),
  ]);
  return [...title(words.headroom.title, '', page), ...parts, ...more];
}

interface Alike {
  readonly names: string[];
  readonly rows: readonly Headroom[];
}

export function alike(workloads: readonly (readonly [string, readonly Headroom[]])[]): Alike[] {
  const groups = new Map<string, Alike>();
  for (const [name, rows] of workloads) {
    if (rows.length === 0) continue;
    const key = JSON.stringify(rows);
    const group = groups.get(key) ?? { names: [], rows };
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function columns({ words, ink }: Page): Column<Headroom>[] {
  const say = words.headroom;
  return [
    { title: say.loss, align: 'left', cell: ({ loss }) => loss, shrinks: true, wraps: true },
    { title: say.atOnce, align: 'right', cell: ({ served }) => wholePercent(served.atOnce) },
    { title: say.settled, align: 'right', cell: ({ served }) => wholePercent(served.settled) },
    { title: say.component, align: 'left', cell: ({ component }) => component ?? '', shrinks: true, wraps: true },
    { title: say.share, align: 'right', cell: ({ share }) => ratio(share) },
    {
      title: '',
      align: 'left',
      cell: ({ share }) => remark(share, words),
      paint: (text, { share }) => (share < 1 ? ink.bad : share < TIGHT ? ink.doubtful : ink.dim)(text),
    },
  ];
}

/** Shares are sums, and may miss 1 by a rounding. */
const LEVEL = 1e-9;

/** Rounded down: 99.9 % of the requests are not all. */
export const wholePercent = (share: number): string => percent(Math.floor((share + LEVEL) * 100) / 100);

/** Rounded down: 0.999 of what is needed is not 1. */
export const ratio = (share: number): string =>
  share <= 0 || share >= UNLIMITED ? '' : (Math.floor(share * 100) / 100).toFixed(2);

export function remark(share: number, { headroom: say }: Words): string {
  if (share <= 0) return say.gone;
  if (share < 1) return say.overloaded;
  if (share < TIGHT) return say.tight;
  return share >= UNLIMITED ? say.ample : '';
}
