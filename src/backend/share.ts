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
  /** Settles when the time is up; the first portion is waited for all the same. */
  readonly timeUp?: Promise<'max-time'> | undefined;
}

type Stopped = 'interrupted' | 'max-time';

/**
 * Does work on a pool and counts it in, in order; what cannot be shared out is done in this thread. Fails with what a
 * portion failed with.
 */
export async function share(work: Shareable, sharing: Sharing): Promise<'done' | Stopped> {
  const ending = new Ending<Stopped>(sharing.stop);
  const groundwork = new KeptGroundwork(work, sharing.journal);
  for (;;) {
    const shared = await shareOut(work, sharing, ending);
    if (shared !== 'done') return shared;
    const stopped = await ending.before(breathe('done' as const));
    if (stopped !== 'done') return stopped;
    if (!work.step()) return 'done';
    groundwork.keep();
  }
}

const GROUNDWORK = 'groundwork';

/** What work has to find out first is taken from its journal, or goes there as soon as it is found. */
class KeptGroundwork {
  private readonly work: Shareable;
  private readonly journal: Journal | undefined;
  private kept = false;

  constructor(work: Shareable, journal: Journal | undefined) {
    this.work = work;
    this.journal = journal;
    const found = journal?.read(GROUNDWORK, '');
    if (typeof found !== 'string') return;
    work.groundwork?.take(unpacked(found));
    this.kept = true;
  }

  keep(): void {
    const tape = this.kept ? undefined : this.work.groundwork?.tape();
    if (tape === undefined) return;
    this.journal?.append({ kind: GROUNDWORK, key: '', payload: packed(tape) });
    this.kept = true;
  }
}

async function shareOut(work: Shareable, sharing: Sharing, ending: Ending<Stopped>): Promise<'done' | Stopped> {
  const run = async (portion: Portion) => ({ portion, tape: await keptOrRun(portion, sharing) });
  const results = inOrder(work.portions(), run, window(sharing.pool));
  for (;;) {
    const next = await ending.before(results.next());
    if (typeof next === 'string') return next;
    if (next.done === true) return 'done';
    next.value.portion.count(next.value.tape);
    if (sharing.timeUp !== undefined) ending.also(sharing.timeUp);
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
