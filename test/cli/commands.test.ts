import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageVersion } from '../../src/cli/version.ts';
import { type Result, readScenario, VERSION } from '../../src/index.ts';
import { hasim, SMALL, scratch } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);
const FEW = ['--runs', '64', '--years', '1'];

describe('hasim run', () => {
  it('prints a report on stdout and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await hasim(['run', small, ...FEW]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.split('\n')[0]).toMatch(/^小场景 +hasim \d/);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.replaceAll('\\\n', '')).toContain(`hasim run ${small} --runs 64 --years 1 --seed 1`);
  });

  it('prints the same bytes for the same seed, and others for another', async () => {
    const [one, again, other] = await Promise.all(
      ['7', '7', '8'].map((seed) => hasim(['run', small, ...FEW, '--seed', seed, '--json'])),
    );
    expect(again!.stdout).toBe(one!.stdout);
    expect(other!.stdout).not.toBe(one!.stdout);
  });

  it('prints one JSON document and nothing else for --json', async () => {
    const { code, stdout, stderr } = await hasim(['run', small, ...FEW, '--json']);
    const result: Result = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(result.runs).toBe(64);
    expect(Object.keys(result.workloads)).toEqual(['page']);
    expect(stdout).toBe(`${JSON.stringify(result, null, 2)}\n`);
  });

  it('judges objectives but does not gate: a missed one ends with 0', async () => {
    const { code, stdout } = await hasim(['run', small, ...FEW]);
    expect(stdout).toMatch(/MISSED +availability +page/);
    expect(code).toBe(0);
  });

  it('warns on stderr, in a line each, and not at all when quiet', async () => {
    const input = SMALL.replace('count: 2', 'count: 1');
    const [loud, quiet] = await Promise.all(
      [[], ['--quiet']].map((more) => hasim(['run', '-', ...FEW, ...more], { input })),
    );
    expect(loud!.stderr).toMatch(/^stdin:6:\d+: warning: .*single instance.*\n$/);
    expect([quiet!.code, quiet!.stderr]).toEqual([0, '']);
    expect(quiet!.stdout).not.toContain('ASSUMPTIONS');
  });

  it('speaks Chinese', async () => {
    expect((await hasim(['run', small, ...FEW, '--lang', 'zh'])).stdout).toContain('64 次 × 1 年 = 模拟 64 年');
  });

  it('reads stdin for -, and gives the same hash whatever the line ends and mark', async () => {
    const texts = [SMALL, SMALL.replaceAll('\n', '\r\n'), `\ufeff${SMALL}`];
    const ended = await Promise.all(texts.map((input) => hasim(['run', '-', ...FEW, '--json'], { input })));
    const hashes = ended.map(({ stdout }) => (JSON.parse(stdout) as Result).scenario.sha256);
    expect(new Set(hashes).size).toBe(1);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stops at a precision and says how many runs replay it', async () => {
    const { code, stdout } = await hasim([
      'run',
      small,
      '--years',
      '10',
      '--precision',
      '20%',
      '--max-runs',
      '4096',
      '--json',
    ]);
    const { stopping, runs }: Result = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(stopping.reason).toBe('precision');
    expect(stopping.reached).toBeLessThanOrEqual(0.2);
    expect(runs).toBeLessThan(4096);
  });

  it('is undecided where runs or time end before the precision is reached; time that ends a number of runs is none of that', async () => {
    const endedBy = async (...bound: string[]) => {
      const { code, stdout } = await hasim(['run', small, '--years', '1', '--json', ...bound]);
      return [code, (JSON.parse(stdout) as Result).stopping.reason];
    };
    expect(await endedBy('--precision', '0.1%', '--max-runs', '64')).toEqual([3, 'max-runs']);
    expect(await endedBy('--precision', '0.001%', '--max-time', '1ms')).toEqual([3, 'max-time']);
    expect(await endedBy('--runs', '1000000', '--max-time', '1ms')).toEqual([0, 'max-time']);
  });
});

describe('hasim explain', () => {
  it('tells incidents second by second', async () => {
    const { code, stdout, stderr } = await hasim(['explain', small, ...FEW]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/TYPICAL INCIDENT OF page · instance web/);
    expect(stdout).toMatch(/T\+00:00:00 +fault/);
  });

  it('prints one JSON document for --json', async () => {
    const { stdout } = await hasim(['explain', small, ...FEW, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ runs: 64, yearsPerRun: 1 });
  });

  it('refuses a workload that there is not', async () => {
    const { code, stdout, stderr } = await hasim(['explain', small, ...FEW, '--workload', 'pages']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('expected one of page');
  });
});

describe('hasim validate', () => {
  it('says that a scenario is valid', async () => {
    const { code, stdout } = await hasim(['validate', small]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`${small}: valid`)]);
  });

  it('gives every problem with its place, on stderr, and ends with 2', async () => {
    const bad = SMALL.replace('kind: ecs', 'kind: ecz').replace('entry: web', 'entry: wob');
    const { code, stdout, stderr } = await hasim(['validate', '-'], { input: bad });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('stdin:6:');
    expect(stderr).toContain('did you mean');
    expect(stderr).toMatch(/\d errors?/);
    expect(stderr).not.toMatch(/\bat .*\.js:\d/);
  });

  it('gives the problems as a document for --json', async () => {
    const { code, stdout, stderr } = await hasim(['validate', '-', '--json'], { input: 'hasim: 1' });
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ file: '-', valid: false, problems: [{ severity: 'error' }, {}] });
  });
});

describe('hasim schema', () => {
  it('prints a JSON Schema', async () => {
    const { code, stdout } = await hasim(['schema']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'hasim scenario' });
  });
});

describe('hasim init', () => {
  it('prints a scenario without a problem, which runs', async () => {
    const { stdout } = await hasim(['init', '-']);
    expect(readScenario(stdout, 'starter').problems).toEqual([]);
    expect((await hasim(['run', '-', ...FEW], { input: stdout })).code).toBe(0);
  });

  it('writes it to a file, and overwrites only when forced', async () => {
    const file = join(home, 'new.yaml');
    expect((await hasim(['init', file])).code).toBe(0);
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, 'mine');
    const refused = await hasim(['init', file]);
    expect([refused.code, refused.stdout, readFileSync(file, 'utf8')]).toEqual([2, '', 'mine']);
    expect((await hasim(['init', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('hasim: 1');
  });
});

describe('the version', () => {
  it('is the same in the package, in results and on the command line', async () => {
    expect(packageVersion()).toBe(VERSION);
    expect((await hasim(['--version'])).stdout).toBe(`${VERSION}\n`);
  });
});
