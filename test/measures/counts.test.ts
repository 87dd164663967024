import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clusteredRatio,
  largestOfBound,
  meanInterval,
  nines,
  orderStatisticBound,
  poissonInterval,
  proportionInterval,
  rateUpperBound,
} from '../../src/measures/estimators/index.ts';

/** P(at most k events) of a Poisson law. */
function poissonUpTo(k: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}

/** P(at most k of n) of a binomial law, 0 < chance < 1. */
function binomialUpTo(k: number, n: number, chance: number): number {
  let [term, sum] = [(1 - chance) ** n, 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= (((n - i) / (i + 1)) * chance) / (1 - chance);
  }
  return sum;
}

describe('rates', () => {
  it('bounds by 3 ÷ years what was never seen', () => {
    expect(rateUpperBound(1, 0.95)).toBeCloseTo(-Math.log(0.05), 14);
    expect(rateUpperBound(1_000, 0.95)).toBeCloseTo(0.002996, 6);
  });

  it('has the exact interval: each bound would give what was seen with half of the rest', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0.1, max: 1e4, noNaN: true }), (count, years) => {
        const { mean, low, high } = poissonInterval(count, years, 0.9);
        expect(mean).toBe(count / years);
        expect(poissonUpTo(count, high! * years)).toBeCloseTo(0.05, 9);
        expect(count === 0 ? 0.05 : 1 - poissonUpTo(count - 1, low! * years)).toBeCloseTo(0.05, 9);
      }),
    );
    expect(poissonInterval(0, 10, 0.95).low).toBe(0);
  });
});

describe('proportionInterval', () => {
  it('has the exact interval: each bound would give what was seen with half of the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(80), (n, k) => {
        fc.pre(k <= n);
        const { low, high } = proportionInterval(k, n, 0.9);
        expect(k === n ? high : binomialUpTo(k, n, high!)).toBeCloseTo(k === n ? 1 : 0.05, 8);
        expect(k === 0 ? low : 1 - binomialUpTo(k - 1, n, low!)).toBeCloseTo(k === 0 ? 0 : 0.05, 8);
      }),
    );
  });

  it('knows nothing of no trials', () => {
    expect(proportionInterval(0, 0, 0.95)).toEqual({ mean: null, low: 0, high: 1 });
  });

  it('bounds 300 successes of 300 by the root of the tail', () => {
    expect(proportionInterval(300, 300, 0.95).low).toBeCloseTo(0.025 ** (1 / 300), 12);
  });
});

describe('order statistics', () => {
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

  it('needs 59 values for the largest to bound the 95 % quantile', () => {
    expect(largestOfBound(58)).toBeLessThan(0.95);
    expect(largestOfBound(59)).toBeCloseTo(1 - 0.95 ** 59, 14);
    expect(largestOfBound(59)).toBeGreaterThan(0.95);
    expect(largestOfBound(22, 0.9)).toBeGreaterThan(0.9);
    expect(orderStatisticBound(upTo(58), 0.95, 0.95).upper).toBeNull();
    expect(orderStatisticBound(upTo(59), 0.95, 0.95).upper).toBe(59);
    expect(orderStatisticBound(upTo(93), 0.95, 0.95).upper).toBe(92);
  });

  it('takes the first value, and the last, that reach the confidence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0.5, 0.9, 0.95), (n, p) => {
        const { lower, upper } = orderStatisticBound(upTo(n), p, 0.95);
        const reaches = (r: number): boolean => binomialUpTo(r - 1, n, p) >= 0.95;
        const firstUpper = upTo(n).find(reaches) ?? null;
        expect(upper).toBe(firstUpper);
        const lastLower = upTo(n).findLast((r) => 1 - binomialUpTo(r - 1, n, p) >= 0.95) ?? null;
        expect(lower).toBe(lastLower);
      }),
    );
  });

  it('mirrors', () => {
    const { lower } = orderStatisticBound(upTo(200), 0.1, 0.95);
    const { upper } = orderStatisticBound(upTo(200), 0.9, 0.95);
    expect(lower).toBe(201 - upper!);
  });

  it('holds for large samples, where the chances underflow', () => {
    const { lower, upper } = orderStatisticBound(upTo(10_000), 0.95, 0.95);
    const reach = 1.645 * Math.sqrt(10_000 * 0.95 * 0.05);
    expect(Math.abs(upper! - (9_500 + reach))).toBeLessThan(3);
    expect(Math.abs(lower! - (9_500 - reach))).toBeLessThan(3);
  });

  it('has none for no values', () => {
    expect(orderStatisticBound([], 0.95, 0.95)).toEqual({ lower: null, upper: null });
  });
});

describe('clusteredRatio', () => {
  const amount = fc.double({ min: 0.1, max: 100, noNaN: true });

  it('is the plain mean where all denominators are alike', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 40 }), (values) => {
        const ratio = clusteredRatio(
          values.map((v) => 4 * v),
          values.map(() => 4),
          0.95,
        );
        const mean = meanInterval(values, 0.95);
        for (const side of ['mean', 'low', 'high'] as const) expect(ratio[side]).toBeCloseTo(mean[side]!, 9);
      }),
    );
  });

  it('has no width where each cluster has the same ratio', () => {
    const { mean, low, high } = clusteredRatio([2, 4, 10], [1, 2, 5], 0.95);
    expect([mean, low, high]).toEqual([2, 2, 2]);
  });

  it('linearises: a textbook case by hand', () => {
    const { mean, low, high } = clusteredRatio([1, 2, 6], [1, 3, 5], 0.95);
    const residuals = (1 - 1) ** 2 + (2 - 3) ** 2 + (6 - 5) ** 2;
    const reach = 4.302652729749464 * (Math.sqrt((3 / 2) * residuals) / 9);
    expect(mean).toBe(1);
    expect(low).toBeCloseTo(1 - reach, 10);
    expect(high).toBeCloseTo(1 + reach, 10);
  });

  it('weighs clusters by their size', () => {
    expect(clusteredRatio([0, 9], [1, 9], 0.95).mean).toBe(0.9);
  });

  it('has no bounds for one cluster and no mean for nothing', () => {
    expect(clusteredRatio([1], [2], 0.95)).toEqual({ mean: 0.5, low: null, high: null });
    expect(clusteredRatio([0, 0], [0, 0], 0.95)).toEqual({ mean: null, low: null, high: null });
    expect(clusteredRatio([], [], 0.95).mean).toBeNull();
  });
});

describe('nines', () => {
  it('counts them', () => {
    expect([0.9, 0.99, 0.999, 0.9999, 0.99999].map(nines)).toEqual([1, 2, 3, 4, 5]);
    expect(nines(0.9995)).toBeCloseTo(3.30103, 5);
    expect([nines(0), nines(1)]).toEqual([0, Number.POSITIVE_INFINITY]);
  });
});
