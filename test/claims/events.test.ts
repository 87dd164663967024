import { describe, expect, it } from 'vitest';
import { scenarioFiles, scenarioOf } from '../../bench/measured.ts';
import { Experiment } from '../../src/index.ts';

/**
 * A run with defaults is to end in about ten seconds on two cores. A test must not time; what it can hold is the work: an event
 * with the evaluation of service after it took 1.1 to 2.4 µs of a core (`remote-dr`, `a-s`, measured with six others on two cores), so ten
 * million are at most some twelve seconds of two cores, and half of that where they are free.
 */
const MOST = 10e6;
/** Replications of ten years unless told otherwise, and how many of them are counted here. */
const DEFAULT_RUNS = 1_000;
const RUNS = 4;

describe('a run with defaults', () => {
  it.each(scenarioFiles())('%s has few enough events', (file) => {
    const experiment = new Experiment(scenarioOf(file), { runs: RUNS, years: 10, seed: '1' });
    while (experiment.step());
    const { events } = experiment.result({ file, sha256: '' });
    expect(events).toBeGreaterThan(0);
    expect((events * DEFAULT_RUNS) / RUNS).toBeLessThan(MOST);
  });
});
