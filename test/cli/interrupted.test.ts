import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exits.ts';
import type { CheckResult, ComparisonResult, DrillResult, FalsifyResult } from '../../src/index.ts';
import { type Ended, hasim, SMALL, scratch } from './hasim.ts';

const home = scratch();
const SCENARIO = 'scenarios/a-a.yaml';

interface Cut extends Ended {
  readonly folder: string;
  readonly read: (file: string) => string;
}

/** A command that would take minutes, interrupted; again and later where too little was finished by then. */
async function cut<Result>(
  name: string,
  words: readonly string[],
  isEnough: (result: Result) => boolean = () => true,
): Promise<Cut> {
  const folder = join(home, name);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  for (let wait = 1500; ; wait *= 2) {
    const ended = await hasim([...words, '--out', folder, '--seed', '1'], { interruptAfter: wait });
    const isKept = existsSync(join(folder, 'result.json'));
    if (isKept ? isEnough(JSON.parse(read('result.json'))) : wait > 20_000) return { ...ended, folder, read };
    if (!isKept) expect(ended.stderr).toMatch(/^$|INTERRUPTED before/m);
  }
}

/** It says that it was interrupted, what is in it is as it was written, and nobody tries to make it again. */
async function expectKept({ code, folder, stderr, read }: Cut): Promise<void> {
  expect([code, JSON.parse(read('manifest.json'))]).toEqual([
    EXIT.interrupted,
    expect.objectContaining({ ended: 'interrupted', partial: true }),
  ]);
  expect(stderr).toContain(
    'INTERRUPTED: the bundle of what was finished is being written; Ctrl-C again ends without it.',
  );
  expect(stderr).toContain('INTERRUPTED: the bundle holds what was finished; its manifest says so.');
  const verified = await hasim(['verify', folder]);
  expect([verified.code, verified.stdout]).toEqual([
    EXIT.done,
    expect.stringContaining('no command asks for just that, so it is not made again.'),
  ]);
}

describe('Ctrl-C leaves a bundle of what was finished', () => {
  it('of drills: whole faults, and nothing is met that asks about others', async () => {
    const ended = await cut('drill', ['drill', SCENARIO, '--times', '3000']);
    await expectKept(ended);
    const result: DrillResult = JSON.parse(ended.read('result.json'));
    const { rows, undrilled, objectives } = result;
    expect(rows.length).toBeGreaterThan(0);
    expect(undrilled).toBeGreaterThan(0);
    expect(rows.every(({ times, timelines }) => times === 3000 && timelines !== undefined)).toBe(true);
    const said = `INTERRUPTED: ${rows.length} of ${rows.length + undrilled!} faults`;
    for (const file of ['report.txt', 'report.md', 'report.html']) expect(ended.read(file)).toContain(said);
    expect(ended.stdout).toContain(said);
    expect(objectives.find(({ objective }) => objective === 'data-damaged rto')?.verdict).toBe('undecided');
  });

  it.each([
    ['its runs', ['--runs', '1000000', '--years', '1'], [64, 0]],
    ['its drills', ['--runs', '64', '--years', '1', '--times', '3000'], [64, 1]],
  ])('of a check within %s, which is met by nothing less than all', async (name, words, [runs, faults]) => {
    const ended = await cut<CheckResult>(
      `check ${name}`,
      ['check', SCENARIO, ...words],
      ({ interrupted }) => interrupted!.faults.done >= faults!,
    );
    await expectKept(ended);
    const { verdict, interrupted }: CheckResult = JSON.parse(ended.read('result.json'));
    expect(verdict).not.toBe('met');
    expect(interrupted!.runs!.done).toBeGreaterThanOrEqual(runs!);
    expect(interrupted!.faults.done).toBeLessThan(interrupted!.faults.asked);
    for (const text of [ended.stdout, ended.read('report.txt'), ended.read('report.html')]) {
      expect(text).toContain('INTERRUPTED: finished are');
    }
  });

  it('of a search', async () => {
    const ended = await cut('falsify', [
      'falsify',
      SCENARIO,
      '--times',
      '400',
      '--tries',
      '100000',
      '--max-faults',
      '3',
    ]);
    await expectKept(ended);
    const { stopped }: FalsifyResult = JSON.parse(ended.read('result.json'));
    expect(stopped).toBe('interrupted');
    expect(ended.read('report.txt')).toContain('Interrupted: this is what was found until then.');
  });

  it('of a comparison: the same runs of each', async () => {
    const [one, other] = [SMALL, SMALL.replace('count: 2', 'count: 3')].map((text, i) => {
      const file = join(home, `${i}.yaml`);
      writeFileSync(file, text);
      return file;
    }) as [string, string];
    const words = ['compare', one, other, '--runs', '1000000', '--years', '1'];
    const ended = await cut('compare', words);
    expect(ended.code).toBe(EXIT.interrupted);
    const { runs, runsAsked, scenarios }: ComparisonResult = JSON.parse(ended.read('result.json'));
    expect(scenarios.map((one) => one.runs)).toEqual([runs, runs]);
    expect(runsAsked).toBe(1_000_000);
    const said = `INTERRUPTED: ${runs.toLocaleString('en')} of 1,000,000 runs are done`;
    for (const file of ['report.txt', 'report.md', 'report.html']) expect(ended.read(file)).toContain(said);
  });
});
