import { setImmediate as breathe } from 'node:timers/promises';
import type { Portion, Shareable } from '../experiment/index.ts';
import { inOrder } from './in-order.ts';
import type { Pool, ScenarioPart, Task } from './task.ts';

export interface Sharing {
  readonly pool: Pool<Task>;
  /** What portions are done on, by their number. */
  readonly scenarios: readonly ScenarioPart[];
  /** Settles when somebody wants the work to end. */
  readonly stop: Promise<'interrupted'>;
}

/**
 * Does work on a pool and counts it in, in order; what cannot be shared out is done in this thread. Fails with what a
 * portion failed with.
 */
export async function share(work: Shareable, sharing: Sharing): Promise<'done' | 'interrupted'> {
  for (;;) {
    if ((await shareOut(work, sharing)) === 'interrupted') return 'interrupted';
    const stopped = await Promise.race([sharing.stop, breathe('done' as const)]);
    if (stopped === 'interrupted') return stopped;
    if (!work.step()) return 'done';
  }
}

async function shareOut(work: Shareable, { pool, scenarios, stop }: Sharing): Promise<'done' | 'interrupted'> {
  const run = async (portion: Portion) => {
    const tape = await pool.run({ ...portion.part, scenario: scenarios[portion.of]! });
    return { portion, tape };
  };
  const results = inOrder(work.portions(), run, window(pool));
  for (;;) {
    const next = await Promise.race([results.next(), stop]);
    if (next === 'interrupted') return next;
    if (next.done === true) return 'done';
    next.value.portion.count(next.value.tape);
  }
}

/** Enough that no worker waits for a slow one whose turn it is; few enough that memory holds them. */
const window = ({ size }: Pool<Task>): number => 4 * size + 2;
