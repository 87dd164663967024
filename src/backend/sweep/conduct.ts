import { BLOCK_SIZE, type Sweep, type SweepTask } from '../../experiment/index.ts';
import { Ending } from '../ending.ts';
import { inOrder } from '../in-order.ts';
import type { Journal } from '../journal.ts';
import { packed, unpacked } from '../packed.ts';
import type { BlockTask, Pool, ScenarioPart } from '../task.ts';

export interface SweepConduct {
  readonly pool: Pool;
  /** What the points of the sweep are variants of. */
  readonly scenario: ScenarioPart;
  /** Takes each block as soon as it is finished, whatever its turn. */
  readonly journal: Journal;
  /** Settles when somebody wants the sweep to end. */
  readonly stop: Promise<'interrupted'>;
}

/** Runs what a sweep has left to do on a pool, and counts it in, in order. */
export async function conductSweep(sweep: Sweep, conduct: SweepConduct): Promise<'done' | 'interrupted'> {
  const { pool, stop } = conduct;
  const run = async (task: SweepTask) => ({ task, tape: await keptOrRun(task, sweep, conduct) });
  const blocks = inOrder(sweep.tasks(), run, window(pool));
  const ending = new Ending(stop);
  for (;;) {
    const next = await ending.before(blocks.next());
    if (next === 'interrupted') return next;
    if (next.done === true) return 'done';
    sweep.countTape(next.value.task, next.value.tape);
  }
}

/** Enough that no worker waits for a slow one whose turn it is; few enough that memory holds them. */
const window = ({ size }: Pool): number => 4 * size + 2;

const BLOCK = 'block';

async function keptOrRun(
  at: SweepTask,
  sweep: Sweep,
  { pool, journal, scenario }: SweepConduct,
): Promise<Float64Array> {
  const key = `${at.unit}/${at.index}`;
  const kept = journal.read(BLOCK, key);
  if (typeof kept === 'string') return unpacked(kept);
  const tape = await pool.run(taskOf(at, sweep, scenario));
  if (sweep.plan.options.runs > BLOCK_SIZE) journal.append({ kind: BLOCK, key, payload: packed(tape) });
  return tape;
}

function taskOf({ unit, index }: SweepTask, { plan }: Sweep, { text, name }: ScenarioPart): BlockTask {
  const { seed, years, runs } = plan.options;
  return { scenario: { text, name, changes: plan.units[unit]!.changes }, seed, years, runs, index };
}
