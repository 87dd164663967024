import { spawnSync } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAIN, SMALL, scratch } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);

/** Runs `hasim` with its stdout (1) or stderr (2) on an open file. */
function writing(stream: 1 | 2, file: number, args: readonly string[]) {
  const ends = ['ignore', 'pipe', 'pipe'] as (number | 'ignore' | 'pipe')[];
  ends[stream] = file;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { stdio: ends, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

const RUN = ['run', small, '--runs', '64', '--years', '1'];

describe('a stdout that takes nothing', () => {
  it.each([[['schema']], [RUN], [[...RUN, '--json']], [['--help']]])('is full: %j says so in a line', (args) => {
    const { code, stderr } = writing(1, openSync('/dev/full', 'w'), args);
    expect([code, stderr]).toEqual([2, 'hasim: stdout cannot be written: no space is left (ENOSPC)\n']);
  });

  it('is open for reading only: says so in a line', () => {
    const { code, stderr } = writing(1, openSync(small, 'r'), ['schema']);
    expect([code, stderr]).toEqual([2, 'hasim: stdout cannot be written: it is not open for writing (EBADF)\n']);
  });
});

describe('a stderr that takes nothing', () => {
  it('keeps no result back', () => {
    const unwise = join(home, 'unwise.yaml');
    writeFileSync(unwise, SMALL.replace('count: 2', 'count: 1'));
    const { code, stdout } = writing(2, openSync('/dev/full', 'w'), ['run', unwise, '--runs', '64', '--years', '1']);
    expect(code).toBe(0);
    expect(stdout).toContain('AVAILABILITY');
  });
});
