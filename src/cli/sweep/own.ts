import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { headingOf } from '../../backend/index.ts';
import { type SweepResult, sweepCharts } from '../../index.ts';
import { isFile, type Own } from '../bundle/free.ts';
import { leftoversIn } from '../bundle/leftovers.ts';
import { NO_PICTURES, pictureName } from '../pages/drawn.ts';

export const RESULT = 'sweep.json';

/** What a sweep writes into its folder beside pictures. */
const FORMS = [RESULT, 'points.csv', 'report.txt', 'report.html', 'report.md', NO_PICTURES];

/**
 * The files of a sweep in a folder: the forms and pictures of the result that is there, and journals, for shards may share a folder.
 * `asked`: files that the command line names, such as a journal that is to lie there too.
 */
export function ofSweep(asked: readonly (string | undefined)[]): Own {
  return (folder) => {
    const names = new Set(asked.map((file) => file && relative(folder, resolve(file))));
    const written = writtenBy(folder);
    const torn = leftoversIn(folder).length > 0;
    return (name) => written.has(name) || (torn && name === RESULT) || names.has(name) || isJournal(join(folder, name));
  };
}

/** What the older result of a folder consists of, and one that was being written when its process was killed; nothing where there is none. */
export const writtenBy = (folder: string): ReadonlySet<string> =>
  new Set([folder, ...leftoversIn(folder).map((name) => join(folder, name))].flatMap(namesBy));

/** The result is written first: where it is torn, nothing else is there yet. */
function namesBy(folder: string): readonly string[] {
  const file = join(folder, RESULT);
  if (!isFile(file)) return [];
  try {
    const result: SweepResult = JSON.parse(readFileSync(file, 'utf8'));
    return [...FORMS, ...sweepCharts(result).map(pictureName)];
  } catch {
    return [];
  }
}

/** A journal that another shard has only just begun has no heading yet: it is known by its name. */
const isJournal = (file: string): boolean =>
  /\.sweep(-\d+-of-\d+)?\.jsonl$/.test(file) || (file.endsWith('.jsonl') && headingOf(file) !== undefined);
