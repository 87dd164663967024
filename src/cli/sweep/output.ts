import { writeFileSync } from 'node:fs';
import { documentText, type Language, type SweepResult, sweepCsv, sweepReport } from '../../index.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { print, reportInk } from '../terminal.ts';

export interface OutputFlags {
  readonly json?: boolean;
  readonly csv?: string;
  readonly lang: Language;
}

/** Prints a sweep, and writes its points as CSV where asked. */
export function giveOut(result: SweepResult, { json = false, csv, lang }: OutputFlags): void {
  if (csv !== undefined) writeText(csv, sweepCsv(result));
  print(json ? documentText(result) : sweepReport(result, { language: lang, ink: reportInk() }));
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(`${shown(file)}: it cannot be written (${code})`);
  }
}
