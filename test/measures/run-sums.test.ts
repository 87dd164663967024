import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  meanInterval,
  poissonInterval,
  RunSums,
  ratioInterval,
  SumByRun,
  shareInterval,
  sumInterval,
  TapeReader,
  TapeWriter,
} from '../../src/measures/estimators/index.ts';
import { exponential, fixed, lognormalWithMedian } from '../../src/random/index.ts';
import { uniforms } from '../uniforms.ts';

const CONFIDENCE = 0.95;

/** What replications added, and to what whole. */
function sumsOf(values: readonly number[], wholes: readonly number[] = []) {
  const sums = new RunSums();
  for (const [i, value] of values.entries()) sums.add(value, wholes[i]);
  return { total: values.reduce((sum, value) => sum + value, 0), sums, runs: values.length };
}

const intervalOf = (values: readonly number[]) => sumInterval(sumsOf(values), CONFIDENCE);
const rare = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 })), {
  minLength: 2,
  maxLength: 80,
});

describe('the interval of a sum of what replications added', () => {
  it('holds the sum, is never below 0, and is bounded where anything was seen', () => {
    fc.assert(
      fc.property(rare, (values) => {
        const { mean, low, high } = intervalOf(values);
        const seen = values.some((value) => value > 0);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mean!);
        expect(high === null).toBe(!seen);
        if (high !== null) expect(high).toBeGreaterThan(mean!);
      }),
    );
  });

  it('grows with its unit', () => {
    fc.assert(
      fc.property(rare, fc.constantFrom(2, 1024, 0.25), (values, scale) => {
        const [one, other] = [intervalOf(values), intervalOf(values.map((value) => value * scale))];
        expect(other.low).toBeCloseTo(one.low! * scale, 6);
        if (one.high !== null) expect(other.high! / scale / one.high).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not depend on how replications were cut into blocks, nor on a way through a tape', () => {
    fc.assert(
      fc.property(rare, fc.nat(80), (values, at) => {
        const wholes = values.map((value) => 2 * value + 1);
        const all = sumsOf(values, wholes).sums;
        const merged = sumsOf(values.slice(0, at), wholes.slice(0, at)).sums;
        merged.merge(sumsOf(values.slice(at), wholes.slice(at)).sums);
        const tape = new TapeWriter();
        merged.code(tape);
        const read = new RunSums();
        read.code(new TapeReader(tape.tape));
        expect({ ...read }).toEqual({ ...all });
      }),
    );
  });

  it('counts all that is added in one replication as one amount, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(10_000), { maxLength: 5 }), { maxLength: 20 }),
        fc.nat(20),
        (replications, at) => {
          const spent = replications.map((parts) => parts.reduce((sum, part) => sum + part, 0));
          const wholes = spent.map((sum) => sum + 1);
          const summed = (from: number, to?: number): SumByRun => {
            const sum = new SumByRun();
            for (const [i, parts] of replications.slice(from, to).entries()) {
              for (const part of parts) sum.add(part);
              sum.endRun(wholes[from + i]);
            }
            return sum;
          };
          const merged = summed(0, at);
          merged.merge(summed(at));
          const tape = new TapeWriter();
          merged.code(tape);
          const read = new SumByRun();
          read.code(new TapeReader(tape.tape));
          expect(read.total).toBe(spent.reduce((sum, part) => sum + BigInt(part), 0n));
          expect(read.runs).toEqual(sumsOf(spent, wholes).sums);
          expect(read.present).toBe(0);
        },
      ),
    );
  });

  it('of equal amounts, now and then, is about as wide as that of a Poisson count', () => {
    for (const count of [30, 100, 300]) {
      const values = Array.from({ length: 1_000 * count }, (_, i) => (i % 1_000 === 0 ? 7 : 0));
      const [{ low, high }, exact] = [intervalOf(values), poissonInterval(count, 1, CONFIDENCE)];
      expect(low! / 7 / exact.low!).toBeGreaterThan(0.95);
      expect(low! / 7 / exact.low!).toBeLessThan(1.001);
      expect(high! / 7 / exact.high!).toBeGreaterThan(0.999);
      expect(high! / 7 / exact.high!).toBeLessThan(1.05);
    }
  });

  it('of many amounts in every replication is about that of Student', () => {
    const chance = uniforms(11);
    const values = Array.from({ length: 20_000 }, () => 1 + chance());
    const { low, high } = intervalOf(values);
    const student = meanInterval(values, CONFIDENCE);
    expect((high! - low!) / ((student.high! - student.low!) * values.length)).toBeCloseTo(1, 1);
    expect(low! / values.length).toBeCloseTo(student.low!, 3);
    expect(high! / values.length).toBeCloseTo(student.high!, 3);
  });

  it('knows nothing from one replication, and no upper bound from none seen', () => {
    expect(intervalOf([3])).toEqual({ mean: 3, low: null, high: null });
    expect(intervalOf([0, 0, 0])).toEqual({ mean: 0, low: 0, high: null });
  });

  it('goes on smoothly where a cube of the normal law stands for the gamma law', () => {
    const width = (deviation: number) => {
      const values = Array.from({ length: 4_000 }, (_, i) => 1e6 + (i % 2 === 0 ? deviation : -deviation));
      const { mean, low, high } = intervalOf(values);
      return [(mean! - low!) / deviation, (high! - mean! - 1e6 - deviation) / deviation];
    };
    // The shape is 4,000 times the square of the mean in deviations: 90,000 and 110,000.
    const [before, after] = [width(1e6 / Math.sqrt(22.5)), width(1e6 / Math.sqrt(27.5))];
    for (const side of [0, 1]) expect(after[side]! / before[side]!).toBeCloseTo(1, 2);
  });
});

