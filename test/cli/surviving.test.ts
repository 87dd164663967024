import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasim, MAIN, ofVersion, SMALL, scratch } from './hasim.ts';

const home = scratch();
const small = join(home, 'small.yaml');
writeFileSync(small, SMALL);
const QUICK = ['run', small, '--runs', '500', '--years', '1', '--json', '--workers', '1'];
/** Long enough to be caught in the middle. */
const LONGER = ['run', small, '--runs', '4000', '--years', '3', '--json', '--workers', '1'];
/** What it prints where nothing comes between. */
const undisturbed = hasim(LONGER);

// Long enough that threads are worth starting.
const A_A = ['run', 'scenarios/a-a.yaml', '--runs', '20000', '--years', '5', '--seed', 'live', '--json'];

/** What a thread does when it stands within a block, at this replication or a later one, instead of going on. */
function meeting(name: string, replication: number, then: string, more = ''): Readonly<Record<string, string>> {
  const file = join(home, `${name}.mjs`);
  writeFileSync(
    file,
    `import { isMainThread } from 'node:worker_threads';
const store = Atomics.store;
if (!isMainThread) Atomics.store = (gauge, at, value) => {
  store(gauge, at, value);
  if (at === 0 && value >= ${replication} && value % 64 === 60) ${then};
};${more}`,
  );
  return { NODE_OPTIONS: `--import ${pathToFileURL(file)}` };
}

/** A copy, so that a sweep has its journal beside it. */
const shop = join(home, 'shop.yaml');
writeFileSync(shop, readFileSync('scenarios/a-a.yaml'));

const blocks = (file: string): number => readFileSync(file, 'utf8').split('{"kind":"block"').length - 1;

const again = (replication: number): string =>
  `hasim run scenarios/a-a.yaml --runs ${replication + 1} --years 5 --seed live --workers 1`;

/** All blocks before that of a replication. */
const before = (replication: number): number => replication - (replication % 64);

describe('a thread that dies', () => {
  it('is told with its replication, its seed and the command to replay it; what was finished is printed', async () => {
    const { code, stdout, stderr } = await hasim([...A_A, '--workers', '2'], {
      env: meeting('dies', 700, 'process.exit(3)'),
    });
    expect(code).toBe(4);
    const [, replication] = /replication (\d+) of seed live ended the thread that worked on it/.exec(stderr)!;
    expect(stderr).toContain(again(Number(replication)));
    const result = JSON.parse(stdout);
    expect(result.stopping.reason).toBe('failed');
    expect(result.runs).toBe(before(Number(replication)));
  });
});

describe('a thread that dies under a sweep', () => {
  it('is told with its replication, its seed and a command that replays it beside what is kept, which --resume ends', async () => {
    const sweep = ['sweep', shop, '--runs', '1500', '--years', '5', '--quiet', '--json'];
    const points = ['--set', 'www.ttl=1s,60s'];
    const { code, stderr } = await hasim([...sweep, ...points, '--workers', '2'], {
      env: meeting('dies-there', 300, 'process.exit(3)'),
    });
    expect(code).toBe(4);
    const [, replication] = /replication (\d+) of seed 1 ended the thread that worked on it/.exec(stderr)!;
    const [, replay] = /replay it with: hasim (.+)$/m.exec(stderr)!;
    expect(replay).toMatch(
      /^sweep \S+ --runs (\d+) --years 5 --seed 1 --set components.www.ttl=\d+s --journal replay-/,
    );
    const again = await hasim(replay!.split(' '), { folder: home });
    expect([again.code, again.stdout.includes(`${Number(replication) + 1} runs`)]).toEqual([0, true]);
    const resumed = await hasim([...sweep, ...points, '--resume']);
    expect([resumed.code, JSON.parse(resumed.stdout).design.run]).toEqual([0, 2]);
  });
});

/** The clocks of the program itself go thirty times as fast: a minute without a sign of life takes two seconds. */
const HASTE = `
const { now } = performance;
if (isMainThread) {
  performance.now = () => 30 * now.call(performance);
  const { setInterval } = globalThis;
  globalThis.setInterval = (act, wait, ...more) => setInterval(act, wait / 30, ...more);
}`;

describe('a thread that hangs', () => {
  it('is told as the same, and is left', async () => {
    const { code, stdout, stderr } = await hasim([...A_A, '--workers', '2'], {
      env: meeting('hangs', 700, 'for (;;);', HASTE),
    });
    expect(code).toBe(4);
    const [, replication] = /replication (\d+) of seed live hung: no sign of life for 60 s/.exec(stderr)!;
    expect(stderr).toContain(again(Number(replication)));
    expect(JSON.parse(stdout).runs).toBe(before(Number(replication)));
  });
});

