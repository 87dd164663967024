import type { Command } from 'commander';
import type { VerifyFlags } from '../commands/verify.ts';
import type { ExitCode } from '../exits.ts';
import { examples, language } from './common.ts';

export function addVerify(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('verify')
    .description('check a bundle that --out has written: are its files unchanged, and does it all come out again?')
    .argument('<folder>', 'the bundle')
    .option('--files-only', 'compare the hashes and do not measure again')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .addHelpText('after', examples('hasim drill shop.yaml --out evidence', 'hasim verify evidence'))
    .action(async (folder: string, flags: VerifyFlags) => {
      const { verify } = await import('../commands/verify.ts');
      ended(await verify(folder, flags));
    });
}
