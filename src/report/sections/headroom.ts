import { sortedEntries } from '../../base/index.ts';
import type { Headroom, Result } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { count } from '../figures.ts';
import { type Lines, type Page, paragraph, title } from '../page.ts';
import { table } from '../table.ts';
import type { Words } from '../words/index.ts';

const SHOWN = 10;
/** A pool that nobody gave a capacity. */
const UNLIMITED = 1e6;
const TIGHT = 1.1;

/** Capacity against load after each single loss, the worst first. */
export function headroom(result: Result, page: Page): Lines {
  const { words, ink } = page;
  const workloads = sortedEntries(result.workloads).filter(([, workload]) => workload.headroom.length > 0);
  return workloads.flatMap(([name, { headroom: all }], index) => [
    title(index === 0 ? words.headroom.title : '', clean(name), page),
    ...rows(all.slice(0, SHOWN), page),
    ...(all.length > SHOWN ? paragraph(words.more(count(all.length - SHOWN))).map(ink.dim) : []),
  ]);
}

function rows(shown: readonly Headroom[], page: Page): Lines {
  const { words, ink } = page;
  const say = words.headroom;
  return table(
    shown,
    [
      { title: say.loss, align: 'left', cell: ({ loss }) => loss, shrinks: true },
      { title: say.component, align: 'left', cell: ({ component }) => component ?? '', shrinks: true },
      { title: say.share, align: 'right', cell: ({ share }) => ratio(share) },
      {
        title: '',
        align: 'left',
        cell: ({ share }) => remark(share, words),
        paint: (text, { share }) => (share < 1 ? ink.bad : share < TIGHT ? ink.doubtful : ink.dim)(text),
      },
    ],
    page,
  );
}

/** Rounded down: 0.999 of what is needed is not 1. */
const ratio = (share: number): string =>
  share <= 0 || share >= UNLIMITED ? '' : (Math.floor(share * 100) / 100).toFixed(2);

function remark(share: number, { headroom: say }: Words): string {
  if (share <= 0) return say.gone;
  if (share < 1) return say.overloaded;
  if (share < TIGHT) return say.tight;
  return share >= UNLIMITED ? say.ample : '';
}
