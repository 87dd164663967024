import type { DrillRow } from '../../experiment/index.ts';
import type { ChartSpec, Lines } from '../../visual/index.ts';
import { byClass, faultName } from '../html/names.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
import { colourOf } from './colours.ts';
import { worstSite } from './drills.ts';
import { limitsOf, type Time } from './limits.ts';
import { LEAST } from './ranges.ts';

/** Classes of faults that are told apart: more lines tell nobody more. */
const MOST = 6;

/** Times at 0 %, 5 % … 100 % of the drills; null: longer than the drill. */
type Quantiles = readonly (number | null)[];

interface Seen {
  readonly row: DrillRow;
  readonly of: string;
  readonly times: Quantiles;
}

/** How many recoveries had ended by when, of the worst fault of each class. */
export const rtoCurves = (parts: PageParts): ChartSpec[] =>
  distribution(parts, 'rto', ({ curves }) =>
    (curves?.workloads ?? []).map(({ workload, rtoSeconds }) => [workload, rtoSeconds] as const),
  );

/** How many recoveries had left how much behind. */
export const rpoCurves = (parts: PageParts): ChartSpec[] =>
  distribution(parts, 'rpo', ({ curves }) =>
    (curves?.stores ?? []).map(({ store, rpoSeconds }) => [store, rpoSeconds] as const),
  );

function distribution(
  parts: PageParts,
  what: Time,
  timesOf: (row: DrillRow) => readonly (readonly [string, Quantiles])[],
): ChartSpec[] {
  const all = (parts.drill?.rows ?? []).flatMap((row) => timesOf(row).map(([of, times]): Seen => ({ row, of, times })));
  const shown = worstOfEach(
    all.filter(({ times }) => (times.at(-1) ?? times.findLast((time) => time !== null) ?? 0) > 0),
  );
  const longest = Math.max(LEAST, ...shown.flatMap(({ times }) => times.map((time) => time ?? 0)));
  if (shown.length === 0) return [];
  const limits = limitsOf(parts, what, longest);
  const end = Math.max(longest, ...limits.map(({ at }) => at)) * 1.2;
  const say =
    what === 'rto'
      ? { title: CHARTS.ended, about: CHARTS.endedAbout }
      : { title: CHARTS.left, about: CHARTS.leftAbout };
  const body: Lines = {
    kind: 'lines',
    stepped: false,
    x: { title: texts(CHARTS.time), measure: 'span', log: true, min: LEAST, max: end },
    y: { title: CHARTS.drills, measure: 'share', min: 0, max: 1 },
    series: shown.map(({ row, of, times }, i) => ({
      label: texts(({ words }) => `${faultName(row, words)} · ${of}`),
      colour: colourOf(i),
      points: pointsOf(times, end),
    })),
  };
  return [{ id: `${what}-shares`, ...say, body, limits }];
}

/** The worst of each class, what a disaster-recovery plan is for first. */
function worstOfEach(all: readonly Seen[]): readonly Seen[] {
  const worst = new Map<string, Seen>();
  for (const seen of [...all].sort((a, b) => byClass(a.row, b.row) || badness(b) - badness(a))) {
    if (!worst.has(seen.row.class)) worst.set(seen.row.class, seen);
  }
  return [...worst.values()].slice(0, MOST);
}

const badness = ({ times }: Seen): number => times.reduce<number>((sum, time) => sum + (time ?? 1e9), 0);

/** Shares of the drills by time, on to the end of the axis. */
function pointsOf(times: Quantiles, end: number): (readonly [number, number])[] {
  const known = times.flatMap((time, i) =>
    time === null ? [] : [[Math.max(LEAST, time), i / (times.length - 1)] as const],
  );
  return [...known, [end, known.at(-1)?.[1] ?? 0]];
}

/** The share of users that are served again by when, after the loss of a site that hurts the most. */
export function restoredChart({ drill }: PageParts): ChartSpec[] {
  const row = drill === undefined ? undefined : worstSite(drill)?.row;
  if (row?.curves === undefined) return [];
  const { atSeconds, workloads } = row.curves;
  const worst = [...workloads].sort((a, b) => sum(a.served.mean) - sum(b.served.mean))[0]!;
  const along = (values: readonly number[]) => atSeconds.map((at, i) => [at, values[i]!] as const);
  const edge = (values: readonly number[]) => ({
    label: CHARTS.band,
    colour: 'blue' as const,
    points: along(values),
    edge: true,
  });
  const rest = workloads.filter((one) => one !== worst).slice(0, MOST);
  return [
    {
      id: 'restored',
      title: texts(({ words, language }) => CHARTS.restored[language](faultName(row, words))),
      about: texts(({ language }) => CHARTS.restoredAbout[language](worst.workload)),
      body: {
        kind: 'lines',
        stepped: true,
        x: { title: CHARTS.since, measure: 'span', log: true, min: 1 },
        y: { title: CHARTS.served, measure: 'share', min: 0, max: 1 },
        series: [
          edge(worst.served.high),
          { ...edge(worst.served.low), fills: 'band' },
          ...[worst, ...rest].map(({ workload, served }, i) => ({
            label: texts(() => workload),
            colour: colourOf(i),
            points: along(served.mean),
          })),
        ],
      },
      limits: [],
    },
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
