import { sortedEntries } from '../../../base/index.ts';
import type { Result } from '../../../experiment/index.ts';
import { count } from '../../figures.ts';
import {
  brokenText,
  foundNothing,
  longest,
  quantile,
  type Row as Recovery,
  worstFirst,
} from '../../sections/recovery.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { worstSeenHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { Section } from '../parts.ts';
import { type Field, htmlTable } from '../table.ts';
import { both, type Said } from '../voices.ts';

type Row = Recovery & { readonly of: string };

/** Measured recovery times and points by what broke. */
export function recoverySection({ workloads, stores }: Result): Section {
  const times = sortedEntries(workloads).flatMap(([of, { rtoSeconds }]) =>
    rtoSeconds.map((row): Row => ({ ...row, of })),
  );
  const points = sortedEntries(stores).flatMap(([of, { rpoSeconds }]) =>
    rpoSeconds.map((row): Row => ({ ...row, of })),
  );
  const open = times.some(({ censored = 0 }) => censored > 0);
  const left = points.some(foundNothing);
  return {
    id: 'recovery',
    title: FRAME.nav.recovery,
    about: PARTS.recovery.about,
    body: html`${tableOf('rto', PARTS.recovery.rto, times, PARTS.workload)}${open ? html`<p class="about">${both(({ words }) => words.recovery.openNote)}</p>` : NOTHING}${tableOf('rpo', PARTS.recovery.rpo, points, PARTS.store)}${left ? html`<p class="about">${both(({ words }) => words.recovery.leftNote)}</p>` : NOTHING}${times.length + points.length === 0 ? NOTHING : html`<p class="about">${both(({ words }) => words.recovery.boundsNote)}</p>`}`,
  };
}

const tableOf = (id: string, caption: Said, rows: readonly Row[], of: Said): Html =>
  htmlTable({ id, caption, rows: [...rows].sort(worstFirst), fields: fields(rows, of) });

const fields = (rows: readonly Row[], of: Said): Field<Row>[] => [
  { title: ({ words }) => words.recovery.class, cell: (row) => both(({ words }) => words.classes[row.class]) },
  { title: ({ words }) => words.recovery.domain, cell: (row) => both(({ words }) => brokenText(row, rows, words)) },
  { title: of, cell: (row) => row.of },
  { title: ({ words }) => words.recovery.count, cell: (row) => count(row.count), figure: (row) => row.count },
  {
    title: ({ words }) => words.recovery.open,
    cell: ({ censored = 0 }) => (censored > 0 ? count(censored) : ''),
    figure: ({ censored = 0 }) => censored,
  },
  ...(rows.some(foundNothing)
    ? [
        {
          title: ({ words }) => words.recovery.leftBehind,
          cell: ({ leftBehind = 0 }) => (leftBehind > 0 ? count(leftBehind) : ''),
          figure: ({ leftBehind = 0 }) => leftBehind,
        } satisfies Field<Row>,
      ]
    : []),
  ...(['p50', 'p95', 'p99'] as const).map(
    (p): Field<Row> => ({
      title: () => p,
      cell: (row) => both(({ words }) => quantile(row, p, words)),
      figure: (row) => row[p] ?? row.max,
    }),
  ),
  {
    title: ({ words }) => words.recovery.max,
    cell: (row) => worstSeenHtml(({ words }) => longest(row, words), row.max === null ? null : row.beyondMax),
    figure: ({ max }) => max,
  },
];
