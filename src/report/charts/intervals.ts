import type { Bounds } from '../../experiment/index.ts';
import type { Interval } from '../../visual/index.ts';

/** What a chart draws of the interval of a figure. */
export const intervalOf = (bounds: Bounds | undefined): Interval =>
  bounds === undefined || bounds.low === null || bounds.high === null ? null : [bounds.low, bounds.high];
