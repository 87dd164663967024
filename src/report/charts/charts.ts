import type { ChartSpec } from '../../visual/index.ts';
import type { PageParts } from '../html/parts.ts';
import { causeChart, headroomChart, phaseChart } from './downtime.ts';
import { budgetChart } from './drills.ts';
import { exposureChart } from './exposure.ts';
import { rpoChart, rtoChart } from './ranges.ts';

/** Every chart that what was measured has something for. */
export const chartsOf = (parts: PageParts): ChartSpec[] =>
  [rtoChart, rpoChart, budgetChart, phaseChart, causeChart, exposureChart, headroomChart].flatMap((chart) =>
    chart(parts),
  );
