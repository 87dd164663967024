import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { refuseUnlessReady, writeFolder } from '../bundle/folder.ts';
import { isFile, type Own } from '../bundle/free.ts';
import { NO_PICTURES, pictureName, picturesOf } from './drawn.ts';
import { pageScript } from './script.ts';

const RESULT = 'result.json';

/** What a comparison writes into its folder beside pictures. */
const FORMS = [RESULT, 'report.txt', 'report.html', 'report.md', 'workloads.csv', 'differences.csv', NO_PICTURES];

/** The files of an older comparison: its forms, and the pictures of its result. */
const ofComparison: Own = (folder) => {
  const names = writtenIn(folder);
  return names && ((name) => names.has(name));
};

function writtenIn(folder: string): ReadonlySet<string> | undefined {
  const file = join(folder, RESULT);
  if (!isFile(file)) return undefined;
  try {
    const older: ComparisonResult = JSON.parse(readFileSync(file, 'utf8'));
    return new Set([...FORMS, ...comparisonCharts(older).map(pictureName)]);
  } catch {
    return undefined;
  }
}

/** Refuses a folder that holds anything but an older comparison, before the work begins. */
export const refuseUnlessOwn = (folder: string): void => refuseUnlessReady(folder, ofComparison);

/** Writes a comparison as a page, with its pictures, as Markdown, text, CSV and a document. */
export async function keepPages(
  folder: string,
  result: ComparisonResult,
  variants: readonly Variant[],
  language: Language,
): Promise<void> {
  const { files, pictures } = await picturesOf(comparisonCharts(result), language);
  const made = [
    { name: RESULT, content: documentText(result) },
    { name: 'report.txt', content: comparisonReport(result, { language }) },
    { name: 'report.html', content: htmlComparison(result, variants, { language, script: pageScript() }) },
    { name: 'report.md', content: markdownComparison(result, { language, pictures }) },
    { name: 'workloads.csv', content: comparisonCsv(result) },
    { name: 'differences.csv', content: differencesCsv(result) },
    ...files,
  ];
  writeFolder(folder, made, ofComparison);
}
