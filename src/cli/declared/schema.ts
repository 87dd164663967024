import type { Command } from 'commander';
import type { SchemaFlags } from '../commands/schema.ts';
import type { ExitCode } from '../exits.ts';
import { examples, language } from './common.ts';

export function addSchema(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenarios, for editors')
    .option('--markdown', 'every key and every default with its source, as a page for people')
    .addOption(language('language of this help; what is printed is in English'))
    .addHelpText('after', examples('hasim schema > hasim.schema.json', 'hasim schema --markdown > fields.md'))
    .action(async (flags: SchemaFlags) => {
      const { schema } = await import('../commands/schema.ts');
      ended(await schema(flags));
    });
}
