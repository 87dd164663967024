import { describe, expect, it } from 'vitest';
import { judgeStandard, readProfile, SECTORS, sectorProfile } from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { always, COPY, handmade, PART, TIER_SIX, ZONE } from './tier-six.ts';

const HOUSE = `
profile: 1
name: house
rules:
  - {scope: zone, rto: 1h, rpo: 1m}
  - {tier: 5, remote-copy-km: 100}
settings: {several-minutes: 30m, may-fail: 10%, gate-logical-damage: true}
`;

describe('a profile of one’s own', () => {
  it('is read from YAML', () => {
    const { profile, problems } = readProfile(HOUSE);
    expect(problems).toEqual([]);
    expect(profile).toMatchObject({
      name: 'house',
      rules: [
        { scopes: ['zone'], disaster: 'site-lost', rto: 3600, rpo: 60 },
        { scopes: undefined, tier: 5, copy: 100_000 },
      ],
      settings: { severalMinutes: 1800, mayFail: 0.1, gateLogicalDamage: true },
    });
  });

  it.each([
    ['rules:', 'rulez:', 'unknown-key', 3],
    ['scope: zone', 'scope: zon', 'bad-value', 4],
    ['rto: 1h', 'rto: 1x', 'bad-value', 4],
    ['tier: 5, remote-copy-km: 100', 'strictly: true', 'asks-nothing', 5],
    ['profile: 1', 'profile: 2', 'bad-value', 1],
  ])('%s written as %s is a mistake with its place', (from, to, code, line) => {
    const { profile, problems } = readProfile(HOUSE.trimStart().replace(from, to));
    expect(profile).toBeUndefined();
    expect(problems[0]).toMatchObject({ code, range: { start: { line } } });
  });

  it('says what the file is not', () => {
    expect(readProfile('').problems[0]).toMatchObject({ message: 'there is no profile in this file' });
    expect(readProfile('- 1').problems[0]).toMatchObject({ message: 'a profile is a map' });
  });
});

describe('the rules of sectors', () => {
  const scenario = read(TIER_SIX);
  const verdict = (name: string, seconds: number, point: number) => {
    const zone = handmade(ZONE, 'r/a', { rto: always(seconds), rpo: always(point) });
    const disasters = [zone, handmade(PART, 'app-a/1'), handmade(COPY, 'db/1'), handmade(ZONE, 'r/b')];
    return judgeStandard(scenario, { disasters, complete: true }, { profile: sectorProfile(name)! }).profile!;
  };

  it.each([
    ['cbrc-2011-104', 4 * 3600, 1800, true],
    ['jrt-0044-2008-strictest', 6 * 3600, 900, false],
    ['jrt-0044-2008-loosest', 24 * 3600, 7200, false],
    ['jrt-0059-2021', 900, 0, true],
    ['jrt-0205-2020-strictest', 60, 0, true],
    ['jrt-0205-2020-loosest', 1800, 0, true],
    ['insurance-2008-20-strictest', 36 * 3600, 8 * 3600, true],
    ['insurance-2008-20-loosest', 72 * 3600, 24 * 3600, true],
  ])('%s: RTO %i s, RPO %i s, the limit itself allowed: %s', (name, rto, rpo, at) => {
    expect(verdict(name, rto - 1, Math.max(0, rpo - 1)).verdict).toBe('pass');
    expect(verdict(name, rto, rpo).verdict).toBe(at ? 'pass' : 'fail');
    expect(verdict(name, rto + 1, rpo).verdict).toBe('fail');
    expect(verdict(name, rto, rpo + 1).verdict).toBe('fail');
  });

  it('ask a large bank for a centre hundreds of kilometres away', () => {
    const { verdict: all, rules } = verdict('cbrc-2010-114-large', 0, 0);
    expect(all).toBe('fail');
    expect(rules).toContainEqual(expect.objectContaining({ what: 'tier', target: 5, measured: 6, verdict: 'pass' }));
    expect(rules).toContainEqual(expect.objectContaining({ what: 'remote-centre', target: 100_000, verdict: 'fail' }));
  });

  it('are told with their source and how sure it is', () => {
    for (const { source, confidence } of SECTORS) {
      expect(source).not.toBe('');
      expect(['stated', 'secondary']).toContain(confidence);
    }
  });
});
