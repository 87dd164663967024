import type { Collected } from '../../measures/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { Count } from '../result.ts';
import { noneSeen } from './estimates.ts';

/** What components have counted, a year. */
export const countsOf = ({ world }: Model, { counts }: Collected, years: number): Count[] =>
  world.counters.list.map(({ component, what }, i) => {
    const total = counts[i] ?? 0;
    return total > 0
      ? { component, what, perYear: total / years }
      : { component, what, perYear: null, note: noneSeen(years) };
  });