/** How many events there are in a stretch in which there are `mean` on average. */
function poisson(mean: number, chance: () => number): number {
  let count = 0;
  let at = -Math.log(chance());
  while (at < mean) {
    count++;
    at -= Math.log(chance());
  }
  return count;
}

const RUNS = 64;

/** What replications add that see so many events in all on average, each of a size. */
function compound(events: number, size: () => number, chance: () => number): number[] {
  return Array.from({ length: RUNS }, () => {
    let sum = 0;
    for (let left = poisson(events / RUNS, chance); left > 0; left--) sum += size();
    return sum;
  });
}

const EXPERIMENTS = 2_000;

/** The share of experiments whose interval holds the truth, of those in which anything was seen. */
function coverage(truth: number, experiment: () => { low: number | null; high: number | null }): number {
  let [hits, seen] = [0, 0];
  for (let i = 0; i < EXPERIMENTS; i++) {
    const { low, high } = experiment();
    if (high === null) continue;
    seen++;
    if (low! <= truth && truth <= high) hits++;
  }
  return hits / seen;
}

/** A perfect method falls below it once in 10,000 times. */
const FEWEST = 0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);
const SIZES = {
  equal: fixed(1),
  exponential: exponential(1),
  'lognormal, sigma 0.7': lognormalWithMedian(Math.exp(-0.245), 0.7),
  'lognormal, sigma 1': lognormalWithMedian(Math.exp(-0.5), 1),
};

describe('an interval of 95 % of a compound Poisson sum', () => {
  it.each(Object.entries(SIZES))('holds the truth as often, of events that are %s', (_, law) => {
    const chance = uniforms(12);
    for (const events of [1, 3, 10, 30, 100, 300]) {
      const share = coverage(events, () => intervalOf(compound(events, () => law.inverse(chance()), chance)));
      expect(share, `${events} events`).toBeGreaterThanOrEqual(FEWEST);
    }
  });

  it('and Student’s would not: these tests would tell', () => {
    const chance = uniforms(13);
    const size = () => SIZES.exponential.inverse(chance());
    const share = coverage(3, () => {
      const { low, high } = meanInterval(compound(3, size, chance), CONFIDENCE);
      return { low: low! * RUNS, high: high === 0 ? null : high! * RUNS };
    });
    expect(share).toBeLessThan(FEWEST - 0.1);
  });
});

describe('the interval of a share', () => {
  const both = (values: readonly number[], others: readonly number[]) => {
    const wholes = values.map((value, i) => value + others[i]!);
    return shareInterval(sumsOf(values, wholes), sumsOf(wholes), CONFIDENCE);
  };

  it('lies between 0 and 1 and holds the share; that of the rest is the other way round', () => {
    fc.assert(
      fc.property(rare, rare, (some, more) => {
        const others = some.map((_, i) => more[i] ?? 0);
        const { mean, low, high } = both(some, others);
        if (mean === null) return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
      }),
      {
        examples: [
          [
            [0, 991629],
            [0, 396107, 0],
          ],
        ],
      }, // rounded otherwise in its last digit
    );
  });

  it('of all that was seen says how little that was', () => {
    const few = both([5, 0, 5, 0, 0], [0, 0, 0, 0, 0]);
    const many = both(Array(400).fill(5), Array(400).fill(0));
    expect(few).toMatchObject({ mean: 1, high: 1 });
    expect(few.low).toBeLessThan(0.3);
    expect(many.low).toBeGreaterThan(0.98);
  });

  it.each([
    [0.03, 0.9],
    [0.1, FEWEST],
    [0.3, FEWEST],
    [0.8, FEWEST],
  ])('of %d, where a hundred events are seen, holds the truth in %d of experiments', (share, fewest) => {
    const chance = uniforms(14);
    const size = () => SIZES.exponential.inverse(chance());
    const found = coverage(share, () =>
      both(compound(100 * share, size, chance), compound(100 * (1 - share), size, chance)),
    );
    expect(found).toBeGreaterThanOrEqual(fewest);
  });

  it('as a ratio of what is no part of the other holds the truth as often', () => {
    const chance = uniforms(15);
    const size = () => SIZES.exponential.inverse(chance());
    const found = coverage(3, () => {
      const spans = compound(60, size, chance);
      const ages = spans.map((span) => span * (span === 0 ? 0 : 6 * chance()));
      return ratioInterval(sumsOf(ages, spans), sumsOf(spans), CONFIDENCE);
    });
    expect(found).toBeGreaterThanOrEqual(FEWEST);
  });
});
