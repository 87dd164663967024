import { formatDuration, type Us } from '../base/index.ts';
import { cells, clean, head, PAGE_CELLS } from './cells.ts';

const PLAIN = /^[\w./:@%+=,-]+$/;

/** A word as a POSIX shell takes it. */
export const quoted = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

interface Replayed {
  readonly scenario: { readonly file: string; readonly faults?: string };
  readonly runs: number;
  readonly yearsPerRun: number;
  readonly seed: string;
  /** What a point of a sweep changes, as `--set` takes it. */
  readonly sets?: readonly string[];
}

/** A file as a command takes it: one that begins with a dash is no option. */
export const fileArgument = (file: string): string => quoted(file.startsWith('-') && file !== '-' ? `./${file}` : file);

/** The command that gives the same figures again; where a precision chose the number of runs, that number. */
export function replayCommand(command: string, { scenario, runs, yearsPerRun, seed, sets = [] }: Replayed): string {
  const faults = scenario.faults === undefined ? '' : ` --faults ${fileArgument(scenario.faults)}`;
  const changed = sets.map((set) => ` --set ${quoted(set)}`).join('');
  return clean(
    `hasim ${command} ${fileArgument(scenario.file)}${faults} --runs ${runs} --years ${yearsPerRun} --seed ${quoted(seed)}${changed}`,
  );
}

/** A command on lines that a shell joins again. It breaks before a word where it can. */
export function shellLines(command: string): string[] {
  if (cells(command) <= PAGE_CELLS) return [command];
  const most = head(command, PAGE_CELLS - 1);
  const space = most.lastIndexOf(' ');
  const first = space > 0 ? most.slice(0, space + 1) : most;
  return [`${first}\\`, ...shellLines(command.slice(first.length))];
}

/** A span of whole microseconds as an option takes it, in one word: `7d`, `90s`. */
export function spanArgument(seconds: number): string {
  const written = formatDuration(Math.round(seconds * 1e6) as Us);
  return written.includes(' ') ? `${seconds}s` : written;
}
