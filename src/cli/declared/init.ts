import type { Command } from 'commander';
import type { InitFlags } from '../commands/init.ts';
import type { ExitCode } from '../exits.ts';
import { examples, language } from './common.ts';

export function addInit(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a scenario to begin with')
    .argument('[file]', 'where to; - prints it', 'scenario.yaml')
    .option('--force', 'overwrite a file that is there')
    .addOption(language('language of the scenario and of what is told'))
    .addHelpText('after', examples('hasim init', 'hasim init shop.yaml', 'hasim init - | hasim run -'))
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('../commands/init.ts');
      ended(await init(file, flags));
    });
}
