import { Command, Option } from 'commander';
import type { CheckFlags } from './commands/check.ts';
import type { CompareFlags } from './commands/compare.ts';
import type { DrillFlags } from './commands/drill.ts';
import type { ExplainFlags } from './commands/explain.ts';
import type { InitFlags } from './commands/init.ts';
import type { RunFlags } from './commands/run.ts';
import type { SchemaFlags } from './commands/schema.ts';
import type { ValidateFlags } from './commands/validate.ts';
import type { ExitCode } from './exits.ts';
import { lossDuration, precisionShare, seedText, wholeCount, yearCount } from './options.ts';
import { packageVersion } from './version.ts';

const SCENARIO = 'a file of YAML; - reads it from stdin';

const EXIT_CODES = `
Exit codes: 0 done · 1 an objective is missed · 2 bad usage, a bad scenario or a full disk ·
3 undecided · 4 a fault of hasim itself · 130 interrupted (what was finished is printed)`;

/** The command line. Commands load what they need only when they run, so that starting stays quick. */
export function buildProgram(ended: (code: ExitCode) => void): Command {
  const program = new Command('hasim')
    .description('Measures availability, RTO and RPO of an architecture by simulating thousands of years of failures.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(hasim --help tells more)')
    .addHelpText('after', `\nExample:\n  hasim init shop.yaml && hasim run shop.yaml\n${EXIT_CODES}`);
  addRun(program, ended);
  addCompare(program, ended);
  addDrill(program, ended);
  addCheck(program, ended);
  addExplain(program, ended);
  addValidate(program, ended);
  addSchema(program, ended);
  addInit(program, ended);
  return program;
}

const language = (): Option =>
  new Option('--lang <language>', 'language of the report').choices(['en', 'zh']).default('en');
const lostFor = (about: string): Option =>
  new Option('--for <duration>', about).argParser(lossDuration).default(lossDuration('7d'), '7d');
const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;

/** Options of everything that simulates. */
function simulating(command: Command, runs: number): Command {
  return command
    .option('--runs <n>', 'replications', wholeCount, runs)
    .option('--years <n>', 'length of one replication', yearCount, 10)
    .option('--seed <text>', 'seed of all chance; the same seed gives the same figures', seedText, '1')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .option('--quiet', 'no progress, no warnings, no list of assumptions');
}

function addRun(program: Command, ended: (code: ExitCode) => void): void {
  simulating(program.command('run').description('measure, and print a report'), 1_000)
    .argument('<scenario>', SCENARIO)
    .option(
      '--precision <share>',
      'run until downtime is known this well, such as 5%, instead of a number of --runs',
      precisionShare,
    )
    .option('--max-runs <n>', 'under --precision: replications at the most (default: 100000)', wholeCount)
    .addHelpText(
      'after',
      examples(
        'hasim run shop.yaml',
        'hasim run shop.yaml --precision 5%',
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
      const { run } = await import('./commands/run.ts');
      ended(await run(file, flags));
    });
}

function addCompare(program: Command, ended: (code: ExitCode) => void): void {
  simulating(program.command('compare').description('set scenarios side by side under the same disasters'), 1_000)
    .argument('<scenarios...>', 'two or more files of YAML; the others are compared with the first')
    .addHelpText('after', examples('hasim compare a-s.yaml a-a.yaml', 'hasim compare before.yaml after.yaml --json'))
    .action(async (files: string[], flags: CompareFlags) => {
      const { compare } = await import('./commands/compare.ts');
      ended(await compare(files, flags));
    });
}

function addDrill(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('drill')
    .description('inject each fault on each domain on purpose, and measure every recovery')
    .argument('<scenario>', SCENARIO)
    .option('--times <n>', 'drills of each fault', wholeCount, 300)
    .option('--fault <class:domain>', 'only this fault, class or domain, such as zone:cn-beijing/a')
    .addOption(lostFor('how long places, links and domains stay lost'))
    .option('--seed <text>', 'seed of all chance; the same seed gives the same figures', seedText, '1')
    .option('--json', 'print one JSON document and nothing else')
    .addOption(language())
    .option('--quiet', 'no progress, no warnings')
    .addHelpText('after', examples('hasim drill shop.yaml', 'hasim drill shop.yaml --fault zone --times 1000'))
    .action(async (file: string, flags: DrillFlags) => {
      const { drill } = await import('./commands/drill.ts');
      ended(await drill(file, flags));
    });
}

function addCheck(program: Command, ended: (code: ExitCode) => void): void {
  simulating(program.command('check').description('gate: are the objectives met? The exit code says so'), 1_000)
    .argument('<scenario>', SCENARIO)
    .option('--times <n>', 'drills of each loss of a site', wholeCount, 300)
    .addOption(lostFor('how long a lost site stays lost in a drill'))
    .option('--junit <file>', 'write the verdicts as JUnit XML too')
    .addHelpText('after', examples('hasim check shop.yaml', 'hasim check shop.yaml --junit verdicts.xml --quiet'))
    .action(async (file: string, flags: CheckFlags) => {
      const { check } = await import('./commands/check.ts');
      ended(await check(file, flags));
    });
}

function addExplain(program: Command, ended: (code: ExitCode) => void): void {
  simulating(program.command('explain').description('tell the typical and the worst incidents, second by second'), 100)
    .argument('<scenario>', SCENARIO)
    .option('--workload <name>', 'only the incidents of this workload')
    .addHelpText('after', examples('hasim explain shop.yaml', 'hasim explain shop.yaml --workload order --runs 500'))
    .action(async (file: string, flags: ExplainFlags) => {
      const { explain } = await import('./commands/explain.ts');
      ended(await explain(file, flags));
    });
}

function addValidate(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('say what is wrong or unwise in a scenario, line by line')
    .argument('<scenario>', SCENARIO)
    .option('--json', 'print the problems as one JSON document')
    .addHelpText('after', examples('hasim validate shop.yaml', 'cat shop.yaml | hasim validate -'))
    .action(async (file: string, flags: ValidateFlags) => {
      const { validate } = await import('./commands/validate.ts');
      ended(await validate(file, flags));
    });
}

function addSchema(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenarios, for editors')
    .option('--markdown', 'every key and every default with its source, as a page for people')
    .addHelpText('after', examples('hasim schema > hasim.schema.json', 'hasim schema --markdown > fields.md'))
    .action(async (flags: SchemaFlags) => {
      const { schema } = await import('./commands/schema.ts');
      ended(await schema(flags));
    });
}

function addInit(program: Command, ended: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a scenario to begin with')
    .argument('[file]', 'where to; - prints it', 'scenario.yaml')
    .option('--force', 'overwrite a file that is there')
    .addHelpText('after', examples('hasim init', 'hasim init shop.yaml', 'hasim init - | hasim run -'))
    .action(async (file: string, flags: InitFlags) => {
      const { init } = await import('./commands/init.ts');
      ended(await init(file, flags));
    });
}
