import type { ChartConfiguration, Scale } from 'chart.js';
import { GROUND, PALETTE } from '../palette.ts';
import { evenSpan, evenSpans, FINE_TICKS, SPAN_TICKS, shortSpan } from '../spans.ts';
import { dotMarks } from './dots.ts';
import { heatConfig } from './heat.ts';
import { linesOf } from './letters.ts';
import { isUpright, LIMIT_ROW, limitLines, rowsOf } from './limits.ts';
import type { Look } from './look.ts';
import { namedOf, nameRoom, readOf } from './names.ts';
import { paper } from './paper.ts';
import type { Axis, Bars, ChartSpec, Interval, Limit, Lines, Measure, Value } from './spec.ts';
import { whiskers } from './whiskers.ts';

/** One definition of every chart, for chart.js in a page and in Node alike. */
export function chartConfig(spec: ChartSpec, look: Look): ChartConfiguration<'bar' | 'line'> {
  const { body } = spec;
  return body.kind === 'heat' ? heatConfig(spec, body, look) : plotConfig(spec, body, look);
}

function plotConfig(spec: ChartSpec, body: Bars | Lines, look: Look): ChartConfiguration<'bar' | 'line'> {
  const { ink, dim } = GROUND[look.ground];
  const font = { size: 12, ...(look.font === undefined ? {} : { family: look.font }) };
  const [read, named] = [readOf(body), namedOf(body)];
  const rows = rowsOf(spec);
  return {
    type: body.kind === 'bars' ? 'bar' : 'line',
    data: body.kind === 'bars' ? barData(body, look) : lineData(body, look),
    options: {
      animation: false,
      responsive: look.fluid ?? false,
      maintainAspectRatio: false,
      color: dim,
      font,
      layout: { padding: { top: look.titled === true ? 0 : LIMIT_ROW * rows, right: 8 } },
      indexAxis: body.kind === 'bars' && body.lying ? 'y' : 'x',
      scales: body.kind === 'bars' ? barScales(body, spec.limits, look) : lineScales(body, spec.limits, look),
      plugins: {
        legend: {
          display: named.filter((one) => one).length > 1,
          position: 'bottom',
          labels: {
            color: ink,
            boxWidth: 14,
            boxHeight: 10,
            font,
            filter: ({ datasetIndex = 0 }) => named[datasetIndex] === true,
          },
        },
        title: {
          display: look.titled ?? false,
          text: spec.title[look.tongue],
          color: ink,
          font: { ...font, size: 15, weight: 'bold' },
          padding: { top: 10, bottom: 10 + LIMIT_ROW * rows },
        },
        tooltip: {
          filter: ({ datasetIndex }) => read[datasetIndex] === true,
          callbacks: {
            ...(body.kind === 'lines' && { title: ([first]) => across(first, body, look) }),
            label: ({ dataset, raw, datasetIndex, dataIndex }) =>
              `${dataset.label ?? ''}: ${told(raw, measureOf(body), look)}${between(body.series[datasetIndex]?.intervals?.[dataIndex], measureOf(body), look)}`,
          },
        },
      },
    },
    plugins: [paper(look), whiskers(body, look), limitLines(spec, look), dotMarks(body, look)],
  };
}

const measureOf = (body: Bars | Lines): Measure => (body.kind === 'bars' ? body.axis.measure : body.y.measure);

function told(raw: unknown, measure: Measure, look: Look): string {
  if (typeof raw === 'number') return figure(raw, measure, look);
  if (Array.isArray(raw)) return raw.map((end) => figure(Number(end), measure, look)).join(' – ');
  if (typeof raw === 'object' && raw !== null && 'y' in raw) return figure(Number(raw.y), measure, look);
  return '';
}

/** The interval beside a figure. */
const between = (interval: Interval | undefined, measure: Measure, look: Look): string =>
  interval == null ? '' : ` (${interval.map((end) => figure(end, measure, look)).join(' – ')})`;

interface Pointed {
  readonly raw: unknown;
  readonly datasetIndex: number;
  readonly dataIndex: number;
}

