import type { SweepResult } from '../../../experiment/index.ts';
import type { ChartSpec } from '../../../visual/index.ts';
import { frontCharts } from './front.ts';
import { lineCharts } from './lines.ts';
import { tornadoCharts } from './tornado.ts';

/** Every chart of a sweep: what can be had for what, what moves what, and how. */
export const sweepCharts = (result: SweepResult): ChartSpec[] =>
  [frontCharts, tornadoCharts, lineCharts].flatMap((charts) => charts(result));
