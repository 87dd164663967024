import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Contender } from './measure.ts';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
/** The command as `npm run build` makes it. */
const COMMAND = path('../../dist/cli/main.js');
const PEAK = new URL('./peak.js', import.meta.url).href;

/** The text of one of the project's own scenarios. */
export const scenarioText = (file: string): string => readFileSync(path(`../../scenarios/${file}`), 'utf8');

/** Megabytes at the most that `hasim run` of a scenario holds, all threads together. */
export const memoryOf = (name: string, scenario: string, words: readonly string[]): Contender => ({
  name,
  unit: 'MB',
  run: () => {
    const run = ['--import', PEAK, COMMAND, 'run', '-', ...words];
    const { status, output, stderr } = spawnSync(process.execPath, run, {
      input: scenario,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    // Nothing is put out where the command could not be started.
    const told = output?.[3] ?? '';
    if (status !== 0 || told === '') throw new Error(`${name} gave no figure: ${stderr}`);
    return Number(told);
  },
});
