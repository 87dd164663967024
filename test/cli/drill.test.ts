import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DrillResult } from '../../src/experiment/index.ts';
import { hasim, SMALL, scratch } from './hasim.ts';

let small = '';
let folder = '';
beforeAll(() => {
  folder = scratch();
  small = join(folder, 'small.yaml');
  writeFileSync(small, SMALL);
});

describe('hasim drill', () => {
  it('tells timelines and pairs where asked, in one document', async () => {
    const asked = ['--times', '10', '--pairs', '--pair-times', '4', '--timelines', '--json'];
    const { code, stdout } = await hasim(['drill', small, ...asked]);
    const { rows, pairs, singlePoints } = JSON.parse(stdout) as DrillResult;
    expect(code).toBe(0);
    expect(rows.every(({ timelines }) => timelines!.length > 0)).toBe(true);
    expect(pairs!.times).toBe(4);
    expect(pairs!.done).toBe(pairs!.asked);
    expect(singlePoints.map(({ domain }) => domain)).toContain('east/a');
  });

  it('keeps what is whole when it is interrupted', async () => {
    const endless = ['--times', '10', '--pairs', '--pair-times', '9000000', '--json'];
    const { code, stdout, stderr } = await hasim(['drill', small, ...endless], { interruptAfter: 5000 });
    const { rows, pairs } = JSON.parse(stdout) as DrillResult;
    expect(code).toBe(130);
    expect(rows.map(({ times }) => times)).toEqual(rows.map(() => 10));
    expect(rows.length).toBeGreaterThan(3);
    expect(pairs!.done).toBe(0);
    expect(stderr).toContain(`Interrupted: this is what ${rows.length} faults came to`);
  });
});

describe('hasim check --baseline', () => {
  const check = (...more: string[]) => hasim(['check', small, '--runs', '64', '--years', '1', ...more]);

  it('says what has changed, and gates as ever', async () => {
    const before = await check('--json');
    const file = join(folder, 'before.json');
    writeFileSync(file, before.stdout);
    const again = await check('--baseline', file, '--json');
    expect(again.code).toBe(before.code);
    expect(JSON.parse(again.stdout).change).toMatchObject({ differs: [], drills: [], objectives: [] });
    const other = await check('--baseline', file, '--seed', '2');
    expect(other.stderr).toContain('--seed');
    expect(other.stdout).toContain('SINCE THE BASELINE');
  });

  it('refuses what is no result', async () => {
    const nonsense = join(folder, 'nonsense.json');
    writeFileSync(nonsense, '{"a": 1}');
    for (const file of [nonsense, small, join(folder, 'none.json')]) {
      const { code, stderr } = await check('--baseline', file);
      expect(code).toBe(2);
      expect(stderr).toContain(file.slice(-9));
    }
  });
});
