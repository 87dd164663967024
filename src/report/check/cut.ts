import type { CheckResult } from '../../experiment/index.ts';
import { count } from '../figures.ts';
import type { Words } from '../words/index.ts';

/** How much of an interrupted check was finished; nothing of a whole one. */
export function cutText({ interrupted }: Pick<CheckResult, 'interrupted'>, { check: say }: Words): string {
  if (interrupted === undefined) return '';
  const { runs, faults } = interrupted;
  const finished = [
    ...(runs === null ? [] : [say.cutRuns(count(runs.done), count(runs.asked))]),
    ...(faults.asked === 0 ? [] : [say.cutDrills(count(faults.done), count(faults.asked))]),
  ];
  return say.cut(finished.join(say.and));
}
