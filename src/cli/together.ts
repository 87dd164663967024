import { availableParallelism } from 'node:os';
import { BlockFailed, Crew, type Journal, type ScenarioPart, share } from '../backend/index.ts';
import type { Scenario, Shareable } from '../index.ts';
import { boundsOf } from './bounds.ts';
import { EXIT, Refusal } from './exits.ts';
import { isLimit } from './failures.ts';
import type { ScenarioText } from './input.ts';
import { journalRefusal } from './journal.ts';
import type { Progress } from './progress.ts';

interface Together {
  readonly opened: readonly { readonly scenario: Scenario; readonly source: ScenarioText }[];
  /** As many as there are cores unless said. */
  readonly workers: number | undefined;
  /** How many portions it comes to, at the most. */
  readonly portions: number;
  readonly progress: Progress;
  readonly journal?: Journal | undefined;
  /** Milliseconds after which it ends with what is done, once anything is. */
  readonly maxTime?: number | undefined;
  /** What is told of a part that was not finished, where there is more to say than what went wrong. */
  readonly refusal?: (error: BlockFailed) => Error;
}

/** How often progress is looked at, milliseconds. */
const SHOWN_EVERY = 100;

/**
 * Works on as many cores as are wanted until nothing is left to do or somebody presses Ctrl-C; what is done then is kept.
 * Who did what changes no figure. Returns whether it was interrupted.
 */
export const workTogether = async (work: Shareable, together: Together): Promise<boolean> =>
  (await workWithin(work, together)) === 'interrupted';

/** The same; returns how it ended. */
export async function workWithin(
  work: Shareable,
  { opened, workers, portions, progress, journal, maxTime, refusal = failed }: Together,
): Promise<'done' | 'interrupted' | 'max-time'> {
  const size = Math.max(1, Math.min(workers ?? availableParallelism(), portions));
  const pool = new Crew({ workers: size, blocks: portions });
  const timer = setInterval(() => progress.show(work), SHOWN_EVERY);
  const { stop, timeUp, release } = boundsOf(maxTime);
  try {
    return await share(work, { pool, scenarios: opened.map(partOf), journal, stop, timeUp });
  } catch (error) {
    throw error instanceof BlockFailed ? refusal(error) : journalRefusal(error);
  } finally {
    release();
    clearInterval(timer);
    await pool.close();
    progress.erase();
  }
}

const partOf = ({ scenario, source: { text, name } }: Together['opened'][number]): ScenarioPart => ({
  text,
  name,
  read: scenario,
});

/** A limit that a scenario has hit is told as such; anything else is a fault of hasim, with the command that replays it. */
const failed = (error: BlockFailed): Error =>
  error.code !== undefined && isLimit(error.code) ? new Refusal(`hasim: ${error.message}`, EXIT.usage) : error;
