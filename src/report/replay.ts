import { clean } from './cells.ts';

const PLAIN = /^[\w./:@%+=,-]+$/;

/** A word as a POSIX shell takes it. */
export const quoted = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

interface Replayed {
  readonly scenario: { readonly file: string };
  readonly runs: number;
  readonly yearsPerRun: number;
  readonly seed: string;
}

/** The command that gives the same figures again; where a precision chose the number of runs, that number. */
export function replayCommand(command: string, { scenario, runs, yearsPerRun, seed }: Replayed): string {
  const file = scenario.file.startsWith('-') && scenario.file !== '-' ? `./${scenario.file}` : scenario.file;
  return clean(`hasim ${command} ${quoted(file)} --runs ${runs} --years ${yearsPerRun} --seed ${quoted(seed)}`);
}
