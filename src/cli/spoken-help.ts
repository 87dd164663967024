import { Help, type HelpConfiguration } from 'commander';
import { said } from './terminal.ts';
import { columnsOf, wrapped } from './widths.ts';

const plain = new Help();
/** What commander puts for words that may be left out. */
const PLACES = /\[(?:options|command)\]/g;
const placed = (term: string): string => term.replace(PLACES, said);

/** How help is put into words: those of commander, in the voice of this process, and as wide as its characters are. */
export const SPOKEN_HELP: HelpConfiguration = {
  displayWidth: columnsOf,
  boxWrap: wrapped,
  styleTitle: said,
  commandUsage: (command) => placed(plain.commandUsage(command)),
  commandDescription: (command) => said(plain.commandDescription(command)),
  subcommandTerm: (command) => placed(`${command.name()} ${command.usage()}`),
  subcommandDescription: (command) => said(plain.subcommandDescription(command)),
  argumentDescription: (argument) => said(plain.argumentDescription(argument)),
  optionDescription: (option) => said(plain.optionDescription(option)),
};
