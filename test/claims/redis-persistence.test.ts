import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: persistence is on, and a store can be rolled back.

const BOTH = '{at: 3d 7m, lose: cache/1, for: 10m}, {at: 3d 7m, lose: cache/2, for: 1h}';
const keeping = (how: string) => (text: string) =>
  text.replace('size: 16GB, ha', `size: 16GB, coverage: 100%, ${how}, ha`);
const store = (how: string, faults = BOTH) =>
  measured(calm('product-redis-standard', faults, keeping(how))).stores['cache']!;
const login = (how: string) => measured(calm('product-redis-standard', BOTH, keeping(how))).workloads['login']!;

describe('both copies lose their memory', () => {
  it('with a log of writes, what had not reached the disk is lost', () => {
    expect(store('unflushed: 250ms').rpoSeconds).toMatchObject([{ count: 1, max: 0.25 }]);
  });

  it('with saves of the whole memory, what was written since the last that had ended', () => {
    // Saves at every full quarter of an hour take 160 s: the one of midnight has ended 7 minutes later.
    const { rpoSeconds, writesLostPerYear } = store('persistence: rdb, save-every: 15m');
    expect(rpoSeconds).toMatchObject([{ count: 1, max: 7 * 60 }]);
    expect(writesLostPerYear * (20 / 365)).toBeCloseTo(200 * 7 * 60, 3);
  });

  it('without persistence everything is lost for good, and answered wrongly until it is written anew', () => {
    expect(store('persistence: none').permanentLossesPerYear! * (20 / 365)).toBeCloseTo(1, 9);
    const wrong = login('persistence: none, refill: 6h').availability.servedWrong!.mean! * 20 * 24;
    expect(wrong).toBeCloseTo(6, 1);
  });

  it('service waits for the disk to be read where a speed is stated', () => {
    const down = (how: string) => incidents(calm('product-redis-standard', BOTH, keeping(how)), 'login')[0]!.seconds;
    expect(down('load-speed: 100MB/s')).toBe(600 + 160);
    expect(down('persistence: none')).toBe(600);
  });

  it('a rollback brings back what a backup of the night holds', () => {
    const backed = (text: string) =>
      keeping('persistence: none, backups: {unusable: 0%, locate: 10m}')(text).concat(
        'alarms: {empty: {damaged: cache}}\nplans: {undo: {when: {alarm: empty}, decided-by: automation, steps: [{restore: cache}]}}\n',
      );
    const { rpoSeconds, permanentLossesPerYear, restores } = measured(calm('product-redis-standard', BOTH, backed))
      .stores['cache']!;
    expect(permanentLossesPerYear).toBe(0);
    expect(restores!.perYear * (20 / 365)).toBeCloseTo(1, 9);
    // Of two in the morning of the day before; the store came back empty at 00:17.
    expect(rpoSeconds[0]!.max! / 3_600).toBeCloseTo(22 + 17 / 60, 2);
  });
});
