import { describe, expect, it } from 'vitest';
import {
  empirical,
  exponential,
  fixed,
  gamma,
  gammaWithMean,
  type Law,
  lognormal,
  lognormalWithMean,
  lognormalWithMedian,
  lognormalWithQuantiles,
  never,
  uniform,
  weibull,
  weibullWithMean,
} from '../../src/random/index.ts';

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CHANCES = [0.01, 0.2, 0.5, 0.9, 0.999];

describe('each maker', () => {
  it('gives the quantiles or the mean that it was asked for', () => {
    expect(weibull(0.75, HOUR).inverse(0.5)).toBeCloseTo(HOUR * Math.log(2) ** (1 / 0.75), 2);
    expect(weibull(0.5, HOUR).mean).toBeCloseTo(2 * HOUR, 2);
    expect(weibullWithMean(0.5, 2 * HOUR).inverse(0.9)).toBeCloseTo(weibull(0.5, HOUR).inverse(0.9), 2);
    expect(lognormalWithQuantiles(30 * MINUTE, 2 * HOUR).inverse(0.5)).toBeCloseTo(30 * MINUTE, 2);
    expect(lognormalWithQuantiles(30 * MINUTE, 2 * HOUR).inverse(0.95)).toBeCloseTo(2 * HOUR, 2);
    expect(lognormalWithMedian(30 * MINUTE, 0.8).inverse(0.5)).toBeCloseTo(30 * MINUTE, 2);
    expect(lognormal(Math.log(HOUR), 1).mean).toBeCloseTo(HOUR * Math.exp(0.5), 2);
    expect(lognormalWithMean(HOUR, 1.94).mean).toBeCloseTo(HOUR, 2);
    expect(lognormalWithMean(HOUR, 1.94).inverse(0.5)).toBeCloseTo(HOUR * Math.exp(-(1.94 ** 2) / 2), 2);
    expect(gamma(3, HOUR).mean).toBe(3 * HOUR);
    expect(gammaWithMean(4, HOUR).inverse(0.3)).toBeCloseTo(gamma(4, HOUR / 4).inverse(0.3), 2);
    expect(uniform(8, 10).mean).toBe(9);
    expect(empirical([133, 10, 12, 70, 12]).mean).toBeCloseTo(47.4, 12);
  });

  it('gives the lognormal law of a median of 30 min and sigma 0.8 a p95 of 112 min', () => {
    expect(lognormalWithMedian(30, 0.8).inverse(0.95)).toBeCloseTo(30 * Math.exp(0.8 * 1.6448536269514722), 10);
  });

  it('refuses what makes no law', () => {
    const wrong: (() => Law)[] = [
      () => exponential(0),
      () => exponential(Number.POSITIVE_INFINITY),
      () => weibull(-1, HOUR),
      () => weibullWithMean(1, Number.NaN),
      () => lognormalWithMedian(HOUR, 0),
      () => lognormalWithQuantiles(HOUR, HOUR),
      () => lognormalWithQuantiles(2 * HOUR, HOUR),
      () => gamma(0, HOUR),
      () => uniform(10, 8),
      () => uniform(-1, 8),
      () => fixed(-1),
      () => empirical([]),
      () => empirical([1, -1]),
    ];
    for (const make of wrong) expect(make).toThrow(/law/);
  });
});

describe('laws that coincide', () => {
  it.each([
    ['Weibull of shape 1', weibull(1, HOUR)],
    ['gamma of shape 1', gamma(1, HOUR)],
  ])('%s is exponential', (_, law) => {
    const same = exponential(HOUR);
    for (const u of CHANCES) {
      const x = same.inverse(u);
      expect(law.inverse(u) / x).toBeCloseTo(1, 12);
      expect(law.survival(x)).toBeCloseTo(same.survival(x), 12);
      expect(law.density(x) / same.density(x)).toBeCloseTo(1, 12);
      expect(law.limitedMean(x) / same.limitedMean(x)).toBeCloseTo(1, 12);
      expect(law.equilibrium(u) / same.equilibrium(u)).toBeCloseTo(1, 12);
      expect(law.residual(u, 3 * HOUR) / same.residual(u, 3 * HOUR)).toBeCloseTo(1, 11);
    }
  });

  it('gamma of shape 2 is the sum of two stages', () => {
    const law = gamma(2, 1);
    for (const x of [0.1, 1, 4, 30]) {
      expect(law.survival(x) / ((1 + x) * Math.exp(-x))).toBeCloseTo(1, 12);
      expect(law.density(x) / (x * Math.exp(-x))).toBeCloseTo(1, 12);
      expect(law.limitedMean(x)).toBeCloseTo(2 - (2 + x) * Math.exp(-x), 12);
    }
  });

  it('a uniform law without width is fixed, and so is an empirical one of one value', () => {
    expect(uniform(7, 7).kind).toBe('fixed');
    for (const u of CHANCES) {
      expect(empirical([7]).inverse(u)).toBe(7);
      expect(empirical([7]).equilibrium(u)).toBeCloseTo(fixed(7).equilibrium(u), 14);
      expect(empirical([7]).residual(u, 3)).toBe(fixed(7).residual(u, 3));
    }
  });
});

