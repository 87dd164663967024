import { documentText, Experiment, type Language, runReport, wordsOf } from '../../index.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence } from '../bundle/keep.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { nothingDone, takeSteps } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';

export interface RunFlags {
  readonly runs: number;
  readonly years: number;
  readonly seed: string;
  readonly precision?: number;
  readonly maxRuns?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  readonly out?: Destination;
}

/** `hasim run`: measures a scenario and prints what was measured. */
export async function run(file: string, flags: RunFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang } = flags;
  const { scenario, source } = await openScenario(file, quiet);
  const words = wordsOf(lang);
  const experiment = new Experiment(scenario, flags);
  const interrupted = await takeSteps(experiment, new Progress(words, !quiet));
  if (experiment.done === 0) return nothingDone(words);
  const result = experiment.result({ file: source.file, sha256: source.sha256 }, interrupted);
  if (json && result.stopping.reason === 'interrupted') {
    tell(words.header.interrupted(String(result.runs), String(result.runsAsked)));
  }
  print(json ? documentText(result) : runReport(result, { language: lang, quiet, ink: reportInk() }));
  if (interrupted) return EXIT.interrupted;
  await keepEvidence(flags.out, { command: 'run', scenario, source, result, lang }, quiet);
  return EXIT.done;
}
