import { readFileSync } from 'node:fs';
import { type Answer, freshBell, freshGauge, type Order } from '../src/backend/order.ts';
import { packScenario } from '../src/backend/parcel.ts';
import { BLOCK_SIZE, horizonOf, replicate } from '../src/experiment/index.ts';
import { masterKey } from '../src/random/index.ts';
import { compileScenario, readScenario, type Scenario } from '../src/scenario/index.ts';
import { warmRate } from './measure.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);
/** What runs do blocks with, as `npm run build` makes it: in one file V8 knows constants that it looks up between modules. */
const ENTRY = new URL('../../dist/backend/thread.js', import.meta.url);
const YEARS = 10;
const SEED = 'bench';

function scenarioOf(file: string): Scenario {
  const text = readFileSync(new URL(file, SCENARIOS), 'utf8');
  const { scenario } = readScenario(text, file);
  if (scenario === undefined) throw new Error(`${file} does not read`);
  return scenario;
}

/** Simulated years a second of a scenario, in one thread and in blocks, as every run does it. */
export async function years(file: string, blocks: number): Promise<number> {
  const { default: work }: { default: (order: Order) => Answer } = await import(ENTRY.href);
  const scenario = packScenario(scenarioOf(file), file);
  const runs = blocks * BLOCK_SIZE;
  const common = { scenario, alone: true, bell: freshBell(), gauge: freshGauge() };
  return warmRate(() => {
    for (let index = 0; index < blocks; index++) {
      const tape = work({ ...common, part: { seed: SEED, years: YEARS, runs, index } });
      if (!(tape instanceof Float64Array)) throw new Error(tape.message);
    }
    return runs * YEARS;
  });
}

/** Events a second when every probe is one. */
export function literalEvents(file: string, days: number): number {
  const model = compileScenario(scenarioOf(file), { probes: 'literal', alone: true });
  const master = masterKey(SEED);
  const horizon = horizonOf(days / 365);
  return warmRate(() => {
    replicate(model, master, 0, horizon);
    return model.simulation.events;
  });
}

/** Events a year, where probes that find nothing new are none. */
export function eventsAYear(file: string, runs: number): number {
  const model = compileScenario(scenarioOf(file), { alone: true });
  const master = masterKey(SEED);
  let events = 0;
  for (let run = 0; run < runs; run++) {
    replicate(model, master, run, horizonOf(YEARS));
    events += model.simulation.events;
  }
  return events / (runs * YEARS);
}
