import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/declared/common.ts';
import { buildProgram } from '../../src/cli/program.ts';

const commands = ['', ...buildProgram(() => {}).commands.map((command) => command.name())];

/** What a command line writes, in this process; nothing that is asked here runs. */
function written(...words: readonly string[]): { readonly out: string; readonly err: string } {
  let out = '';
  let err = '';
  const program = buildProgram(() => {});
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => {
        out += text;
      },
      writeErr: (text) => {
        err += text;
      },
    });
  }
  expect(() => program.parse(words, { from: 'user' })).toThrow();
  return { out, err };
}

const tooWide = (text: string): string[] => text.split('\n').filter((line) => [...line].length > 80);

describe('the help', () => {
  it.each(commands)('of hasim %s fits 80 columns', (name) => {
    const { out } = written(...(name === '' ? [] : [name]), '--help');
    expect(out).toContain(`Usage: hasim${name === '' ? '' : ` ${name}`} `);
    expect(tooWide(out)).toEqual([]);
  });

  it('folds a long example as a shell takes it', () => {
    const command = `hasim sweep shop.yaml ${Array.from({ length: 9 }, (_, i) => `--set web${i}.count=2..8`).join(' ')}`;
    const text = examples(command).replace('\nExamples:\n', '');
    expect(text.split('\n').length).toBeGreaterThan(3);
    expect(tooWide(text)).toEqual([]);
    expect(text.replace(/\\\n */g, '').trim()).toBe(command);
  });
});

describe('a complaint about the command line', () => {
  it.each([
    [['run', 'a.yaml', '--runs', 'many'], /error: option '--runs <n>' argument 'many' is invalid\..*is needed\./],
    [['run', 'a.yaml', '--precision-of', 'x'], /downtime, rto, rpo, or rto:zone are possible/],
    [['run', 'a.yaml', '--lang', 'fr'], /Allowed choices are en, zh\./],
    [['run', 'a.yaml', '--yaers', '3'], /unknown option '--yaers'.*Did you mean --years\?/],
    [['check', 'a.yaml', '--for', 'ever'], /A duration above 0 and up to a year such as 12h or 7d is needed\./],
  ])('%j is told in lines of 80 columns', (words, says) => {
    const { err } = written(...words);
    expect(err.replaceAll('\n', ' ')).toMatch(says);
    expect(tooWide(err)).toEqual([]);
  });

  it('leaves a long word of the user whole', () => {
    const word = `--${'x'.repeat(100)}`;
    expect(written('run', word).err).toContain(`'${word}'`);
  });
});
