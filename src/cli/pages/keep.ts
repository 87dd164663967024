import { existsSync, lstatSync, readdirSync } from 'node:fs';
import {
  type ComparisonResult,
  comparisonCharts,
  comparisonCsv,
  comparisonReport,
  differencesCsv,
  documentText,
  htmlComparison,
  type Language,
  markdownComparison,
  type Variant,
} from '../../index.ts';
import { writeFolder } from '../bundle/folder.ts';
import { Refusal } from '../exits.ts';
import { shown } from '../input.ts';
import { picturesOf } from './drawn.ts';
import { pageScript } from './script.ts';

/** Refuses a folder that holds anything, before the work begins. */
export function refuseUnlessEmpty(folder: string): void {
  if (!existsSync(folder)) return;
  if (lstatSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new Refusal(`${shown(folder)}: this is there already; name a new folder`);
}

/** Writes a comparison as a page, with its pictures, as Markdown, text, CSV and a document. */
export async function keepPages(
  folder: string,
  result: ComparisonResult,
  variants: readonly Variant[],
  language: Language,
): Promise<void> {
  const { files, pictures } = await picturesOf(comparisonCharts(result), language);
  writeFolder(folder, [
    { name: 'result.json', content: documentText(result) },
    { name: 'report.txt', content: comparisonReport(result, { language }) },
    { name: 'report.html', content: htmlComparison(result, variants, { language, script: pageScript() }) },
    { name: 'report.md', content: markdownComparison(result, { language, pictures }) },
    { name: 'workloads.csv', content: comparisonCsv(result) },
    { name: 'differences.csv', content: differencesCsv(result) },
    ...files,
  ]);
}
