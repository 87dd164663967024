import type { Command } from 'commander';
import { placeText } from '../options.ts';
import type { Asked } from './evidence.ts';
import { refuseUnlessReady } from './folder.ts';

/** Where a bundle goes, and with what its command was called. */
export interface Destination {
  readonly folder: string;
  /** The command and every option that may change a figure, the usual values spelled out: `["run", "--runs", "1000", …]`. */
  readonly words: (asked?: Asked) => readonly string[];
}

/** Options that change no figure, write files of their own, or are in the scenario as run already. They are not kept, and a manifest that names one is not replayed. */
export const NOT_KEPT: ReadonlySet<string> = new Set([
  '--out',
  '--json',
  '--quiet',
  '--junit',
  '--workers',
  '--journal',
  '--resume',
  '--max-time',
  '--faults',
]);

/** Adds `--out` to a command. A place that may not be written is refused at once, not after an hour of work. */
export function withOut(command: Command): Command {
  const written = new Map<string, string>();
  command.parent?.hook('preSubcommand', (_, called) => {
    if (called === command) noteWritten(command, written);
  });
  return command.option(
    '--out <folder>',
    'write everything behind the result into a folder, with hashes; hasim verify checks it',
    (text: string): Destination => {
      const folder = placeText(text);
      refuseUnlessReady(folder);
      return { folder, words: (asked) => [command.name(), ...keptOptions(command, written, asked)] };
    },
  );
}

/** Notes option values as they are written, before anything reads them. */
function noteWritten(command: Command, written: Map<string, string>): void {
  for (const option of command.options) {
    command.on(`option:${option.name()}`, (value: unknown) => {
      if (typeof value === 'string') written.set(option.attributeName(), value);
    });
  }
}

/** What another option replaces: a precision chooses the number of runs. */
const REPLACED: ReadonlyMap<string, string> = new Map([['runs', 'precision']]);

/** What says how many runs there are to be. */
const COUNTING: ReadonlySet<string> = new Set(['runs', 'precision', 'precisionOf', 'maxRuns']);

function keptOptions(command: Command, written: ReadonlyMap<string, string>, asked: Asked | undefined): string[] {
  const runs = asked === undefined ? [] : ['--runs', String(asked.runs)];
  const kept = command.options.flatMap((option) => {
    const key = option.attributeName();
    const value: unknown = command.getOptionValue(key);
    if (option.long == null || NOT_KEPT.has(option.long) || value === undefined || value === false) return [];
    if (asked !== undefined && COUNTING.has(key)) return [];
    const by = REPLACED.get(key);
    if (by !== undefined && command.getOptionValue(by) !== undefined) return [];
    if (value === true) return [option.long];
    return [option.long, written.get(key) ?? option.defaultValueDescription ?? String(value)];
  });
  return [...runs, ...kept];
}
