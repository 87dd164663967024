import type { Estimate, Sensitivity, SweepResult } from '../../../experiment/index.ts';
import type { ChartSpec, Interval, Value } from '../../../visual/index.ts';
import { clean } from '../../cells.ts';
import { texts } from '../../html/voices.ts';
import { isMoreBetter, measuresOf } from '../../sweep/aims.ts';
import { measureText, type Priced } from '../../sweep/figures.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { intervalOf } from '../intervals.ts';
import { measureAxis } from './axes.ts';

const MOST = 12;

/** How far each parameter moves each measure, the strongest first. */
export const tornadoCharts = (result: SweepResult): ChartSpec[] =>
  measuresOf(result).flatMap((measure, i) => {
    const told = result.sensitivity.find((one) => one.measure === measure);
    return told === undefined ? [] : tornado(told, `tornado-${i + 1}`, result);
  });

type Moved = Sensitivity['parameters'][number];

function tornado({ measure, parameters }: Sensitivity, id: string, result: Priced): ChartSpec[] {
  const rows = parameters.filter((one) => reach(one).some((end) => end !== undefined)).slice(0, MOST);
  if (rows.length === 0) return [];
  const [down, up] = isMoreBetter(measure) ? (['red', 'blue'] as const) : (['blue', 'red'] as const);
  const ends = rows.map(reach);
  const stretch = (end: 0 | 1) => ({
    values: ends.map((one): Value => one[end]?.mean ?? null),
    intervals: ends.map((one): Interval => intervalOf(one[end])),
  });
  return [
    {
      id,
      title: texts(({ words, language }) => SWEEP.tornado[language](measureText(measure, result, words))),
      about: SWEEP.tornadoAbout,
      body: {
        kind: 'bars',
        lying: true,
        stacked: false,
        overlaid: true,
        categories: rows.map(({ parameter, from, to }) => texts(() => clean(`${parameter}: ${from} → ${to}`))),
        series: [
          { label: SWEEP.lowers, colour: down, ...stretch(0) },
          { label: SWEEP.raises, colour: up, ...stretch(1) },
        ].filter(({ values }) => values.some((value) => value !== null)),
        axis: {
          ...measureAxis(measure, result),
          title: texts(({ words, language }) => SWEEP.change[language](measureText(measure, result, words))),
        },
      },
      limits: [],
    },
  ];
}

/** How far down and how far up a parameter moves a measure, by whichever of its levels moves it the furthest that way. */
function reach({ effect, levels }: Moved): readonly [down: Estimate | undefined, up: Estimate | undefined] {
  const effects = [effect, ...levels.map((level) => level.effect)];
  const furthest = (sign: 1 | -1): Estimate | undefined => {
    const own = effects.filter(({ mean }) => sign * (mean ?? 0) > 0);
    return own.sort((a, b) => sign * (b.mean! - a.mean!))[0];
  };
  return [furthest(-1), furthest(1)];
}
