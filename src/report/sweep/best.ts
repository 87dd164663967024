import type { SweepPoint, SweepResult } from '../../experiment/index.ts';
import { clean } from '../cells.ts';
import { isMoreBetter } from './aims.ts';

/** A quantile without a figure may be one of recoveries that never ended; of all else, what was never seen is the best there is. */
const isQuantile = (measure: string): boolean => /^r[tp]o(:|$)/.test(measure);

/** The best point; of points alike, the first. */
export function bestPoint({ points }: SweepResult, measure: string): SweepPoint | undefined {
  const most = isMoreBetter(measure);
  const worth = ({ measures }: SweepPoint): number =>
    most ? -(measures[measure]!.mean ?? 1) : (measures[measure]!.mean ?? 0);
  const seen = points.filter(
    ({ measures }) => measures[measure] !== undefined && (measures[measure].mean !== null || !isQuantile(measure)),
  );
  return seen.reduce<SweepPoint | undefined>(
    (least, one) => (least === undefined || worth(one) < worth(least) ? one : least),
    undefined,
  );
}

export const settingsText = ({ parameters }: SweepResult, { settings }: SweepPoint): string =>
  parameters.map(({ name }) => clean(`${name}=${settings[name] ?? ''}`)).join(' ');
