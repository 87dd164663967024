import { writeFileSync } from 'node:fs';
import {
  documentText,
  htmlSweep,
  type Language,
  markdownSweep,
  type Scenario,
  type SweepResult,
  sweepCharts,
  sweepCsv,
  sweepReport,
  topologyOf,
} from '../../index.ts';
import { makeReady, writeInto } from '../bundle/folder.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { picturesOf } from '../pages/drawn.ts';
import { pageScript } from '../pages/script.ts';
import { print, reportInk } from '../terminal.ts';
import { ofSweep, RESULT, writtenBy } from './own.ts';

export interface OutputFlags {
  readonly json?: boolean;
  readonly csv?: string;
  /** A folder for the result in every form. */
  readonly out?: string;
  readonly lang: Language;
}

/** Prints a sweep, and writes its points as CSV, or everything into a folder, where asked. */
export async function giveOut(
  result: SweepResult,
  scenario: Scenario | undefined,
  { json = false, csv, out, lang }: OutputFlags,
  asked: readonly string[],
): Promise<void> {
  if (csv !== undefined) writeText(csv, sweepCsv(result));
  if (out !== undefined) await writeAll(result, scenario, { folder: out, asked: [csv, ...asked], language: lang });
  print(json ? documentText(result) : sweepReport(result, { language: lang, ink: reportInk() }));
}

/** Makes the folder of `--out`, or refuses it, before anything runs. `asked`: files that the command line names and that may lie there. */
export function makeOut({ out, csv }: Pick<OutputFlags, 'out' | 'csv'>, asked: readonly (string | undefined)[]): void {
  if (out !== undefined) makeReady(out, ofSweep([csv, ...asked]));
}

interface Place {
  readonly folder: string;
  readonly asked: readonly (string | undefined)[];
  readonly language: Language;
}

async function writeAll(
  result: SweepResult,
  scenario: Scenario | undefined,
  { folder, asked, language }: Place,
): Promise<void> {
  const { files, pictures } = await picturesOf(sweepCharts(result), language);
  const topology = scenario === undefined ? undefined : topologyOf(scenario);
  writeInto({ folder, own: ofSweep(asked), older: writtenBy(folder), mark: RESULT }, [
    { name: RESULT, content: documentText(result) },
    { name: 'points.csv', content: sweepCsv(result) },
    { name: 'report.txt', content: sweepReport(result, { language }) },
    { name: 'report.html', content: htmlSweep(result, topology, { language, script: pageScript() }) },
    { name: 'report.md', content: markdownSweep(result, { language, pictures }) },
    ...files,
  ]);
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
