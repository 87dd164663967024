import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Moments, meanInterval } from '../../src/measures/estimators/index.ts';

const LARGEST = 1e6;
const value = fc.double({ min: -LARGEST, max: LARGEST, noNaN: true });

describe('Moments', () => {
  it('has the mean and the squared deviations of the values', () => {
    const { count, mean, m2 } = Moments.of([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([count, mean, m2]).toEqual([8, 5, 32]);
  });

  it('keeps the spread of values that lie far from 0', () => {
    expect(Moments.of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).m2).toBeCloseTo(90, 6);
  });

  it('merges to what it would have counted itself', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (first, second) => {
        const merged = Moments.of(first);
        merged.merge(Moments.of(second));
        const whole = Moments.of([...first, ...second]);
        expect(merged.count).toBe(whole.count);
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-8);
        expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-12 * whole.count * LARGEST ** 2);
      }),
    );
  });

  it('gives the same bits for the same blocks in the same order, whoever merges', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value)), (blocks) => {
        const merge = (): Moments => {
          const all = new Moments();
          for (const block of blocks.map((values) => ({ ...Moments.of(values) }))) all.merge(block);
          return all;
        };
        expect(merge()).toEqual(merge());
      }),
    );
  });
});

describe('meanInterval', () => {
  it('is mean ± t · s ÷ √n', () => {
    const { mean, low, high } = meanInterval([2, 4, 4, 4, 5, 5, 7, 9], 0.95);
    const reach = 2.364624251592785 * Math.sqrt(32 / 7 / 8);
    expect(mean).toBe(5);
    expect(low).toBeCloseTo(5 - reach, 10);
    expect(high).toBeCloseTo(5 + reach, 10);
  });

  it('says the same of values, of their sums and of their moments', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const sums = { count: 8, sum: 31, sumOfSquares: 173 };
    for (const sample of [sums, Moments.of(values)]) {
      const [one, other] = [meanInterval(sample, 0.9), meanInterval(values, 0.9)];
      expect(one.mean).toBeCloseTo(other.mean!, 12);
      expect(one.low).toBeCloseTo(other.low!, 12);
      expect(one.high).toBeCloseTo(other.high!, 12);
    }
  });

  it('has no bounds below two values, and no mean without any', () => {
    expect(meanInterval([7], 0.95)).toEqual({ mean: 7, low: null, high: null });
    expect(meanInterval([], 0.95)).toEqual({ mean: null, low: null, high: null });
    expect(meanInterval({ count: 0, sum: 0, sumOfSquares: 0 }, 0.95).mean).toBeNull();
  });

  it('has no width where nothing varies', () => {
    expect(meanInterval([0, 0, 0], 0.95)).toEqual({ mean: 0, low: 0, high: 0 });
    expect(meanInterval({ count: 3, sum: 1.5, sumOfSquares: 0.75 }, 0.95)).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
  });

  it('grows with the confidence and shrinks with the sample', () => {
    const width = (values: readonly number[], confidence: number): number => {
      const { low, high } = meanInterval(values, confidence);
      return high! - low!;
    };
    fc.assert(
      fc.property(fc.array(value, { minLength: 3, maxLength: 50 }), (values) => {
        fc.pre(new Set(values).size > 1 && width(values, 0.9) > 1e-6);
        expect(width(values, 0.99)).toBeGreaterThan(width(values, 0.9));
        expect(width([...values, ...values], 0.9)).toBeLessThan(width(values, 0.9));
      }),
    );
  });
});
