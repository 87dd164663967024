import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Experiment, RareRun } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

const ORIGIN = { file: 'test.yaml', sha256: '' };
const scenario = (file: string) => read(readFileSync(new URL(`../../scenarios/${file}`, import.meta.url), 'utf8'));

describe.each([
  'reference-m1.yaml',
  'a-a.yaml',
  'cloud-ha.yaml',
  'hybrid-dr.yaml',
  'product-redis-cluster.yaml',
])('a run of %s by failure biasing', (file) => {
  const options = { runs: 3, years: 4, seed: 'path' };
  const run = (): RareRun => {
    const rare = new RareRun(scenario(file), options);
    while (rare.step());
    return rare;
  };
  const result = run().result(ORIGIN);

  it('leaves its paths what ordinary replications are, whatever windows begin from them', () => {
    const experiment = new Experiment(scenario(file), options);
    while (experiment.step());
    const { workloads } = experiment.result(ORIGIN);
    for (const [name, { downtimeMinutesPerYear }] of Object.entries(workloads)) {
      expect(result.workloads[name]!.ordinary.downtimeMinutesPerYear).toEqual(downtimeMinutesPerYear);
    }
    expect(Object.values(workloads).some(({ downtimeMinutesPerYear: { mean } }) => mean !== null && mean > 0)).toBe(
      true,
    );
  });

  it('gives the same bytes again', () => {
    expect(JSON.stringify(run().result(ORIGIN))).toBe(JSON.stringify(result));
  });

  it('books all weighted downtime on what was broken', () => {
    for (const { causes, downtimeMinutesPerYear, incidentsPerYear } of Object.values(result.workloads)) {
      const minutes = causes.reduce((sum, cause) => sum + cause.minutesPerYear, 0);
      const incidents = causes.reduce((sum, cause) => sum + cause.incidentsPerYear, 0);
      for (const { minutesPerYear, incidentsPerYear: often, share, intervals } of causes) {
        expect(intervals.minutesPerYear.low).toBeLessThanOrEqual(minutesPerYear);
        expect(intervals.minutesPerYear.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(minutesPerYear);
        expect(intervals.incidentsPerYear.low).toBeLessThanOrEqual(often);
        expect(intervals.incidentsPerYear.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(often);
        expect(intervals.share.low).toBeLessThanOrEqual(share + 1e-12);
        expect(intervals.share.high).toBeGreaterThanOrEqual(share - 1e-12);
      }
      expect(minutes).toBeLessThanOrEqual(downtimeMinutesPerYear.mean! * (1 + 1e-9));
      expect(incidents).toBeLessThanOrEqual(incidentsPerYear.mean! * (1 + 1e-9));
    }
  });
});
