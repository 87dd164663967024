import type { Command } from 'commander';
import type { MergeFlags } from '../commands/merge.ts';
import type { ExitCode } from '../exits.ts';
import { examples, language } from './common.ts';
import { sweepOutput } from './sweep.ts';

export function addMerge(program: Command, ended: (code: ExitCode) => void): void {
  sweepOutput(program.command('merge').description('make one result of the files of a sweep’s shards'))
    .argument('<files...>', 'what hasim sweep --shard has written')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .addHelpText(
      'after',
      examples('hasim merge shop.sweep-*-of-16.jsonl', 'hasim merge shards/*.jsonl --json > sweep.json'),
    )
    .action(async (files: string[], flags: MergeFlags) => {
      const { merge } = await import('../commands/merge.ts');
      ended(await merge(files, flags));
    });
}
