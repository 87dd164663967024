import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { UnitTexts } from '../page-data.ts';
import { GROUND, type Ground, PALETTE } from '../palette.ts';
import { SPAN_TICKS, shortSpan } from '../spans.ts';
import type { Tongue } from '../texts.ts';
import type { Axis, Bars, ChartSpec, Limit, Lines, Measure, Value } from './spec.ts';

/** How a chart is to look: its language, its ground, its letters. */
export interface Look {
  readonly tongue: Tongue;
  readonly ground: Ground;
  readonly units: UnitTexts;
  /** Letters for the picture; the page's own where not said. */
  readonly font?: string;
  /** A picture bears its title; on a page it stands above. */
  readonly titled?: boolean;
  /** Whether it follows the size of what it stands in. */
  readonly fluid?: boolean;
}

/** One definition of every chart, for chart.js in a page and in Node alike. */
export function chartConfig(spec: ChartSpec, look: Look): ChartConfiguration<'bar' | 'line'> {
  const { ink, dim } = GROUND[look.ground];
  const { body } = spec;
  const font = { size: 12, ...(look.font === undefined ? {} : { family: look.font }) };
  const several = body.series.length > 1;
  return {
    type: body.kind === 'bars' ? 'bar' : 'line',
    data: body.kind === 'bars' ? barData(body, look) : lineData(body, look),
    options: {
      animation: false,
      responsive: look.fluid ?? false,
      maintainAspectRatio: false,
      color: dim,
      font,
      layout: { padding: { top: spec.limits.length > 0 ? 16 : 0, right: 8 } },
      indexAxis: body.kind === 'bars' && body.lying ? 'y' : 'x',
      scales: body.kind === 'bars' ? barScales(body, spec.limits, look) : lineScales(body, spec.limits, look),
      plugins: {
        legend: { display: several, position: 'bottom', labels: { color: ink, boxWidth: 14, boxHeight: 10, font } },
        title: {
          display: look.titled ?? false,
          text: spec.title[look.tongue],
          color: ink,
          font: { ...font, size: 15, weight: 'bold' },
        },
        tooltip: {
          callbacks: { label: ({ dataset, raw }) => `${dataset.label ?? ''}: ${told(raw, measureOf(body), look)}` },
        },
      },
    },
    plugins: [paper(look), limitLines(spec, look)],
  };
}

const measureOf = (body: Bars | Lines): Measure => (body.kind === 'bars' ? body.axis.measure : body.y.measure);

function told(raw: unknown, measure: Measure, look: Look): string {
  if (typeof raw === 'number') return figure(raw, measure, look);
  if (Array.isArray(raw)) return raw.map((end) => figure(Number(end), measure, look)).join(' – ');
  if (typeof raw === 'object' && raw !== null && 'y' in raw) return figure(Number(raw.y), measure, look);
  return '';
}

function figure(value: number, measure: Measure, { units, tongue }: Look): string {
  if (measure === 'span') return shortSpan(value, units, tongue);
  if (measure === 'minutes') return shortSpan(value * 60, units, tongue);
  if (measure === 'share') return `${Number((100 * value).toPrecision(5))} %`;
  return String(Number(value.toPrecision(3)));
}

const barData = ({ categories, series, overlaid = false }: Bars, { tongue, ground }: Look) => ({
  labels: categories.map((text) => shortened(text[tongue])),
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

const lineData = ({ series, stepped }: Lines, { tongue, ground }: Look) => ({
  datasets: series.map(({ label, colour, points, fills, dots }) => ({
    label: label[tongue],
    data: points.map(([x, y]) => ({ x, y })),
    borderColor: PALETTE[ground][colour],
    backgroundColor: `${PALETTE[ground][colour]}40`,
    borderWidth: 2,
    pointRadius: dots === true ? 5 : 0,
    showLine: dots !== true,
    stepped: stepped ? ('after' as const) : false,
    fill: fills === true ? '-1' : false,
  })),
});

/** An axis of figures; one that is logarithmic has ticks where people count. */
function scaleOf({ title, measure, log = false, min, max }: Axis, limits: readonly Limit[], look: Look) {
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
      callback: (value: string | number) => figure(Number(value), measure, look),
    },
    ...(log && measure === 'span' ? { afterBuildTicks: spanTicks } : {}),
  };
}

function spanTicks(axis: { min: number; max: number; ticks: { value: number }[] }): void {
  const within = SPAN_TICKS.filter((tick) => tick >= axis.min && tick <= axis.max);
  if (within.length > 1) axis.ticks = within.map((value) => ({ value }));
}

function barScales({ lying, stacked, axis }: Bars, limits: readonly Limit[], look: Look) {
  const { ink, line } = GROUND[look.ground];
  const font = look.font === undefined ? {} : { font: { family: look.font, size: 12 } };
  const names = {
    stacked,
    grid: { display: false },
    border: { color: line },
    ticks: { color: ink, ...font, autoSkip: false },
  };
  const figures = { stacked: stacked && axis.log !== true, ...scaleOf(axis, limits, look) };
  return lying ? { x: figures, y: names } : { x: names, y: figures };
}

const lineScales = ({ x, y }: Lines, limits: readonly Limit[], look: Look) => ({
  x: scaleOf(x, [], look),
  y: scaleOf(y, limits, look),
});

/** A ground of its own, so that a picture can be put anywhere. */
const paper = (look: Look): Plugin<'bar' | 'line'> => ({
  id: 'paper',
  beforeDraw: ({ ctx, width, height }) => {
    if (look.fluid === true) return;
    ctx.save();
    ctx.fillStyle = GROUND[look.ground].paper;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});

/** Targets and limits across the chart, each with its name. */
const limitLines = ({ limits, body }: ChartSpec, look: Look): Plugin<'bar' | 'line'> => ({
  id: 'limits',
  afterDatasetsDraw: (chart) => {
    for (const limit of limits) limitLine(chart, limit, body.kind === 'bars' && body.lying, look);
  },
});

function limitLine(chart: Chart<'bar' | 'line'>, { at, label }: Limit, upright: boolean, look: Look): void {
  const { ctx, chartArea: area } = chart;
  const place = chart.scales[upright ? 'x' : 'y']!.getPixelForValue(at);
  const inside = upright ? place >= area.left && place <= area.right : place >= area.top && place <= area.bottom;
  if (!inside) return;
  ctx.save();
  ctx.strokeStyle = GROUND[look.ground].ink;
  ctx.fillStyle = GROUND[look.ground].ink;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo(upright ? place : area.left, upright ? area.top : place);
  ctx.lineTo(upright ? place : area.right, upright ? area.bottom : place);
  ctx.stroke();
  ctx.font = `600 11px ${look.font ?? 'system-ui, sans-serif'}`;
  ctx.textAlign = upright && place > (area.left + area.right) / 2 ? 'right' : 'left';
  const shift = ctx.textAlign === 'right' ? -5 : 5;
  ctx.fillText(label[look.tongue], upright ? place + shift : area.left + 6, upright ? area.top - 5 : place - 5);
  ctx.restore();
}
