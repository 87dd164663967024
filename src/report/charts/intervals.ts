import type { Estimate } from '../../experiment/index.ts';
import type { Interval } from '../../visual/index.ts';

/** What a chart draws of the interval of a figure. */
export const intervalOf = (estimate: Estimate | undefined): Interval =>
  estimate === undefined || estimate.low === null || estimate.high === null ? null : [estimate.low, estimate.high];
