import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Crew, type Pool, Threads } from '../src/backend/index.ts';
import { tuneV8 } from '../src/cli/v8.ts';
import { horizonOf, replicate } from '../src/experiment/index.ts';
import { masterKey } from '../src/random/index.ts';
import { compileScenario, readScenario } from '../src/scenario/index.ts';
import { rate, secondsSince } from './measure.ts';
import { poolOf } from './pool.ts';

// Prints one figure: `workers <file> <workers> <blocks>`, `thread <file> <blocks>`, `processes <file> <processes> <blocks>`, or `pool <instances> <years>`.
tuneV8();
const [mode, ...words] = process.argv.slice(2);
const PROGRAM = fileURLToPath(import.meta.url);
const SCENARIOS = new URL('../../scenarios/', import.meta.url);
/** The one file that threads load, as `npm run build` makes it. */
const ENTRY = new URL('../../dist/backend/thread.js', import.meta.url);
const YEARS = 10;
const BLOCK = 64;

function scenarioOf(text: string, name: string) {
  const { scenario } = readScenario(text, name);
  if (scenario === undefined) throw new Error(`${name} does not read`);
  return scenario;
}

const read = (file: string): string => readFileSync(new URL(file, SCENARIOS), 'utf8');

/** Of a command that has so much to do that it starts all its threads. */
const crewOf = (workers: number, blocks: number): Crew =>
  new Crew({
    workers,
    blocks,
    alone: true,
    threads: (size, models) => new Threads({ threads: size, models, entry: ENTRY, alone: true }),
  });

/** Simulated years a second. As many blocks before make each worker as warm as the others, however many share the machine. */
const workers = (file: string, size: number, blocks: number): Promise<number> =>
  speedOf(crewOf(size, 1e6), file, blocks);

/** The same of a thread alone, which does nothing but what it is handed. */
const thread = (file: string, blocks: number): Promise<number> =>
  speedOf(new Threads({ threads: 1, entry: ENTRY, alone: true }), file, blocks);

async function speedOf(pool: Pool, file: string, blocks: number): Promise<number> {
  const text = read(file);
  const task = (index: number) => ({ scenario: { text, name: file }, seed: 'bench', years: YEARS, runs: 1e9, index });
  const all = (count: number, from: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => pool.run(task(from + i))));
  await all(blocks, 0);
  const start = process.hrtime.bigint();
  await all(blocks, blocks);
  const seconds = secondsSince(start);
  await pool.close();
  return (blocks * BLOCK * YEARS) / seconds;
}

/** What the machine gives: simulated years a second of so many processes of one worker, side by side, all together. */
async function processes(file: string, count: number, blocks: number): Promise<number> {
  const one = (): Promise<number> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, 'workers', file, '1', String(blocks / count)]);
      let told = '';
      child.stdout.on('data', (text) => {
        told += text;
      });
      child.on('close', () => resolve(Number(told)));
    });
  const rates = await Promise.all(Array.from({ length: count }, one));
  return rates.reduce((sum, each) => sum + each, 0);
}

/** Events a second of a pool behind a balancer. */
function pool(instances: number, years: number): number {
  const model = compileScenario(scenarioOf(poolOf(instances), 'pool'), { alone: true });
  const master = masterKey('bench');
  replicate(model, master, 0, horizonOf(years));
  return rate(() => {
    replicate(model, master, 1, horizonOf(years));
    return model.simulation.events;
  });
}

const [first = '', ...rest] = words;
const [a = 0, b = 0] = rest.map(Number);
const FIGURES: Readonly<Record<string, () => number | Promise<number>>> = {
  workers: () => workers(first, a, b),
  thread: () => thread(first, a),
  processes: () => processes(first, a, b),
  pool: () => pool(Number(first), a),
};
const figure = await FIGURES[mode ?? '']?.();
process.stdout.write(String(figure));
