import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Drill,
  type DrillResult,
  Experiment,
  parseDuration,
  type Result,
  readScenario,
  type Scenario,
} from '../src/index.ts';

/** Few enough that all scenarios together take about a minute or two, and enough for a first figure. */
export const RUNS = 64;
export const YEARS = 10;
export const TIMES = 60;
export const SEED = '1';
const LOST_FOR = parseDuration('7d')!;
/** The command runs at the top of the project, and so do its tests. */
export const FOLDER = 'scenarios';

/** What was measured of one of the project's own scenarios. */
export interface Measured {
  readonly scenario: Scenario;
  readonly run: Result;
  readonly drill: DrillResult;
}

/** The files of all scenarios, in the order of the alphabet. */
export const scenarioFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort();

export const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Reads a scenario; mistakes in one of the project's own are a mistake of the project. */
export function scenarioOf(file: string): Scenario {
  const { scenario } = readScenario(textOf(file), file);
  if (scenario === undefined) throw new Error(`${file} has mistakes`);
  return scenario;
}

/** How much is measured. */
export interface Size {
  readonly runs: number;
  readonly years: number;
  readonly times: number;
}
const WHOLE: Size = { runs: RUNS, years: YEARS, times: TIMES };

/** Runs and drills a scenario, as the commands would with these options. */
export function measure(file: string, { runs, years, times }: Size = WHOLE): Measured {
  const scenario = scenarioOf(file);
  const sha256 = createHash('sha256').update(textOf(file).replace(/\r\n?/g, '\n')).digest('hex');
  const origin = { file: `${FOLDER}/${file}`, sha256 };
  const experiment = new Experiment(scenario, { runs, years, seed: SEED });
  while (experiment.step());
  const drill = new Drill(scenario, { seed: SEED, times, lostFor: LOST_FOR });
  while (drill.step());
  return { scenario, run: experiment.result(origin), drill: drill.result(origin) };
}
