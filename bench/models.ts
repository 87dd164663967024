import { readFileSync } from 'node:fs';
import { horizonOf, replicate } from '../src/experiment/index.ts';
import type { ProbeMode } from '../src/model/index.ts';
import { masterKey } from '../src/random/index.ts';
import { compileScenario, readScenario } from '../src/scenario/index.ts';
import { type Contender, rate } from './measure.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);
const MASTER = masterKey('bench');

function compiled(file: string, probes: ProbeMode) {
  const text = readFileSync(new URL(file, SCENARIOS), 'utf8');
  const { scenario } = readScenario(text, file);
  if (scenario === undefined) throw new Error(`${file} does not read`);
  return compileScenario(scenario, { probes });
}

/** Simulated years a second of a scenario, one thread. */
export function years(name: string, file: string, replications: number): Contender {
  const model = compiled(file, 'elided');
  const horizon = horizonOf(10);
  const work = () => {
    for (let index = 0; index < replications; index++) replicate(model, MASTER, index, horizon);
    return replications * 10;
  };
  work();
  return { name, unit: 'simulated years/s', run: () => rate(work) };
}

/** Events a second when every probe is one. */
export function literalEvents(name: string, file: string, days: number): Contender {
  const model = compiled(file, 'literal');
  const horizon = horizonOf(days / 365);
  const work = () => {
    replicate(model, MASTER, 0, horizon);
    return model.simulation.events;
  };
  work();
  return { name, unit: 'events/s', run: () => rate(work) };
}
