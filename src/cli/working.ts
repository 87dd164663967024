import { availableParallelism } from 'node:os';
import { type Conduct, Crew, conduct, type Journal, Models, type Outcome } from '../backend/index.ts';
import type { Experiment } from '../index.ts';
import { boundsOf } from './bounds.ts';
import type { ScenarioText } from './input.ts';
import type { Progress } from './progress.ts';

/** How a run is worked on; none of it changes a figure that is printed for the same number of runs. */
export interface WorkFlags {
  readonly workers?: number;
  /** Milliseconds. */
  readonly maxTime?: number;
}

interface Work extends WorkFlags {
  readonly source: ScenarioText;
  readonly seed: string;
  readonly years: number;
  readonly journal?: Journal | undefined;
  readonly progress: Progress;
}

/** How often progress is looked at, milliseconds. */
const SHOWN_EVERY = 100;

/**
 * Runs an experiment to its end, on as many cores as are wanted, until it is done, somebody presses Ctrl-C, or the time is
 * up; what is done then is kept. A second Ctrl-C ends the program at once.
 */
export async function workOn(experiment: Experiment, work: Work): Promise<Outcome> {
  const { source, seed, years, journal, progress, maxTime, workers = availableParallelism() } = work;
  const { asked: runs, blocks, model } = experiment;
  const models = new Models();
  models.keep(source.text, model);
  const pool = new Crew({ workers: Math.min(workers, blocks), blocks, models, alone: true });
  const timer = setInterval(() => progress.show(experiment), SHOWN_EVERY);
  const bounds = boundsOf(maxTime);
  const task: Conduct['task'] = { scenario: { text: source.text, name: source.name }, seed, years, runs };
  try {
    return await conduct(experiment, { pool, task, journal, stop: bounds.stop, timeUp: bounds.timeUp });
  } finally {
    bounds.release();
    clearInterval(timer);
    await pool.close();
    progress.erase();
  }
}
