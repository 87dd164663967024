import type { Command } from 'commander';
import { withOut } from '../bundle/destination.ts';
import type { FalsifyFlags } from '../commands/falsify.ts';
import type { ExitCode } from '../exits.ts';
import { countLike, nameList, seedText } from '../options.ts';
import { said } from '../terminal.ts';
import { complaint } from '../widths.ts';
import { examples, language, lostFor, SCENARIO, withWorkers } from './common.ts';

const ABOUT = [
  'No fault, every single one and every pair are tried at several moments each; larger sets by chance.',
  'Exit code 0: nothing was found within the bounds; 1: something was.',
];

export function addFalsify(program: Command, ended: (code: ExitCode) => void): void {
  withWorkers(withOut(program.command('falsify')))
    .description('look for the smallest set of faults that breaks the objectives')
    .argument('<scenario>', SCENARIO)
    .option('--max-faults <n>', 'faults at a time', countLike(2), 2)
    .option('--tries <n>', 'schedules of faults at the most', countLike(2000), 2_000)
    .option('--times <n>', 'replications of each schedule', countLike(20), 20)
    .option('--only <names>', 'strike only these: classes, names or class:name, such as zone,link,orders-a', nameList)
    .option('--except <names>', 'never strike these', nameList)
    .addOption(lostFor('how long a fault lasts, before the schedule is made smaller'))
    .option('--seed <text>', 'seed of all chance; the same seed finds the same', seedText, '1')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .option('--quiet', 'no progress, no warnings')
    .addHelpText(
      'after',
      `${examples(
        'hasim falsify shop.yaml',
        'hasim falsify shop.yaml --only zone,link --max-faults 3',
        'hasim falsify shop.yaml --out broken',
      )}\n${ABOUT.map((sentence) => complaint(said(sentence))).join('\n')}`,
    )
    .action(async (file: string, flags: FalsifyFlags) => {
      const { falsify } = await import('../commands/falsify.ts');
      ended(await falsify(file, flags));
    });
}
