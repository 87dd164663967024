import type { Chart, Plugin } from 'chart.js';
import { GROUND } from '../palette.ts';
import type { Look } from './look.ts';
import type { Bars, Lines } from './spec.ts';

/** Half of the stroke that ends a whisker, pixels. */
const CAP = 4;

/** From where to where the interval of each bar goes. */
export const whiskers = (body: Bars | Lines, look: Look): Plugin<'bar' | 'line'> => ({
  id: 'whiskers',
  afterDatasetsDraw: (chart) => {
    if (body.kind !== 'bars') return;
    const { ctx } = chart;
    ctx.save();
    ctx.setLineDash([]);
    ctx.strokeStyle = GROUND[look.ground].ink;
    ctx.lineWidth = 1.5;
    for (const [i, { intervals = [] }] of body.series.entries()) {
      if (!chart.isDatasetVisible(i)) continue;
      for (const [at, interval] of intervals.entries()) if (interval !== null) whisker(chart, body, [i, at], interval);
    }
    ctx.restore();
  },
});

function whisker(
  chart: Chart<'bar' | 'line'>,
  { lying, stacked }: Bars,
  [series, at]: readonly [number, number],
  [low, high]: readonly [number, number],
): void {
  const bar = chart.getDatasetMeta(series).data[at];
  if (bar === undefined) return;
  const scale = chart.scales[lying ? 'x' : 'y']!;
  const shift = stacked ? baseOf(bar) - scale.getPixelForValue(0) : 0;
  const [from, to] = [scale.getPixelForValue(low) + shift, scale.getPixelForValue(high) + shift];
  const across = lying ? bar.y : bar.x;
  const { ctx } = chart;
  const put = (along: number, beside: number): [number, number] =>
    lying ? [along, across + beside] : [across + beside, along];
  ctx.beginPath();
  ctx.moveTo(...put(from, 0));
  ctx.lineTo(...put(to, 0));
  for (const end of [from, to]) {
    ctx.moveTo(...put(end, -CAP));
    ctx.lineTo(...put(end, CAP));
  }
  ctx.stroke();
}

/** Where a bar begins, pixels: of a stack, where the one before it ends. */
const baseOf = (bar: object): number => ('base' in bar && typeof bar.base === 'number' ? bar.base : 0);
