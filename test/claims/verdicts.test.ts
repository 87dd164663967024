import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill, type DrillResult } from '../../src/experiment/index.ts';
import { drillReport } from '../../src/report/index.ts';
import { read } from '../simulate.ts';

function drilled(name: string, edit: (text: string) => string = (text) => text, times = 60): DrillResult {
  const text = edit(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  const drill = new Drill(read(text), { seed: '1', times, lostFor: (7 * DAY) as Us });
  while (drill.step());
  return drill.result({ file: `${name}.yaml`, sha256: '' });
}

/**
 * By the table of the white paper (Alibaba Cloud, 2019-07-18, section 9.2): nothing elsewhere is no tier; backups and equipment on
 * demand are tier 2; copies as they are written with machines that stand still are tier 4, with machines that run tier 5; no write
 * lost and both sides serving is tier 6.
 */
describe.each([
  ['single-node', 'zone', 0],
  ['hybrid-backup', 'idc', 2],
  ['hybrid-dr', 'idc', 4],
  ['a-s', 'zone', 5],
  ['a-a', 'zone', 5],
  ['two-site-three-centre', 'idc', 5],
  ['remote-dr', 'region', 5],
  ['two-site-three-centre-bank', 'region', 5],
  ['product-rds-three-node', 'zone', 6],
])('%s', (name, scope, tier) => {
  const result = drilled(name);

  it(`is good for tier ${tier} against the loss of a ${scope}`, () => {
    const { standard } = result;
    expect([standard.scope, standard.tier]).toEqual([scope, tier]);
    expect(standard.contradictions).toEqual([]);
  });

  it('says what keeps it from the next', () => {
    const { tiers, scope: own } = result.standard;
    const found = tiers.find((one) => one.scope === own)!;
    expect(found.decidedBy.length > 0).toBe(found.tier < 6);
  });

  it('is told within 80 characters a line', () => {
    for (const language of ['en', 'zh'] as const)
      for (const line of drillReport(result, { language }).split('\n'))
        expect([...line].length).toBeLessThanOrEqual(80);
  });
});

describe('one zone of an active-active pair', () => {
  it('says nothing about the region: there the tier is none', () => {
    const { tiers } = drilled('a-a').standard;
    expect(tiers.find(({ scope }) => scope === 'region')?.tier).toBe(0);
  });
});

describe('what documents promise', () => {
  it('is borne out where the drills say so', () => {
    const agreed = (name: string) => drilled(name).standard.documented.map(({ what, agrees }) => [what, agrees]);
    expect(agreed('product-rds-three-node')).toEqual([
      ['rto', true],
      ['rpo', true],
    ]);
    expect(agreed('hybrid-backup')).toEqual([
      ['rto', true],
      ['rpo', true],
    ]);
  });

  it('is contradicted aloud where they do not: people who take an hour to decide make hours of minutes', () => {
    const slow = drilled('hybrid-dr', (text) => text.replace('{median: 10m, p95: 40m}', '{median: 2h, p95: 4h}'));
    expect(slow.standard.documented[0]).toMatchObject({ what: 'rto', promised: 3600, agrees: false });
    expect(drillReport(slow)).toContain('DISAGREES');
  });
});

describe('the rules for a large bank', () => {
  it('are kept by two sites and three centres, and not by two zones of one city', () => {
    expect(drilled('two-site-three-centre-bank').standard.profile).toMatchObject({ verdict: 'pass' });
    const near = drilled('a-a', (text) => `${text.replace('  tier:', '  profile: cbrc-2010-114-large\n  tier:')}`);
    expect(near.standard.profile).toMatchObject({ verdict: 'fail' });
    expect(near.objectives).toContainEqual(
      expect.objectContaining({ objective: 'profile cbrc-2010-114-large', verdict: 'missed' }),
    );
  });
});
