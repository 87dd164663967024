import type { ServedStore } from '../../scenario/index.ts';
import type { Bounds } from '../result/index.ts';
import type { DrillOutcome } from './outcome.ts';
import type { DrillPoint } from './result.ts';
import { spreadOf, timesOf } from './spreads.ts';

/**
 * What the drills of one fault say of the recovery point of a store that users are served from. A store that answers at the
 * end, or does again, with all that it had and with nothing taken over, has lost nothing: its point is 0. One that is gone or
 * wrong has none; gone is also what lies in backups that nobody has restored. One whose users have settled on another store that
 * holds nothing of it has none either: what they wrote was not there, whatever came back later. One that is dark while its users wait and nothing
 * that holds the same took over may yet come back: that nobody knows.
 */
export function pointOf(served: ServedStore, outcomes: readonly DrillOutcome[]): DrillPoint {
  const { store, at } = served;
  const said = outcomes.map((outcome) => pointIn(outcome, served));
  const leftBehind = said.filter((one) => one === 'left').length;
  const lost = said.filter((one) => one === 'lost').length + leftBehind;
  const open = said.filter((one) => one === 'open').length;
  const ages = said.filter((one) => typeof one === 'number');
  const itself = outcomes.filter(({ stores }, drill) => said[drill] === 0 && stores[at]!.age < 0).length;
  const counted = (count: number): Bounds => timesOf(count, outcomes.length);
  const intervals = {
    itself: counted(itself),
    lost: counted(lost),
    leftBehind: counted(leftBehind),
    open: counted(open),
  };
  const rpoSeconds = spreadOf(ages, { never: lost, unknown: open });
  return { store, rpoSeconds, itself, lost, leftBehind, open, intervals };
}

/** Its age in microseconds, or why there is none; `elsewhere`: users are served from another store that may hold the same. */
function pointIn(outcome: DrillOutcome, served: ServedStore): number | 'lost' | 'left' | 'open' | 'elsewhere' {
  const { stores, workloads } = outcome;
  const { at, heirs, users } = served;
  const { age, gone, wrong, empty, answers, left } = stores[at]!;
  if (left) return 'left';
  if (age >= 0) return age;
  if (gone || wrong) return 'lost';
  if (answers && !empty) return 0;
  const covered = heirs.some((heir) => stores[heir]!.age >= 0) || !users.some((user) => workloads[user]!.failed);
  if (!covered) return empty ? 'lost' : 'open';
  return 'elsewhere';
}
