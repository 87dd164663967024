import { Command } from 'commander';
import { addCheck } from './declared/check.ts';
import { addCompare } from './declared/compare.ts';
import { addDrill } from './declared/drill.ts';
import { addExplain } from './declared/explain.ts';
import { addFalsify } from './declared/falsify.ts';
import { addInit } from './declared/init.ts';
import { addMerge } from './declared/merge.ts';
import { addRun } from './declared/run.ts';
import { addSchema } from './declared/schema.ts';
import { addServe } from './declared/serve.ts';
import { addSweep } from './declared/sweep.ts';
import { addValidate } from './declared/validate.ts';
import { addVerify } from './declared/verify.ts';
import { addWorker } from './declared/worker.ts';
import type { ExitCode } from './exits.ts';
import { SPOKEN_HELP } from './spoken-help.ts';
import { said } from './terminal.ts';
import { packageVersion } from './version.ts';
import { complaint, helpWidth } from './widths.ts';

const EXIT_CODES =
  'Exit codes: 0 done · 1 an objective is missed · 2 bad usage, a bad scenario or a full disk · 3 undecided · 4 a fault of hasim itself · 130 interrupted (what was finished is printed)';
/** For whoever does not read the rest. */
const IN_CHINESE = '中文帮助：hasim --help --lang zh';

/** The command line. Commands load what they need only when they run, so that starting stays quick. */
export function buildProgram(ended: (code: ExitCode) => void): Command {
  const example = `\n${said('Example:')}\n  hasim init shop.yaml && hasim run shop.yaml`;
  const program = new Command('hasim')
    .description(
      'Measures availability, RTO and RPO of an architecture by simulating thousands of years of failures, and judges its tier of GB/T 20988.',
    )
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ getOutHelpWidth: helpWidth, outputError: (text, write) => write(complaint(said(text))) })
    .showHelpAfterError(said('(hasim --help tells more)'))
    .configureHelp(SPOKEN_HELP)
    .addHelpText('after', `${example}\n\n${complaint(said(EXIT_CODES))}\n\n${IN_CHINESE}`);
  addRun(program, ended);
  addCompare(program, ended);
  addSweep(program, ended);
  addMerge(program, ended);
  addWorker(program, ended);
  addDrill(program, ended);
  addCheck(program, ended);
  addFalsify(program, ended);
  addExplain(program, ended);
  addValidate(program, ended);
  addVerify(program, ended);
  addServe(program, ended);
  addSchema(program, ended);
  addInit(program, ended);
  for (const command of program.commands)
    command.showHelpAfterError(said(`(hasim ${command.name()} --help tells more)`));
  return program;
}
