import { readFileSync } from 'node:fs';
import { BLOCK_SIZE, horizonOf, replicate, runBlock } from '../src/experiment/index.ts';
import type { ProbeMode } from '../src/model/index.ts';
import { masterKey } from '../src/random/index.ts';
import { compileScenario, readScenario } from '../src/scenario/index.ts';
import { warmRate } from './measure.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);
const MASTER = masterKey('bench');

function compiled(file: string, probes: ProbeMode) {
  const text = readFileSync(new URL(file, SCENARIOS), 'utf8');
  const { scenario } = readScenario(text, file);
  if (scenario === undefined) throw new Error(`${file} does not read`);
  return compileScenario(scenario, { probes });
}

const YEARS = 10;

/** Simulated years a second of a scenario, in one thread and in blocks, as every run does it. */
export function years(file: string, blocks: number): number {
  const model = compiled(file, 'elided');
  const horizon = horizonOf(YEARS);
  const runs = blocks * BLOCK_SIZE;
  return warmRate(() => {
    for (let index = 0; index < blocks; index++) runBlock(model, MASTER, index, runs, horizon);
    return runs * YEARS;
  });
}

/** Events a second when every probe is one. */
export function literalEvents(file: string, days: number): number {
  const model = compiled(file, 'literal');
  const horizon = horizonOf(days / 365);
  return warmRate(() => {
    replicate(model, MASTER, 0, horizon);
    return model.simulation.events;
  });
}
