import { availableParallelism } from 'node:os';
import { BlockFailed, BullPool, Crew, conductSweep, type Journal, type Pool } from '../../backend/index.ts';
import type { Sweep, Words } from '../../index.ts';
import type { ScenarioText } from '../input.ts';
import { interruption } from '../interruption.ts';
import type { Progress } from '../progress.ts';
import { type RedisFlags, redisOf, refusing } from '../redis.ts';
import { tell } from '../terminal.ts';
import { pointRefusal } from './failed-point.ts';

export interface SweepWorkFlags extends RedisFlags {
  readonly workers?: number;
  readonly backend?: 'threads' | 'bullmq';
  readonly quiet?: boolean;
}

interface Work {
  readonly flags: SweepWorkFlags;
  readonly source: ScenarioText;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly words: Words;
}

/** How often progress is looked at, milliseconds. */
const SHOWN_EVERY = 100;

/** Runs what a sweep has left to do, here or on other machines, until it is done or somebody presses Ctrl-C. */
export async function workOnSweep(sweep: Sweep, work: Work): Promise<'done' | 'interrupted'> {
  const { source, journal, progress } = work;
  const pool = await poolFor(sweep, work);
  const timer = setInterval(() => progress.show(sweep), SHOWN_EVERY);
  const ctrlC = interruption();
  const { text, name } = source;
  try {
    return await conductSweep(sweep, { pool, journal, scenario: { text, name }, stop: ctrlC.stop });
  } catch (error) {
    throw error instanceof BlockFailed ? pointRefusal(error, sweep, source) : error;
  } finally {
    ctrlC.release();
    clearInterval(timer);
    progress.erase();
    await pool.close();
  }
}

async function poolFor(sweep: Sweep, { flags, words }: Work): Promise<Pool> {
  const { backend = 'threads', workers = availableParallelism(), quiet = false } = flags;
  const blocks = [...sweep.tasks()].length;
  if (backend === 'threads') return new Crew({ workers: Math.max(1, Math.min(workers, blocks)), blocks });
  const pool = await refusing(() => BullPool.open(redisOf(flags)));
  if (!quiet && (await pool.workers()) === 0) tell(words.sweep.noWorkers);
  return pool;
}
