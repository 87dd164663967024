import { describe, expect, it } from 'vitest';
import {
  betaQuantile,
  gammaAbove,
  gammaBelow,
  gammaOf,
  gammaQuantile,
  gammaUpperQuantile,
  logGammaOf,
  normalAbove,
  normalUpperQuantile,
  studentQuantile,
} from '../../src/random/index.ts';

describe('the special functions', () => {
  it('take their arguments in the order that is written', () => {
    expect(gammaOf(5)).toBeCloseTo(24, 12);
    expect(logGammaOf(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(gammaBelow(2, 1)).toBeCloseTo(1 - Math.exp(-2), 14);
    expect(gammaAbove(2, 3)).toBeCloseTo(5 * Math.exp(-2), 14);
    expect(gammaQuantile(0.95, 1)).toBeCloseTo(-Math.log(0.05), 12);
    expect(gammaUpperQuantile(0.2, 1)).toBeCloseTo(-Math.log(0.2), 12);
    expect(betaQuantile(0.95, 59, 1)).toBeCloseTo(0.95 ** (1 / 59), 12);
  });

  it('agree with the printed tables', () => {
    expect(normalAbove(1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalUpperQuantile(0.05)).toBeCloseTo(1.6448536269514722, 13);
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062, 4);
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228139, 6);
    expect(studentQuantile(0.95, 30)).toBeCloseTo(1.697261, 6);
  });

  it('keep their digits in the far tails', () => {
    expect(normalAbove(10) / 7.619853024160527e-24).toBeCloseTo(1, 12);
    expect(gammaAbove(100, 1) / Math.exp(-100)).toBeCloseTo(1, 12);
    expect(gammaBelow(1e-10, 2) / 5e-21).toBeCloseTo(1, 9);
    for (const shape of [0.05, 0.5, 3, 50]) {
      for (const q of [1e-11, 1e-30, 1e-100, 1e-250]) {
        expect(gammaAbove(gammaUpperQuantile(q, shape), shape) / q).toBeCloseTo(1, 10);
      }
    }
    for (const p of [1.5e-8, 7.474473238992215e-11, 1e-14]) {
      expect(gammaBelow(gammaQuantile(p, 0.05), 0.05) / p).toBeCloseTo(1, 10);
    }
    expect([gammaBelow(Number.POSITIVE_INFINITY, 2), gammaAbove(Number.POSITIVE_INFINITY, 2)]).toEqual([1, 0]);
  });
});
