import { documentText, Falsifier, falsifyReport, type Language, type Us, wordsOf } from '../../index.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence, keepFinished } from '../bundle/keep.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { print, reportInk } from '../terminal.ts';
import { workTogether } from '../together.ts';

export interface FalsifyFlags {
  readonly maxFaults: number;
  readonly tries: number;
  readonly times: number;
  readonly for: Us;
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly seed: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  readonly out?: Destination;
}

/** `hasim falsify`: looks for the smallest set of faults that breaks the objectives. */
export async function falsify(file: string, flags: FalsifyFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang, workers, out, for: lasts, ...options } = flags;
  const opened = await openScenario(file, { quiet, lang });
  const { scenario, source } = opened;
  const search = new Falsifier(scenario, { ...options, lasts });
  if (!search.hasLimits) {
    throw new Refusal(`${shown(file)}: it states no objective of availability or of recovery that faults could break`);
  }
  if (search.targets.length === 0)
    throw new Refusal(`nothing is left to be struck; there are ${search.all.join(', ')}`);
  if (!search.judgesAny) {
    throw new Refusal(
      `${shown(file)}: no objective is about the loss of ${search.struck.join(', ')}; an availability is about anything`,
    );
  }
  const interrupted = await workTogether(search, {
    opened: [opened],
    workers,
    portions: search.sets,
    progress: new Progress(wordsOf(lang), !quiet),
  });
  const result = search.result({ file: source.file, sha256: source.sha256 }, interrupted);
  print(json ? documentText(result) : falsifyReport(result, { language: lang, ink: reportInk() }));
  if (interrupted) {
    await keepFinished(out, wordsOf(lang), () => ({ command: 'falsify', scenario, source, result, lang }));
    return EXIT.interrupted;
  }
  await keepEvidence(out, { command: 'falsify', scenario, source, result, lang }, quiet);
  return result.smallest === null ? EXIT.done : EXIT.missed;
}
