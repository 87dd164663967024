import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { SweepResult } from '../../src/index.ts';
import { hasim, MAIN, SMALL, scratch } from './hasim.ts';

const home = scratch();
const file = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};
const shop = file('shop.yaml', SMALL);
const SETS = ['--set', 'web.faults.crash.repair=5m,10m,20m', '--set', 'web.count=1,2'];
const FEW = ['--runs', '20', '--years', '1'];
const journal = (name: string): string[] => ['--journal', join(home, name)];

describe('hasim sweep', () => {
  it('prints points and what moves what, and writes CSV', async () => {
    const csv = join(home, 'points.csv');
    const { code, stdout, stderr } = await hasim(['sweep', shop, ...SETS, ...FEW, '--csv', csv]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^SWEEP/);
    expect(stdout).toContain('WHAT MOVES WHAT');
    expect(stdout).toMatch(/^ {3}# .* difference: downtime a year, page$/m);
    const replay = `hasim sweep ${shop} --set web.faults.crash.repair=5m,10m,20m --set web.count=1,2 --base 1 --runs 20 --years 1 --seed 1`;
    expect(stdout.replaceAll(/\\\n/g, '')).toContain(replay);
    const rows = readFileSync(csv, 'utf8').split('\r\n');
    expect(rows[0]).toMatch(
      /^point,same-as,front,web\.faults\.crash\.repair,web\.count,availability:page share,availability:page share low,/,
    );
    expect(rows).toHaveLength(8);
    expect((await hasim(['sweep', shop, ...SETS, ...FEW, '--lang', 'zh'])).stdout).toContain('何者影响何者');
  });

  it('takes its words from a sweep file, the options first', async () => {
    const sweep = file('sweep.yaml', 'runs: 10\nset: {web.count: [1, 2]}\npareto: [downtime, incidents]\n');
    const { stdout } = await hasim(['sweep', shop, '--sweep', sweep, '--years', '1', '--json', ...journal('f.jsonl')]);
    const result: SweepResult = JSON.parse(stdout);
    expect([result.runs, result.points.length, result.pareto.measures]).toEqual([10, 2, ['downtime', 'incidents']]);
    const over = await hasim([
      'sweep',
      shop,
      '--sweep',
      sweep,
      '--years',
      '1',
      '--runs',
      '11',
      '--json',
      ...journal('f.jsonl'),
    ]);
    expect(JSON.parse(over.stdout)).toMatchObject({ runs: 11 });
  });

  it.each([
    [['--set', 'wep.count=1'], /did you mean `web\.count`/],
    [['--set', 'web.count=1,2', '--pareto', 'downtime,rpo'], /`rpo` is no measure of this scenario/],
    [['--set', 'web.count=1,2', '--shard', '3/2'], /share such as 3\/16/],
  ])('refuses before anything runs: %j', async (args, message) => {
    const { code, stdout, stderr } = await hasim(['sweep', shop, ...args, ...journal('never.jsonl')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(() => readFileSync(join(home, 'never.jsonl'))).toThrow();
  });

  it('writes all of it into a folder, its journal among it', async () => {
    const out = join(home, 'a', 'folder');
    const { code, stdout } = await hasim(['sweep', shop, ...SETS, ...FEW, '--out', out, '--json']);
    expect([code, readFileSync(join(out, 'sweep.json'), 'utf8')]).toEqual([0, stdout]);
    const files = ['charts', 'points.csv', 'report.html', 'report.md', 'report.txt', 'shop.sweep.jsonl', 'sweep.json'];
    expect(readdirSync(out).sort()).toEqual(files);
    expect(readdirSync(join(out, 'charts'))).toContain('tornado-1.png');
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('](charts/tornado-1.png)');
    expect(readFileSync(join(out, 'report.txt'), 'utf8')).toMatch(/^SWEEP/);
    expect((await hasim(['merge', join(out, 'shop.sweep.jsonl'), '--json'])).stdout).toBe(stdout);
  });

  it('leaves nothing beside the scenario once it has given its result out, and what was finished where it was interrupted', async () => {
    const alone = file('alone.yaml', SMALL);
    const beside = join(home, 'alone.sweep.jsonl');
    expect((await hasim(['sweep', alone, ...SETS, ...FEW])).code).toBe(0);
    expect(existsSync(beside)).toBe(false);
    const long = ['sweep', alone, ...SETS, '--runs', '6400', '--years', '1'];
    const child = spawn(process.execPath, [MAIN, ...long], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    // What it begins with, and blocks that were finished: before there are any, nothing waits for a signal.
    const lines = () => (existsSync(beside) ? readFileSync(beside, 'utf8').split('\n').length - 1 : 0);
    while (lines() < 6) await pause(10);
    child.kill('SIGINT');
    expect([await ended, existsSync(beside)]).toEqual([130, true]);
    expect((await hasim([...long, '--resume'])).code).toBe(0);
    expect(existsSync(beside)).toBe(false);
  });

  it('begins a journal anew in which nothing was finished', async () => {
    const empty = join(home, 'empty.jsonl');
    const refused = await hasim([
      'sweep',
      shop,
      ...SETS,
      ...FEW,
      '--backend',
      'bullmq',
      '--redis',
      'x',
      '--journal',
      empty,
    ]);
    expect(refused.code).toBe(2);
    expect((await hasim(['sweep', shop, ...SETS, ...FEW, '--journal', empty])).code).toBe(0);
  });

  it('says where a journal could be when it cannot be beside the scenario', async () => {
    const { code, stderr } = await hasim(['sweep', shop, ...SETS, '--journal', join(home, 'no', 'where.jsonl')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--journal names another place')]);
  });
});

describe('shards', () => {
  it('merge into the very bytes of one sweep, in any order and twice over', async () => {
    const whole = await hasim(['sweep', shop, ...SETS, ...FEW, '--json', ...journal('whole.jsonl')]);
    const shards = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) =>
        hasim(['sweep', shop, ...SETS, ...FEW, '--shard', shard, ...journal(`${shard[0]}.jsonl`)]),
      ),
    );
    for (const { code, stdout } of shards) expect([code, stdout]).toEqual([0, '']);
    const files = ['3.jsonl', '1.jsonl', '2.jsonl', '1.jsonl'].map((name) => join(home, name));
    const merged = await hasim(['merge', ...files, '--json']);
    expect([merged.code, merged.stdout]).toEqual([0, whole.stdout]);
    expect((await hasim(['merge', join(home, 'whole.jsonl'), '--json'])).stdout).toBe(whole.stdout);
    const gap = await hasim(['merge', join(home, '1.jsonl')]);
    expect([gap.code, gap.stderr]).toEqual([
      2,
      expect.stringContaining('4 of 6 different points are in none of the files (2, 3, 5, 6)'),
    ]);
  });

  it('of different sweeps are not merged', async () => {
    const one = await hasim(['sweep', shop, ...SETS, ...FEW, '--shard', '1/2', ...journal('a.jsonl')]);
    const other = await hasim(['sweep', shop, ...SETS, ...FEW, '--seed', '2', '--shard', '2/2', ...journal('b.jsonl')]);
    expect([one.code, other.code]).toEqual([0, 0]);
    const { code, stderr } = await hasim(['merge', join(home, 'a.jsonl'), join(home, 'b.jsonl')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('seed: it holds "2", and this would be "1"')]);
  });
});
