import { Drill, type DrillResult, wordsOf } from '../../index.ts';
import { DRILLS, LOST_FOR } from '../drilling.ts';
import { EXIT, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { workTogether } from '../together.ts';
import type { Evidence } from './evidence.ts';

/** Drills of each fault behind timelines alone. */
const TOLD = 20;

/**
 * The drills behind a bundle whose command has drilled nothing step by step, all faults and with timelines. The page of a run judges by
 * them: as many as `check` injects, with the same seed, so that both say the same.
 */
export async function drillsOf({ command, scenario, source, result, workers, lang }: Evidence): Promise<DrillResult> {
  const times = command === 'run' ? DRILLS : TOLD;
  const drill = new Drill(scenario, { seed: result.seed, times, lostFor: LOST_FOR, timelines: true });
  const interrupted = await workTogether(drill, {
    opened: [{ scenario, source }],
    workers,
    portions: [...drill.portions()].length,
    progress: new Progress(wordsOf(lang), false),
  });
  if (interrupted) throw new Refusal('interrupted', EXIT.interrupted);
  return drill.result(result.scenario);
}
