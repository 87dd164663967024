import * as z from 'zod';
import type { Us } from '../../base/index.ts';
import {
  duration,
  meaning,
  type Notebook,
  type ProbeSpec,
  positiveDuration,
  probeShape,
  resolveProbe,
  share,
  wholeNumber,
} from '../../language/index.ts';
import { SCALING_CHECK_DEFAULTS, SCALING_DEFAULTS } from './defaults.ts';

/** How the number of instances of a pool follows its load. */
export interface EcsScaling {
  readonly min: number;
  readonly max: number;
  /** The mean load aimed at, above 0 to 1 of the capacity. */
  readonly target: number;
  /** One value of the metric for each such span, and how many in a row it takes. */
  readonly period: Us;
  readonly periods: number;
  /** After instances have been added or removed, until load is looked at again. */
  readonly cooldown: Us;
  /** Whether instances that fail the checks are replaced. */
  readonly replace: boolean;
  readonly healthCheck: ProbeSpec;
}

const instances = wholeNumber(1, 500);
const periods = wholeNumber(1, 60);

const shape = {
  min: instances,
  max: instances,
  target: share.optional(),
  period: positiveDuration.optional(),
  periods: periods.optional(),
  cooldown: duration.optional(),
  replace: z.boolean().optional(),
  'health-check': z.strictObject(probeShape).optional(),
};
export const scalingInput = z.strictObject(
  meaning(shape, {
    min: 'servers at the least',
    max: 'servers at the most',
    target: 'the mean load aimed at, as a share of the capacity',
    period: 'span of one value of the metric',
    periods: 'values in a row off the target until it acts',
    cooldown: 'after servers have been added or removed, until it looks at the load again',
    replace: 'whether servers that fail its checks are replaced',
    'health-check': 'how it checks its servers',
  }),
);
type ScalingInput = z.output<typeof scalingInput>;

export function resolveScaling(given: ScalingInput, count: number, notes: Notebook): EcsScaling {
  const fill = notes.filling(SCALING_DEFAULTS);
  const target = fill('target', given.target, share);
  if (target === 0) notes.at('target').error('no-target', 'no load is ever 0', { expected: 'a share above 0' });
  if (given.min > count || count > given.max) {
    notes.error('count-out-of-range', `${count} instances at the start are not within ${given.min} to ${given.max}`, {
      expected: 'min, count and max in this order',
    });
  }
  return {
    min: given.min,
    max: given.max,
    target,
    period: fill('period', given.period, positiveDuration),
    periods: fill('periods', given.periods, periods),
    cooldown: fill('cooldown', given.cooldown, duration),
    replace: fill('replace', given.replace, z.boolean()),
    healthCheck: resolveProbe(given['health-check'] ?? {}, SCALING_CHECK_DEFAULTS, notes.at('health-check')),
  };
}
