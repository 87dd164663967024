import type { Plugin } from 'chart.js';
import { GROUND, PALETTE } from '../palette.ts';
import type { Look } from './look.ts';
import type { Bars, Lines } from './spec.ts';

/** Intervals and names of dots. */
export const dotMarks = (body: Bars | Lines, look: Look): Plugin<'bar' | 'line'> => ({
  id: 'dots',
  afterDatasetsDraw: (chart) => {
    if (body.kind !== 'lines') return;
    const { ctx, scales, chartArea } = chart;
    const [x, y] = [scales['x']!, scales['y']!];
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top);
    ctx.clip();
    for (const { points, intervals = [], names = [], colour } of body.series) {
      ctx.strokeStyle = PALETTE[look.ground][colour];
      ctx.lineWidth = 1.5;
      for (const [i, interval] of intervals.entries()) {
        if (interval === null) continue;
        const at = x.getPixelForValue(points[i]![0]);
        ctx.beginPath();
        ctx.moveTo(at, y.getPixelForValue(interval[0]));
        ctx.lineTo(at, y.getPixelForValue(interval[1]));
        ctx.stroke();
      }
      ctx.fillStyle = GROUND[look.ground].ink;
      ctx.font = `12px ${look.font ?? 'system-ui, sans-serif'}`;
      for (const [i, name] of names.entries()) {
        const at = x.getPixelForValue(points[i]![0]);
        const right = at + 9 + ctx.measureText(name).width <= chartArea.right;
        ctx.textAlign = right ? 'left' : 'right';
        ctx.fillText(name, right ? at + 8 : at - 8, y.getPixelForValue(points[i]![1]) - 7);
      }
    }
    ctx.restore();
  },
});
