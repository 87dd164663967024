import { describe, expect, it } from 'vitest';
import { type DrillOutcome, type StoreOutcome, untouched } from '../../src/experiment/drill/outcome.ts';
import { pointOf } from '../../src/experiment/drill/points.ts';

/** One drill of a workload that is back or not, and of stores; the first is judged. */
function drill(back: boolean, ...stores: readonly Partial<StoreOutcome>[]): DrillOutcome {
  const outcome = untouched(1, 3, 0);
  outcome.workloads[0]!.failed = !back;
  for (const [i, store] of stores.entries()) Object.assign(outcome.stores[i]!, { answers: true }, store);
  return outcome;
}

/** The second store holds what the first holds, the third nothing of it; the only workload is served from the first. */
const SERVED = { store: 'db', at: 0, heirs: [1], users: [0], writers: [0], rivals: [2] };
const judged = (...outcomes: readonly DrillOutcome[]) => pointOf(SERVED, outcomes);
const DARK = { answers: false };

describe('the recovery point of a store that users are served from', () => {
  it('is the age of what took over or was restored', () => {
    const { rpoSeconds, intervals, ...rest } = judged(drill(true, { age: 3_000_000 }), drill(true, { age: 5_000_000 }));
    expect([rpoSeconds.count, rpoSeconds.max]).toEqual([2, 5]);
    expect(rest).toEqual({ store: 'db', itself: 0, lost: 0, leftBehind: 0, open: 0 });
    // Clopper and Pearson of none in two: 1 − 0.025^(1/2) of two drills.
    expect(intervals.lost).toEqual({ low: 0, high: expect.closeTo(2 * (1 - Math.sqrt(0.025)), 9) });
  });

  it('is that age also where it is dark again, or wrong again, at the end', () => {
    expect(judged(drill(false, { ...DARK, age: 7_000_000, wrong: true }))).toMatchObject({
      rpoSeconds: { count: 1, max: 7 },
      lost: 0,
      open: 0,
    });
  });

  it('is 0 where it answers with all that it had: nothing was taken over', () => {
    expect(judged(drill(true, {}), drill(false, {}))).toMatchObject({ rpoSeconds: { count: 2, max: 0 }, itself: 2 });
  });

  it('is none where its data are gone, or wrong and nothing has undone it', () => {
    const point = judged(drill(true, { gone: true }), drill(true, { wrong: true }), drill(true, {}));
    expect(point).toMatchObject({ lost: 2, open: 0, itself: 1, rpoSeconds: { count: 1 } });
  });

  it('is none where its data are gone, even though another store serves the users', () => {
    expect(judged(drill(true, { gone: true }, { age: 1_000_000 }))).toMatchObject({ lost: 1, open: 0 });
  });

  it('is none where its data are gone from it, and nothing has taken over or restored them', () => {
    expect(judged(drill(false, { ...DARK, empty: true }))).toMatchObject({ lost: 1, open: 0 });
    expect(judged(drill(false, { empty: true }))).toMatchObject({ lost: 1, open: 0, itself: 0 });
    expect(judged(drill(true, { ...DARK, empty: true }, { age: 1_000_000 }))).toMatchObject({ lost: 0, open: 0 });
  });

  it('is not known where it is dark, users wait, and nothing took over', () => {
    expect(judged(drill(false, DARK))).toMatchObject({ lost: 0, open: 1, rpoSeconds: { count: 0, p95: null } });
  });

  it('is that of another store where users are served from that one: the drill says nothing of it', () => {
    const point = judged(drill(true, DARK), drill(false, DARK, { age: 2_000_000 }));
    expect(point).toMatchObject({ lost: 0, open: 0, itself: 0, rpoSeconds: { count: 0 } });
  });

  it('is none where users have gone on in a store that nothing has fed from it, whatever came back later', () => {
    const left = { left: true };
    expect(judged(drill(true, { ...DARK, ...left }))).toMatchObject({ lost: 1, leftBehind: 1, open: 0, itself: 0 });
    expect(judged(drill(true, { age: 1_000_000, ...left }))).toMatchObject({ lost: 1, leftBehind: 1, itself: 0 });
    expect(judged(drill(true, left), drill(true, {}))).toMatchObject({ lost: 1, leftBehind: 1, itself: 1 });
  });

  it('is not known where what took over holds nothing of it', () => {
    const foreign = { age: 2_000_000 };
    expect(judged(drill(false, DARK, {}, foreign))).toMatchObject({ lost: 0, open: 1 });
    expect(judged(drill(false, { ...DARK, empty: true }, {}, foreign))).toMatchObject({ lost: 1, open: 0 });
  });

  it('is not asked for where only users of something else wait', () => {
    expect(pointOf({ ...SERVED, users: [] }, [drill(false, DARK)])).toMatchObject({ lost: 0, open: 0 });
  });

  it('bounds what is lost or open as longer than any: 5 of 100 leave no upper bound of the p95, 20 surely make it one of them', () => {
    const drills = (lost: number) =>
      Array.from({ length: 100 }, (_, i) => drill(true, i < lost ? { gone: true } : { age: 1_000_000 }));
    const ofAll = (lost: number) => judged(...drills(lost)).rpoSeconds.ofAll;
    expect(ofAll(0)).toEqual({ p95: 1, p95Low: 1, p95High: 1, isNever: false });
    expect(ofAll(5)).toEqual({ p95: 1, p95Low: 1, p95High: null, isNever: false });
    expect(ofAll(6)).toEqual({ p95: null, p95Low: 1, p95High: null, isNever: false });
    expect(ofAll(20)).toEqual({ p95: null, p95Low: null, p95High: null, isNever: true });
    // Of those that have a point, the bounds are of theirs.
    expect(judged(...drills(20)).rpoSeconds).toMatchObject({ count: 80, p95: 1, p95Low: 1, p95High: 1 });
  });

  it('takes what is open for longer than any where it could pass, for nothing where it could fail', () => {
    const drills = (open: number) =>
      Array.from({ length: 100 }, (_, i) => drill(i >= open, i < open ? DARK : { age: 1_000_000 }));
    const ofAll = (open: number) => judged(...drills(open)).rpoSeconds.ofAll;
    expect(ofAll(20)).toEqual({ p95: null, p95Low: 1, p95High: null, isNever: false });
    expect(ofAll(100)).toEqual({ p95: null, p95Low: 0, p95High: null, isNever: false });
  });
});
