import type { ChartConfiguration, Plugin } from 'chart.js';
import { GROUND, type Ground, PALETTE } from '../palette.ts';
import type { Look } from './look.ts';
import { paper } from './paper.ts';
import type { ChartSpec, Heat, HeatMap } from './spec.ts';

const HEAD = 22;
const LONGEST = 40;
/** From one line of a field to the next, pixels. */
export const HEAT_LINE = 14;

/** Each column is a bar of length 1 in every row, one beginning where the other ends. */
export function heatConfig(spec: ChartSpec, map: HeatMap, look: Look): ChartConfiguration<'bar' | 'line'> {
  const { ink } = GROUND[look.ground];
  const font = { size: 12, ...(look.font === undefined ? {} : { family: look.font }) };
  return {
    type: 'bar',
    data: {
      labels: map.rows.map(({ name }) => shortened(name[look.tongue])),
      datasets: map.columns.map((column, c) => ({
        label: column[look.tongue],
        data: map.rows.map(() => 1),
        backgroundColor: map.rows.map(({ fields }) => heatColour(fields[c]?.heat ?? 0, look.ground)),
        barPercentage: 0.94,
        categoryPercentage: 1,
        borderWidth: { left: 1, right: 1 },
        borderColor: GROUND[look.ground].paper,
        borderSkipped: false,
      })),
    },
    options: {
      animation: false,
      responsive: look.fluid ?? false,
      maintainAspectRatio: false,
      font,
      indexAxis: 'y',
      layout: { padding: { right: 8, bottom: 8 } },
      scales: {
        x: { stacked: true, display: false, min: 0, max: map.columns.length },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { color: ink, font, autoSkip: false },
        },
      },
      plugins: {
        legend: { display: false },
        title: {
          display: true,
          text: look.titled === true ? spec.title[look.tongue] : '',
          color: ink,
          font: { ...font, size: 15, weight: 'bold' },
          padding: { top: look.titled === true ? 10 : 0, bottom: 10 + HEAD },
        },
        tooltip: { enabled: false },
      },
    },
    plugins: [paper(look), figures(map, look)],
  };
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 14)}…${text.slice(-13)}` : text;

/** Names above the columns, and the figures of each field. */
const figures = ({ columns, rows }: HeatMap, look: Look): Plugin<'bar' | 'line'> => ({
  id: 'figures',
  afterDatasetsDraw: ({ ctx, scales, chartArea }) => {
    const [x, y] = [scales['x']!, scales['y']!];
    const { ink, dim } = GROUND[look.ground];
    const letters = look.font ?? 'system-ui, sans-serif';
    const room = x.getPixelForValue(1) - x.getPixelForValue(0) - 8;
    ctx.save();
    ctx.textAlign = 'center';
    for (const [c, column] of columns.entries()) {
      const middle = x.getPixelForValue(c + 0.5);
      ctx.font = `600 12px ${letters}`;
      ctx.fillStyle = dim;
      ctx.fillText(column[look.tongue], middle, chartArea.top - 8, room);
      ctx.font = `12px ${letters}`;
      for (const [r, { fields }] of rows.entries()) {
        const field = fields[c];
        if (field == null) continue;
        ctx.fillStyle = field.heat === 6 ? '#ffffff' : field.heat === 0 ? dim : ink;
        const first = y.getPixelForValue(r) + 4 - ((field.lines.length - 1) * HEAT_LINE) / 2;
        for (const [l, line] of field.lines.entries())
          ctx.fillText(line[look.tongue], middle, first + l * HEAT_LINE, room);
      }
    }
    ctx.restore();
  },
});

const STEPS = [
  ['sky', 0],
  ['sky', 0.14],
  ['sky', 0.34],
  ['yellow', 0.38],
  ['orange', 0.46],
  ['red', 0.38],
] as const;
const DARKEST = '#a63f00';

/** As the fields of a page's heat map: the colour, so much of it, on paper. */
function heatColour(heat: Heat, ground: Ground): string {
  if (heat === 6) return DARKEST;
  const [colour, share] = STEPS[heat];
  const [over, under] = [PALETTE[ground][colour], GROUND[ground].paper].map(channels);
  return `rgb(${under!.map((below, i) => Math.round(below + share * (over![i]! - below))).join(', ')})`;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
