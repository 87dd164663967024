import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../src/cli/input.ts';
import { type Ended, hasim, SMALL, scratch } from './hasim.ts';

const home = scratch();
function file(name: string, content: string | Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}
const fifo = join(home, 'fifo');
execFileSync('mkfifo', [fifo]);
const loop = join(home, 'loop');
symlinkSync(loop, loop);

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['a missing file', join(home, 'none.yaml'), 'there is no such file'],
  ['a file beneath a file', join(file('plain', ''), 'x.yaml'), 'there is no such file'],
  ['a directory', home, 'this is a directory'],
  ['a pipe that nobody writes to', fifo, 'this is no regular file'],
  ['a device without end', '/dev/zero', 'this is no regular file'],
  ['a link to itself', loop, 'its links go in a circle'],
  ['a name that is too long', 'x'.repeat(5_000), 'this name is too long'],
  ['a large file', file('large.yaml', '#'.repeat(1_000_001)), 'larger than 1 MB'],
  ['bytes that are no text', file('bytes.yaml', new Uint8Array([0xff, 0xfe, 0x00, 0x41])), 'this is not UTF-8 text'],
];

async function timed(args: readonly string[]): Promise<Ended & { readonly took: number }> {
  const begun = Date.now();
  const ended = await hasim(args);
  return { ...ended, took: Date.now() - begun };
}

/** A command that takes no longer than so many ms beyond a bare start beside it: in one of three tries, because the machine may be busy with others. */
async function within(limit: number, args: readonly string[]): Promise<Ended> {
  const beyond: number[] = [];
  for (let i = 0; i < 3; i++) {
    const [bare, whole] = await Promise.all([timed(['--version']), timed(args)]);
    if (whole.took - bare.took < limit) return whole;
    beyond.push(whole.took - bare.took);
  }
  throw new Error(`longer than ${limit} ms beyond a bare start: ${beyond.join(', ')} ms`);
}

describe('a file that is no scenario', () => {
  it.each(HOSTILE)('%s: one clear line within two seconds, exit code 2, nothing on stdout', async (_, path, reason) => {
    const { code, stdout, stderr } = await within(2_000, ['run', path]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^hasim: /);
    expect(stderr).toContain(reason);
  });

  it('may not be read: says so', () => {
    expect(reasonOf(Object.assign(new Error('EACCES'), { code: 'EACCES' }))).toBe('it may not be read');
    expect(reasonOf(Object.assign(new Error('odd'), { code: 'EIO' }))).toBe('it cannot be read (EIO)');
  });

  it('comes from stdin without end: is refused at the limit', async () => {
    const { code, stderr } = await hasim(['run', '-'], { input: '#'.repeat(5_000_000) });
    expect([code, stderr]).toEqual([2, 'hasim: stdin: larger than 1 MB, which no scenario needs\n']);
  });

  it('keeps its control characters off the terminal', async () => {
    const { stderr } = await hasim(['run', 'a\u001b[2J\nb.yaml']);
    expect(stderr).toBe('hasim: a?[2J?b.yaml: there is no such file\n');
  });
});

describe('bad usage', () => {
  it.each([
    [['rnu', 'x.yaml'], 'Did you mean run?'],
    [['run'], 'missing required argument'],
    [['run', '-', '--runs', '0'], 'A whole number from 1'],
    [['run', '-', '--runs', '1e3'], 'A whole number from 1'],
    [['run', '-', '--years', '286'], 'up to 285'],
    [['run', '-', '--years', '-1'], 'Years above 0'],
    [['run', '-', '--seed', ''], 'A word or number'],
    [['run', '-', '--precision', '0%'], 'above 0 %'],
    [['run', '-', '--precision', '5', '--max-runs', '10'], 'below 100 %'],
    [['run', '-', '--max-runs', '10'], 'beside --precision'],
    [['run', '-', '--precision', '5%', '--runs', '64'], 'leave out --runs, or bound it with --max-runs'],
    [['run', '-', '--lang', 'fr'], 'Allowed choices are en, zh'],
    [['run', '-', '--sed', '1'], 'Did you mean --seed?'],
  ])('%j is explained on stderr with exit code 2', async (args, reason) => {
    const { code, stdout, stderr } = await hasim(args, { input: SMALL });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(reason); // lines are folded at 80 columns
  });

  it('is answered with help where nothing is asked', async () => {
    const { code, stdout, stderr } = await hasim([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: hasim');
  });

  it.each([
    [[]],
    [['run']],
    [['explain']],
    [['validate']],
    [['schema']],
    [['init']],
  ])('%j has help with an example', async (command) => {
    const { code, stdout, stderr } = await hasim([...command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Examples?:\n {2}hasim /);
  });
});
