import { Comparison, comparisonReport, documentText, wordsOf } from '../../index.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { STDIN } from '../input.ts';
import { keepPages, refuseUnlessOwn } from '../pages/keep.ts';
import { Played } from '../pages/measured.ts';
import { Progress } from '../progress.ts';
import { openScenarios } from '../scenario.ts';
import { nothingDone, takeSteps } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';
import { workTogether } from '../together.ts';
import type { RunFlags } from './run.ts';

export interface CompareFlags extends Omit<RunFlags, 'precision' | 'precisionOf' | 'maxRuns' | 'out'> {
  readonly out?: string;
}

/** `hasim compare`: measures scenarios under the same disasters and prints them side by side. */
export async function compare(files: readonly string[], flags: CompareFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang } = flags;
  if (files.length < 2) throw new Refusal('comparing takes at least two scenarios');
  if (files.filter((file) => file === STDIN).length > 1) throw new Refusal('only one scenario can come from stdin');
  if (flags.out !== undefined) refuseUnlessOwn(flags.out);
  const opened = await openScenarios(files, { quiet, lang });
  const words = wordsOf(lang);
  const contenders = opened.map(({ scenario, source: { file, sha256 } }) => ({ scenario, origin: { file, sha256 } }));
  const comparison = new Comparison(contenders, flags);
  const interrupted = await workTogether(comparison, {
    opened,
    workers: flags.workers,
    portions: [...comparison.portions()].length,
    progress: new Progress(words, !quiet),
  });
  if (comparison.done === 0) return nothingDone(words);
  if (interrupted && json) tell(words.header.interrupted(String(comparison.done), String(comparison.asked)));
  const result = comparison.result(interrupted);
  print(json ? documentText(result) : comparisonReport(result, { language: lang, ink: reportInk() }));
  const code = interrupted ? EXIT.interrupted : EXIT.done;
  if (flags.out === undefined) return code;
  if (interrupted) tell(words.work.keeping);
  const played = opened.map(({ scenario }, i) => new Played(scenario, result.scenarios[i]!));
  for (const one of played) {
    if (await takeSteps(one, new Progress(words, !quiet))) return EXIT.interrupted;
  }
  const variants = played.map((one) => one.variant());
  await keepPages(flags.out, result, variants, lang);
  if (interrupted) tell(words.work.keptOf.interrupted(String(result.runs)));
  return code;
}
