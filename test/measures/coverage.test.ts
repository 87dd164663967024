import { describe, expect, it } from 'vitest';
import {
  clusteredRatio,
  isPrecise,
  Moments,
  meanInterval,
  nextLook,
  orderStatisticBound,
  poissonInterval,
  proportionInterval,
  quantile,
  relativeHalfWidth,
  Sections,
  Tally,
} from '../../src/measures/estimators/index.ts';
import { exponential, lognormalWithMedian } from '../../src/random/index.ts';
import { uniforms } from '../uniforms.ts';

const EXPERIMENTS = 4_000;
const CONFIDENCE = 0.95;
/** A perfect method leaves these limits once in 60,000 times over 4,000 experiments. */
const FEWEST = 0.935;
const MOST = 0.965;

/** The share of experiments whose interval holds the truth. */
function coverage(truth: number, experiment: () => { low: number | null; high: number | null }): number {
  let hits = 0;
  for (let i = 0; i < EXPERIMENTS; i++) {
    const { low, high } = experiment();
    if (low! <= truth && truth <= high!) hits++;
  }
  return hits / EXPERIMENTS;
}

// One unit that fails once in 1,000 h and is repaired in 10 h, both exponential, watched for ten years.
const MTTF = 1_000;
const MTTR = 10;
const HORIZON = 87_600;

/** Hours down of one replication, up at the start, and how many of its outages had begun. */
function replication(chance: () => number): { down: number; outages: number } {
  const [life, repair] = [exponential(MTTF), exponential(MTTR)];
  let [now, down, outages] = [life.inverse(chance()), 0, 0];
  while (now < HORIZON) {
    const outage = repair.inverse(chance());
    outages++;
    down += Math.min(outage, HORIZON - now);
    now += outage + life.inverse(chance());
  }
  return { down, outages };
}

/** E[hours down in t] of a unit that starts up: the steady state less the transient (λ/(λ+μ))·(1 − e^(−(λ+μ)t))/(λ+μ). */
function meanDown(t: number): number {
  const [failure, repair] = [1 / MTTF, 1 / MTTR];
  const both = failure + repair;
  return (failure / both) * (t - -Math.expm1(-both * t) / both);
}

/** E[outages begun in t]: the failure rate over the mean time up. */
const meanOutages = (t: number): number => (t - meanDown(t)) / MTTF;

