import { type Command, InvalidArgumentError, Option } from 'commander';
import { withOut } from '../bundle/destination.ts';
import type { RunFlags } from '../commands/run.ts';
import type { ExitCode } from '../exits.ts';
import { countLike, precisionMeasures, precisionShare, workingTime } from '../options.ts';
import { RARE_METHODS, rareMethod } from '../rare-method.ts';
import { examples, FAULTS, SCENARIO, simulating, withWorkers } from './common.ts';

/** Each of them begins thousands of windows, or is split into thousands of copies. */
const RARE_RUNS = 100;

/** What means nothing beside --rare, and why. */
const NOT_BESIDE_RARE: readonly (readonly [option: keyof RunFlags, reason: string])[] = [
  ['precision', '--precision counts ordinary runs: --rare takes --runs, and its report says how sure it is'],
  ['faults', '--faults leaves nothing to chance: there is nothing that --rare could make more frequent'],
  ['out', '--out keeps the evidence of an ordinary run: --rare estimates no RTO, RPO or verdict'],
];

/** What only sweeps can do. */
const OF_SWEEPS = ['--shard <i/n>', '--backend <name>', '--redis <url>'];

/** Options that do not show, so that whoever tries them is told why there are none. */
function refuseMachines(command: Command): void {
  for (const option of OF_SWEEPS) {
    const refuse = (): never => {
      throw new InvalidArgumentError(
        'Only sweeps are spread over machines: a run, with --rare too, takes the cores of one, and --journal with --resume if it is to survive that.',
      );
    };
    command.addOption(new Option(option).hideHelp().argParser(refuse));
  }
}

export function addRun(program: Command, ended: (code: ExitCode) => void): void {
  const command = withWorkers(
    withOut(simulating(program.command('run').description('measure, and print a report'), 1_000)),
  );
  refuseMachines(command);
  command
    .usage('[options] <scenario>')
    .argument('[scenario]', SCENARIO)
    .option('--faults <file>', FAULTS)
    .option(
      '--precision <share>',
      'run until downtime is known this well, such as 5%, instead of a number of --runs',
      precisionShare,
    )
    .option(
      '--precision-of <measures>',
      'under --precision: what is to be known: downtime, rto, rpo (their p95 by class of fault), or rto:zone (default: downtime)',
      precisionMeasures,
    )
    .option('--max-runs <n>', 'under --precision: replications at the most (default: 100000)', countLike(100000))
    .option('--max-time <duration>', 'stop after so long, such as 10m, and report what is done by then', workingTime)
    .option('--journal <file>', 'keep finished blocks in a file, so that --resume can go on from there')
    .option('--resume', 'go on from the --journal; where there is none yet, begin it')
    .option(
      '--rare [method]',
      `for what no number of ordinary runs would see (default: ${RARE_RUNS} runs): biasing draws failures more often and weighs what they do; splitting copies paths that come near a loss, for long degradations and systems that are never all well (default: biasing)`,
    )
    .addHelpText(
      'after',
      examples(
        'hasim run shop.yaml',
        'hasim run shop.yaml --precision 5%',
        'hasim run shop.yaml --precision 10% --precision-of downtime,rto:zone --max-time 10m',
        'hasim run shop.yaml --runs 100000 --journal shop.jsonl --resume',
        'hasim run shop.yaml --rare',
        'hasim run shop.yaml --rare splitting',
        'hasim run shop.yaml --json --seed 7 | jq .workloads',
      ),
    )
    .action(async (written: string | undefined, flags: RunFlags, command: Command) => {
      const file = written ?? behindRare(flags.rare);
      if (file === undefined) command.error("error: missing required argument 'scenario'");
      if (flags.maxRuns !== undefined && flags.precision === undefined) {
        command.error('error: --max-runs means something only beside --precision');
      }
      if (flags.precisionOf !== undefined && flags.precision === undefined) {
        command.error('error: --precision-of means something only beside --precision');
      }
      if (flags.precision !== undefined && command.getOptionValueSource('runs') === 'cli') {
        command.error(
          'error: --precision chooses the number of runs itself: leave out --runs, or bound it with --max-runs',
        );
      }
      if (flags.resume === true && flags.journal === undefined) {
        command.error('error: --resume needs the --journal that it goes on from');
      }
      if (flags.rare !== undefined) {
        for (const [option, reason] of NOT_BESIDE_RARE) {
          if (flags[option] !== undefined) command.error(`error: ${reason}`);
        }
        const method = await rareMethod(written === undefined || flags.rare, command);
        const { runRare } = await import('../commands/run-rare.ts');
        const runs = command.getOptionValueSource('runs') === 'cli' ? flags.runs : RARE_RUNS;
        ended(await runRare(file, method, { ...flags, runs }));
        return;
      }
      const { run } = await import('../commands/run.ts');
      ended(await run(file, flags));
    });
}

/** `--rare shop.yaml`: where no other word is, the one behind the option is the scenario. */
const behindRare = (rare: RunFlags['rare']): string | undefined =>
  rare === true || RARE_METHODS.some((method) => method === rare) ? undefined : rare;
