import { sortedEntries } from '../../base/index.ts';
import { type ComparisonResult, type Result, worstWorkload } from '../../experiment/index.ts';
import type { ChartSpec, Lines } from '../../visual/index.ts';
import { clean, shorten } from '../cells.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
import { SWEEP } from '../words/page/sweep.ts';
import { colourOf } from './colours.ts';
import { costBars } from './cost.ts';
import { intervalOf } from './intervals.ts';

/** Scenarios beside each other: downtime of each workload, and cost against downtime. */
export const comparisonCharts = (comparison: ComparisonResult): ChartSpec[] => [
  ...downtimeChart(comparison),
  ...costAgainstDowntime(comparison.scenarios),
  ...costBars(comparison.scenarios),
];

function downtimeChart({ scenarios }: ComparisonResult): ChartSpec[] {
  const names = [...new Set(scenarios.flatMap(({ workloads }) => sortedEntries(workloads).map(([name]) => name)))];
  return [
    {
      id: 'downtime',
      title: CHARTS.downtime,
      about: CHARTS.compareAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        categories: names.map((name) => texts(() => name)),
        series: scenarios.map(({ scenario, workloads }, i) => ({
          label: texts(() => scenario.name),
          colour: colourOf(i),
          values: names.map((name) => workloads[name]?.downtimeMinutesPerYear.mean ?? null),
          intervals: names.map((name) => intervalOf(workloads[name]?.downtimeMinutesPerYear)),
        })),
        axis: { title: CHARTS.minutes, measure: 'minutes', min: 0 },
      },
      limits: [],
    },
  ];
}

/** A scenario that states prices, as a dot: what it costs to own without downtime, against how long it is down. */
interface Dot {
  readonly name: string;
  readonly paid: number;
  readonly minutes: number;
  readonly interval: ReturnType<typeof intervalOf>;
}

/** More dots than this have no colour each: those that no other beats are named, the others stand behind them. */
const COLOURED = 8;

/** What is paid against how long each is down: a dot each, of those that state prices; only where at least two do. */
export function costAgainstDowntime(results: readonly Result[]): ChartSpec[] {
  const cost = results.find((result) => result.cost !== null)?.cost;
  const dots = results.flatMap(dotOf);
  if (cost == null || dots.length < 2) return [];
  const { currency, tcoPerYears } = cost;
  const unit = currency === null ? '' : ` (${clean(currency)})`;
  const title = texts(({ language }) => `${CHARTS.total[language](String(tcoPerYears.years))}${unit}`);
  const many = dots.length > COLOURED;
  const wide = many && dots.every(({ paid }) => paid > 0);
  return [
    {
      id: 'costs',
      title: CHARTS.costs,
      about: CHARTS.costsAbout,
      body: {
        kind: 'lines',
        stepped: false,
        x: { title, measure: 'number', ...(wide && { log: true }) },
        y: { title: CHARTS.minutes, measure: 'minutes', ...(many ? { log: true } : { min: 0 }) },
        series: many
          ? frontAndRest(dots)
          : dots.map((dot, i) =>
              series(
                texts(() => dot.name),
                colourOf(i),
                [dot],
              ),
            ),
      },
      limits: [],
    },
  ];
}

function dotOf({ scenario, cost, workloads }: Result): Dot[] {
  const down = worstWorkload(workloads)?.[1].downtimeMinutesPerYear;
  const minutes = down?.mean ?? null;
  if (cost === null || minutes === null) return [];
  const paid = cost.once + cost.tcoPerYears.years * (12 * cost.perMonth + cost.staffPerYear);
  return [{ name: clean(scenario.name), paid, minutes, interval: intervalOf(down) }];
}

type Series = Lines['series'][number];

const series = (label: Series['label'], colour: Series['colour'], dots: readonly Dot[]): Series => ({
  label,
  colour,
  points: dots.map(({ paid, minutes }) => [paid, minutes] as const),
  dots: true,
  intervals: dots.map(({ interval }) => interval),
});

/** A dot is on the front where no other is both cheaper and down less. */
function frontAndRest(dots: readonly Dot[]): Series[] {
  const isBeaten = (dot: Dot): boolean =>
    dots.some(
      ({ paid, minutes }) => paid <= dot.paid && minutes <= dot.minutes && (paid < dot.paid || minutes < dot.minutes),
    );
  const front = dots.filter((dot) => !isBeaten(dot));
  return [
    series(SWEEP.beaten, 'grey', dots.filter(isBeaten)),
    { ...series(SWEEP.unbeaten, 'blue', front), names: front.map(({ name }) => shorten(name, NAME)) },
  ].filter(({ points }) => points.length > 0);
}

/** Cells of a name beside its dot. */
const NAME = 22;
