import { Drill, type DrillResult, untoldText, wordsOf } from '../../index.ts';
import { DRILLS, LOST_FOR, TOLD_AT_MOST } from '../drilling.ts';
import { EXIT, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { tell } from '../terminal.ts';
import { workTogether } from '../together.ts';
import type { Evidence } from './evidence.ts';

/** Drills of each fault behind timelines alone. */
const TOLD = 20;

/**
 * The drills behind a bundle whose command has drilled nothing step by step, all faults and with timelines. The page of a run judges by
 * them: as many as `check` injects, with the same seed, so that both say the same. Unless `quiet`, it says on stderr what is not told.
 */
export async function drillsOf(evidence: Evidence, quiet: boolean): Promise<DrillResult> {
  const { command, scenario, source, result, workers, lang } = evidence;
  const times = command === 'run' ? DRILLS : TOLD;
  const words = wordsOf(lang);
  const told = { timelines: true, toldAtMost: TOLD_AT_MOST };
  const drill = new Drill(scenario, { seed: result.seed, times, lostFor: LOST_FOR, ...told });
  const interrupted = await workTogether(drill, {
    opened: [{ scenario, source }],
    workers,
    portions: [...drill.portions()].length,
    progress: new Progress(words, false),
  });
  if (interrupted) throw new Refusal('interrupted', EXIT.interrupted);
  const drilled = drill.result(result.scenario);
  if (drilled.untold !== undefined && !quiet) tell(untoldText(drilled, words));
  return drilled;
}
