import { isAbsolute, relative, resolve, sep } from 'node:path';
import { JournalUnwritable, type Outcome } from '../../backend/index.ts';
import {
  type Cut,
  documentText,
  Experiment,
  ending,
  type Language,
  type PrecisionOf,
  runReport,
  wordsOf,
} from '../../index.ts';
import { blockRefusal } from '../block-failure.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence } from '../bundle/keep.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { type JournalFlags, journalRefusal, openJournal } from '../journal.ts';
import { Progress } from '../progress.ts';
import { openScenario, originOf } from '../scenario.ts';
import { nothingDone } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';
import { type WorkFlags, workOn } from '../working.ts';

export interface RunFlags extends WorkFlags, JournalFlags {
  readonly runs: number;
  readonly years: number;
  readonly seed: string;
  readonly faults?: string;
  readonly precision?: number;
  readonly precisionOf?: readonly PrecisionOf[];
  readonly maxRuns?: number;
  /** true: failure biasing; else what was written. */
  readonly rare?: true | string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  readonly out?: Destination;
}

/** `hasim run`: measures a scenario and prints what was measured. */
export async function run(file: string, flags: RunFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang, seed, years } = flags;
  const { scenario, source } = await openScenario(file, { quiet, lang, faults: flags.faults });
  const words = wordsOf(lang);
  // What goes into a folder drills other models in this thread.
  const experiment = new Experiment(scenario, { ...flags, alone: flags.out === undefined });
  refuseUnknownClasses(flags.precisionOf ?? [], experiment.classes);
  refuseJournalWithin(flags);
  const journal = openJournal(flags, { command: 'run', source, seed, years }, words);
  const outcome = await workOn(experiment, { ...flags, source, journal, progress: new Progress(words, !quiet) });
  journal?.close();
  if (experiment.done > 0) {
    const result = experiment.result(originOf(source), cutOf(outcome));
    if (json && result.stopping.reason !== 'runs') tell(ending(result, lang));
    print(json ? documentText(result) : runReport(result, { language: lang, quiet, ink: reportInk() }));
    const common = { command: 'run', scenario, source, lang, workers: flags.workers } as const;
    if (outcome === 'done') await keepEvidence(flags.out, { ...common, result }, quiet);
    else if (flags.out !== undefined && typeof outcome === 'string') {
      const asked = { runs: experiment.done, ended: outcome };
      if (outcome === 'interrupted') tell(words.work.keeping);
      await keepEvidence(flags.out, { ...common, result: experiment.resultOfDone(originOf(source)), asked }, quiet);
      tell(words.work.keptOf[outcome](String(asked.runs)));
    } else if (flags.out !== undefined) tell(words.work.notKept);
  }
  if (typeof outcome !== 'string') throw refusalOf(outcome, source.file, flags, experiment.done);
  if (outcome === 'interrupted') return experiment.done === 0 ? nothingDone(words) : EXIT.interrupted;
  return experiment.undecided ? EXIT.undecided : EXIT.done;
}

/** A bundle holds what its manifest lists, and no journal that goes on growing. */
function refuseJournalWithin({ journal, out }: RunFlags): void {
  if (journal === undefined || out === undefined) return;
  const way = relative(resolve(out.folder), resolve(journal));
  if (way.split(sep)[0] === '..' || isAbsolute(way)) return;
  throw new Refusal(`--journal: ${shown(journal)} stands in the folder of --out; keep it beside that`);
}

function refuseUnknownClasses(asked: readonly PrecisionOf[], known: readonly string[]): void {
  const unknown = asked.find((one) => one.class !== undefined && !known.includes(one.class));
  if (unknown === undefined) return;
  throw new Refusal(
    `--precision-of: no fault of this scenario is of class ${unknown.class}; there are ${known.join(', ')}`,
  );
}

function cutOf(outcome: Outcome): Cut | undefined {
  if (typeof outcome !== 'string') return 'failed';
  return outcome === 'done' ? undefined : outcome;
}

const refusalOf = (error: Exclude<Outcome, string>, file: string, { seed, years }: RunFlags, done: number): unknown =>
  error instanceof JournalUnwritable ? journalRefusal(error) : blockRefusal(error, { file, seed, years }, done);
