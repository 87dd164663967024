import type { DrillPhase, DrillRow, DrillWorkload } from '../../experiment/index.ts';
import { spanBeside } from '../beside.ts';
import { clean } from '../cells.ts';
import { percent } from '../figures.ts';
import { type Lines, type Page, subtitle, title } from '../page.ts';
import { type Bounds, boundsOf, span } from '../spans.ts';
import { table } from '../table.ts';
import { what } from './names.ts';

/** Of each workload the worst faults that it recovered from, and of them the phases that took a share worth telling. */
const FAULTS = 6;
const WORTH = 0.02;

interface Line {
  /** Only on the first line of a fault. */
  readonly row: DrillRow | undefined;
  readonly phase: DrillPhase;
  readonly seconds: number;
  readonly share: number;
  /** The p95 without the phase, and with it. */
  readonly without: number | null;
  readonly bounds: Bounds;
  readonly meanBounds: Bounds;
  readonly with: number | null;
}

/** Where recovery times went, and what each would be if one of its steps took no time. */
export function drillPhases(name: string, rows: readonly DrillRow[], page: Page): Lines {
  const lines = rows
    .flatMap((row) => row.workloads.filter(({ workload }) => workload === name).map((seen) => ({ row, seen })))
    .filter(({ seen }) => (seen.rtoSeconds.mean ?? 0) > 0)
    .slice(0, FAULTS)
    .flatMap(({ row, seen }) => phasesOf(row, seen));
  if (lines.length === 0) return [];
  const { words, ink } = page;
  const say = words.drill;
  const spanOr = (seconds: number | null): string => (seconds === null ? '–' : span(seconds, words));
  return [
    ...subtitle(clean(name), page),
    ...table(
      lines,
      [
        {
          title: say.injected,
          align: 'left',
          cell: ({ row }) => (row === undefined ? '' : what(row, words)),
          shrinks: true,
          wraps: true,
        },
        { title: words.phases.phase, align: 'left', cell: ({ phase }) => words.phases.names[phase] },
        { title: say.mean, align: 'right', cell: ({ seconds, meanBounds }) => spanBeside(seconds, meanBounds, words) },
        { title: words.phases.share, align: 'right', cell: ({ share }) => percent(share) },
        {
          title: say.without,
          align: 'right',
          cell: (line) =>
            `${spanOr(line.with)} → ${line.without === null ? '–' : spanBeside(line.without, line.bounds, words)}`,
          paint: ink.dim,
        },
      ],
      page,
    ),
  ];
}

/** The title of the tables of all workloads. */
export const phasesTitle = (page: Page): Lines => title(page.words.phases.title, page.words.drill.ifPerfect, page);

function phasesOf(row: DrillRow, { phaseSeconds, ifPerfect, rtoSeconds }: DrillWorkload): Line[] {
  const all = rtoSeconds.mean ?? 0;
  const phases = Object.entries(phaseSeconds).flatMap(([name, { mean }]) =>
    mean !== null && mean / all >= WORTH ? [{ phase: name as DrillPhase, seconds: mean }] : [],
  );
  return phases.map(({ phase, seconds }, i) => ({
    row: i === 0 ? row : undefined,
    phase,
    seconds,
    share: seconds / all,
    with: rtoSeconds.p95,
    without: ifPerfect[phase].p95,
    bounds: boundsOf(ifPerfect[phase], 'p95'),
    meanBounds: { low: phaseSeconds[phase].meanLow, high: phaseSeconds[phase].meanHigh },
  }));
}
