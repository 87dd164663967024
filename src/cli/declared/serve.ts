import type { Command } from 'commander';
import type { ServeFlags } from '../commands/serve.ts';
import type { ExitCode } from '../exits.ts';
import { portNumber } from '../options.ts';
import { examples, language } from './common.ts';

export function addServe(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('serve')
    .description('a local page to edit, run, drill and compare scenarios')
    .argument('[path]', 'a folder of scenarios, or one of them', '.')
    .option('--port <n>', 'port to listen on; 0 takes any that is free', portNumber, 4280)
    .option('--host <address>', 'address to listen on; others than this machine can reach it then', '127.0.0.1')
    .addOption(language('language of what is told here; the page has a switch of its own'))
    .addHelpText('after', examples('hasim serve scenarios', 'hasim serve shop.yaml --port 8000'))
    .action(async (path: string, flags: ServeFlags) => {
      const { serve } = await import('../commands/serve.ts');
      ended(await serve(path, flags));
    });
}
