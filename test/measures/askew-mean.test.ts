import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askewMeanInterval, meanInterval } from '../../src/measures/estimators/index.ts';
import { exponential, lognormalWithMedian } from '../../src/random/index.ts';
import { uniforms } from '../uniforms.ts';

const CONFIDENCE = 0.95;
const EXPERIMENTS = 2_000;
/** A perfect method falls below it once in 10,000 times. */
const FEWEST = 0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

type Chance = () => number;
interface Law {
  readonly mean: number;
  readonly draw: (chance: Chance) => number;
}
const LOGNORMAL = lognormalWithMedian(Math.exp(-0.5), 1);
const EXPONENTIAL = exponential(1);

/** What drills take: so long each, or now and then more, or now and then less. */
const LAWS: Readonly<Record<string, Law>> = {
  'scatters evenly from five on': { mean: 5.5, draw: (chance) => 5 + chance() },
  'is exponential beyond a fixed part': { mean: 11, draw: (chance) => 10 + EXPONENTIAL.inverse(chance()) },
  'is lognormal, sigma 1': { mean: 1, draw: (chance) => LOGNORMAL.inverse(chance()) },
  'is one in twenty times, and then exponential': {
    mean: 0.5,
    draw: (chance) => (chance() < 0.05 ? 10 * EXPONENTIAL.inverse(chance()) : 0),
  },
  'is more in a tenth of the times': { mean: 40, draw: (chance) => (chance() < 0.1 ? 130 : 30) },
  'is less in a twentieth of the times': { mean: 57, draw: (chance) => (chance() < 0.05 ? 0 : 60) },
};

/** The share of experiments in which an interval of so many values holds the truth. */
function coverage({ mean, draw }: Law, size: number, interval: typeof askewMeanInterval): number {
  const chance = uniforms(size);
  let hits = 0;
  for (let i = 0; i < EXPERIMENTS; i++) {
    const { low, high } = interval(
      Array.from({ length: size }, () => draw(chance)),
      CONFIDENCE,
    );
    if (low! <= mean && (high === null || mean <= high)) hits++;
  }
  return hits / EXPERIMENTS;
}

describe('an interval of 95 % of the mean of so many drills', () => {
  it.each(Object.entries(LAWS))('holds the truth as often, of what %s', (_, law) => {
    for (const size of [60, 300]) {
      expect(coverage(law, size, askewMeanInterval), `${size} drills`).toBeGreaterThanOrEqual(FEWEST);
    }
  });

  it('and Student’s would not: these tests would tell', () => {
    const rare = LAWS['is one in twenty times, and then exponential']!;
    expect(coverage(rare, 60, meanInterval)).toBeLessThan(FEWEST - 0.1);
  });

  it('is hardly wider than Student’s where that holds the truth', () => {
    const chance = uniforms(7);
    const values = Array.from({ length: 300 }, () => 5 + chance());
    const [one, other] = [askewMeanInterval(values, CONFIDENCE), meanInterval(values, CONFIDENCE)];
    expect((one.high! - one.low!) / (other.high! - other.low!)).toBeLessThan(1.1);
  });

  it('holds the mean, is never below 0, and moves with what is added to all', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 1_000_000 }), (some, more) => {
        const { mean, low, high } = askewMeanInterval(some, CONFIDENCE);
        const moved = askewMeanInterval(
          some.map((value) => value + more),
          CONFIDENCE,
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mean!);
        if (high === null) expect(mean).toBe(0);
        else {
          expect(high).toBeGreaterThanOrEqual(mean!);
          expect(moved.high! - more).toBeCloseTo(high, 3);
        }
        if (low! > 0) expect(moved.low! - more).toBeCloseTo(low!, 3);
      }),
    );
  });

  it('has no width where all are equal, no upper bound of zeros, and none of one value', () => {
    expect(askewMeanInterval([360, 360, 360], CONFIDENCE)).toEqual({ mean: 360, low: 360, high: 360 });
    expect(askewMeanInterval([0, 0], CONFIDENCE)).toEqual({ mean: 0, low: 0, high: null });
    expect(askewMeanInterval([3], CONFIDENCE)).toEqual({ mean: 3, low: null, high: null });
    expect(askewMeanInterval([], CONFIDENCE)).toEqual({ mean: null, low: null, high: null });
  });
});
