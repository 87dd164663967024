import type { ChartSpec } from '../../visual/index.ts';
import type { PageParts } from '../html/parts.ts';
import { costChart } from './cost.ts';
import { restoredChart, rpoCurves, rtoCurves } from './curves.ts';
import { causeChart, headroomChart, phaseChart } from './downtime.ts';
import { budgetChart } from './drills.ts';
import { exposureChart } from './exposure.ts';
import { heatChart } from './heat.ts';
import { convergenceChart, spreadChart } from './over-runs.ts';
import { rpoChart, rtoChart } from './ranges.ts';

/** Every chart that what was measured has something for. */
export const chartsOf = (parts: PageParts): ChartSpec[] =>
  [
    rtoChart,
    rtoCurves,
    rpoChart,
    rpoCurves,
    restoredChart,
    budgetChart,
    spreadChart,
    convergenceChart,
    phaseChart,
    causeChart,
    exposureChart,
    headroomChart,
    costChart,
  ].flatMap((chart) => chart(parts));

/** Those that are written as pictures: what a page shows as a table too. */
export const pictureSpecs = (parts: PageParts): ChartSpec[] => [...chartsOf(parts), ...heatChart(parts)];
