import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SweepFlags } from '../commands/sweep.ts';
import type { ExitCode } from '../exits.ts';
import { countLike, placeText } from '../options.ts';
import { examples, SCENARIO, simulating, withWorkers } from './common.ts';

const collect = (text: string, before: readonly string[]): readonly string[] => [...before, text];

function basePoint(text: string): number | 'scenario' {
  return text === 'scenario' ? text : countLike(1)(text);
}

export const measureList = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

function shardText(text: string): readonly [number, number] {
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [shard, shards] = [Number(match?.[1]), Number(match?.[2])];
  if (match !== null && shard >= 1 && shard <= shards) return [shard, shards];
  throw new InvalidArgumentError('A share such as 3/16 is needed, counted from 1.');
}

/** How a sweep is printed; `merge` prints the same. */
export const sweepOutput = (command: Command): Command =>
  command
    .option('--csv <file>', 'write the points as CSV too')
    .option('--out <folder>', 'write a page, charts, Markdown, text, CSV and JSON there', placeText)
    .option(
      '--pareto <measures>',
      'measures of the front, such as downtime,rpo,cost or downtime:order,writes-lost',
      measureList,
    );

export function addSweep(program: Command, ended: (code: ExitCode) => void): void {
  const command = withWorkers(
    simulating(program.command('sweep').description('vary figures of a scenario: what does each of them do?'), 100),
  );
  sweepOutput(command)
    .argument('<scenario>', SCENARIO)
    .option(
      '--set <path=values>',
      'what to vary: www.ttl=1s,60s,600s, or a range 1s..600s, log:1s..600s; may be repeated',
      collect,
      [],
    )
    .option('--sweep <file>', 'a file of YAML that says what to vary')
    .option('--sample <n>', 'points of a Latin hypercube instead of every combination', countLike(200))
    .option('--base <point>', 'the point that others are compared with, or `scenario`, as it is written', basePoint)
    .option('--journal <file>', 'where finished points are kept (default: in --out, or beside the scenario)')
    .option('--resume', 'go on where an earlier sweep was stopped')
    .option('--shard <i/n>', 'run only this share of the points; hasim merge puts the files together', shardText)
    .addOption(new Option('--backend <name>', 'where points are run').choices(['threads', 'bullmq']).default('threads'))
    .option('--redis <url>', 'under --backend bullmq: redis://host:6379, rediss:// for TLS (or HASIM_REDIS)')
    .addHelpText(
      'after',
      examples(
        'hasim sweep shop.yaml --set www.ttl=1s,60s,600s --set lb.health-check.interval=2s,10s',
        'hasim sweep shop.yaml --set www.ttl=log:1s..600s --set web.count=2..8 --sample 200 --csv points.csv',
        'hasim sweep shop.yaml --sweep sweep.yaml --shard 3/16',
      ),
    )
    .action(async (file: string, flags: SweepFlags) => {
      const { sweep } = await import('../commands/sweep.ts');
      const { runs, ...rest } = flags;
      const asked = command.getOptionValueSource('runs') === 'cli' && runs !== undefined ? { runs } : {};
      ended(await sweep(file, { ...rest, ...asked }));
    });
}
