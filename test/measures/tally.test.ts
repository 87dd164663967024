import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, middleOf } from '../../src/measures/estimators/buckets.ts';
import { quantile, Tally, TapeReader, TapeWriter, WholeSum } from '../../src/measures/estimators/index.ts';

const LIMIT = 20;
const LAST = Number.MAX_SAFE_INTEGER;
const PERCENTS = [0, 0.01, 0.5, 0.95, 0.99, 1];

/** Times of all magnitudes, ∞ among them. */
const time = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: 0, max: 53, noNaN: true }).map((e) => Math.min(LAST, Math.floor(2 ** e))) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, LAST, Number.POSITIVE_INFINITY) },
);
const times = fc.array(time, { maxLength: 3 * LIMIT, size: 'max' });
const finiteTimes = times.map((all) => all.filter(Number.isFinite));

function tallyOf(values: readonly number[], limit = LIMIT): Tally {
  const tally = new Tally(limit);
  for (const value of values) tally.add(value);
  return tally;
}

describe('quantile', () => {
  it('is the smallest value with at least that share at or below it', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0, 0.05, 0.1, 0.11, 0.5, 0.95, 1].map((p) => quantile(ten, p))).toEqual([1, 1, 1, 2, 5, 10, 10]);
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('is not moved by the rounding of p · n', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    for (let percent = 1; percent <= 100; percent++) expect(quantile(hundred, percent / 100)).toBe(percent);
  });
});

