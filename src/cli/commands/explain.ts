import { documentText, Explainer, type Explanation, explanationReport, wordsOf } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { openScenario, originOf } from '../scenario.ts';
import { nothingDone, takeSteps } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';
import type { RunFlags } from './run.ts';

export interface ExplainFlags extends Omit<RunFlags, 'precision' | 'precisionOf' | 'maxRuns'> {
  readonly workload?: string;
}

/** `hasim explain`: replays typical and worst incidents and tells them second by second. */
export async function explain(file: string, flags: ExplainFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang, workload } = flags;
  const { scenario, source } = await openScenario(file, { quiet, lang, faults: flags.faults });
  const names = scenario.workloads.map(({ name }) => name);
  if (workload !== undefined && !names.includes(workload)) {
    throw new Refusal(`there is no workload ${workload}; expected one of ${names.join(', ')}`);
  }
  const words = wordsOf(lang);
  const explainer = new Explainer(scenario, flags);
  const interrupted = await takeSteps(explainer, new Progress(words, !quiet));
  if (explainer.done === 0) return nothingDone(words);
  if (interrupted) tell(words.header.interrupted(String(explainer.done), String(explainer.asked)));
  const whole = explainer.explanation(originOf(source));
  const told = workload === undefined ? whole : onlyOf(workload, whole);
  print(
    json
      ? documentText(told)
      : explanationReport(told, { language: lang, ink: reportInk(), all: workload !== undefined }),
  );
  return interrupted ? EXIT.interrupted : EXIT.done;
}

const onlyOf = (workload: string, whole: Explanation): Explanation => ({
  ...whole,
  seen: Object.fromEntries(Object.entries(whole.seen).filter(([name]) => name === workload)),
  timelines: whole.timelines.filter((timeline) => timeline.workload === workload),
});
