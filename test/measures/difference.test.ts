import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval, meanInterval, Paired } from '../../src/measures/estimators/index.ts';
import { exponential, fixed, lognormalWithMedian, normalUpperQuantile } from '../../src/random/index.ts';
import { uniforms } from '../uniforms.ts';

const CONFIDENCE = 0.95;
const EXPERIMENTS = 2_000;
/** A perfect method falls below it once in 10,000 times. */
const FEWEST = 0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

const intervalOf = (differences: readonly number[], counts = false) =>
  differenceInterval(Paired.of(differences), CONFIDENCE, counts);

/** So many differences of 1 or −1 among 200 replications. */
const ones = (more: number, less = 0): number[] => [
  ...new Array<number>(more).fill(1),
  ...new Array<number>(less).fill(-1),
  ...new Array<number>(200 - more - less).fill(0),
];

const some = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -1_000, max: 1_000 })), {
  minLength: 3,
  maxLength: 80,
});

describe('the interval of a difference that few replications show', () => {
  it('holds the mean, turns with its sign, and grows with its unit', () => {
    fc.assert(
      fc.property(some, (values) => {
        const { mean, low, high } = intervalOf(values);
        expect(low).toBeLessThanOrEqual(mean! + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean! - 1e-9);
        const turned = intervalOf(values.map((value) => -value));
        expect(turned.low).toBeCloseTo(-high!, 6);
        expect(turned.high).toBeCloseTo(-low!, 6);
        const doubled = intervalOf(values.map((value) => 2 * value));
        expect(doubled.low).toBeCloseTo(2 * low!, 6);
        expect(doubled.high).toBeCloseTo(2 * high!, 6);
      }),
    );
  });

  it('takes four of four that point the same way for chance, and seven of seven no more: as the sign test does', () => {
    // 2 · 0.5^4 = 12 %, 2 · 0.5^7 = 1.6 %
    expect(intervalOf(ones(4)).low).toBeLessThan(0);
    expect(intervalOf(ones(7)).low).toBeGreaterThan(0);
    expect(intervalOf(ones(0, 4)).high).toBeGreaterThan(0);
    expect(intervalOf(ones(0, 7)).high).toBeLessThan(0);
  });

  it('is that of Student from thirty replications on that differ, and of two', () => {
    for (const values of [ones(20, 10), [3, 5]]) expect(intervalOf(values)).toEqual(meanInterval(values, CONFIDENCE));
    expect(intervalOf(ones(19, 10))).not.toEqual(meanInterval(ones(19, 10), CONFIDENCE));
  });

  it('has no width where all replications differ by the same, and none at all of one', () => {
    expect(intervalOf([4, 4, 4, 4])).toEqual({ mean: 4, low: 4, high: 4 });
    expect(intervalOf([4])).toEqual({ mean: 4, low: null, high: null });
  });

  it('does not grow with what all replications share', () => {
    const values = [3, 5, 4, 8, 6, 2, 7];
    const moved = intervalOf(values.map((value) => value + 1_000));
    expect(moved.low! - 1_000).toBeCloseTo(intervalOf(values).low!, 6);
    expect(moved.high! - 1_000).toBeCloseTo(intervalOf(values).high!, 6);
  });
});

type Chance = () => number;

/** How many events there are in a stretch in which there are `mean` on average. */
function poisson(mean: number, chance: Chance): number {
  let count = 0;
  let at = -Math.log(chance());
  while (at < mean) {
    count++;
    at -= Math.log(chance());
  }
  return count;
}

/** What `runs` replications differ by in which so many events on average make it more, and so many less. */
function compound(runs: number, [more, less]: readonly [number, number], size: () => number, chance: Chance): number[] {
  const sum = (events: number): number => {
    let all = 0;
    for (let left = poisson(events / runs, chance); left > 0; left--) all += size();
    return all;
  };
  return Array.from({ length: runs }, () => sum(more) - sum(less));
}

/** The share of experiments whose interval holds the truth, of those in which anything differed. */
function coverage(truth: number, experiment: () => readonly number[], interval = intervalOf): number {
  let [hits, seen] = [0, 0];
  for (let i = 0; i < EXPERIMENTS; i++) {
    const values = experiment();
    if (values.every((value) => value === 0)) continue;
    const { low, high } = interval(values);
    seen++;
    if (low! <= truth && truth <= high!) hits++;
  }
  return hits / seen;
}

const SIZES = {
  equal: fixed(1),
  exponential: exponential(1),
  'lognormal, sigma 0.7': lognormalWithMedian(Math.exp(-0.245), 0.7),
  'lognormal, sigma 1': lognormalWithMedian(Math.exp(-0.5), 1),
};

/** Events in 200 replications that make it more, and that make it less. */
const SELDOM = [
  [3, 0],
  [8, 0],
  [20, 0],
  [3, 1],
  [3, 3],
  [10, 3],
  [15, 15],
] as const;

/** The same in 16 replications, or blocks of them, nearly all of which differ. */
const OFTEN = [
  [8, 0],
  [16, 0],
  [64, 0],
  [160, 0],
  [32, 16],
  [48, 48],
] as const;

const student = (values: readonly number[]) => meanInterval(values, CONFIDENCE);

describe('an interval of 95 % of a difference', () => {
  it.each(Object.entries(SIZES))('holds the truth as often, of events that are %s', (_, law) => {
    const chance = uniforms(21);
    const size = () => law.inverse(chance());
    for (const [runs, all] of [[200, SELDOM] as const, [16, OFTEN] as const]) {
      for (const events of all) {
        const truth = (events[0] - events[1]) / runs;
        const share = coverage(truth, () => compound(runs, events, size, chance));
        expect(share, `${events.join(' and ')} events in ${runs}`).toBeGreaterThanOrEqual(FEWEST);
      }
    }
  });

  it('of counts of events, which have no size', () => {
    const chance = uniforms(22);
    for (const events of SELDOM) {
      const truth = (events[0] - events[1]) / 200;
      const counted = (values: readonly number[]) => intervalOf(values, true);
      const share = coverage(truth, () => compound(200, events, () => 1, chance), counted);
      expect(share, events.join(' and ')).toBeGreaterThanOrEqual(FEWEST);
    }
  });

  it('of a few replications that scatter normally, and there hardly wider than Student’s', () => {
    const chance = uniforms(23);
    for (const runs of [3, 5, 16, 29]) {
      const draw = () => Array.from({ length: runs }, () => 5 + normalUpperQuantile(chance()));
      expect(coverage(5, draw), `${runs} replications`).toBeGreaterThanOrEqual(FEWEST);
      let [own, usual] = [0, 0];
      for (let i = 0; i < 200; i++) {
        const values = draw();
        own += intervalOf(values).high! - intervalOf(values).low!;
        usual += student(values).high! - student(values).low!;
      }
      expect(own / usual).toBeLessThan(1.6);
    }
  });

  it('and Student’s would not: these tests would tell', () => {
    const chance = uniforms(24);
    const size = () => SIZES.exponential.inverse(chance());
    expect(coverage(3 / 200, () => compound(200, [3, 0], size, chance), student)).toBeLessThan(FEWEST - 0.1);
  });
});
