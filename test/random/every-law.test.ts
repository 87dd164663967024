import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, CONTINUOUS, FINITE, nameOf, STEPPED } from './every-law.ts';

/** Chances as a stream gives them, with both ends crowded. */
const chance = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.double({ min: -16, max: -3, noNaN: true }).map((exponent) => 10 ** exponent),
  fc.double({ min: -15.9, max: -3, noNaN: true }).map((exponent) => 1 - 10 ** exponent),
);
const middling = fc.double({ min: 0.001, max: 0.999, noNaN: true });

function near(actual: number, expected: number, tolerance: number): void {
  within(actual, expected, tolerance * Math.abs(expected));
}
function within(actual: number, expected: number, reach: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(reach);
}

/** ∫ f over [a, b], where f may crowd at a: Simpson's rule over pieces of equal ratio. */
function integral(f: (x: number) => number, a: number, b: number): number {
  const pieces = 4_000;
  const ratio = (b / a) ** (1 / pieces);
  let sum = 0;
  for (let i = 0, x = a; i < pieces; i++, x *= ratio) {
    const width = x * (ratio - 1);
    sum += (width / 6) * (f(x) + 4 * f(x + width / 2) + f(x + width));
  }
  return sum;
}

describe.each(CONTINUOUS.map((law) => [nameOf(law), law] as const))('%s', (_, law) => {
  it('has the quantile as the inverse of the distribution', () => {
    fc.assert(fc.property(chance, (u) => within(law.survival(law.inverse(u)), 1 - u, 1e-14)));
    fc.assert(
      fc.property(middling, (u) => {
        const x = law.inverse(u);
        near(law.inverse(1 - law.survival(x)), x, 1e-9);
      }),
    );
  });

  it('has a density that integrates to what the survival loses', () => {
    fc.assert(
      fc.property(middling, middling, (u, v) => {
        const a = law.inverse(Math.min(u, v));
        const b = law.inverse(Math.max(u, v));
        within(
          integral((x) => law.density(x), a, b),
          law.survival(a) - law.survival(b),
          1e-7,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('has a residual life that is the law conditioned on the age', () => {
    fc.assert(
      fc.property(chance, middling, (u, v) => {
        const age = law.inverse(v);
        const end = age + law.residual(u, age);
        const ulps = law.density(end) * end * 1e-15;
        within(law.survival(end), (1 - u) * law.survival(age), 1e-14 + ulps);
      }),
    );
  });

  it('equals its residual life at age 0', () => {
    fc.assert(fc.property(middling, (u) => near(law.residual(u, 0), law.inverse(u), 1e-11)));
  });

  it('has a limited mean whose slope is the survival', () => {
    fc.assert(
      fc.property(middling, middling, (u, v) => {
        const a = law.inverse(Math.min(u, v));
        const b = law.inverse(Math.max(u, v));
        within(
          integral((x) => law.survival(x), a, b),
          law.limitedMean(b) - law.limitedMean(a),
          1e-6 * law.mean,
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(FINITE.map((law) => [nameOf(law), law] as const))('%s', (_, law) => {
  it('has its mean as the limited mean without a limit', () => {
    near(law.limitedMean(Number.POSITIVE_INFINITY), law.mean, 1e-12);
    expect(law.limitedMean(0)).toBe(0);
  });

  it('has a limited mean that the midpoints of its quantiles agree with', () => {
    const n = 20_000;
    const limit = law.inverse(0.9);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += Math.min(law.inverse((i + 0.5) / n), limit);
    within(sum / n, law.limitedMean(limit), (3 * limit) / n);
  });

  it('has limited mean ÷ mean as the distribution of its equilibrium', () => {
    fc.assert(fc.property(chance, (u) => within(law.limitedMean(law.equilibrium(u)) / law.mean, u, 1e-13)));
  });

  it('has a residual life that never ends before the age', () => {
    fc.assert(
      fc.property(chance, fc.double({ min: 0, max: 1e4, noNaN: true }), (u, means) => {
        const rest = law.residual(u, means * law.mean);
        expect(rest >= 0 && rest < Number.POSITIVE_INFINITY).toBe(true);
      }),
    );
  });
});

describe.each(ALL.map((law) => [nameOf(law), law] as const))('%s', (_, law) => {
  it('is monotone in the chance', () => {
    fc.assert(
      fc.property(chance, chance, middling, (u, v, w) => {
        const [low, high] = u < v ? [u, v] : [v, u];
        const age = law.kind === 'never' ? 1 : law.inverse(w);
        const rounding = 1 + 1e-12;
        expect(law.inverse(low)).toBeLessThanOrEqual(law.inverse(high) * rounding);
        expect(law.equilibrium(low)).toBeLessThanOrEqual(law.equilibrium(high) * rounding);
        const slack = age * 1e-12;
        expect(law.residual(low, age)).toBeLessThanOrEqual(law.residual(high, age) * rounding + slack);
      }),
    );
  });

  it('stays a number at the far ends', () => {
    for (const u of [1e-300, 2 ** -53, 1e-9, 1 - 1e-9, 1 - 2 ** -53]) {
      for (const draw of [law.inverse(u), law.equilibrium(u), law.residual(u, 1), law.residual(u, 1e-300)]) {
        expect(draw).toBeGreaterThanOrEqual(0);
      }
    }
    for (const x of [0, 1e-300, 1e300, Number.POSITIVE_INFINITY]) {
      expect(law.survival(x)).toBeGreaterThanOrEqual(0);
      expect(law.survival(x)).toBeLessThanOrEqual(1);
      expect(law.density(x)).toBeGreaterThanOrEqual(0);
      expect(law.limitedMean(x)).toBeGreaterThanOrEqual(0);
    }
    expect(law.survival(0)).toBeGreaterThan(0);
  });

  it('says its exponential mean only if it is exponential', () => {
    expect(law.exponentialMean).toBe(law.kind === 'exponential' ? law.mean : 0);
  });
});

describe.each(STEPPED.map((law) => [nameOf(law), law] as const))('%s', (_, law) => {
  it('has the smallest value with at least the share u at or below it as its quantile', () => {
    fc.assert(
      fc.property(chance, (u) => {
        const x = law.inverse(u);
        expect(1 - law.survival(x)).toBeGreaterThanOrEqual(u * (1 - 1e-15));
        expect(1 - law.survival(x * (1 - 1e-12) - 1e-12)).toBeLessThan(u);
      }),
    );
  });

  it('has no density', () => {
    fc.assert(
      fc.property(chance, (u) => {
        expect(law.density(law.inverse(u))).toBe(0);
      }),
    );
  });
});
