import { type Command, Option } from 'commander';
import type { WorkerFlags } from '../commands/worker.ts';
import type { ExitCode } from '../exits.ts';
import { workingTime } from '../options.ts';
import { examples, language, withWorkers } from './common.ts';

export function addWorker(program: Command, ended: (code: ExitCode) => void): void {
  withWorkers(program.command('worker').description('run points of sweeps for other machines, through Redis'))
    .option('--redis <url>', 'redis://host:6379, rediss:// for TLS (or HASIM_REDIS)')
    .option('--idle <duration>', 'end when there has been no work for so long, such as 10m', workingTime)
    .addOption(
      new Option('--patience <duration>', 'a worker silent for so long is taken for dead, its work is run again')
        .argParser(workingTime)
        .default(30_000, '30s'),
    )
    .addOption(language('language of what is told'))
    .option('--quiet', 'say nothing but errors')
    .addHelpText(
      'after',
      examples('hasim worker --redis redis://host:6379', 'HASIM_REDIS=rediss://:secret@host hasim worker --idle 10m'),
    )
    .action(async (flags: WorkerFlags) => {
      const { worker } = await import('../commands/worker.ts');
      ended(await worker(flags));
    });
}
