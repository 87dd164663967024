import { documentText, RareRun, rareEnding, rareReport, SplittingRun, wordsOf } from '../../index.ts';
import { blockRefusal } from '../block-failure.ts';
import { EXIT, type ExitCode } from '../exits.ts';
import { openJournal } from '../journal.ts';
import { Progress } from '../progress.ts';
import type { RareMethod } from '../rare-method.ts';
import { openScenario } from '../scenario.ts';
import { nothingDone } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';
import { workWithin } from '../together.ts';
import type { RunFlags } from './run.ts';

/** `hasim run --rare`: estimates what is too seldom for ordinary runs, and prints how sure that is. */
export async function runRare(file: string, method: RareMethod, flags: RunFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang } = flags;
  const { scenario, source } = await openScenario(file, { quiet, lang });
  const words = wordsOf(lang);
  const run = method === 'splitting' ? new SplittingRun(scenario, flags) : new RareRun(scenario, flags);
  const command = `run --rare ${method}`;
  const { seed, years } = flags;
  const journal = openJournal(flags, { command, source, seed, years }, words);
  const outcome = await workWithin(run, {
    opened: [{ scenario, source }],
    workers: flags.workers,
    maxTime: flags.maxTime,
    portions: run.asked,
    progress: new Progress(words, !quiet),
    journal,
    refusal: (error) => blockRefusal(error, { command, file: source.file, seed, years }),
  });
  journal?.close();
  if (run.done === 0) return nothingDone(words);
  const result = run.result({ file: source.file, sha256: source.sha256 }, outcome === 'done' ? undefined : outcome);
  if (json && result.stopping.reason !== 'runs') tell(rareEnding(result, lang));
  print(json ? documentText(result) : rareReport(result, { language: lang, quiet, ink: reportInk() }));
  return outcome === 'interrupted' ? EXIT.interrupted : EXIT.done;
}
