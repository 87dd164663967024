import type { DrillResult, DrillRow, DrillSpread, DrillStore, DrillWorkload } from '../../../experiment/index.ts';
import { amountBeside, portionBeside, shareBeside } from '../../beside.ts';
import { meanOf } from '../../drill/data.ts';
import { type PointLine, pointLines } from '../../drill/points.ts';
import { by, workloadsOf } from '../../drill-report.ts';
import { percent } from '../../figures.ts';
import { type Rank, span } from '../../spans.ts';
import { FRAME } from '../../words/page/frame.ts';
import { PARTS } from '../../words/page/parts.ts';
import { besideHtml, rankHtml, worstSeenHtml } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { faultName } from '../names.ts';
import type { Section } from '../parts.ts';
import { type Field, htmlTable } from '../table.ts';
import { both } from '../voices.ts';
import { heatMap } from './heat.ts';

interface Line {
  readonly row: DrillRow;
  readonly seen: DrillWorkload;
}

/** Every fault on every domain: the map, what nothing brings back, and the figures behind it. */
export function drillSection(result: DrillResult): Section {
  return {
    id: 'drills',
    title: FRAME.nav.drills,
    about: PARTS.drills.about,
    body: html`${heatMap(result)}${workloadsOf(result).map((name, i) => ofWorkload(name, i, result))}${data(result)}${points(result)}${fatal(result)}`,
  };
}

function ofWorkload(name: string, index: number, { rows }: DrillResult): Html {
  const lines = rows.flatMap((row) =>
    row.workloads.flatMap((seen): Line[] => (seen.workload === name && seen.masked < row.times ? [{ row, seen }] : [])),
  );
  return htmlTable<Line>({
    id: `drill-${index}`,
    caption: ({ words }) => `${name} · ${words.drill.recovery}`,
    rows: lines,
    beneath: true,
    fields: [
      { title: ({ words }) => words.recovery.class, cell: ({ row }) => both(({ words }) => words.classes[row.class]) },
      { title: PARTS.fault, cell: ({ row }) => both(({ words }) => faultName(row, words)), room: 'names' },
      ...(['p50', 'p95', 'p99', 'max'] as const).map(
        (p): Field<Line> => ({
          title: p === 'max' ? ({ words }) => words.recovery.max : () => p,
          cell: ({ seen }) => told(seen.rtoSeconds, p),
          figure: ({ seen }) => seen.rtoSeconds[p],
        }),
      ),
      {
        title: ({ words }) => words.drill.failed,
        cell: ({ seen }) => (seen.failed.share > 0 ? besideHtml(shareBeside(seen.failed.share, seen.failed)) : ''),
        figure: ({ seen }) => seen.failed.share,
      },
      { title: PARTS.least, cell: ({ seen }) => percent(seen.servedAtWorst), figure: ({ seen }) => seen.servedAtWorst },
      { title: ({ words }) => words.drill.by, cell: ({ seen }) => byBeside(seen) },
    ],
  });
}

/** Who brought it back most often, and in what share of the drills in which anything did. */
function byBeside(seen: DrillWorkload): Html {
  const { people, automation, itself } = seen.recoveredBy;
  const all = people + automation + itself;
  if (all === 0) return NOTHING;
  const share = portionBeside(Math.max(people, automation, itself), all);
  return html`${both(({ words }) => by(seen, words))} <span class="dim whole">${share}</span>`;
}

function told(spread: DrillSpread, p: Rank | 'max'): Html {
  if (p !== 'max') return rankHtml(spread, p);
  const { max, beyondMax } = spread;
  return max === null ? html`–` : worstSeenHtml(({ words }) => span(max, words), beyondMax);
}

interface StoreLine {
  readonly row: DrillRow;
  readonly seen: DrillStore;
}

const data = ({ rows }: DrillResult): Html =>
  htmlTable<StoreLine>({
    id: 'drill-data',
    caption: PARTS.drills.data,
    rows: rows
      .flatMap((row) => row.stores.map((seen) => ({ row, seen })))
      .sort((a, b) => (b.seen.rpoSeconds.max ?? 0) - (a.seen.rpoSeconds.max ?? 0)),
    beneath: true,
    fields: [
      { title: PARTS.fault, cell: ({ row }) => both(({ words }) => faultName(row, words)) },
      { title: PARTS.store, cell: ({ seen }) => seen.store },
      ...(['p50', 'p95', 'p99', 'max'] as const).map(
        (p): Field<StoreLine> => ({
          title: p === 'max' ? ({ words }) => words.recovery.max : () => p,
          cell: ({ seen }) => told(seen.rpoSeconds, p),
          figure: ({ seen }) => seen.rpoSeconds[p],
        }),
      ),
      {
        title: PARTS.lost,
        cell: ({ seen }) => besideHtml(amountBeside(seen.writesLost, meanOf(seen.writesLostSpread))),
        figure: ({ seen }) => seen.writesLost,
      },
      {
        title: PARTS.left,
        cell: ({ seen }) => besideHtml(amountBeside(seen.orphaned, meanOf(seen.orphanedSpread))),
        figure: ({ seen }) => seen.orphaned,
      },
      {
        title: PARTS.discarded,
        cell: ({ seen }) => besideHtml(amountBeside(seen.discarded, meanOf(seen.discardedSpread))),
        figure: ({ seen }) => seen.discarded,
      },
      {
        title: PARTS.gone,
        cell: ({ row, seen }) => (seen.lostForGood > 0 ? besideHtml(portionBeside(seen.lostForGood, row.times)) : ''),
        figure: ({ seen }) => seen.lostForGood,
      },
    ],
  });

/** In how many drills the data that users are served from came through, or were gone at the end. */
function points(result: DrillResult): Html {
  const share = (which: 'whole' | 'lost' | 'open', of: (line: PointLine) => number): Field<PointLine> => ({
    title: ({ words }) => words.drill.points[which],
    cell: (line) => (of(line) > 0 ? besideHtml(portionBeside(of(line), line.row.times)) : ''),
    figure: (line) => of(line) / line.row.times,
  });
  const rows = pointLines(result);
  if (rows.length === 0) return NOTHING;
  return html`${htmlTable<PointLine>({
    id: 'drill-points',
    caption: PARTS.drills.points,
    rows,
    fields: [
      { title: PARTS.fault, cell: ({ row }) => both(({ words }) => faultName(row, words)) },
      { title: PARTS.store, cell: ({ seen }) => seen.store },
      share('whole', ({ seen }) => seen.itself),
      share('lost', ({ seen }) => seen.lost),
      share('open', ({ seen }) => seen.open),
      {
        title: () => 'RPO p95',
        cell: ({ seen }) => rankHtml(seen.rpoSeconds, 'p95'),
        figure: ({ seen }) => seen.rpoSeconds.p95,
      },
    ],
  })}<p class="about">${both(({ words }) => words.drill.points.about)}</p>`;
}

/** What alone stops a workload until it is repaired. */
function fatal(result: DrillResult): Html {
  const lists = workloadsOf(result).flatMap((name) => {
    const rows = result.rows.filter(({ workloads }) =>
      workloads.some(({ workload, failed }) => workload === name && failed.share > 0.5),
    );
    return rows.length === 0
      ? []
      : [
          html`<li><strong>${name}</strong>: ${both(({ words }) => rows.map((row) => faultName(row, words)).join(words.listSeparator))}</li>`,
        ];
  });
  return lists.length === 0 ? NOTHING : html`<h3>${both(PARTS.drills.fatal)}</h3><ul>${lists}</ul>`;
}
