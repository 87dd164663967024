import type { Command } from 'commander';
import { withOut } from '../bundle/destination.ts';
import type { CheckFlags } from '../commands/check.ts';
import { DRILLS } from '../drilling.ts';
import type { ExitCode } from '../exits.ts';
import { countLike } from '../options.ts';
import { writableFile } from '../writable.ts';
import { examples, lostFor, SCENARIO, simulating, withWorkers } from './common.ts';
import { judging } from './judging.ts';

export function addCheck(program: Command, ended: (code: ExitCode) => void): void {
  const command = program.command('check').description('gate: are the objectives met? The exit code says so');
  withWorkers(judging(withOut(simulating(command, 1_000))))
    .argument('<scenario>', SCENARIO)
    .option('--times <n>', 'drills of each loss of a site', countLike(300), DRILLS)
    .addOption(lostFor('when a drill ends after its strike: so long what is lost stays lost'))
    .option('--baseline <file>', 'say what has changed since an earlier result of check, run or drill --json')
    .option('--junit <file>', 'write the verdicts as JUnit XML too', writableFile)
    .addHelpText('after', examples('hasim check shop.yaml', 'hasim check shop.yaml --junit verdicts.xml --quiet'))
    .action(async (file: string, flags: CheckFlags) => {
      const { check } = await import('../commands/check.ts');
      ended(await check(file, flags));
    });
}
