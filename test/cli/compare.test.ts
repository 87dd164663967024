import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComparisonResult, Result } from '../../src/index.ts';
import { hasim, SMALL, scratch } from './hasim.ts';

const home = scratch();
const file = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};
const one = file('one.yaml', SMALL);
const two = file('two.yaml', SMALL.replace('repair: 10m', 'repair: 20m'));
const FEW = ['--runs', '64', '--years', '1'];

describe('hasim compare', () => {
  it('prints the scenarios side by side', async () => {
    const { code, stdout, stderr } = await hasim(['compare', one, two, ...FEW]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^COMPARED UNDER THE SAME DISASTERS/);
    expect(stdout).toContain('against A');
    expect((await hasim(['compare', one, two, ...FEW, '--lang', 'zh'])).stdout).toContain('与 A 之差');
  });

  it('gives each scenario the figures of a run of it', async () => {
    const [compared, alone] = await Promise.all([
      hasim(['compare', one, two, ...FEW, '--json']),
      hasim(['run', two, ...FEW, '--json']),
    ]);
    const document: ComparisonResult = JSON.parse(compared.stdout);
    const result: Result = JSON.parse(alone.stdout);
    expect(document.scenarios[1]).toEqual(result);
    expect(document.differences).toHaveLength(2);
  });

  it('writes a page, pictures, Markdown, CSV and a document into a folder', async () => {
    const out = join(home, 'side-by-side');
    const { code, stdout } = await hasim(['compare', one, two, ...FEW, '--json', '--out', out]);
    const read = (name: string): string => readFileSync(join(out, name), 'utf8');
    expect([code, read('result.json')]).toEqual([0, stdout]);
    const files = [
      'charts',
      'differences.csv',
      'report.html',
      'report.md',
      'report.txt',
      'result.json',
      'workloads.csv',
    ];
    expect(readdirSync(out).sort()).toEqual(files);
    expect(readdirSync(join(out, 'charts'))).toEqual(['downtime.png']);
    const { scenarios }: ComparisonResult = JSON.parse(stdout);
    const [, ...rows] = read('workloads.csv').trimEnd().split('\r\n');
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual(
      scenarios.map(({ scenario }) => [scenario.name, 'page']),
    );
    const [head, first] = read('differences.csv').split('\r\n');
    expect(head).toBe('scenario,workload,what,unit,difference,low,high,note');
    expect(first).toMatch(new RegExp(`^${scenarios[1]!.scenario.name},page,availability by requests,share,`));
    expect(read('report.md')).toContain('](charts/downtime.png)');
  });

  it('writes over an older comparison, and over nothing else', async () => {
    const out = join(home, 'again');
    const compared = (...more: string[]) => hasim(['compare', one, two, ...FEW, '--quiet', '--out', out, ...more]);
    expect((await compared()).code).toBe(0);
    const before = readFileSync(join(out, 'result.json'), 'utf8');
    expect((await compared('--seed', '2')).code).toBe(0);
    expect(readFileSync(join(out, 'result.json'), 'utf8')).not.toBe(before);
    const files = readdirSync(out).sort();
    writeFileSync(join(out, 'mine.txt'), 'keep');
    const refused = await compared();
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('mine.txt');
    expect(readdirSync(out).sort()).toEqual([...files, 'mine.txt'].sort());
    const run = join(home, 'a-run');
    expect((await hasim(['run', one, ...FEW, '--quiet', '--out', run])).code).toBe(0);
    expect((await hasim(['compare', one, two, ...FEW, '--out', run])).code).toBe(2);
    expect((await hasim(['run', one, ...FEW, '--quiet', '--out', out])).code).toBe(2);
  });

  it('tells the errors of every file at once', async () => {
    const bad = [
      file('bad.yaml', SMALL.replace('ecs', 'esc')),
      file('worse.yaml', SMALL.replace('page:', 'page: {}\n  other:')),
    ];
    const { code, stdout, stderr } = await hasim(['compare', one, ...bad, join(home, 'none.yaml'), ...FEW]);
    expect([code, stdout]).toEqual([2, '']);
    for (const name of ['bad.yaml:', 'worse.yaml:', 'none.yaml:']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('/one.yaml');
  });

  it('refuses a single scenario, and stdin twice', async () => {
    expect((await hasim(['compare', one])).code).toBe(2);
    const { code, stderr } = await hasim(['compare', '-', '-'], { input: SMALL });
    expect([code, stderr]).toEqual([2, 'hasim: only one scenario can come from stdin\n']);
  });
});
