import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TIER_SIX } from '../standards/tier-six.ts';
import { hasim, scratch } from './hasim.ts';

const home = scratch();
const file = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};
const scenario = file('six.yaml', TIER_SIX);
const house = file('house.yaml', 'profile: 1\nname: house\nrules:\n  - {scope: zone, rto: 1s}\n');
const FEW = ['--times', '60', '--for', '1d', '--quiet'];

describe('hasim check with a tier', () => {
  it('ends with 0 when it is proven', async () => {
    const { code, stdout } = await hasim(['check', scenario, ...FEW, '--json']);
    const { objectives, standard, verdict } = JSON.parse(stdout);
    expect([code, verdict, standard.tier]).toEqual([0, 'met', 6]);
    expect(objectives).toContainEqual(expect.objectContaining({ objective: 'tier', target: 6, verdict: 'met' }));
  });

  it('ends with 1 when a profile of one’s own is not kept, and says which rule', async () => {
    const { code, stdout } = await hasim(['check', scenario, ...FEW, '--times', '10', '--profile', house]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/PROFILE house +FAIL/);
  });

  it('ends with 3 when too few drills were made to prove anything', async () => {
    const { code } = await hasim(['check', scenario, ...FEW, '--times', '58']);
    expect(code).toBe(3);
  });
});

describe('hasim drill with standards', () => {
  it('names the edition that judges', async () => {
    const { stdout } = await hasim(['drill', scenario, ...FEW, '--edition', 'gbt20988-2025-secondary', '--json']);
    expect(JSON.parse(stdout).standard).toMatchObject({ edition: 'gbt20988-2025-secondary', tier: 6 });
  });

  it('refuses what it does not know with the place, or the names that there are', async () => {
    const edition = await hasim(['drill', scenario, '--edition', '2007']);
    expect([edition.code, edition.stderr]).toEqual([2, expect.stringContaining('gbt20988-2007')]);
    const name = await hasim(['drill', scenario, '--profile', 'cbrc']);
    expect([name.code, name.stderr]).toEqual([2, expect.stringContaining('cbrc-2011-104')]);
    const bad = file('bad.yaml', 'profile: 1\nname: x\nrulez: []\n');
    const broken = await hasim(['drill', scenario, '--profile', bad]);
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringMatching(/bad\.yaml:3:1: error[\s\S]*`rules`/)]);
  });

  it('gives the same verdict again by the command that it prints', async () => {
    const quoted = file('our house.yaml', 'profile: 1\nname: house\nrules:\n  - {scope: zone, rto: 1s}\n');
    for (const command of ['drill', 'check']) {
      const { stdout } = await hasim([command, scenario, ...FEW, '--times', '10', '--profile', quoted]);
      const printed = stdout.replaceAll('\\\n', '').trimEnd().split('\n').at(-1)!;
      expect(printed).toContain(` --profile '${quoted}'`);
      const words = printed.split(/ (?=(?:[^']*'[^']*')*[^']*$)/).map((word) => word.replaceAll("'", ''));
      expect((await hasim([...words.slice(1), '--quiet'])).stdout).toBe(stdout);
    }
  });

  it('judges again by the profile in the bundle, which names no file but its own', async () => {
    const bundle = join(home, 'bundle');
    await hasim(['drill', scenario, ...FEW, '--times', '10', '--profile', house, '--out', bundle]);
    for (const name of ['result.json', 'report.txt']) {
      const text = readFileSync(join(bundle, name), 'utf8');
      expect(text).toContain('profile.yaml');
      expect(text).not.toContain('house.yaml');
    }
    const { code, stdout } = await hasim(['verify', bundle]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('identical')]);
  });
});
