import type { Chart, Plugin } from 'chart.js';
import { GROUND } from '../palette.ts';
import type { Look } from './look.ts';
import type { ChartSpec, Limit } from './spec.ts';

/** Room that a row of names above a chart takes, pixels. */
export const LIMIT_ROW = 15;
const MOST_ROWS = 3;

export const isUpright = ({ upright }: Limit): boolean => upright === true;

const isNamed = ({ label }: Limit): boolean => label.en !== '';

const standing = ({ body, limits }: ChartSpec): readonly Limit[] =>
  body.kind === 'bars' ? (body.lying ? limits : []) : limits.filter(isUpright);

/** Rows of names above a chart: those of lines that stand side by side must not cover each other. */
export const rowsOf = (spec: ChartSpec): number =>
  Math.min(MOST_ROWS, Math.max(standing(spec).filter(isNamed).length, spec.limits.length > 0 ? 1 : 0));

/** Targets and limits across the chart, each with its name. */
export const limitLines = (spec: ChartSpec, look: Look): Plugin<'bar' | 'line'> => ({
  id: 'limits',
  afterDatasetsDraw: (chart) => {
    const upright = standing(spec);
    for (const limit of spec.limits) if (!upright.includes(limit)) lyingLine(chart, limit, look);
    uprightLines(chart, upright, look);
  },
});

function pen({ ctx }: Chart<'bar' | 'line'>, look: Look): void {
  ctx.strokeStyle = GROUND[look.ground].ink;
  ctx.fillStyle = GROUND[look.ground].ink;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([6, 4]);
  ctx.font = `600 11px ${look.font ?? 'system-ui, sans-serif'}`;
}

function lyingLine(chart: Chart<'bar' | 'line'>, { at, label }: Limit, look: Look): void {
  const { ctx, chartArea: area } = chart;
  const y = chart.scales['y']!.getPixelForValue(at);
  if (y < area.top || y > area.bottom) return;
  ctx.save();
  pen(chart, look);
  line(ctx, [area.left, y], [area.right, y]);
  ctx.fillText(label[look.tongue], area.left + 6, y - 5);
  ctx.restore();
}

/** From left to right; each name stands in the first row where it covers none before it. */
function uprightLines(chart: Chart<'bar' | 'line'>, limits: readonly Limit[], look: Look): void {
  const { ctx, chartArea: area } = chart;
  const scale = chart.scales['x']!;
  const placed = limits
    .map((limit) => ({ text: limit.label[look.tongue], x: scale.getPixelForValue(limit.at) }))
    .filter(({ x }) => x >= area.left && x <= area.right)
    .sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  ctx.save();
  pen(chart, look);
  ctx.textAlign = 'left';
  for (const { text, x } of placed) {
    if (text === '') {
      line(ctx, [x, area.top], [x, area.bottom]);
      continue;
    }
    const { width } = ctx.measureText(text);
    const from = x + 4 + width > area.right ? x - 4 - width : x + 4;
    const free = Array.from({ length: MOST_ROWS }, (_, row) => row).find((row) => (ends[row] ?? 0) < from);
    const row = free ?? MOST_ROWS - 1;
    ends[row] = from + width + 8;
    const y = area.top - 5 - LIMIT_ROW * row;
    line(ctx, [x, y - 6], [x, area.bottom]);
    ctx.fillText(text, from, y);
  }
  ctx.restore();
}

type Point = readonly [x: number, y: number];

function line(ctx: Chart['ctx'], [fromX, fromY]: Point, [toX, toY]: Point): void {
  ctx.beginPath();
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
  ctx.stroke();
}
