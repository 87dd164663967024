import { sortedEntries } from '../../base/index.ts';
import { type Bounds, PHASES, type PhaseName, type Result, type WorkloadResult } from '../../experiment/index.ts';
import { minutesBeside } from '../beside.ts';
import { percent } from '../figures.ts';
import { type Lines, type Page, paragraph, subtitle, title } from '../page.ts';
import { table } from '../table.ts';
import { worstWorkloads } from '../worst.ts';

const BAR = 8;

/** Downtime by phase of the recovery, with bars; workloads that were never down are left out. */
export function phases(result: Result, page: Page): Lines {
  const down = sortedEntries(result.workloads).filter(([, workload]) => totalOf(workload) > 0);
  if (down.length === 0) return [];
  const { shown, more } = worstWorkloads(down, page);
  const parts = shown.flatMap(([name, workload]) => [...subtitle(name, page), ...ofWorkload(workload, page)]);
  return [...title(page.words.phases.title, '', page), ...parts, ...more];
}

const totalOf = ({ phases: minutes }: WorkloadResult): number => PHASES.reduce((sum, phase) => sum + minutes[phase], 0);

interface Row {
  readonly phase: PhaseName | 'flap';
  readonly minutes: number;
  /** Of all downtime; null for what is no downtime. */
  readonly share: number | null;
  readonly bounds: Bounds;
}

function ofWorkload(workload: WorkloadResult, page: Page): string[] {
  const { words, ink } = page;
  const say = words.phases;
  const { intervals } = workload;
  const total = totalOf(workload);
  const seen = PHASES.filter((phase) => workload.phases[phase] > 0);
  const rows: Row[] = seen.map((phase) => ({
    phase,
    minutes: workload.phases[phase],
    share: workload.phases[phase] / total,
    bounds: intervals.phases[phase],
  }));
  if (workload.phases.flap > 0) {
    const { flap: minutes } = workload.phases;
    rows.push({ phase: 'flap', minutes, share: null, bounds: intervals.phases.flap });
  }
  const unseen = PHASES.filter((phase) => !seen.includes(phase)).map((phase) => say.names[phase]);
  return [
    ...table(
      rows,
      [
        { title: say.phase, align: 'left', cell: ({ phase }) => say.names[phase] },
        { title: say.minutesPerYear, align: 'right', cell: ({ minutes, bounds }) => minutesBeside(minutes, bounds) },
        { title: say.share, align: 'right', cell: ({ share }) => (share === null ? '' : percent(share)) },
        { title: '', align: 'left', cell: ({ share }) => bar(share ?? 0) },
        { title: '', align: 'left', cell: ({ phase }) => say.about[phase], shrinks: true, wraps: true, paint: ink.dim },
      ],
      page,
    ),
    ...(unseen.length === 0 ? [] : paragraph(say.notSeen(unseen.join(words.listSeparator))).map(ink.dim)),
  ];
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for a share of the whole, in eighths of a cell; whatever was seen shows a sliver. */
export function bar(share: number): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * BAR * 8)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}
