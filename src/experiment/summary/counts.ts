import { type Collected, RunSums } from '../../measures/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { Count } from '../result/index.ts';
import { rateBounds, type Simulated } from './bounds.ts';
import { noneSeen } from './estimates.ts';

/** What components have counted, a year. */
export const countsOf = ({ world }: Model, { counts, countRuns }: Collected, simulated: Simulated): Count[] =>
  world.counters.list.map(({ component, what }, i) => {
    const total = counts[i] ?? 0;
    const { years } = simulated;
    return {
      component,
      what,
      ...(total > 0 ? { perYear: total / years } : { perYear: null, note: noneSeen(years) }),
      intervals: { perYear: rateBounds({ total, sums: countRuns[i] ?? new RunSums() }, simulated) },
    };
  });
