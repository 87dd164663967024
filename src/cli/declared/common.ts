import { type Command, Option } from 'commander';
import { LOST_FOR, LOST_FOR_TEXT } from '../drilling.ts';
import { countLike, lossDuration, seedText, workerCount, yearCount } from '../options.ts';
import { said } from '../terminal.ts';
import { folded } from '../widths.ts';

export const SCENARIO = 'a file of YAML; - reads it from stdin';

export const FAULTS = 'nothing breaks but the faults on schedule in this file';

export const language = (about = 'language of the report'): Option =>
  new Option('--lang <language>', about).choices(['en', 'zh']).default('en');
export const lostFor = (about: string): Option =>
  new Option('--for <duration>', about).argParser(lossDuration).default(LOST_FOR, LOST_FOR_TEXT);
export const examples = (...lines: readonly string[]): string =>
  `\n${said('Examples:')}\n${lines.map((line) => folded(line)).join('\n')}`;

/** Options of everything that simulates. */
export function simulating(command: Command, runs: number): Command {
  return command
    .option('--runs <n>', 'replications', countLike(1000), runs)
    .option('--years <n>', 'length of one replication', yearCount, 10)
    .option('--seed <text>', 'seed of all chance; the same seed gives the same figures', seedText, '1')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .option('--quiet', 'no progress, no warnings, no list of assumptions');
}

/** How many work at once. */
export const withWorkers = (command: Command): Command =>
  command.option('--workers <n>', 'how many work at once (default: as many as there are cores)', workerCount);
