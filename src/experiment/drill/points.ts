import type { DrillOutcome } from './outcome.ts';
import type { DrillPoint } from './result.ts';
import { spreadOf } from './spreads.ts';

/**
 * What the drills of one fault say of the recovery point of a store that users are served from. A store that answers at the
 * end, or does again, with all that it had and with nothing taken over, has lost nothing: its point is 0. One that is gone or
 * wrong has none; gone is also what lies in backups that nobody has restored. One that is dark while users wait and nothing took
 * over may yet come back: that nobody knows.
 */
export function pointOf(store: string, at: number, outcomes: readonly DrillOutcome[]): DrillPoint {
  const said = outcomes.map((outcome) => pointIn(outcome, at));
  const lost = said.filter((one) => one === 'lost').length;
  const open = said.filter((one) => one === 'open').length;
  const ages = said.filter((one) => typeof one === 'number');
  const itself = outcomes.filter(({ stores }, drill) => said[drill] === 0 && stores[at]!.age < 0).length;
  return { store, rpoSeconds: spreadOf(ages, lost + open), itself, lost, open };
}

/** Its age in microseconds, or why there is none; `elsewhere`: users are served from another store. */
function pointIn({ stores, workloads }: DrillOutcome, at: number): number | 'lost' | 'open' | 'elsewhere' {
  const { age, gone, wrong, empty, answers } = stores[at]!;
  if (age >= 0) return age;
  if (gone || wrong) return 'lost';
  if (answers && !empty) return 0;
  const covered = stores.some((other) => other.age >= 0) || !workloads.some(({ failed }) => failed);
  if (covered) return 'elsewhere';
  return empty ? 'lost' : 'open';
}
