import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockRun, Experiment, horizonOf, runBlock } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, readScenario } from '../../src/scenario/index.ts';

const scenario = readScenario(readFileSync('scenarios/a-a.yaml', 'utf8'), 'a-a').scenario!;
const MASTER = masterKey('slices');
const HORIZON = horizonOf(0.3);

describe('a block that is run in slices', () => {
  const whole = runBlock(compileScenario(scenario), MASTER, 0, 4, HORIZON);
  const model = compileScenario(scenario);

  it('shows what it shows in one go, wherever it pauses', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (slices) => {
        const run = new BlockRun(model, MASTER, 0, 4, HORIZON);
        for (let k = 0; !run.advance(slices[k % slices.length]!); k++);
        expect(run.block).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('pauses after as many events as stated', () => {
    const run = new BlockRun(model, MASTER, 0, 4, HORIZON);
    run.advance(10);
    expect(model.simulation.events).toBe(10);
    run.advance(7);
    expect(model.simulation.events).toBe(17);
  });
});

describe('an experiment', () => {
  it('counts whole blocks only, however its slices fall', () => {
    const experiment = new Experiment(scenario, { runs: 100, years: 0.3, seed: 's' });
    const counts = new Set([0]);
    while (experiment.step()) counts.add(experiment.done);
    expect([...counts, experiment.done]).toEqual([0, 64, 100]);
  });
});
