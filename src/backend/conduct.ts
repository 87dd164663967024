import { BLOCK_SIZE, blockOf, type Experiment } from '../experiment/index.ts';
import { Ending } from './ending.ts';
import { inOrder } from './in-order.ts';
import type { Journal } from './journal.ts';
import { JournalUnwritable } from './journal-errors.ts';
import { packed, unpacked } from './packed.ts';
import { BlockFailed, type BlockTask, type Pool } from './task.ts';

export interface Conduct {
  readonly pool: Pool;
  /** All of the run but which block. */
  readonly task: Omit<BlockTask, 'index'>;
  readonly journal?: Journal | undefined;
  /** Settles when somebody wants the run to end. */
  readonly stop: Promise<'interrupted'>;
  /** Settles when the time is up; what is under way is not waited for, unless nothing is done yet. */
  readonly timeUp: Promise<'max-time'>;
}

/** How a run ended: what it was asked is done, it was cut short, or a block failed or could not be kept. */
export type Outcome = 'done' | 'interrupted' | 'max-time' | BlockFailed | JournalUnwritable;

/**
 * Runs the blocks of an experiment on a pool and counts them in, in the order of their index. Blocks that a journal holds
 * are taken from there; those that are run go there as soon as they are finished, whatever their turn.
 */
export async function conduct(
  experiment: Experiment,
  { pool, task, journal, stop, timeUp }: Conduct,
): Promise<Outcome> {
  const blocks = inOrder(indices(task.runs), (index) => keptOrRun(pool, { ...task, index }, journal), window(pool));
  let ending = new Ending<'interrupted' | 'max-time'>(stop);
  for (;;) {
    try {
      const next = await ending.before(blocks.next());
      if (typeof next === 'string') return next;
      if (next.done === true) return 'done';
      if (experiment.done === 0) ending = new Ending(stop, timeUp);
      experiment.count(blockOf(next.value, experiment.scenario));
    } catch (error) {
      if (error instanceof BlockFailed || error instanceof JournalUnwritable) return error;
      throw error;
    }
    if (experiment.finished) return 'done';
  }
}

/** Enough that no worker waits for a slow one whose turn it is; few enough that memory holds them. */
const window = ({ size }: Pool): number => 4 * size + 2;

function* indices(runs: number): Generator<number> {
  for (let index = 0; index * BLOCK_SIZE < runs; index++) yield index;
}

const KIND = 'block';

/** The last block of a run may be smaller than that of a longer one. */
const keyOf = ({ index, runs }: BlockTask): string => `${index}:${Math.min(BLOCK_SIZE, runs - index * BLOCK_SIZE)}`;

async function keptOrRun(pool: Pool, task: BlockTask, journal: Journal | undefined): Promise<Float64Array> {
  const key = keyOf(task);
  const kept = journal?.read(KIND, key);
  if (typeof kept === 'string') return unpacked(kept);
  const tape = await pool.run(task);
  journal?.append({ kind: KIND, key, payload: packed(tape) });
  return tape;
}
