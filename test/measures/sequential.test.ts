import { describe, expect, it } from 'vitest';
import { BLOCK, isLook, isPrecise, nextLook, relativeHalfWidth } from '../../src/measures/estimators/index.ts';

describe('looks', () => {
  it('are at 64 · 2^(k/2), in whole blocks', () => {
    const looks = Array.from({ length: 2_048 }, (_, i) => i + 1).filter(isLook);
    expect(looks).toEqual([64, 128, 192, 256, 384, 512, 704, 1024, 1472, 2048]);
    expect(looks.every((n) => n % BLOCK === 0)).toBe(true);
  });

  it('follow each other within a factor of two', () => {
    for (let n = nextLook(0); n < 1e9; n = nextLook(n)) {
      expect(isLook(n)).toBe(true);
      expect(nextLook(n)).toBeGreaterThan(n);
      expect(nextLook(n)).toBeLessThanOrEqual(2 * n);
      expect(nextLook(n - 1)).toBe(n);
    }
  });
});

describe('relativeHalfWidth', () => {
  it('is the half-width by the mean', () => {
    expect(relativeHalfWidth({ mean: 10, low: 9, high: 11 })).toBe(0.1);
    expect(relativeHalfWidth({ mean: -10, low: -12, high: -8 })).toBe(0.2);
  });

  it('is endless where something is missing', () => {
    const nothing = Number.POSITIVE_INFINITY;
    expect(relativeHalfWidth({ mean: 0, low: 0, high: 0 })).toBe(nothing);
    expect(relativeHalfWidth({ mean: null, low: 0, high: 1 })).toBe(nothing);
    expect(relativeHalfWidth({ mean: 1, low: null, high: 2 })).toBe(nothing);
    expect(relativeHalfWidth({ mean: 1, low: 0, high: null })).toBe(nothing);
  });
});

describe('isPrecise', () => {
  const tenPercent = { mean: 10, low: 9, high: 11 };

  it('asks for a narrow interval and for 30 replications that show anything', () => {
    expect(isPrecise(tenPercent, 30, 0.1)).toBe(true);
    expect(isPrecise(tenPercent, 29, 0.1)).toBe(false);
    expect(isPrecise(tenPercent, 1_000, 0.09)).toBe(false);
    expect(isPrecise({ mean: 0, low: 0, high: 0 }, 1_000, 0.1)).toBe(false);
  });
});
