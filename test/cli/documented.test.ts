import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';

const program = buildProgram(() => {});
/** Lines that call hasim, those that end with a backslash or are folded put together. */
const calls = readFileSync('docs/many-machines.md', 'utf8')
  .replace(/ \\\n\s*/g, ' ')
  .replace(/(JOB_COMPLETION_INDEX \+ 1\)\)\/16)\n\s*/g, '$1 ')
  .split('\n')
  .flatMap((line) => /(?:^|[\s:])hasim ((?:sweep|worker|merge) .*)/.exec(line)?.[1] ?? []);

describe('the commands of docs/many-machines.md', () => {
  it('are many', () => expect(calls.length).toBeGreaterThanOrEqual(8));

  it.each(calls)('hasim %s', (call) => {
    const command = program.commands.find((one) => one.name() === call.split(' ')[0]);
    const known = command!.options.map(({ long }) => long);
    const used = [...call.matchAll(/(?<= )--[a-z-]+/g)].map(([flag]) => flag);
    expect(used.filter((flag) => !known.includes(flag))).toEqual([]);
  });
});
