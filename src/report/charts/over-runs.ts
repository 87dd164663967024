import { type Estimate, worstWorkload } from '../../experiment/index.ts';
import type { ChartSpec, Limit, Texts } from '../../visual/index.ts';
import { count } from '../figures.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { span } from '../spans.ts';
import { CHARTS } from '../words/page/charts.ts';

const MINUTE = 60;

/** How downtime spreads over the runs of the workload that is down the longest, with the mean and its interval. */
export function spreadChart({ run }: PageParts): ChartSpec[] {
  const worst = worstWorkload(run?.workloads ?? {});
  if (worst === undefined) return [];
  const [name, { overRuns, downtimeMinutesPerYear }] = worst;
  const bins = overRuns.downtimeMinutes;
  if (bins.length === 0) return [];
  const { runsWithout } = overRuns;
  return [
    {
      id: 'spread',
      title: texts(({ language }) => CHARTS.spread[language](name)),
      about: texts(
        ({ language }) =>
          `${CHARTS.spreadAbout[language]}${runsWithout > 0 ? CHARTS.without[language](count(runsWithout), count(run!.runs)) : ''}`,
      ),
      body: {
        kind: 'lines',
        stepped: true,
        x: { title: CHARTS.minutes, measure: 'span', log: true },
        y: { title: CHARTS.runs, measure: 'number', min: 0 },
        series: [{ label: CHARTS.runs, colour: 'blue', points: outline(bins), fills: 'ground' }],
      },
      limits: marks(downtimeMinutesPerYear),
    },
  ];
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

/** The outline of a histogram: up at the beginning of each bin, down to 0 where one is missing. */
function outline(bins: readonly Bin[]): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[bins[0]!.from * MINUTE, 0]];
  for (const [i, { from, to, runs }] of bins.entries()) {
    points.push([from * MINUTE, runs]);
    if (bins[i + 1]?.from !== to) points.push([to * MINUTE, 0]);
  }
  return points;
}

/** The mean with a name, the ends of its interval without. */
function marks({ mean, low, high }: Estimate): Limit[] {
  if (mean === null || mean <= 0) return [];
  const ends = [low, high].flatMap((minutes) => (minutes === null || minutes <= 0 ? [] : [minutes]));
  const line = (minutes: number, label: Texts): Limit => ({ at: minutes * MINUTE, upright: true, label });
  const told = texts(({ words, language }) => {
    const [from, to] = ends.map((minutes) => span(minutes * MINUTE, words));
    const interval = from === undefined || to === undefined ? '' : ` (${words.range(from, to)})`;
    return `${CHARTS.mean[language](span(mean * MINUTE, words))}${interval}`;
  });
  return [line(mean, told), ...ends.map((minutes) => line(minutes, UNNAMED))];
}

const UNNAMED: Texts = { en: '', zh: '' };

/** How the estimate settled while runs were added. */
export function convergenceChart({ run }: PageParts): ChartSpec[] {
  const worst = worstWorkload(run?.workloads ?? {});
  if (worst === undefined) return [];
  const [name, { overRuns }] = worst;
  const points = overRuns.convergence.filter(({ mean, low, high }) => mean !== null && low !== null && high !== null);
  if (points.length < 2) return [];
  const along = (which: 'mean' | 'low' | 'high') => points.map((one) => [one.runs, one[which]!] as const);
  const edge = (which: 'low' | 'high') => ({
    label: CHARTS.interval,
    colour: 'blue' as const,
    points: along(which),
    edge: true,
  });
  return [
    {
      id: 'convergence',
      title: texts(({ language }) => CHARTS.convergence[language](name)),
      about: CHARTS.convergenceAbout,
      body: {
        kind: 'lines',
        stepped: false,
        x: { title: CHARTS.runs, measure: 'number', log: points.at(-1)!.runs > 32 * points[0]!.runs },
        y: { title: CHARTS.minutes, measure: 'minutes' },
        series: [
          edge('high'),
          { ...edge('low'), fills: 'band' },
          { label: CHARTS.estimate, colour: 'blue', points: along('mean') },
        ],
      },
      limits: [],
    },
  ];
}
