import { setImmediate as breathe } from 'node:timers/promises';
import type { Portion, Shareable } from '../experiment/index.ts';
import { Ending } from './ending.ts';
import { inOrder } from './in-order.ts';
import type { Journal } from './journal.ts';
import { packed, unpacked } from './packed.ts';
import type { Pool, ScenarioPart, Task } from './task.ts';

export interface Sharing {
  readonly pool: Pool<Task>;
  /** What portions are done on, by their number. */
  readonly scenarios: readonly ScenarioPart[];
  /** Portions that have a key are taken from there, or go there as soon as they are finished. */
  readonly journal?: Journal | undefined;
  /** Settles when somebody wants the work to end. */
  readonly stop: Promise<'interrupted'>;
}

/**
 * Does work on a pool and counts it in, in order; what cannot be shared out is done in this thread. Fails with what a
 * portion failed with.
 */
export async function share(work: Shareable, sharing: Sharing): Promise<'done' | 'interrupted'> {
  const ending = new Ending(sharing.stop);
  for (;;) {
    if ((await shareOut(work, sharing, ending)) === 'interrupted') return 'interrupted';
    const stopped = await ending.before(breathe('done' as const));
    if (stopped === 'interrupted') return stopped;
    if (!work.step()) return 'done';
  }
}

async function shareOut(
  work: Shareable,
  sharing: Sharing,
  ending: Ending<'interrupted'>,
): Promise<'done' | 'interrupted'> {
  const run = async (portion: Portion) => ({ portion, tape: await keptOrRun(portion, sharing) });
  const results = inOrder(work.portions(), run, window(sharing.pool));
  for (;;) {
    const next = await ending.before(results.next());
    if (next === 'interrupted') return next;
    if (next.done === true) return 'done';
    next.value.portion.count(next.value.tape);
  }
}

const KIND = 'part';

async function keptOrRun({ key, part, of }: Portion, { pool, scenarios, journal }: Sharing): Promise<Float64Array> {
  const kept = key === undefined ? undefined : journal?.read(KIND, key);
  if (typeof kept === 'string') return unpacked(kept);
  const tape = await pool.run({ ...part, scenario: scenarios[of]! });
  if (key !== undefined) journal?.append({ kind: KIND, key, payload: packed(tape) });
  return tape;
}

/** Enough that no worker waits for a slow one whose turn it is; few enough that memory holds them. */
const window = ({ size }: Pool<Task>): number => 4 * size + 2;
