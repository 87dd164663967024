import type { BlockFailed, ScenarioPart } from '../../backend/index.ts';
import { replayCommand, type Sweep } from '../../index.ts';
import { endedHow } from '../block-failure.ts';
import { EXIT, Refusal } from '../exits.ts';
import { isLimit } from '../failures.ts';
import type { ScenarioText } from '../input.ts';

/** A replication of a sweep that was not finished: which it is, of which point, and the command that runs it again. */
export function pointRefusal(failed: BlockFailed, sweep: Sweep, { file }: ScenarioText): Refusal {
  const { task, replication, code } = failed;
  const { seed, years } = sweep.plan.options;
  const sets = setsOf(task.scenario);
  const limit = code !== undefined && isLimit(code);
  const again = replayCommand(sets.length === 0 ? 'run' : 'sweep', {
    scenario: { file },
    runs: replication + 1,
    yearsPerRun: years,
    seed,
    sets,
  });
  // The journal of the sweep itself is taken: a replay has one of its own.
  const apart = sets.length === 0 ? [] : [`--journal replay-${replication}.jsonl --resume`];
  return new Refusal(
    [
      `hasim: ${limit ? '' : 'a fault of hasim itself: '}${endedHow(failed, seed)}`,
      '  finished points are kept: --resume goes on from them',
      `  replay it with: ${[again, ...apart].join(' ')} --workers 1`,
    ].join('\n'),
    limit ? EXIT.usage : EXIT.internal,
  );
}

/** What its point changes in the scenario, as options. */
const setsOf = ({ changes = [] }: ScenarioPart): string[] =>
  changes.map(({ path, value }) => `${path.join('.')}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
