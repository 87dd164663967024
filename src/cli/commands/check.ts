import { readFileSync, writeFileSync } from 'node:fs';
import {
  type Baseline,
  Check,
  type CheckResult,
  changeSince,
  checkReport,
  differsText,
  documentText,
  junitText,
  type Language,
  readBaseline,
  type Us,
  type Words,
  wordsOf,
} from '../../index.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence, keepFinished } from '../bundle/keep.ts';
import { TOLD_AT_MOST } from '../drilling.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { reasonOf, type ScenarioText, shown } from '../input.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { openStandards, type StandardFlags } from '../standards.ts';
import { print, reportInk, tell } from '../terminal.ts';
import { workTogether } from '../together.ts';
import { unwritable } from '../writable.ts';

export interface CheckFlags extends StandardFlags {
  readonly runs: number;
  readonly years: number;
  readonly times: number;
  readonly seed: string;
  readonly for: Us;
  readonly junit?: string;
  readonly baseline?: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly lang: Language;
  readonly out?: Destination;
}

const EXITS: Readonly<Record<CheckResult['verdict'], ExitCode>> = {
  met: EXIT.done,
  missed: EXIT.missed,
  undecided: EXIT.undecided,
};

/** `hasim check`: a gate; its exit code says whether the objectives are met. */
export async function check(file: string, flags: CheckFlags): Promise<ExitCode> {
  const { json = false, quiet = false, lang, junit, baseline, runs, years, times, seed } = flags;
  const opened = await openScenario(file, { quiet, lang });
  const { scenario, source } = opened;
  const { standards, profile } = await openStandards(flags);
  if (scenario.objectives.length === 0 && standards.profile === undefined)
    throw new Refusal(`${shown(file)}: it states no objectives to check`);
  const words = wordsOf(lang);
  const earlier = baseline === undefined ? undefined : openBaseline(baseline);
  const { workers, out, for: lostFor } = flags;
  const told = out !== undefined && { toldAtMost: TOLD_AT_MOST };
  const checking = new Check(scenario, { runs, years, times, seed, lostFor, standards, ...told });
  const work = {
    opened: [opened],
    workers,
    portions: [...checking.portions()].length,
    progress: new Progress(words, !quiet),
  };
  const origin = { file: source.file, sha256: source.sha256 };
  if (await workTogether(checking, work)) {
    if (checking.saysAnything) await cutShort(checking, { opened, flags, profile, words });
    else tell(words.check.interrupted);
    return EXIT.interrupted;
  }
  const result = checking.result(origin);
  const change = earlier && changeSince(earlier.result, result);
  const since = change && { baseline: earlier.bytes, change };
  if (change !== undefined && change.differs.length > 0 && !quiet) tell(differsText(change, words));
  print(
    json
      ? documentText({ ...result, ...(change && { change }) })
      : checkReport(result, { language: lang, ink: reportInk(), ...(change && { change }) }),
  );
  if (junit !== undefined) write(junit, junitText(result));
  const drilled = out && checking.drilled(origin);
  const measured = { command: 'check', result, since, lostFor, drilled } as const;
  await keepEvidence(out, { ...measured, scenario, source, profile, lang, workers }, quiet);
  return EXITS[result.verdict];
}

interface Cut {
  readonly opened: Awaited<ReturnType<typeof openScenario>>;
  readonly flags: CheckFlags;
  readonly profile: ScenarioText | undefined;
  readonly words: Words;
}

/** Prints, and keeps where that was asked for, what was finished of a check: nothing is compared with a baseline, and no gate is told. */
async function cutShort(checking: Check, { opened, flags, profile, words }: Cut): Promise<void> {
  const { scenario, source } = opened;
  const { json = false, lang, out, workers, for: lostFor } = flags;
  const origin = { file: source.file, sha256: source.sha256 };
  const result = checking.result(origin, true);
  print(json ? documentText(result) : checkReport(result, { language: lang, ink: reportInk() }));
  await keepFinished(out, words, () => {
    while (checking.tellOn());
    const drilled = checking.drilled(origin);
    return { command: 'check', result, lostFor, drilled, scenario, source, profile, lang, workers };
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Reads an earlier result; anything else is refused before an hour of work. */
function openBaseline(file: string): { readonly bytes: Uint8Array; readonly result: Baseline } {
  const bytes = readBytes(file);
  const result = readBaseline(parsed(bytes.toString('utf8'), file));
  if (result !== undefined) return { bytes, result };
  throw new Refusal(`${shown(file)}: this is no result of hasim check, run or drill --json`);
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Refusal(`${shown(file)}: ${reasonOf(error)}`);
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${shown(file)}: this is not JSON`);
  }
}