describe('an interval of 95 % holds the truth in 95 % of experiments', () => {
  it('simulates the model that it says', () => {
    const chance = uniforms(1);
    const downs = Array.from({ length: 4_000 }, () => replication(chance).down);
    const { mean, low, high } = meanInterval(downs, CONFIDENCE);
    const standardError = (high! - low!) / 2 / 1.96;
    expect(meanDown(HORIZON)).toBeCloseTo(867.22, 1);
    expect(Math.abs(mean! - meanDown(HORIZON))).toBeLessThan(4 * standardError);
    expect(standardError * Math.sqrt(4_000)).toBeGreaterThan(130.4 * 0.95);
    expect(standardError * Math.sqrt(4_000)).toBeLessThan(130.4 * 1.05);
  });

  it('of the mean downtime', () => {
    const chance = uniforms(2);
    const share = coverage(meanDown(HORIZON), () =>
      meanInterval(
        Array.from({ length: 64 }, () => replication(chance).down),
        CONFIDENCE,
      ),
    );
    expect(share).toBeGreaterThanOrEqual(FEWEST);
    expect(share).toBeLessThanOrEqual(MOST);
  });

  it('of the mean downtime, at least, where the run stops once it is known to 2.5 %', () => {
    const chance = uniforms(7);
    const counts = new Set<number>();
    const share = coverage(meanDown(HORIZON), () => {
      const moments = new Moments();
      for (let n = nextLook(0); ; n = nextLook(n)) {
        while (moments.count < n) moments.add(replication(chance).down);
        const estimate = meanInterval(moments, CONFIDENCE);
        if (!isPrecise(estimate, n, 0.025)) continue;
        counts.add(n);
        return estimate;
      }
    });
    expect(counts.size).toBeGreaterThan(2);
    expect(share).toBeGreaterThanOrEqual(FEWEST);
  });

  it('and in fewer where the run looks after every replication, and asks for no 30 of them: these tests would tell', () => {
    const chance = uniforms(9);
    const share = coverage(meanDown(HORIZON), () => {
      const moments = new Moments();
      for (;;) {
        moments.add(replication(chance).down);
        if (moments.count === 1) continue;
        const estimate = meanInterval(moments, CONFIDENCE);
        if (relativeHalfWidth(estimate) <= 0.1) return estimate;
      }
    });
    expect(share).toBeLessThan(FEWEST);
  });

  it('of the mean outage, a ratio of sums clustered by replication', () => {
    const chance = uniforms(3);
    const share = coverage(meanDown(HORIZON) / meanOutages(HORIZON), () => {
      const runs = Array.from({ length: 64 }, () => replication(chance));
      return clusteredRatio(
        runs.map((run) => run.down),
        runs.map((run) => run.outages),
        CONFIDENCE,
      );
    });
    expect(share).toBeGreaterThanOrEqual(FEWEST);
    expect(share).toBeLessThanOrEqual(MOST);
  });

  it('of a rate, at least', () => {
    const chance = uniforms(4);
    const [rate, years] = [0.3, 10];
    const between = exponential(1 / rate);
    const share = coverage(rate, () => {
      let count = 0;
      for (let now = between.inverse(chance()); now < years; now += between.inverse(chance())) count++;
      return poissonInterval(count, years, CONFIDENCE);
    });
    expect(share).toBeGreaterThanOrEqual(FEWEST);
  });

  it('of a chance, at least', () => {
    const chance = uniforms(5);
    const share = coverage(0.97, () => {
      let successes = 0;
      for (let i = 0; i < 50; i++) if (chance() < 0.97) successes++;
      return proportionInterval(successes, 50, CONFIDENCE);
    });
    expect(share).toBeGreaterThanOrEqual(FEWEST);
  });

  it('of a p95, each side at least', () => {
    const chance = uniforms(6);
    const law = lognormalWithMedian(30, 0.8);
    const truth = law.inverse(0.95);
    const bounds = Array.from({ length: EXPERIMENTS }, () => {
      const sorted = Array.from({ length: 100 }, () => law.inverse(chance())).sort((a, b) => a - b);
      expect(quantile(sorted, 0.95)).toBe(sorted[94]);
      return orderStatisticBound(sorted, 0.95, CONFIDENCE);
    });
    expect(bounds.filter(({ upper }) => upper! >= truth).length / EXPERIMENTS).toBeGreaterThanOrEqual(FEWEST);
    expect(bounds.filter(({ lower }) => lower! <= truth).length / EXPERIMENTS).toBeGreaterThanOrEqual(FEWEST);
  });

  it('of a p95 of incidents that are alike within a replication, at least, where the run stops once it is known to 15 %', () => {
    const chance = uniforms(8);
    const [shared, own] = [lognormalWithMedian(1, 0.5), lognormalWithMedian(600e6, 0.5)];
    const both = lognormalWithMedian(600e6, Math.hypot(0.5, 0.5));
    const truth = both.inverse(0.95);
    const counts = new Set<number>();
    const block = (): Tally => {
      const tally = new Tally();
      for (let replication = 0; replication < 64; replication++) {
        // Every other replication has three incidents, all longer or shorter by the same.
        if (replication % 2 === 0) continue;
        const factor = shared.inverse(chance());
        for (let incident = 0; incident < 3; incident++) tally.add(factor * own.inverse(chance()));
      }
      return tally;
    };
    let hits = 0;
    for (let i = 0; i < EXPERIMENTS; i++) {
      const sections = new Sections();
      for (let blocks = 0, n = nextLook(0); ; n = nextLook(n)) {
        for (; blocks * 64 < n; blocks++) sections.add(block());
        const estimate = sections.quantile(0.95, CONFIDENCE);
        if (relativeHalfWidth(estimate) > 0.15) continue;
        counts.add(n);
        if (estimate.low! <= truth && truth <= estimate.high!) hits++;
        break;
      }
    }
    expect(counts.size).toBeGreaterThan(1);
    expect(hits / EXPERIMENTS).toBeGreaterThanOrEqual(FEWEST);
  });
});
