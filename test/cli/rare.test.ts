import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RareResult } from '../../src/index.ts';
import { type Ended, hasim, MAIN, SMALL, scratch } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);
/** Several processes on a machine that is busy with others. */
const PATIENCE = 180_000;
/** Paths long enough to be caught while they run. */
const lasting = join(home, 'lasting.yaml');
writeFileSync(lasting, SMALL.replace('mtbf: 100d', 'mtbf: 10d'));
const partsOf = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('{"kind":"part"').length - 1 : 0;
const FEW = ['--rare', '--runs', '4', '--years', '2'];
const lastingBy = (method: string): string[] => [
  'run',
  lasting,
  '--rare',
  method,
  '--runs',
  '16',
  '--years',
  '20',
  '--json',
];
const METHODS = ['biasing', 'splitting'] as const;
const ended = new Map<string, Promise<Ended>>();
/** What a method prints in one thread where nothing comes between; several tests compare with it. */
function undisturbed(method: string): Promise<Ended> {
  const known = ended.get(method) ?? hasim([...lastingBy(method), '--workers', '1']);
  ended.set(method, known);
  return known;
}

describe('hasim run --rare', () => {
  it('prints a report, the same bytes for the same seed', async () => {
    const [one, again, other] = await Promise.all(
      ['7', '7', '8'].map((seed) => hasim(['run', small, ...FEW, '--seed', seed])),
    );
    expect([one!.code, one!.stderr]).toEqual([0, '']);
    expect(one!.stdout).toContain('RARE EVENTS');
    expect(again!.stdout).toBe(one!.stdout);
    expect(other!.stdout).not.toBe(one!.stdout);
  });

  it('prints one JSON document with the names of an ordinary run and fields of its own', async () => {
    const input = SMALL.replace('repair: 10m', 'repair: {exponential: 10m}');
    const { code, stdout } = await hasim(['run', '-', ...FEW, '--json'], { input });
    const result: RareResult = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(result.runs).toBe(4);
    expect(result.rare.windows).toBeGreaterThan(0);
    expect(result.events).toBe(result.rare.events.paths + result.rare.events.windows + result.rare.events.pilot);
    const { page } = result.workloads;
    expect(page!.downtimeMinutesPerYear.low).toBeLessThanOrEqual(page!.downtimeMinutesPerYear.mean!);
    expect(page!.varianceReduction).toBeGreaterThan(0);
  });

  it('takes 100 runs unless told', async () => {
    const { stdout } = await hasim(['run', small, '--rare', '--years', '0.1', '--json']);
    expect((JSON.parse(stdout) as RareResult).runs).toBe(100);
  });

  it.each([
    [['--precision', '5%'], /--precision counts ordinary runs/],
    [['--shard', '1/2'], /Only\s+sweeps\s+are\s+spread\s+over\s+machines:\s+a\s+run,\s+with\s+--rare\s+too/],
    [['--backend', 'bullmq'], /Only\s+sweeps\s+are\s+spread\s+over\s+machines/],
    [['--faults', small], /--faults leaves nothing to chance/],
    [['--out', join(home, 'kept')], /--out keeps the evidence of an ordinary run/],
  ])('refuses %s with the reason', async (more, reason) => {
    const { code, stderr, stdout } = await hasim(['run', small, '--rare', ...more]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
  });

  it('splits paths when told so, the same bytes for the same seed', async () => {
    const split = ['run', small, '--rare', 'splitting', '--runs', '4', '--years', '2', '--seed', '7'];
    const [one, again, chinese] = await Promise.all([split, split, [...split, '--lang', 'zh']].map((a) => hasim(a)));
    expect([one!.code, one!.stderr]).toEqual([0, '']);
    expect(one!.stdout).toContain('importance splitting');
    expect(one!.stdout).not.toContain('failure biasing');
    expect(one!.stdout.replaceAll('\\\n', '')).toContain('hasim run --rare splitting ');
    expect(again!.stdout).toBe(one!.stdout);
    expect(chinese!.stdout).toContain('重要性分裂');
  });

  it('takes the scenario behind the option, with and without a method', async () => {
    const some = ['--runs', '2', '--years', '1', '--json'];
    const methods = await Promise.all(
      [
        ['--rare', small],
        ['--rare', 'biasing', small],
        ['--rare', 'splitting', small],
      ].map(async (words) => {
        const { stdout } = await hasim(['run', ...words, ...some]);
        return (JSON.parse(stdout) as RareResult).rare.method;
      }),
    );
    expect(methods).toEqual(['failure-biasing', 'failure-biasing', 'importance-splitting']);
  });

  it.each([
    [[small, '--rare', 'spliting'], /knows no method 'spliting' \(did you mean splitting\?\)/],
    [['--rare', 'splitting'], /missing required argument 'scenario'/],
    [['--rare'], /missing required argument 'scenario'/],
    [[small, '--rare', 'splitting', '--precision', '5%'], /--precision counts ordinary runs/],
  ])('refuses %j', async (words, reason) => {
    const { code, stderr, stdout } = await hasim(['run', ...words]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
  });

  it.each(METHODS)(
    'gives the same bytes by %s on 1, 2 and 3 threads',
    async (method) => {
      const more = ['2', '3'].map((n) => hasim([...lastingBy(method), '--workers', n]));
      const [one, two, three] = await Promise.all([undisturbed(method), ...more]);
      expect([one!.code, one!.stderr]).toEqual([0, '']);
      expect((JSON.parse(one!.stdout) as RareResult).runs).toBe(16);
      expect(two!.stdout).toBe(one!.stdout);
      expect(three!.stdout).toBe(one!.stdout);
    },
    PATIENCE,
  );

  it.each(METHODS)(
    'by %s goes on from its journal after it was killed',
    async (method) => {
      const journal = join(home, `${method}.jsonl`);
      const words = lastingBy(method);
      const whole = await undisturbed(method);
      const child = spawn(process.execPath, [MAIN, ...words, '--journal', journal], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
      while (child.exitCode === null && partsOf(journal) < 3) await pause(5);
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      expect(partsOf(journal)).toBeLessThan(16);
      appendFileSync(journal, '{"kind":"part","key":"9","payl');
      const refused = await hasim([...words, '--journal', journal]);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      const { code, stdout } = await hasim([...words, '--journal', journal, '--resume', '--workers', '2']);
      expect([code, stdout]).toEqual([0, whole.stdout]);
      expect(partsOf(journal)).toBe(16);
      expect(readFileSync(journal, 'utf8').split('{"kind":"groundwork"').length - 1).toBe(1);
      const other = await hasim([
        ...words.map((word) => (word === '20' ? '21' : word)),
        '--journal',
        journal,
        '--resume',
      ]);
      expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('years: it holds 20')]);
    },
    PATIENCE,
  );

  it.each(['biasing', 'splitting'])(
    'by %s stops when the time is up, and says which --runs give the same again',
    async (method) => {
      const words = ['run', lasting, '--rare', method, '--years', '20', '--json', '--workers', '1'];
      const cut = await hasim([...words, '--runs', '100000', '--max-time', '1ms']);
      const told = JSON.parse(cut.stdout) as RareResult;
      expect([cut.code, told.stopping.reason]).toEqual([0, 'max-time']);
      expect(told.runs).toBeGreaterThan(0);
      expect(told.runs).toBeLessThan(told.runsAsked);
      const [, runs = ''] = /and --runs (\d+) gives them again/.exec(cut.stderr)!;
      const again = JSON.parse((await hasim([...words, '--runs', runs])).stdout) as RareResult;
      expect(again).toEqual({ ...told, runsAsked: Number(runs), stopping: { reason: 'runs' } });
    },
    PATIENCE,
  );

  it('refuses a scenario in which nothing can be made more frequent', async () => {
    const input = `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s, faults: {crash: {mtbf: {fixed: 30d}, repair: 1h}}}
workloads:
  page: {entry: web, demand: 100/s}
`;
    const { code, stderr } = await hasim(['run', '-', '--rare', '--quiet'], { input });
    expect(code).toBe(2);
    expect(stderr).toMatch(/nothing that --rare could make more frequent.*--rare splitting/);
    expect(stderr).not.toContain('fault of hasim');
  });

  it('refuses a scenario that is never well, from which nothing could begin', async () => {
    const input = `
hasim: 1
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 100, capacity-each: 1/s, faults: {crash: {mtbf: 10h, repair: {exponential: 10h}}}}
workloads:
  page: {entry: web, demand: 100/s}
`;
    const { code, stderr } = await hasim(['run', '-', '--rare', '--quiet', '--years', '0.01'], { input });
    expect(code).toBe(2);
    expect(stderr).toMatch(/only in 0\.\d+ % of the time nothing is broken.*--rare splitting/);
    const some = ['--rare', 'splitting', '--quiet', '--years', '0.01', '--runs', '2', '--json'];
    const split = await hasim(['run', '-', ...some], { input });
    expect([split.code, (JSON.parse(split.stdout) as RareResult).runs]).toEqual([0, 2]);
  });
});
