import type { Command } from 'commander';
import type { ValidateFlags } from '../commands/validate.ts';
import type { ExitCode } from '../exits.ts';
import { examples, language, SCENARIO } from './common.ts';

export function addValidate(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('say what is wrong or unwise in a scenario, line by line')
    .argument('<scenario>', SCENARIO)
    .option('--json', 'print the problems as one JSON document')
    .addOption(language())
    .addHelpText('after', examples('hasim validate shop.yaml', 'cat shop.yaml | hasim validate -'))
    .action(async (file: string, flags: ValidateFlags) => {
      const { validate } = await import('../commands/validate.ts');
      ended(await validate(file, flags));
    });
}