describe('buckets', () => {
  const whole = fc.oneof(
    fc.maxSafeNat(),
    fc.nat(10_000),
    fc.nat(52).map((e) => 2 ** e),
    fc.nat(52).map((e) => 2 ** (e + 1) - 1),
  );

  it('hold each number within 0.05 % of their middle', () => {
    fc.assert(
      fc.property(whole, (x) => {
        expect(Math.abs(middleOf(bucketOf(x)) - x)).toBeLessThanOrEqual(0.0005 * x);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keep the order of numbers', () => {
    fc.assert(
      fc.property(whole, (x) => {
        expect(bucketOf(Math.min(x + 1, LAST)) - bucketOf(x)).toBeLessThanOrEqual(1);
        expect(bucketOf(Math.min(x + 1, LAST))).toBeGreaterThanOrEqual(bucketOf(x));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are exact below 2,048, and few', () => {
    for (let x = 0; x < 2_048; x++) expect(middleOf(bucketOf(x))).toBe(x);
    expect(bucketOf(LAST)).toBe(44 * 1024 - 1);
    expect(middleOf(bucketOf(Number.POSITIVE_INFINITY))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('WholeSum', () => {
  it('is exact beyond what a number holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.maxSafeNat(), fc.constantFrom(LAST, 2 ** 52, 2 ** 52 + 1, 1))), (values) => {
        const sum = new WholeSum();
        for (const value of values) sum.add(value);
        expect(sum.total).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      }),
    );
  });
});

describe('Tally', () => {
  it('bounds its mean in buckets as it does one by one, to what a bucket is wide', () => {
    const values = Array.from({ length: 500 }, (_, i) => 1_000_000 + ((i * 7919) % 500) ** 2 * 37);
    const [exact, coarse] = [tallyOf(values, 500), tallyOf(values, 499)].map((tally) => tally.meanBounds(0.95));
    expect(coarse!.low! / exact!.low!).toBeCloseTo(1, 3);
    expect(coarse!.high! / exact!.high!).toBeCloseTo(1, 3);
    expect(exact!.low!).toBeLessThan(tallyOf(values).mean!);
    expect(exact!.high!).toBeGreaterThan(tallyOf(values).mean!);
    expect(tallyOf([5, Number.POSITIVE_INFINITY]).meanBounds(0.95)).toEqual({ low: null, high: null });
    expect(tallyOf([]).meanBounds(0.95)).toEqual({ low: null, high: null });
  });

  it('knows nothing of nothing', () => {
    const tally = new Tally();
    expect([tally.count, tally.mean, tally.max, tally.quantile(0.5)]).toEqual([0, null, null, null]);
  });

  it('is exact at its limit and no longer above it', () => {
    const atLimit = Array.from({ length: LIMIT }, (_, i) => 1_000_001 * (i + 1));
    expect(tallyOf(atLimit).isExact).toBe(true);
    expect(tallyOf(atLimit).quantile(0.5)).toBe(10_000_010);
    expect(tallyOf([...atLimit, 1]).isExact).toBe(false);
    expect(tallyOf([...atLimit, 1]).quantile(0.5)).not.toBe(10_000_010);
  });

  it('is exact up to its limit', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: LIMIT, size: 'max' }), (values) => {
        const sorted = Float64Array.from(values).sort();
        const tally = tallyOf(values);
        expect(tally.isExact).toBe(true);
        for (const p of PERCENTS) expect(tally.quantile(p)).toBe(quantile(sorted, p));
        expect(tally.sorted()).toEqual(sorted);
      }),
    );
  });

  it('is within 0.1 % beyond its limit, and its count, mean and largest stay exact', () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: LIMIT + 1, maxLength: 5 * LIMIT, size: 'max' }), (all) => {
        const values = all.map((value) => (Number.isFinite(value) ? value : 5));
        const sorted = Float64Array.from(values).sort();
        const tally = tallyOf(values);
        expect(tally.isExact).toBe(false);
        for (const p of PERCENTS) {
          const exact = quantile(sorted, p)!;
          expect(Math.abs(tally.quantile(p)! - exact)).toBeLessThanOrEqual(0.001 * exact);
        }
        expect(tally.count).toBe(values.length);
        expect(tally.max).toBe(Math.max(...values));
        expect(tally.quantile(1)! <= tally.max!).toBe(true);
        expect(tally.mean).toBe(Number(values.reduce((sum, value) => sum + BigInt(value), 0n)) / values.length);
      }),
    );
  });

  it('does not depend on how the values were cut into blocks', () => {
    fc.assert(
      fc.property(times, fc.array(fc.nat(3 * LIMIT), { maxLength: 6 }), (values, cuts) => {
        const merged = new Tally(LIMIT);
        const edges = [0, ...cuts.map((cut) => Math.min(cut, values.length)), values.length].sort((a, b) => a - b);
        for (let i = 1; i < edges.length; i++) merged.merge(tallyOf(values.slice(edges[i - 1], edges[i])));
        expect(merged.toState()).toEqual(tallyOf(values).toState());
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of what is in buckets', () => {
    fc.assert(
      fc.property(times, times, finiteTimes, (a, b, c) => {
        fc.pre(a.length + b.length + c.length > LIMIT);
        const [one, other] = [tallyOf(a), tallyOf(c)];
        one.merge(tallyOf(b));
        one.merge(tallyOf(c));
        other.merge(tallyOf(a));
        other.merge(tallyOf(b));
        expect(one.toState()).toEqual(other.toState());
      }),
    );
  });

  it('survives a tape', () => {
    fc.assert(
      fc.property(times, time, (values, one) => {
        const tally = tallyOf(values);
        const written = new TapeWriter();
        tally.code(written);
        const read = new TapeReader(written.tape);
        const copy = new Tally(LIMIT);
        copy.code(read);
        expect(read.ended).toBe(true);
        expect(copy.toState()).toEqual(tally.toState());
        for (const each of [tally, copy]) each.add(one);
        for (const p of PERCENTS) expect(copy.quantile(p)).toBe(tally.quantile(p));
        expect([copy.mean, copy.max, copy.count]).toEqual([tally.mean, tally.max, tally.count]);
      }),
    );
  });

  it('counts a time too long for a number as the longest, and one without end as such', () => {
    const tally = tallyOf([1e300, 10, 20]);
    expect(tally.max).toBe(LAST);
    tally.add(Number.POSITIVE_INFINITY);
    expect([tally.max, tally.mean, tally.quantile(0.5)]).toEqual([Number.POSITIVE_INFINITY, null, 20]);
    expect(tally.total).toBe(BigInt(LAST) + 30n);
  });

  it('refuses negative times, no numbers, and tallies of another limit', () => {
    expect(() => new Tally().add(-1)).toThrow(/negative/);
    expect(() => new Tally().add(Number.NaN)).toThrow(/negative/);
    expect(() => new Tally(5).merge(new Tally(6))).toThrow(/limits/);
  });

  it('holds at most a fixed number of buckets', () => {
    const tally = new Tally();
    for (let i = 0; i < 200_000; i++) tally.add(Math.floor(2 ** ((53 * i) / 200_000)));
    expect(tally.toState().buckets.length).toBeLessThanOrEqual(44 * 1024);
    expect(tally.toState().values).toEqual([]);
  });
});
