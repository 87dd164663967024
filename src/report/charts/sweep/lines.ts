import type { Estimate, SweepPoint, SweepResult } from '../../../experiment/index.ts';
import type { ChartSpec, Lines } from '../../../visual/index.ts';
import { clean } from '../../cells.ts';
import { texts } from '../../html/voices.ts';
import { measuresOf } from '../../sweep/aims.ts';
import { measureText } from '../../sweep/figures.ts';
import { CHARTS } from '../../words/page/charts.ts';
import { SWEEP } from '../../words/page/sweep.ts';
import { colourOf } from '../colours.ts';
import { intervalOf } from '../intervals.ts';
import { measureAxis, type Parameter, type ParameterAxis, parameterAxis } from './axes.ts';

const MOST_MEASURES = 3;
const MOST_PARAMETERS = 4;
/** Lines of one chart: more cross each other and tell nobody more. */
const MOST_LINES = 4;

/** Each measure along each parameter that moves it: lines with bands of a grid, dots with intervals of a sample. */
export const lineCharts = (result: SweepResult): ChartSpec[] =>
  measuresOf(result)
    .slice(0, MOST_MEASURES)
    .flatMap((measure, m) =>
      strongest(result, measure)
        .slice(0, MOST_PARAMETERS)
        .flatMap((parameter) =>
          chart(result, measure, parameter, `lines-${m + 1}-${result.parameters.indexOf(parameter) + 1}`),
        ),
    );

/** Parameters that move a measure, the strongest first. `surely`: only those whose interval leaves out 0. */
function strongest({ parameters, sensitivity }: SweepResult, measure: string, surely = false): Parameter[] {
  const told = sensitivity.find((one) => one.measure === measure)?.parameters ?? [];
  const moves = ({ mean, low, high }: Estimate): boolean =>
    mean !== null && mean !== 0 && (!surely || (low !== null && high !== null && (low > 0 || high < 0)));
  return told
    .filter(({ effect, levels }) => [effect, ...levels.map((level) => level.effect)].some(moves))
    .flatMap(({ parameter }) => parameters.find(({ name }) => name === parameter) ?? []);
}

type Series = Lines['series'];

function chart(result: SweepResult, measure: string, parameter: Parameter, id: string): ChartSpec[] {
  const known = result.points.filter(({ measures }) => measures[measure]?.mean != null);
  const settings = result.points.map((point) => point.settings[parameter.name] ?? '');
  const along = parameterAxis(parameter, parameter.range ? settings : parameter.values);
  const drawn =
    result.design.kind === 'sample'
      ? { series: dots(known, measure, parameter, along), held: [] }
      : lines(result, known, measure, parameter, along);
  if (drawn.series.length === 0) return [];
  const { held } = drawn;
  return [
    {
      id,
      title: texts(({ words, language }) =>
        SWEEP.along[language](measureText(measure, result, words), clean(parameter.name)),
      ),
      about: texts(({ language }) =>
        result.design.kind === 'sample'
          ? SWEEP.dotsAbout[language]
          : `${SWEEP.bandsAbout[language]}${held.length === 0 ? '' : SWEEP.held[language](held.map(clean).join(language === 'en' ? ', ' : '、'))}`,
      ),
      body: { kind: 'lines', stepped: false, x: along.axis, y: measureAxis(measure, result), series: drawn.series },
      limits: [],
    },
  ];
}

/** Every point of a sample, with its interval. */
const dots = (known: readonly SweepPoint[], measure: string, { name }: Parameter, { at }: ParameterAxis): Series => [
  {
    label: SWEEP.eachPoint,
    colour: 'blue',
    points: known.map(({ settings, measures }) => [at(settings[name]!), measures[measure]!.mean!]),
    intervals: known.map(({ measures }) => intervalOf(measures[measure]!)),
    dots: true,
  },
];

/** A line for each level of the other parameter that moves the most; what else there is is held as at the base. */
function lines(
  result: SweepResult,
  known: readonly SweepPoint[],
  measure: string,
  { name }: Parameter,
  { at }: ParameterAxis,
): { readonly series: Series; readonly held: readonly string[] } {
  const base = result.points.find(({ point }) => point === result.base.point) ?? result.points[0]!;
  const others = result.parameters.filter((one) => one.name !== name && new Set(one.values).size > 1);
  const split = strongest(result, measure, true).find((one) => others.includes(one) && one.values.length <= MOST_LINES);
  const fixed = others.filter((one) => one !== split);
  const kept = known.filter(({ settings }) => fixed.every((one) => settings[one.name] === base.settings[one.name]));
  const levels = split === undefined ? [undefined] : split.values;
  return {
    series: levels.flatMap((level, i) => {
      const own = kept
        .filter(({ settings }) => split === undefined || settings[split.name] === level)
        .sort((a, b) => at(a.settings[name]!) - at(b.settings[name]!));
      return banded(
        own.map((point) => ({ x: at(point.settings[name]!), estimate: point.measures[measure]! })),
        texts(({ words }) =>
          split === undefined ? measureText(measure, result, words) : clean(`${split.name} = ${level}`),
        ),
        i,
      );
    }),
    held: fixed.map((one) => `${one.name} = ${base.settings[one.name] ?? ''}`),
  };
}

interface Placed {
  readonly x: number;
  readonly estimate: SweepPoint['measures'][string];
}

/** A line between the edges of its intervals. */
function banded(placed: readonly Placed[], label: Series[number]['label'], i: number): Series {
  if (placed.length === 0) return [];
  const colour = colourOf(i);
  const edge = (which: 'low' | 'high') => ({
    label: CHARTS.interval,
    colour,
    points: placed.map(({ x, estimate }) => [x, estimate[which] ?? estimate.mean!] as const),
    edge: true,
  });
  return [
    edge('high'),
    { ...edge('low'), fills: 'band', unnamed: i > 0 },
    { label, colour, points: placed.map(({ x, estimate }) => [x, estimate.mean!] as const), marks: true },
  ];
}
