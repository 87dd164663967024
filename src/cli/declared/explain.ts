import type { Command } from 'commander';
import type { ExplainFlags } from '../commands/explain.ts';
import type { ExitCode } from '../exits.ts';
import { examples, FAULTS, SCENARIO, simulating } from './common.ts';

export function addExplain(program: Command, ended: (code: ExitCode) => void): void {
  simulating(program.command('explain').description('tell the typical and the worst incidents, second by second'), 100)
    .argument('<scenario>', SCENARIO)
    .option('--faults <file>', FAULTS)
    .option('--workload <name>', 'only the incidents of this workload')
    .addHelpText('after', examples('hasim explain shop.yaml', 'hasim explain shop.yaml --workload order --runs 500'))
    .action(async (file: string, flags: ExplainFlags) => {
      const { explain } = await import('../commands/explain.ts');
      ended(await explain(file, flags));
    });
}