describe('residual life', () => {
  it('of an exponential law does not depend on the age', () => {
    expect(exponential(HOUR).residual(0.3, 1e18)).toBe(exponential(HOUR).inverse(0.3));
  });

  it('of a uniform law is uniform over what is left', () => {
    expect(uniform(8, 10).residual(0.25, 2)).toBe(6.5);
    expect(uniform(8, 10).residual(0.25, 9)).toBe(0.25);
    expect(uniform(8, 10).residual(0.25, 11)).toBe(0);
  });

  it('of a fixed law is what is missing', () => {
    expect(fixed(10).residual(0.9, 4)).toBe(6);
    expect(fixed(10).residual(0.9, 11)).toBe(0);
  });

  it('of an empirical law is drawn from the longer lives', () => {
    const law = empirical([10, 12, 12, 70, 133]);
    expect(CHANCES.map((u) => law.residual(u, 12))).toEqual([58, 58, 58, 121, 121]);
    expect(law.residual(0.5, 133)).toBe(0);
  });

  it('keeps its digits where the survival is too small for a number', () => {
    const law = lognormalWithMedian(1, 0.1);
    const age = Math.exp(0.1 * 50);
    expect(law.survival(age)).toBe(0);
    expect(law.residual(0.5, age)).toBeCloseTo((Math.LN2 * 0.1 * age) / 50, 2);
    const erlang = gamma(3, 1);
    expect(erlang.survival(1000)).toBe(0);
    expect(erlang.residual(0.5, 1000)).toBeCloseTo(Math.LN2 / (1 - 2 / 1000), 5);
  });

  it('has no jump where the far form takes over', () => {
    for (const law of [lognormalWithMedian(1, 0.5), gamma(3, 1), gamma(0.05, 1)]) {
      const isFar = (age: number): boolean => law.survival(age) < 1e-280;
      let [near, far] = [1, 1e9];
      for (let i = 0; i < 100; i++)
        [near, far] = isFar((near + far) / 2) ? [near, (near + far) / 2] : [(near + far) / 2, far];
      for (const u of [0.1, 0.5, 0.9]) {
        expect(law.residual(u, far) / law.residual(u, near * (1 - 1e-12))).toBeCloseTo(1, 1.5);
      }
    }
  });

  it('keeps its digits at tiny chances', () => {
    for (const law of [lognormalWithMedian(1, 0.5), gamma(3, 1), gamma(0.5, 1)]) {
      const tiny = law.inverse(1e-13);
      expect(law.residual(1e-13, tiny * 1e-16) / tiny).toBeCloseTo(1, 6);
    }
  });

  it('of a Weibull law keeps its digits at great and at tiny ages', () => {
    expect(weibull(2, 1).residual(1e-9, 1e6) / (1e-9 / 2e6)).toBeCloseTo(1, 8);
    expect(weibull(5, 1).residual(0.5, 1e-63)).toBeCloseTo(Math.LN2 ** 0.2, 14);
  });
});

describe('a law that jumps', () => {
  it('counts what equals x as passed', () => {
    const law = empirical([1, 2, 2, 5]);
    expect([0.5, 1, 2, 4.9, 5].map((x) => law.survival(x))).toEqual([1, 0.75, 0.25, 0.25, 0]);
    expect([0.25, 0.26, 0.75, 0.76].map((u) => law.inverse(u))).toEqual([1, 2, 2, 5]);
    expect([fixed(3).survival(2.9), fixed(3).survival(3)]).toEqual([1, 0]);
  });

  it('has an equilibrium made of straight lines', () => {
    const law = empirical([1, 3]);
    expect(law.equilibrium(0.25)).toBeCloseTo(0.5, 14);
    expect(law.equilibrium(0.5)).toBeCloseTo(1, 14);
    expect(law.equilibrium(0.75)).toBeCloseTo(2, 14);
  });
});

describe('equilibrium', () => {
  it('is flat near 0, where nothing has failed yet', () => {
    for (const law of [weibull(5, 1), weibull(0.75, 1), lognormalWithMedian(1, 0.5), gamma(3, 1), uniform(1, 2)]) {
      for (const u of [1e-200, 1e-70, 1e-20]) expect(law.equilibrium(u) / (u * law.mean)).toBeCloseTo(1, 10);
    }
  });

  it('of a Weibull law is a power of a gamma law', () => {
    expect(weibull(0.5, 1).equilibrium(0.5)).toBeCloseTo(gamma(2, 1).inverse(0.5) ** 2, 12);
  });
});

describe('never', () => {
  it('does not happen', () => {
    expect(never().inverse(0.999999)).toBe(Number.POSITIVE_INFINITY);
    expect(never().survival(1e300)).toBe(1);
    expect(never().limitedMean(42)).toBe(42);
  });
});

describe('describe', () => {
  it.each<[string, Law]>([
    ['{exponential: 10h}', exponential(10 * HOUR)],
    ['{weibull: {shape: 0.75, mean: 1y}}', weibullWithMean(0.75, 8760 * HOUR)],
    ['{weibull: {shape: 2, scale: 1h 30m}}', weibull(2, 90 * MINUTE)],
    ['{lognormal: {median: 30m, p95: 2h}}', lognormalWithQuantiles(30 * MINUTE, 2 * HOUR)],
    ['{lognormal: {median: 30m, sigma: 0.8}}', lognormalWithMedian(30 * MINUTE, 0.8)],
    ['{lognormal: {mean: 30m, sigma: 0.8}}', lognormalWithMean(30 * MINUTE, 0.8)],
    ['{gamma: {shape: 3, mean: 1m}}', gammaWithMean(3, MINUTE)],
    ['{uniform: [8s, 10s]}', uniform(8 * SECOND, 10 * SECOND)],
    ['{fixed: 10s}', fixed(10 * SECOND)],
    ['{fixed: 0s}', fixed(0)],
    ['{empirical: [10m, 12m, 2h 13m]}', empirical([12, 133, 10].map((m) => m * MINUTE))],
    ['none', never()],
  ])('writes %s', (text, law) => {
    expect(law.describe()).toBe(text);
  });
});
