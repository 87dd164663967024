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

const REGION = { class: 'site-lost', scope: 'region' } as const;

/** Degrees of longitude on the equator, so many kilometres. */
const degrees = (km: number): number => (km / (6371 * Math.PI)) * 180;

describe('the rules for the data centres of banks', () => {
  /** Production at one point, so many kilometres from it a place that holds more. */
  const remoteText = (km: number, more: 'servers' | 'backups' | 'nothing'): string => {
    const far = `far: {coordinates: [0, ${degrees(km)}], c: {}}`;
    let text = TIER_SIX.replace(
      '{r: {a: {coordinates: 北京}, b: {coordinates: 北京}}}',
      `{r: {coordinates: [0, 0], a: {}, b: {}}, ${far}}`,
    );
    if (more === 'servers')
      text = text
        .replace('{slb-a: 50%, slb-b: 50%}', '{slb-a: 40%, slb-b: 40%, slb-c: 20%}')
        .replace('  db:', `  slb-c: {kind: slb, in: far/c, backends: [app-c]}\n${APP_C}  db:`);
    if (more === 'backups') text = text.replace('log: 5m,', 'log: 5m, copy-to: far/c,');
    return text;
  };
  const remote = (...how: Parameters<typeof remoteText>) => read(remoteText(...how));
  const APP_C = '  app-c: {kind: ecs, in: far/c, count: 4, capacity-each: 400/s, boot: 0s, uses: {database: db}}\n';
  const judged = (name: string, scenario: ReturnType<typeof read>, rto = 0, rpo = 0) => {
    const zone = handmade(ZONE, 'r/a', { rto: always(rto), rpo: always(rpo) });
    const disasters = [zone, handmade(PART, 'app-a/1'), handmade(COPY, 'db/1'), handmade(ZONE, 'r/b')];
    return judgeStandard(scenario, { disasters, complete: true }, { profile: sectorProfile(name)! }).profile!;
  };
  const distances = ({ rules }: ReturnType<typeof judged>) =>
    rules.flatMap(({ what, measured, verdict }) => (what === 'tier' ? [] : [[what, measured, verdict]]));

  it.each([
    ['cbrc-2010-114-large', 'servers', 'remote-centre'],
    ['cbrc-2010-114-other', 'backups', 'remote-copy'],
  ] as const)('%s: %s 100 km away are far enough, and no nearer ones', (name, more, what) => {
    const at = (km: number) => judged(name, remote(km, more));
    for (const [km, verdict] of [
      [99.9, 'fail'],
      [99.999, 'fail'],
      [100, 'pass'],
      [100.1, 'pass'],
    ] as const) {
      expect(distances(at(km))).toEqual([[what, 1000 * km, verdict]]);
      expect(at(km).verdict).toBe(verdict);
    }
  });

  it.each([
    ['cbrc-2010-114-large', 'backups', 'remote-centre'],
    ['cbrc-2010-114-other', 'nothing', 'remote-copy'],
  ] as const)('%s: with %s in a place far away there is none', (name, more, what) => {
    const found = judged(name, remote(1000, more));
    expect(found.rules).toContainEqual(expect.objectContaining({ what, verdict: 'fail' }));
    expect(found.verdict).toBe('fail');
  });

  it.each([
    ['cbrc-2010-114-large', 5, 'servers', 2 * 86_400, 1800],
    ['cbrc-2010-114-other', 4, 'backups', 2 * 86_400, 86_400],
  ] as const)('%s: tier %i and no tier less', (name, tier, more, rto, rpo) => {
    const scenario = remote(100, more);
    const found = (time: number, point: number) => judged(name, scenario, time, point);
    expect(found(rto, rpo).verdict).toBe('pass');
    expect(found(rto, rpo).rules).toContainEqual(
      expect.objectContaining({ what: 'tier', scope: 'zone', target: tier, measured: tier, verdict: 'pass' }),
    );
    for (const beyond of [found(rto + 1, rpo), found(rto, rpo + 1)]) {
      expect(beyond.verdict).toBe('fail');
      expect(beyond.rules).toContainEqual(expect.objectContaining({ what: 'tier', target: tier, verdict: 'fail' }));
    }
  });

  it('ask of a centre far away more than servers: where the region was drilled, the data too', () => {
    const bare = remoteText(1000, 'servers').replace('log: 5m,', 'log: 5m, copy-to: far/c,');
    const copied = `${APP_C}  db-c: {kind: rds, in: far/c, size: 8GB}\n  sync: {kind: dts, from: db, to: db-c}\n`;
    const found = (text: string) => {
      const disasters = [handmade(REGION, 'r'), handmade(ZONE, 'r/a')];
      const profile = sectorProfile('cbrc-2010-114-large')!;
      const { rules } = judgeStandard(read(text), { disasters, complete: true }, { profile }).profile!;
      return rules.map(({ what, scope, measured, verdict }) => [what, scope, measured, verdict]);
    };
    expect(found(bare)).toContainEqual(['remote-centre', 'region', 1_000_000, 'pass']);
    expect(found(bare)).toContainEqual(['tier', 'region', 3, 'fail']);
    expect(found(bare.replace(APP_C, copied))).toContainEqual(['tier', 'region', 5, 'pass']);
  });
});
