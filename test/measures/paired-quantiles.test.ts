import { describe, expect, it } from 'vitest';
import { type LongestPair, longestOf, pairedQuantiles, quantile } from '../../src/measures/estimators/index.ts';
import { uniforms } from '../uniforms.ts';

const P = 0.95;
const SURE = 0.95;
const EXPERIMENTS = 1_000;
/** A perfect method falls below it once in 10,000 times. */
const FEWEST = 0.95 - 3.7 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

type Times = readonly (number | undefined)[];

const boundsOf = (before: Times, after: Times) =>
  pairedQuantiles([[longestOf(before, P), longestOf(after, P)]], before.length, P, SURE)[0]!;

const some = (count: number, seed: number): number[] => {
  const uniform = uniforms(seed);
  return Array.from({ length: count }, () => -Math.log(uniform()));
};

/**
 * Exponential times, the later twice as long in the mean and in a share of the trials by the same chance: their p95 differ by ln 20.
 * In some trials there is no time, each side by itself.
 */
function experiment(count: number, shared: number, missing: number, uniform: () => number): LongestPair {
  const both = Array.from({ length: count }, (): [number | undefined, number | undefined] => {
    const before = -Math.log(uniform());
    const after = 2 * (uniform() < shared ? before : -Math.log(uniform()));
    return [uniform() < missing ? undefined : before, uniform() < missing ? undefined : after];
  });
  return [
    longestOf(
      both.map(([time]) => time),
      P,
    ),
    longestOf(
      both.map(([, time]) => time),
      P,
    ),
  ];
}

describe('the bounds of the difference of two p95 of the same trials', () => {
  it('are exactly 0 where both are the same, and exactly the shift where one is shifted', () => {
    const times = some(300, 1);
    expect(boundsOf(times, times)).toEqual({ lower: 0, upper: 0 });
    const whole = times.map((time) => Math.round(1e6 * time));
    expect(
      boundsOf(
        whole,
        whole.map((time) => time + 7),
      ),
    ).toEqual({ lower: 7, upper: 7 });
  });

  it('turn with the sign, grow with the unit, and are the same again', () => {
    const [before, after] = [some(200, 1), some(200, 2)];
    const { lower, upper } = boundsOf(before, after);
    expect(boundsOf(before, after)).toEqual({ lower, upper });
    expect(
      boundsOf(
        before.map((one) => 4 * one),
        after.map((one) => 4 * one),
      ),
    ).toEqual({
      lower: 4 * lower!,
      upper: 4 * upper!,
    });
    const seen =
      quantile(
        [...after].sort((a, b) => a - b),
        P,
      )! -
      quantile(
        [...before].sort((a, b) => a - b),
        P,
      )!;
    expect(lower).toBeLessThan(seen);
    expect(upper).toBeGreaterThan(seen);
  });

  it('are none of fewer than 59 times on either side', () => {
    const without = (known: number): Times => some(100, 1).map((time, i) => (i < known ? time : undefined));
    expect(boundsOf(without(58), without(100))).toEqual({ lower: null, upper: null });
    expect(boundsOf(without(100), without(58))).toEqual({ lower: null, upper: null });
    expect(boundsOf(without(59), without(59))).toEqual({ lower: 0, upper: 0 });
  });

  it.each([
    ['by chances of their own', 60, 0, 0],
    ['by chances of their own', 300, 0, 0],
    ['mostly by the same chances', 300, 0.9, 0],
    ['by the same chances', 300, 1, 0],
    ['partly by the same chances, some without a time', 300, 0.7, 0.2],
  ])('hold the truth each 95 % of the time: %s, %i trials', (_, count, shared, missing) => {
    const uniform = uniforms(count + 10 * shared + missing);
    const pairs = Array.from({ length: EXPERIMENTS }, () => experiment(count, shared, missing, uniform));
    const all = pairedQuantiles(pairs, count, P, SURE);
    const truth = Math.log(20);
    const share = (holds: (one: (typeof all)[number]) => boolean): number => all.filter(holds).length / EXPERIMENTS;
    expect(share(({ lower }) => lower! <= truth)).toBeGreaterThan(FEWEST);
    expect(share(({ upper }) => upper! >= truth)).toBeGreaterThan(FEWEST);
  });
  it('lie the nearer, the more both have in common', () => {
    const widths = [0, 0.5, 0.9].map((shared) => {
      const uniform = uniforms(3);
      const pairs = Array.from({ length: 100 }, () => experiment(300, shared, 0, uniform));
      return pairedQuantiles(pairs, 300, P, SURE).reduce((sum, { lower, upper }) => sum + upper! - lower!, 0);
    });
    expect(widths[1]).toBeLessThan(widths[0]!);
    expect(widths[2]).toBeLessThan(widths[1]!);
  });
});
