import {
  Drill,
  type DrillResult,
  documentText,
  drillReport,
  type Language,
  type Us,
  type Words,
  wordsOf,
} from '../../index.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence, keepFinished } from '../bundle/keep.ts';
import { TOLD_AT_MOST } from '../drilling.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { openStandards, type StandardFlags } from '../standards.ts';
import { print, reportInk, tell } from '../terminal.ts';
import { workTogether } from '../together.ts';
import { unknownFault } from '../unknown-fault.ts';

export interface DrillFlags extends StandardFlags {
  readonly times: number;
  readonly seed: string;
  readonly for: Us;
  readonly fault?: string;
  readonly timelines?: boolean;
  readonly pairs?: boolean;
  readonly pairTimes: number;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  readonly out?: Destination;
}

/** `hasim drill`: injects each fault on each domain and prints what each recovery took. */
export async function drill(file: string, flags: DrillFlags): Promise<ExitCode> {
  const { json = false, quiet = false, timelines = false, lang, times, seed, fault } = flags;
  const opened = await openScenario(file, { quiet, lang });
  const { scenario, source } = opened;
  const { standards, profile } = await openStandards(flags);
  const words = wordsOf(lang);
  const lostFor = flags.for;
  const pairs = flags.pairs === true && { pairTimes: flags.pairTimes };
  const options = {
    times,
    seed,
    lostFor,
    timelines: timelines || flags.out !== undefined,
    ...(!timelines && { toldAtMost: TOLD_AT_MOST }),
    standards,
    ...pairs,
    ...(fault === undefined ? {} : { fault }),
  };
  const drills = new Drill(scenario, options);
  if (drills.asked === 0) {
    const all = new Drill(scenario, { times, seed, lostFor }).faults;
    throw new Refusal(unknownFault(fault ?? '', all));
  }
  const interrupted = await workTogether(drills, {
    opened: [opened],
    workers: flags.workers,
    portions: [...drills.portions()].length,
    progress: new Progress(words, !quiet),
  });
  const result = drills.result({ file: source.file, sha256: source.sha256 });
  print(json ? documentText(result) : drillReport(result, { language: lang, ink: reportInk() }));
  if (interrupted) {
    tell(cutText(result, timelines, words));
    if (result.rows.length > 0) {
      await keepFinished(flags.out, words, () => {
        while (drills.tellOn());
        return { command: 'drill', scenario, source, profile, result: drills.result(result.scenario), lang };
      });
    } else if (flags.out !== undefined) tell(words.work.notFinished);
    return EXIT.interrupted;
  }
  await keepEvidence(flags.out, { command: 'drill', scenario, source, profile, result, lang }, quiet);
  return EXIT.done;
}

/** What there is of drills that were interrupted. */
const cutText = ({ rows, untold = 0 }: DrillResult, timelines: boolean, { drill: say }: Words): string =>
  timelines
    ? say.interruptedTelling(String(rows.length), String(rows.length - untold))
    : say.interrupted(String(rows.length));
