import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { type ComparisonResult, comparisonReport, documentText, type Language } from '../../index.ts';
import { writeFolder } from '../bundle/folder.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';

/** Refuses a folder that holds anything, before the work begins. */
export function refuseUnlessEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  if (lstatSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new Refusal(`${shown(folder)}: this is there already; name a new folder`);
}

/** Writes a comparison as a page, a document and a text. */
export function keepPages(folder: string, result: ComparisonResult, page: string, language: Language): void {
  writeFolder(folder, [
    { name: 'result.json', content: documentText(result) },
    { name: 'report.txt', content: comparisonReport(result, { language }) },
    { name: 'report.html', content: page },
  ]);
}
