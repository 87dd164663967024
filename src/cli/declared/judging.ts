import type { Command } from 'commander';

/** Adds the options that say by what a verdict is reached. Names are checked when they are used: checking them here would load everything. */
export const judging = (command: Command): Command =>
  command
    .option('--edition <name>', 'edition of GB/T 20988 that judges: gbt20988-2007 or gbt20988-2025-secondary')
    .option('--profile <name|file>', 'rules to hold it to: of a sector, such as cbrc-2011-104, or a file of YAML');
