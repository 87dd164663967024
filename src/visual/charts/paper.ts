import type { Plugin } from 'chart.js';
import { GROUND } from '../palette.ts';
import type { Look } from './look.ts';

/** A ground of its own, so that a picture can be put anywhere. */
export const paper = (look: Look): Plugin<'bar' | 'line'> => ({
  id: 'paper',
  beforeDraw: ({ ctx, width, height }) => {
    if (look.fluid === true) return;
    ctx.save();
    ctx.fillStyle = GROUND[look.ground].paper;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});
