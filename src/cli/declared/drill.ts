import { type Command, InvalidArgumentError, Option } from 'commander';
import { withOut } from '../bundle/destination.ts';
import type { DrillFlags } from '../commands/drill.ts';
import { DRILLS } from '../drilling.ts';
import type { ExitCode } from '../exits.ts';
import { countLike, seedText } from '../options.ts';
import { examples, language, lostFor, SCENARIO, withWorkers } from './common.ts';
import { judging } from './judging.ts';

export function addDrill(program: Command, ended: (code: ExitCode) => void): void {
  withWorkers(judging(withOut(program.command('drill'))))
    .description('inject each fault on each domain on purpose, and measure every recovery')
    .argument('<scenario>', SCENARIO)
    .option('--times <n>', 'drills of each fault', countLike(300), DRILLS)
    .option('--fault <class:domain>', 'only this fault, class or domain, such as zone:cn-beijing/a')
    .addOption(new Option('--runs <n>').hideHelp().argParser(refuseRuns))
    .addOption(lostFor('when a drill ends after its strike: so long what is lost stays lost'))
    .option('--seed <text>', 'seed of all chance; the same seed gives the same figures', seedText, '1')
    .option('--pairs', 'inject every pair of faults too, and name those that hurt beyond either alone')
    .option('--pair-times <n>', 'drills of each pair', countLike(100), 100)
    .option('--timelines', 'tell the typical and the worst drill of each fault, step by step')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .option('--quiet', 'no progress, no warnings')
    .addHelpText('after', examples('hasim drill shop.yaml', 'hasim drill shop.yaml --fault zone --times 1000'))
    .action(async (file: string, flags: DrillFlags) => {
      const { drill } = await import('../commands/drill.ts');
      ended(await drill(file, flags));
    });
}

/** It does not show; whoever tries it is told what is meant here. */
function refuseRuns(): never {
  throw new InvalidArgumentError('Drills are not replications: how many times each fault is injected is --times.');
}
