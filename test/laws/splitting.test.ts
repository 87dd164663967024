import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Experiment, SplittingRun } from '../../src/experiment/index.ts';
import { poolCase } from '../oracles/rare.ts';
import { read } from '../simulate.ts';

const ORIGIN = { file: 'test.yaml', sha256: '' };
const scenario = () => read(readFileSync(new URL('../../scenarios/reference-m1.yaml', import.meta.url), 'utf8'));
const split = (
  of: ReturnType<typeof read>,
  options: { runs: number; years: number; seed: string; levels?: number },
) => {
  const run = new SplittingRun(of, options);
  while (run.step());
  return run.result(ORIGIN);
};

describe('importance splitting', () => {
  const options = { runs: 3, years: 1, seed: 'tree' };

  it('of one level is an ordinary run, bit for bit; of many it leaves the path what it was', () => {
    const experiment = new Experiment(scenario(), options);
    while (experiment.step());
    const { workloads, events } = experiment.result(ORIGIN);
    const flat = split(scenario(), { ...options, levels: 1 });
    const many = split(scenario(), options);
    expect([flat.events, flat.rare.windows]).toEqual([events, 0]);
    expect(many.rare.windows).toBeGreaterThan(0);
    for (const [name, { downtimeMinutesPerYear }] of Object.entries(workloads)) {
      expect(flat.workloads[name]!.downtimeMinutesPerYear.mean).toBe(downtimeMinutesPerYear.mean);
      expect(many.workloads[name]!.ordinary.downtimeMinutesPerYear).toEqual(downtimeMinutesPerYear);
    }
  });

  it('gives the exact answer of 2 of 3 units, and the same bytes again', () => {
    const units = poolCase('2 of 3', { needed: 2, of: 3, mttf: 1_000, mttr: 10, crews: 3 });
    const of = () => split(read(units.text), { runs: 30, years: 10, seed: '1' });
    const result = of();
    const { mean, low, high } = result.workloads.page!.downtimeMinutesPerYear;
    expect(Math.abs(mean! - units.minutes)).toBeLessThan((4 * (high! - low!)) / 2 / 2.045);
    expect(JSON.stringify(of())).toBe(JSON.stringify(result));
  });
});
