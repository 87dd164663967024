import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasim, MAIN, ofVersion, SMALL, scratch } from './hasim.ts';

const home = scratch();
const shop = join(home, 'shop.yaml');
writeFileSync(shop, SMALL);
/** Twenty processes on a machine that is busy with others. */
const PATIENCE = 180_000;
const ARGS = [
  'sweep',
  shop,
  '--set',
  'web.faults.crash.repair=5m,6m,7m,8m,9m,10m',
  '--set',
  'web.count=1,2',
  '--runs',
  '130',
  '--years',
  '1',
  '--json',
];
const kept = join(home, 'kept.jsonl');
const again = (...more: string[]) => hasim([...ARGS, '--journal', kept, '--resume', ...more]);

/** A generator good enough to pick moments; printed when a test fails. */
let state = 20_240_101;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

/** Runs a sweep and kills it dead after so many milliseconds from when its journal has grown. */
async function killed(after: number): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, ...ARGS, '--journal', kept, '--resume'], { stdio: 'ignore' });
  const ended = new Promise<boolean>((resolve) => child.on('close', (_, signal) => resolve(signal === 'SIGKILL')));
  const before = existsSync(kept) ? readFileSync(kept).length : 0;
  const grown = () => existsSync(kept) && readFileSync(kept).length > before;
  while (child.exitCode === null && !grown()) await pause(5);
  await pause(after);
  child.kill('SIGKILL');
  return ended;
}

const points = (file: string): number => readFileSync(file, 'utf8').split('{"kind":"point"').length - 1;

describe('a sweep that is stopped', () => {
  it(
    'and killed at 20 random moments ends with the same bytes, and never runs a finished point again',
    async () => {
      const whole = await hasim([...ARGS, '--journal', join(home, 'whole.jsonl')]);
      let kills = 0;
      for (let i = 0; kills < 20; i++) {
        if (!(await killed(random() * 40))) {
          // It came to its end before: it begins again.
          rmSync(kept);
          continue;
        }
        kills += 1;
        // What a torn write leaves.
        if (i % 3 === 0) appendFileSync(kept, '{"kind":"point","key":"7","payl');
        if (i % 4 === 0) truncateSync(kept, Math.floor(readFileSync(kept).length * random()));
      }
      const { code, stdout } = await again();
      expect([code, stdout]).toEqual([0, whole.stdout]);
      expect(points(kept)).toBe(12);
      const bytes = readFileSync(kept);
      expect((await again()).stdout).toBe(whole.stdout);
      expect(readFileSync(kept).equals(bytes)).toBe(true);
    },
    PATIENCE,
  );

  it('by Ctrl-C prints what is finished, and is gone on from to the same bytes', async () => {
    const file = join(home, 'interrupted.jsonl');
    const longer = ARGS.map((word) => (word === '130' ? '1000' : word));
    const args = [...longer, '--journal', file];
    const child = spawn(process.execPath, [MAIN, ...args]);
    let stdout = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(file) || points(file) < 2) await pause(10);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const { run, distinct } = JSON.parse(stdout).design;
    expect(run).toBeGreaterThanOrEqual(2);
    expect(run).toBeLessThan(distinct);
    const { code, stdout: resumed } = await hasim([...args, '--resume']);
    const { stdout: undisturbed } = await hasim([...longer, '--journal', join(home, 'undisturbed.jsonl')]);
    expect([code, resumed]).toEqual([0, undisturbed]);
  });

  it('is not begun anew by mistake; one that has ended is', async () => {
    const part = join(home, 'part.jsonl');
    writeFileSync(part, `${readFileSync(kept, 'utf8').split('\n').slice(0, 5).join('\n')}\n`);
    const { code, stderr } = await hasim([...ARGS, '--journal', part]);
    expect(code).toBe(2);
    expect(stderr).toContain('it holds finished work; go on with --resume, or remove the file');
    expect((await hasim([...ARGS, '--journal', kept])).code).toBe(0);
  });

  it.each([
    [/scenario: it holds "[0-9a-f]{64}", and this would be/, SMALL.replace('100d', '101d'), []],
    [/seed: it holds "1", and this would be "x"/, SMALL, ['--seed', 'x']],
    [/set: it holds \[/, SMALL, ['--set', 'web.protected=true']],
  ])('is not resumed as another: %s', async (reason, text, more) => {
    writeFileSync(shop, text);
    const { code, stderr } = await hasim([...ARGS, ...more, '--journal', kept, '--resume']);
    writeFileSync(shop, SMALL);
    expect(code).toBe(2);
    expect(stderr).toMatch(reason);
  });

  it('is not resumed by another version', async () => {
    const older = join(home, 'older.jsonl');
    writeFileSync(older, ofVersion(readFileSync(kept, 'utf8'), 'hasim', '0.0.9'));
    const { code, stderr } = await hasim([...ARGS, '--journal', older, '--resume']);
    expect(code).toBe(2);
    expect(stderr).toContain('hasim: it holds "0.0.9", and this would be "');
  });

  it('is not resumed from what is no journal', async () => {
    for (const args of [['--resume'], []]) {
      expect((await hasim([...ARGS, '--journal', shop, ...args])).stderr).toContain('it is no journal');
      expect(readFileSync(shop, 'utf8')).toBe(SMALL);
    }
  });

  it('by a full disk says so, and goes on when there is room again', async () => {
    const full = join(home, 'full.jsonl');
    const words = [process.execPath, MAIN, ...ARGS, '--journal', full].map((word) => `'${word}'`).join(' ');
    const child = spawn('sh', ['-c', `trap '' XFSZ; ulimit -f 120; exec ${words}`]);
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
    expect(stderr).toMatch(/full\.jsonl: the journal cannot be written \(.*too large\)\. What is finished is kept/);
    expect(points(full)).toBeGreaterThan(0);
    const bytes = readFileSync(full);
    const { code, stdout } = await hasim([...ARGS, '--journal', full, '--resume']);
    expect([code, stdout]).toEqual([0, (await again()).stdout]);
    expect(readFileSync(full).subarray(0, bytes.length)).toEqual(bytes);
  });
});
