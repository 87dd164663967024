import { describe, expect, it } from 'vitest';
import type { Us } from '../../src/base/index.ts';
import { spreadOf } from '../../src/experiment/drill/spreads.ts';
import { censoredSpread } from '../../src/experiment/summary/estimates.ts';
import { beyondLargest } from '../../src/experiment/summary/quantiles.ts';
import { Tally } from '../../src/measures/index.ts';
import { exponential, lognormalWithMedian } from '../../src/random/index.ts';
import { boundsOf } from '../../src/report/spans.ts';
import { uniforms } from '../uniforms.ts';

const EXPERIMENTS = 2_000;
/** A true coverage of 95 % falls below this share of the experiments once in 30,000 times. */
const FEWEST = 0.93;

const LAWS = { exponential: exponential(600e6 as Us), lognormal: lognormalWithMedian(600e6, 1) };
const RANKS = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** In which share of the experiments something holds of so many independent times of a law. */
function shareOf(law: keyof typeof LAWS, n: number, holds: (times: readonly number[]) => boolean): number {
  const chance = uniforms(n);
  let hits = 0;
  for (let i = 0; i < EXPERIMENTS; i++) {
    if (holds(Array.from({ length: n }, () => LAWS[law].inverse(chance())))) hits++;
  }
  return hits / EXPERIMENTS;
}

describe('what quantiles lie between', () => {
  for (const [law, p, n] of [
    ['exponential', 'p50', 20],
    ['lognormal', 'p50', 101],
    ['exponential', 'p95', 100],
    ['lognormal', 'p95', 200],
    ['exponential', 'p99', 400],
  ] as const) {
    it(`each side of ${p} holds that of the law (${law}) for 95 % of experiments with ${n} or more, but not for all`, () => {
      const truth = LAWS[law].inverse(RANKS[p]) / 1e6;
      let [below, above] = [0, 0];
      const both = shareOf(law, n, (times) => {
        const { low, high } = boundsOf(spreadOf(times), p);
        if (low! <= truth) below++;
        if (high! >= truth) above++;
        return low! <= truth && truth <= high!;
      });
      for (const side of [below / EXPERIMENTS, above / EXPERIMENTS]) {
        expect(side).toBeGreaterThanOrEqual(FEWEST);
        expect(side).toBeLessThan(0.995);
      }
      expect(both).toBeGreaterThanOrEqual(2 * FEWEST - 1);
    });
  }

  it('has no side that so few cannot give: 5, 59 and 299 are the fewest with an upper one', () => {
    const upTo = (n: number) => spreadOf(Array.from({ length: n }, (_, i) => (i + 1) * 1e6));
    expect([upTo(4).p50High, upTo(5).p50High]).toEqual([null, 5]);
    expect([upTo(58).p95High, upTo(59).p95High]).toEqual([null, 59]);
    expect([upTo(298).p99High, upTo(299).p99High]).toEqual([null, 299]);
    expect(upTo(1)).toMatchObject({ p50: 1, p50Low: null, p95Low: 1, p99Low: 1, max: 1, beyondMax: 0.95 });
    expect(spreadOf([])).toMatchObject({ p50Low: null, p99High: null, max: null, beyondMax: null });
  });

  it('are the same of runs as of drills, and take what is still open for longer than any', () => {
    const times = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) * 1e6);
    const tally = new Tally();
    for (const time of times) tally.add(time);
    const { ofAll: _, ...drilled } = spreadOf(times);
    const { censored, ...run } = censoredSpread(tally, 0);
    expect(run).toEqual(drilled);
    const cut = censoredSpread(tally, 10);
    expect(run.mean).toBe(199.5);
    // Uniform: σ = 115.5, and twice that by the root of 400 each way.
    expect([run.meanLow! / 188, run.meanHigh! / 211]).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
    expect(cut).toMatchObject({
      count: 410,
      mean: null,
      meanLow: null,
      meanHigh: null,
      p99: null,
      p99High: null,
      max: 399,
      censored: 10,
    });
    const { p95, p95Low, p95High } = cut;
    expect({ p95, p95Low, p95High, isNever: false }).toEqual(spreadOf(times, { never: 10 }).ofAll);
    expect(p95High).toBeLessThan(399);
  });
});

describe('the worst seen', () => {
  it('is exceeded by at most the share that is told, in 95 % of the experiments, just so', () => {
    for (const n of [10, 60, 300]) {
      const share = beyondLargest(n)!;
      const held = shareOf('exponential', n, (times) => Math.exp(-Math.max(...times) / 600e6) <= share);
      expect(held).toBeGreaterThanOrEqual(FEWEST);
      expect(held).toBeLessThanOrEqual(0.97);
      expect(share * n).toBeLessThan(3);
    }
  });

  it('is about 3 in n of n, and more where some have not ended', () => {
    expect(beyondLargest(300)! * 300).toBeCloseTo(3, 1);
    expect(beyondLargest(1e9)! * 1e9).toBeCloseTo(2.995_732, 5);
    expect(beyondLargest(300, 3)!).toBeGreaterThan(2 * beyondLargest(300)!);
    expect(beyondLargest(0)).toBeNull();
  });
});