describe('hasim run --journal', () => {
  it('goes on from what is finished, and ends with the same bytes', async () => {
    const file = join(home, 'work.jsonl');
    const undisturbed = await hasim(QUICK);
    const kept = await hasim([...QUICK, '--journal', file]);
    const whole = readFileSync(file, 'utf8');
    expect(kept.stdout).toBe(undisturbed.stdout);
    expect(whole.split('\n').length).toBe(1 + 8 + 1);
    // As a kill leaves it, in the middle of a line.
    writeFileSync(file, whole.slice(0, whole.length * 0.6));
    const resumed = await hasim([...QUICK, '--journal', file, '--resume']);
    expect(resumed.stdout).toBe(undisturbed.stdout);
    expect(resumed.stderr).toContain('1 damaged line of the journal');
    expect(readFileSync(file, 'utf8').split('\n').sort()).toEqual(whole.split('\n').sort());
  });

  it('is refused where anything is different that a block depends on, with what differs', async () => {
    const file = join(home, 'other.jsonl');
    await hasim([...QUICK, '--journal', file]);
    const again = await hasim([...QUICK, '--journal', file]);
    const seed = await hasim([...QUICK, '--seed', '2', '--journal', file, '--resume']);
    writeFileSync(small, `${SMALL}# changed\n`);
    const scenario = await hasim([...QUICK, '--journal', file, '--resume']);
    writeFileSync(small, SMALL);
    expect([again.code, seed.code, scenario.code]).toEqual([2, 2, 2]);
    expect(again.stderr).toContain('--resume');
    expect(seed.stderr).toContain('seed: it holds "1", and this would be "2"');
    expect(scenario.stderr).toContain('scenario: it holds "');
    expect([again.stdout, seed.stdout, scenario.stdout]).toEqual(['', '', '']);
  });

  it('of another version is refused, with both', async () => {
    const file = join(home, 'older.jsonl');
    await hasim([...QUICK, '--journal', file]);
    writeFileSync(file, ofVersion(readFileSync(file, 'utf8'), 'version', '0.0.9'));
    const { code, stdout, stderr } = await hasim([...QUICK, '--journal', file, '--resume']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('version: it holds "0.0.9", and this would be "');
  });

  it('is kept by Ctrl-C, which prints what is finished, and gone on from', async () => {
    const file = join(home, 'stopped.jsonl');
    const child = spawn(process.execPath, [MAIN, ...LONGER, '--journal', file]);
    let stdout = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(file) || blocks(file) < 3) await pause(2);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const { runs, stopping } = JSON.parse(stdout);
    expect(stopping.reason).toBe('interrupted');
    expect(runs).toBeGreaterThanOrEqual(3 * 64);
    expect(runs).toBeLessThan(4000);
    const kept = readFileSync(file);
    const resumed = await hasim([...LONGER, '--journal', file, '--resume']);
    expect([resumed.code, resumed.stdout]).toEqual([0, (await undisturbed).stdout]);
    expect(readFileSync(file).subarray(0, kept.length)).toEqual(kept);
  });

  it('says that the disk is full, prints what is finished, and goes on when there is room again', async () => {
    const file = join(home, 'full.jsonl');
    const words = [process.execPath, MAIN, ...LONGER, '--journal', file].map((word) => `'${word}'`).join(' ');
    const child = spawn('sh', ['-c', `trap '' XFSZ; ulimit -f 60; exec ${words}`]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
    expect(stderr).toMatch(/full\.jsonl: the journal cannot be written \(.*too large\)/);
    const { runs, stopping } = JSON.parse(stdout);
    expect([stopping.reason, runs]).toEqual(['failed', 64 * blocks(file)]);
    expect(runs).toBeGreaterThan(0);
    const { code, stdout: whole } = await hasim([...LONGER, '--journal', file, '--resume']);
    expect([code, whole]).toEqual([0, (await undisturbed).stdout]);
  });
});

describe('hasim run', () => {
  it('killed dead at five moments goes on each time, and ends with the same bytes', async () => {
    const file = join(home, 'killed.jsonl');
    const sizes: number[] = [];
    for (let i = 0; i < 5; i++) {
      const child = spawn(process.execPath, [MAIN, ...LONGER, '--journal', file, '--resume'], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      const before = sizes.at(-1) ?? 0;
      while (child.exitCode === null && (!existsSync(file) || statSync(file).size <= before)) await pause(2);
      child.kill('SIGKILL');
      await ended;
      sizes.push(statSync(file).size);
    }
    expect(new Set(sizes).size).toBeGreaterThan(1);
    const { code, stdout } = await hasim([...LONGER, '--journal', file, '--resume']);
    expect([code, stdout]).toEqual([0, (await undisturbed).stdout]);
  });

  it('ended by --max-time says which --runs gives the same figures, and it does', async () => {
    const args = ['run', small, '--years', '1', '--json', '--seed', 'late'];
    const cut = await hasim([...args, '--runs', '1000000', '--max-time', '1s']);
    const [, runs = ''] = /--runs (\d+)/.exec(cut.stderr) ?? [];
    const again = await hasim([...args, '--runs', runs]);
    const { stopping, runsAsked, ...figures } = JSON.parse(cut.stdout);
    const { stopping: reached, runsAsked: asked, ...same } = JSON.parse(again.stdout);
    expect([stopping.reason, reached.reason]).toEqual(['max-time', 'runs']);
    expect([runsAsked, asked]).toEqual([1_000_000, Number(runs)]);
    expect(same).toEqual(figures);
  });
});
