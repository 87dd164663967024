import { Drill, type DrillOptions, type DrillResult, untoldText, wordsOf } from '../../index.ts';
import { DRILLS, LOST_FOR, TOLD_AT_MOST } from '../drilling.ts';
import { EXIT, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { tell } from '../terminal.ts';
import { workTogether } from '../together.ts';
import type { Evidence } from './evidence.ts';

/**
 * The drills behind a bundle whose command has drilled nothing step by step, all faults and with timelines. The page of a run judges by
 * them: as many as `check` injects, with the same seed, so that both say the same. Those of a check are the very drills that its verdict
 * rests on, and as many of what no objective asks about. Unless `quiet`, it says on stderr what is not told.
 */
export async function drillsOf(evidence: Evidence, quiet: boolean): Promise<DrillResult> {
  const words = wordsOf(evidence.lang);
  const drilled = known(evidence) ?? (await drillAnew(evidence));
  if (drilled.untold !== undefined && !quiet) tell(untoldText(drilled, words));
  return drilled;
}

const known = (evidence: Evidence): DrillResult | undefined =>
  evidence.command === 'check' ? evidence.drilled : undefined;

async function drillAnew(evidence: Evidence): Promise<DrillResult> {
  const { scenario, source, result, workers, lang } = evidence;
  const told = { timelines: true, toldAtMost: TOLD_AT_MOST };
  const drill = new Drill(scenario, { seed: result.seed, ...drilledAs(evidence), ...told });
  const interrupted = await workTogether(drill, {
    opened: [{ scenario, source }],
    workers,
    portions: [...drill.portions()].length,
    progress: new Progress(wordsOf(lang), false),
  });
  if (interrupted) throw new Refusal('interrupted', EXIT.interrupted);
  return drill.result(result.scenario);
}

/** How often each fault is injected, and how long what is lost stays lost. */
const drilledAs = (evidence: Evidence): Pick<DrillOptions, 'times' | 'lostFor'> =>
  evidence.command === 'check'
    ? { times: evidence.result.times, lostFor: evidence.lostFor }
    : { times: DRILLS, lostFor: LOST_FOR };
