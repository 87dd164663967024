import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/index.ts';
import { told } from './told.ts';
import { wayBack } from './way-back.ts';

/** The way back, which waits until nothing is left behind. */
const text = (cut: string): string =>
  wayBack(
    [
      '{stop-writes: db2, takes: 1m, until: {lag: 2s}}',
      '{promote: db, takes: 1m}',
      '{repoint: app, use: {d: db}, takes: 1m}',
    ],
    cut,
  );

/** When the steps of the way back ended, µs since the day began. */
function ended(cut: string): readonly number[] {
  return told(text(cut))
    .filter(
      ([, kind, plan, event]) => kind.startsWith('step') && kind !== 'step -1' && plan === 'back' && event === 'end',
    )
    .map(([at]) => at - 72 * HOUR);
}

const at = (hours: number, minutes: number): number => hours * HOUR + minutes * MINUTE;
/** At 200 rows a second, what is left of 100 writes a second takes half as long as it took to write; and what is on the way. */
const drained = (since: number, until: number): number => until + (until - since) / 2 + 2_015_000;

describe('a rebuild over a way that is cut', () => {
  it.each([
    ['never', '', at(6, 30), at(5, 30)],
    ['for an hour in between', '  - {at: 3d 6h, cut: l, for: 1h}', at(7, 30), at(5, 30)],
    ['for five hours in between', '  - {at: 3d 6h, cut: l, for: 5h}', at(11, 30), at(5, 30)],
    ['twice', '  - {at: 3d 6h, cut: l, for: 1h}\n  - {at: 3d 7h 10m, cut: l, for: 30m}', at(8, 0), at(5, 30)],
    ['when it is to begin', '  - {at: 3d 5h, cut: l, for: 1h}', at(7, 0), at(6, 0)],
  ])('stands still while it is cut: %s', (_, cut, whole, position) => {
    const turned = whole + MINUTE;
    const caughtUp = drained(position, turned) + MINUTE;
    expect(ended(cut)).toEqual([whole, turned, caughtUp, caughtUp + MINUTE, caughtUp + 2 * MINUTE]);
  });
});
