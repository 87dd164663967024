import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { picturesOf } from '../pages/drawn.ts';
import { pageScript } from '../pages/script.ts';
import { print, reportInk } from '../terminal.ts';

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
): Promise<void> {
  if (csv !== undefined) writeText(csv, sweepCsv(result));
  if (out !== undefined) await writeAll(out, result, scenario, lang);
  print(json ? documentText(result) : sweepReport(result, { language: lang, ink: reportInk() }));
}

/** Makes a folder before hours of work are to go there. */
export function makeFolder(out: string): void {
  writing(out, () => mkdirSync(out, { recursive: true }));
}

async function writeAll(
  out: string,
  result: SweepResult,
  scenario: Scenario | undefined,
  language: Language,
): Promise<void> {
  const { files, pictures } = await picturesOf(sweepCharts(result), language);
  const topology = scenario === undefined ? undefined : topologyOf(scenario);
  const all: readonly (readonly [string, string | Uint8Array])[] = [
    ['sweep.json', documentText(result)],
    ['points.csv', sweepCsv(result)],
    ['report.txt', sweepReport(result, { language })],
    ['report.html', htmlSweep(result, topology, { language, script: pageScript() })],
    ['report.md', markdownSweep(result, { language, pictures })],
    ...files.map(({ name, content }) => [name, content] as const),
  ];
  for (const [name, content] of all) {
    const file = join(out, name);
    makeFolder(dirname(file));
    writeText(file, content);
  }
}

const writeText = (file: string, text: string | Uint8Array): void => writing(file, () => writeFileSync(file, text));

function writing(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
