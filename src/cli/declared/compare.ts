import type { Command } from 'commander';
import type { CompareFlags } from '../commands/compare.ts';
import type { ExitCode } from '../exits.ts';
import { placeText } from '../options.ts';
import { examples, simulating, withWorkers } from './common.ts';

export function addCompare(program: Command, ended: (code: ExitCode) => void): void {
  const command = program.command('compare').description('set scenarios side by side under the same disasters');
  withWorkers(simulating(command, 1_000))
    .argument('<scenarios...>', 'two or more files of YAML; the others are compared with the first')
    .option('--out <folder>', 'write the comparison as a page and as a document into a folder', placeText)
    .addHelpText(
      'after',
      examples('hasim compare a-s.yaml a-a.yaml', 'hasim compare before.yaml after.yaml --out side-by-side'),
    )
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('../commands/compare.ts');
      ended(await compare(files, flags));
    });
}
