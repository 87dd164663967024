import type { Cost, Result } from '../../experiment/index.ts';
import type { Bars, ChartSpec } from '../../visual/index.ts';
import { clean } from '../cells.ts';
import type { PageParts } from '../html/parts.ts';
import { texts } from '../html/voices.ts';
import { CHARTS } from '../words/page/charts.ts';

type Part = (cost: Cost, years: number) => number;
const PARTS: readonly (readonly [name: 'once' | 'running' | 'staff' | 'down', part: Part])[] = [
  ['once', ({ once }) => once],
  ['running', ({ perMonth }, years) => 12 * years * perMonth],
  ['staff', ({ staffPerYear }, years) => years * staffPerYear],
  ['down', ({ downtimePerYear }, years) => years * (downtimePerYear?.mean ?? 0)],
];
const COLOURS: Readonly<Record<(typeof PARTS)[number][0], Bars['series'][number]['colour']>> = {
  once: 'purple',
  running: 'blue',
  staff: 'sky',
  down: 'red',
};

/** What a run costs to own, against what its downtime costs. */
export const costChart = ({ run }: PageParts): ChartSpec[] => (run === undefined ? [] : costBars([run]));

/** The same beside each other, of those that state prices: what is paid more, and what downtime that saves. */
export function costBars(results: readonly Result[]): ChartSpec[] {
  const priced = results.flatMap(({ scenario, cost }) => (cost === null ? [] : [{ name: scenario.name, cost }]));
  if (priced.length === 0) return [];
  const { years } = priced[0]!.cost.tcoPerYears;
  const series = PARTS.map(([name, part]) => ({
    label: CHARTS.money[name],
    colour: COLOURS[name],
    values: priced.map(({ cost }) => part(cost, years)),
  })).filter(({ values }) => values.some((value) => value > 0));
  if (series.length === 0) return [];
  const currency = clean(priced[0]!.cost.currency ?? '');
  return [
    {
      id: 'cost-parts',
      title: texts(({ language }) => CHARTS.costParts[language](String(years))),
      about: CHARTS.costPartsAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: true,
        categories: priced.map(({ name }) => texts(() => clean(name))),
        series,
        axis: {
          title: texts(({ language }) => `${CHARTS.amount[language]}${currency === '' ? '' : ` (${currency})`}`),
          measure: 'number',
          min: 0,
        },
      },
      limits: [],
    },
  ];
}
