import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/index.ts';
import { hasim, interrupted, SMALL } from './hasim.ts';

describe('a reader that goes away', () => {
  it.each([
    [['schema']],
    [['run', '-', '--runs', '64', '--years', '1']],
    [['run', '-', '--runs', '64', '--json']],
  ])('%j ends quietly with 0', async (args) => {
    const { code, stderr } = await hasim(args, { input: SMALL, nobodyReads: true });
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('Ctrl-C', () => {
  it('ends with what is done, says so, and exits with 130', async () => {
    const { code, stdout, stderr } = await interrupted(['run', '-', '--runs', '100000000', '--years', '1']);
    expect(code).toBe(130);
    expect(stdout).toMatch(/INTERRUPTED: [\d,]+ of 100,000,000 runs are done/);
    expect(stdout).toContain('AVAILABILITY');
    expect(stderr).toBe('');
  });

  it('keeps a document whole, and says so beside it', async () => {
    const { code, stdout, stderr } = await interrupted(['run', '-', '--runs', '100000000', '--years', '1', '--json']);
    const result: Result = JSON.parse(stdout);
    expect(code).toBe(130);
    expect(result.stopping.reason).toBe('interrupted');
    expect(result.runs % 64).toBe(0);
    expect(stderr).toContain(`INTERRUPTED: ${result.runs.toLocaleString('en')} of`);
  });

  it('gives the figures that as many runs give', async () => {
    const { stdout } = await interrupted(['run', '-', '--runs', '100000000', '--years', '1', '--json']);
    const cut: Result = JSON.parse(stdout);
    const { stdout: whole } = await hasim(['run', '-', '--runs', String(cut.runs), '--years', '1', '--json'], {
      input: SMALL,
    });
    const full: Result = JSON.parse(whole);
    expect([cut.traceHash, cut.workloads]).toEqual([full.traceHash, full.workloads]);
  });

  it.each(['run', 'explain'])('ends %s within a replication, and says that nothing was finished', async (command) => {
    const explosion = SMALL.replace('mtbf: 100d, repair: 10m', 'mtbf: 1s, repair: 1s');
    const { code, stdout, stderr } = await interrupted([command, '-'], explosion, false);
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toBe('INTERRUPTED before the first 64 runs were done: there is nothing to report.\n');
  });
});
