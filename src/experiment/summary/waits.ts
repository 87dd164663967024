import type { WorkloadCollected } from '../../measures/index.ts';
import { PHASE_NAMES } from '../../model/index.ts';
import type { Model } from '../../scenario/index.ts';
import type { Wait } from '../result/index.ts';
import { amountBounds, type Simulated, totalOf } from './bounds.ts';

/** Less than this share of all downtime is not told. */
const TOLD = 1e-3;
/** A microsecond, in minutes. */
const MINUTES = 1 / 60e6;

/** What a workload waited for while it was down, the most first. */
export function waitsOf({ waits, downTotal }: WorkloadCollected, simulated: Simulated, { world }: Model): Wait[] {
  const { settings, sources } = world;
  const least = TOLD * Number(downTotal.total);
  const named = (one: Wait): string => `${one.setting} ${one.trigger}`;
  return waits.list
    .filter(({ lost }) => Number(lost.total) >= least)
    .map(({ trigger, setting, lost }) => ({
      setting: settings.paths[setting]!,
      phase: PHASE_NAMES[settings.phases[setting]!]!,
      trigger: trigger < 0 ? 'nothing broken' : sources.groups[trigger]!,
      minutesPerYear: Number(lost.total) / 60e6 / simulated.years,
      intervals: { minutesPerYear: amountBounds(totalOf(lost), simulated, MINUTES) },
    }))
    .sort((a, b) => b.minutesPerYear - a.minutesPerYear || (named(a) < named(b) ? -1 : 1));
}