/** Where along the axis at the foot, after what the dot is called. */
function across(pointed: Pointed | undefined, { x, series }: Lines, look: Look): string {
  if (pointed === undefined) return '';
  const { raw, datasetIndex, dataIndex } = pointed;
  const name = series[datasetIndex]?.names?.[dataIndex] ?? '';
  const at = typeof raw === 'object' && raw !== null && 'x' in raw ? placeOn(x, Number(raw.x), look) : '';
  return [name, at].filter((text) => text !== '').join(' · ');
}

/** What stands at a place of an axis. */
const placeOn = ({ names, measure }: Axis, value: number, look: Look): string =>
  names === undefined ? figure(value, measure, look) : (names[value]?.[look.tongue] ?? '');

function figure(value: number, measure: Measure, { units, tongue }: Look): string {
  if (measure === 'span') return shortSpan(value, units, tongue);
  if (measure === 'minutes') return shortSpan(value * 60, units, tongue);
  if (measure === 'share') return `${Number((100 * value).toPrecision(5))} %`;
  return Math.abs(value) < 1e4
    ? String(Number(value.toPrecision(3)))
    : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

const barData = ({ categories, series, lying, overlaid = false }: Bars, { tongue, ground }: Look) => ({
  // Beside bars they are broken where they have no room.
  labels: categories.map((text) => (lying ? text[tongue] : shortened(text[tongue]))),
  datasets: series.map(({ label, colour, values }) => ({
    label: label[tongue],
    data: values.map(bar),
    backgroundColor: PALETTE[ground][colour],
    borderRadius: 2,
    maxBarThickness: 26,
    grouped: !overlaid,
  })),
});

const bar = (value: Value): number | [number, number] | null =>
  value === null || typeof value === 'number' ? value : [value[0], value[1]];

const LONGEST = 34;
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 12)}…${text.slice(-11)}` : text;

/** Lines that lie on each other are told apart. */
const DASHES: readonly (readonly number[])[] = [[], [10, 4], [4, 4], [10, 4, 3, 4], [2, 3]];

const dashOf = (series: Lines['series'], i: number): number =>
  series.slice(0, i).filter(({ edge }) => edge !== true).length % DASHES.length;

const lineData = ({ series, stepped }: Lines, { tongue, ground }: Look) => ({
  datasets: series.map(({ label, colour, points, fills, dots, edge, marks }, i) => ({
    label: label[tongue],
    data: points.map(([x, y]) => ({ x, y })),
    borderColor: PALETTE[ground][colour],
    backgroundColor: `${PALETTE[ground][colour]}40`,
    borderWidth: edge === true ? 0 : 2,
    borderDash: [...DASHES[dashOf(series, i)]!],
    pointRadius: dots === true ? 5 : marks === true ? 3 : 0,
    pointHitRadius: 8,
    showLine: dots !== true,
    stepped: stepped ? ('before' as const) : false,
    fill: fills === undefined ? false : fills === 'band' ? '-1' : 'origin',
  })),
});

/** Figures at the foot of a chart stand so far apart at least, pixels. */
const BETWEEN = 12;

/** An axis of figures; one that is logarithmic has ticks where people count. */
function scaleOf(axis: Axis, limits: readonly Limit[], look: Look) {
  const { title, log = false, measure, names, min, max } = axis;
  const { dim, line, ink } = GROUND[look.ground];
  const font = look.font === undefined ? {} : { font: { family: look.font, size: 12 } };
  const reach = Math.max(0, ...limits.map(({ at }) => at));
  return {
    type: log ? ('logarithmic' as const) : ('linear' as const),
    title: { display: true, text: title[look.tongue], color: dim, ...font },
    grid: { color: line },
    border: { color: line },
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? (reach > 0 ? { suggestedMax: reach * 1.1 } : {}) : { max }),
    ticks: {
      color: ink,
      ...font,
      maxRotation: 0,
      autoSkip: true,
      autoSkipPadding: BETWEEN,
      callback: (value: string | number, _: number, ticks: readonly { value: number }[]) =>
        tickText(axis, Number(value), ticks, look),
      ...(names === undefined ? {} : { stepSize: 1 }),
    },
    ...(log ? logarithmicTicks(measure) : {}),
    ...(isEven(axis) ? { afterBuildTicks: evenTicks(secondsOf(measure)) } : {}),
  };
}

const secondsOf = (measure: Measure): number => (measure === 'minutes' ? 60 : 1);
/** Time on an axis that is not logarithmic. */
const isEven = ({ log, measure }: Axis): boolean => log !== true && (measure === 'span' || measure === 'minutes');

function tickText(axis: Axis, value: number, ticks: readonly { value: number }[], look: Look): string {
  if (!isEven(axis)) return placeOn(axis, value, look);
  const unit = secondsOf(axis.measure);
  const ends = evenSpans(unit * ticks[0]!.value, unit * ticks.at(-1)!.value);
  return evenSpan(unit * value, ends, look.units, look.tongue);
}

interface Ticked {
  readonly min: number;
  readonly max: number;
  ticks: { value: number }[];
}

/** Places that people count by, in seconds or minutes, whichever the axis has. */
const evenTicks =
  (unit: number) =>
  (axis: Ticked): void => {
    const { step } = evenSpans(unit * axis.min, unit * axis.max);
    const [from, to] = [Math.ceil((unit * axis.min) / step - 1e-9), Math.floor((unit * axis.max) / step + 1e-9)];
    if (to - from < 1 || to - from > 40) return;
    axis.ticks = Array.from({ length: to - from + 1 }, (_, i) => ({ value: ((from + i) * step) / unit }));
  };

function logarithmicTicks(measure: Measure): { afterBuildTicks?: (axis: Ticked) => void } {
  if (measure === 'span' || measure === 'minutes') {
    const unit = secondsOf(measure);
    return { afterBuildTicks: fewOf([SPAN_TICKS, FINE_TICKS].map((ticks) => ticks.map((tick) => tick / unit))) };
  }
  return { afterBuildTicks: fewOf([DECADES, ROUND]) };
}

const DECADES: readonly number[] = Array.from({ length: 31 }, (_, i) => 10 ** (i - 15));
const ROUND: readonly number[] = DECADES.flatMap((power) => [power, 2 * power, 5 * power]);

/** The first of some sets of ticks of which enough lie within the axis, else those of the last. */
const fewOf =
  (sets: readonly (readonly number[])[]) =>
  (axis: Ticked): void => {
    const within = sets.map((ticks) => ticks.filter((tick) => tick >= axis.min && tick <= axis.max));
    const chosen = within.find(({ length }) => length > 3) ?? within.at(-1)!;
    if (chosen.length > 1) axis.ticks = chosen.map((value) => ({ value }));
  };

function barScales({ lying, stacked, axis, series }: Bars, limits: readonly Limit[], look: Look) {
  const { ink, line } = GROUND[look.ground];
  const font = look.font === undefined ? {} : { font: { family: look.font, size: 12 } };
  const names = {
    stacked,
    grid: { display: false },
    border: { color: line },
    ticks: { color: ink, ...font, autoSkip: false, ...(lying && { callback: nameInRoom }) },
  };
  const figures = {
    ...reachOf(series, stacked),
    stacked: stacked && axis.log !== true,
    ...scaleOf(axis, limits, look),
  };
  return lying ? { x: figures, y: names } : { x: names, y: figures };
}

/** Beside bars names have half of the chart, and what does not fit there would be cut off at the edge. */
function nameInRoom(this: Scale, value: string | number): string[] {
  return linesOf(this.getLabelForValue(Number(value)), nameRoom(this.chart.width));
}

/** An axis shows intervals whole; those of stacks lie within them, or nearly so. */
function reachOf(series: (Bars | Lines)['series'], stacked = false): { suggestedMin?: number; suggestedMax?: number } {
  if (stacked) return {};
  const ends = series.flatMap(({ intervals = [] }) => intervals.flatMap((interval) => interval ?? []));
  return ends.length === 0 ? {} : { suggestedMin: Math.min(...ends), suggestedMax: Math.max(...ends) };
}

const lineScales = ({ x, y, series }: Lines, limits: readonly Limit[], look: Look) => ({
  x: scaleOf(x, limits.filter(isUpright), look),
  y: {
    ...reachOf(series),
    ...scaleOf(
      y,
      limits.filter((one) => !isUpright(one)),
      look,
    ),
  },
});
