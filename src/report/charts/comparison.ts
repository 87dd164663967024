import { sortedEntries } from '../../base/index.ts';
import type { ComparisonResult, Result } from '../../experiment/index.ts';
import type { ChartSpec } from '../../visual/index.ts';
import { clean } from '../cells.ts';
import { worstWorkload } from '../html/top/fix.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';
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

/** What is paid against how long each is down: a dot each, of those that state prices; only where at least two do. */
export function costAgainstDowntime(results: readonly Result[]): ChartSpec[] {
  const priced = results.flatMap((result) => {
    const down = worstWorkload(result.workloads)?.[1].downtimeMinutesPerYear;
    const minutes = down?.mean ?? null;
    if (result.cost === null || minutes === null) return [];
    return [{ name: result.scenario.name, cost: result.cost, minutes, interval: intervalOf(down) }];
  });
  if (priced.length < 2) return [];
  const { currency, tcoPerYears } = priced[0]!.cost;
  const years = String(tcoPerYears.years);
  const unit = currency === null ? '' : ` (${clean(currency)})`;
  return [
    {
      id: 'costs',
      title: CHARTS.costs,
      about: CHARTS.costsAbout,
      body: {
        kind: 'lines',
        stepped: false,
        x: { title: texts(({ language }) => `${CHARTS.total[language](years)}${unit}`), measure: 'number' },
        y: { title: CHARTS.minutes, measure: 'minutes', min: 0 },
        series: priced.map(({ name, cost, minutes, interval }, i) => ({
          label: texts(() => name),
          colour: colourOf(i),
          points: [[cost.once + tcoPerYears.years * (12 * cost.perMonth + cost.staffPerYear), minutes] as const],
          dots: true,
          intervals: [interval],
        })),
      },
      limits: [],
    },
  ];
}
