import type { Command } from 'commander';
import { withOut } from '../bundle/destination.ts';
import type { RunFlags } from '../commands/run.ts';
import type { ExitCode } from '../exits.ts';
import { precisionShare, wholeCount, workingTime } from '../options.ts';
import { examples, FAULTS, SCENARIO, simulating, withWorkers } from './common.ts';

export function addRun(program: Command, ended: (code: ExitCode) => void): void {
  withWorkers(withOut(simulating(program.command('run').description('measure, and print a report'), 1_000)))
    .argument('<scenario>', SCENARIO)
    .option('--faults <file>', FAULTS)
    .option(
      '--precision <share>',
      'run until downtime is known this well, such as 5%, instead of a number of --runs',
      precisionShare,
    )
    .option('--max-runs <n>', 'under --precision: replications at the most (default: 100000)', wholeCount)
    .option('--max-time <duration>', 'stop after so long, such as 10m, and report what is done by then', workingTime)
    .option('--journal <file>', 'keep finished blocks in a file, so that --resume can go on from there')
    .option('--resume', 'go on from the --journal; where there is none yet, begin it')
    .addHelpText(
      'after',
      examples(
        'hasim run shop.yaml',
        'hasim run shop.yaml --precision 5%',
        'hasim run shop.yaml --runs 100000 --journal shop.jsonl --resume',
        'hasim run shop.yaml --json --seed 7 | jq .workloads',
      ),
    )
    .action(async (file: string, flags: RunFlags, command: Command) => {
      if (flags.maxRuns !== undefined && flags.precision === undefined) {
        command.error('error: --max-runs means something only beside --precision');
      }
      if (flags.precision !== undefined && command.getOptionValueSource('runs') === 'cli') {
        command.error(
          'error: --precision chooses the number of runs itself: leave out --runs, or bound it with --max-runs',
        );
      }
      if (flags.resume === true && flags.journal === undefined) {
        command.error('error: --resume needs the --journal that it goes on from');
      }
      const { run } = await import('../commands/run.ts');
      ended(await run(file, flags));
    });
}
