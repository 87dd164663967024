import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText, type Language, type SweepResult, sweepCsv, sweepReport } from '../../index.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { print, reportInk } from '../terminal.ts';

export interface OutputFlags {
  readonly json?: boolean;
  readonly csv?: string;
  /** A folder for the result in every form. */
  readonly out?: string;
  readonly lang: Language;
}

/** Prints a sweep, and writes its points as CSV where asked. */
export function giveOut(result: SweepResult, { json = false, csv, out, lang }: OutputFlags): void {
  if (csv !== undefined) writeText(csv, sweepCsv(result));
  if (out !== undefined) writeAll(out, result, lang);
  print(json ? documentText(result) : sweepReport(result, { language: lang, ink: reportInk() }));
}

/** Makes a folder before hours of work are to go there. */
export function makeFolder(out: string): void {
  writing(out, () => mkdirSync(out, { recursive: true }));
}

function writeAll(out: string, result: SweepResult, language: Language): void {
  makeFolder(out);
  writeText(join(out, 'sweep.json'), documentText(result));
  writeText(join(out, 'points.csv'), sweepCsv(result));
  writeText(join(out, 'report.txt'), sweepReport(result, { language }));
}

const writeText = (file: string, text: string): void => writing(file, () => writeFileSync(file, text));

function writing(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
