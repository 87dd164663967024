import { describe, expect, it } from 'vitest';
import { Experiment, horizonOf, runBlock } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';

const SCENARIO = read(`
hasim: 1
catalogue: none
places: {r: {a: {}}}
components: {app: {kind: ecs, in: r/a, count: 1, boot: 0s, faults: {crash: {mtbf: 2y, repair: {exponential: 1h}, effect: exit}}}}
workloads: {page: {entry: app, demand: 1/s}}
`);
const YEARS = 1;
const MINUTES = 365 * 24 * 60;

function run(runs: number) {
  const experiment = new Experiment(SCENARIO, { runs, years: YEARS, seed: '1' });
  while (experiment.step());
  return experiment.result({ file: 'x.yaml', sha256: '' }).workloads['page']!;
}

describe('what a run tells of its replications', () => {
  const { overRuns, downtimeMinutesPerYear } = run(200);

  it('counts each run in the bin of its downtime', () => {
    const model = compileScenario(SCENARIO);
    const blocks = [0, 1, 2, 3].map((i) => runBlock(model, masterKey('1'), i, 200, horizonOf(YEARS)));
    const downs = blocks.flatMap(({ figures }) =>
      figures.map(({ workloads }) => workloads.get('page')!.down * MINUTES),
    );
    expect(overRuns.runsWithout).toBe(downs.filter((down) => down === 0).length);
    expect(overRuns.runsWithout).toBeGreaterThan(0);
    for (const { from, to, runs } of overRuns.downtimeMinutes) {
      expect([from, runs]).toEqual([from, downs.filter((down) => down >= from && down < to).length]);
    }
    const counted = overRuns.downtimeMinutes.reduce((sum, { runs }) => sum + runs, overRuns.runsWithout);
    expect(counted).toBe(200);
  });

  it('tells what fewer runs would have told', () => {
    expect(overRuns.convergence.map(({ runs }) => runs)).toEqual([64, 128, 192, 200]);
    for (const { runs, ...reached } of overRuns.convergence) {
      const { mean, low, high } = run(runs).downtimeMinutesPerYear;
      expect(reached).toEqual({ mean, low, high });
    }
    expect(overRuns.convergence.at(-1)).toMatchObject({ mean: downtimeMinutesPerYear.mean });
  });
});
