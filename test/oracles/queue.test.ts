import { describe, expect, it } from 'vitest';
import { SplittingRun } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';
import { poolCase, rare } from './rare.ts';

/**
 * Eight servers, one crew: down while six are broken, which takes many failures that overlap. Exact: the chain of births and deaths.
 * Each failure alone is frequent, and repairs that wait are not drawn yet: forcing failures gains nothing.
 */
describe('a queue of repairs that grows step by step', () => {
  const queue = poolCase('one crew', { needed: 3, of: 8, mttf: 500, mttr: 20, crews: 1 });

  it('is met by splitting, which gains much', () => {
    const run = new SplittingRun(read(queue.text), { runs: 30, years: 10, seed: '1' });
    while (run.step());
    const { page } = run.result({ file: 'test.yaml', sha256: '' }).workloads;
    const { mean, low, high } = page!.downtimeMinutesPerYear;
    expect(Math.abs(mean! - queue.minutes)).toBeLessThan((4 * (high! - low!)) / 2 / 2.045);
    expect((high! - low!) / 2).toBeLessThan(0.1 * queue.minutes);
    expect(page!.varianceReduction).toBeGreaterThan(15);
    expect(page!.warnings).toEqual([]);
  });

  it('is nothing for biasing, which says so', () => {
    const { page } = rare(queue.text, 30).workloads;
    // With so few windows that matter the gain itself is hardly known: 2.2 here, 0.5 with 60 paths.
    expect(page!.varianceReduction).toBeLessThan(5);
    expect(page!.effectiveSampleSize).toBeLessThan(100);
    expect(page!.warnings).toContain('few');
  });
});
