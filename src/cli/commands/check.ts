import { writeFileSync } from 'node:fs';
import {
  Check,
  type CheckResult,
  checkReport,
  documentText,
  junitText,
  type Language,
  type Us,
  wordsOf,
} from '../../index.ts';
import type { Destination } from '../bundle/destination.ts';
import { keepEvidence } from '../bundle/keep.ts';
import { EXIT, type ExitCode, Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { Progress } from '../progress.ts';
import { openScenario } from '../scenario.ts';
import { openStandards, type StandardFlags } from '../standards.ts';
import { takeSteps } from '../steps.ts';
import { print, reportInk, tell } from '../terminal.ts';

export interface CheckFlags extends StandardFlags {
  readonly runs: number;
  readonly years: number;
  readonly times: number;
  readonly seed: string;
  readonly for: Us;
  readonly junit?: string;
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
  const { json = false, quiet = false, lang, junit, runs, years, times, seed } = flags;
  const { scenario, source } = await openScenario(file, quiet);
  const { standards, profile } = await openStandards(flags);
  if (scenario.objectives.length === 0 && standards.profile === undefined)
    throw new Refusal(`${shown(file)}: it states no objectives to check`);
  const words = wordsOf(lang);
  const checking = new Check(scenario, { runs, years, times, seed, lostFor: flags.for, standards });
  if (await takeSteps(checking, new Progress(words, !quiet))) {
    tell(words.check.interrupted);
    return EXIT.interrupted;
  }
  const result = checking.result({ file: source.file, sha256: source.sha256 });
  print(json ? documentText(result) : checkReport(result, { language: lang, ink: reportInk() }));
  if (junit !== undefined) write(junit, junitText(result));
  await keepEvidence(flags.out, { command: 'check', scenario, source, profile, result, lang }, quiet);
  return EXITS[result.verdict];
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
