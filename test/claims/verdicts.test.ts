import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill, type DrillResult } from '../../src/experiment/index.ts';
import { drillReport, htmlReport, markdownReport } from '../../src/report/index.ts';
import { read } from '../simulate.ts';

function drilled(name: string, edit: (text: string) => string = (text) => text, times = 60): DrillResult {
  const text = edit(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  const drill = new Drill(read(text), { seed: '1', times, lostFor: (7 * DAY) as Us });
  while (drill.step());
  return drill.result({ file: `${name}.yaml`, sha256: '' });
}

const YES: Readonly<Record<string, string>> = { true: 'yes', false: 'no', null: 'undecided' };

/**
 * By the table of the white paper (Alibaba Cloud, 2019-07-18, section 9.2): nothing elsewhere is no tier; backups and equipment on
 * demand are tier 2; copies as they are written with machines that stand still are tier 4, with machines that run tier 5; no write
 * lost and both sides serving is tier 6.
 */
describe.each<[string, string, number, string]>([
  ['single-node', 'zone', 0, 'recovered-by yes'],
  ['hybrid-backup', 'idc', 2, 'rto yes, rpo yes'],
  ['hybrid-dr', 'idc', 4, 'rto yes, rpo yes'],
  ['a-s', 'zone', 5, 'tier yes, rto yes, rpo yes, rpo yes, recovered-by yes'],
  ['a-a', 'zone', 5, 'tier yes, rto yes, rpo yes, rpo yes, recovered-by yes'],
  ['two-site-three-centre', 'idc', 5, 'tier yes, rto yes, rpo yes, rpo yes'],
  // The region in a plan that people decide, not "within seconds"; zones of a real disaster, not within 30 s.
  ['remote-dr', 'region', 5, 'tier yes, rto yes, rpo yes, rpo yes, rto no, rto no'],
  ['two-site-three-centre-bank', 'region', 5, 'tier yes, rto yes, rpo yes, rto no'],
  ['product-rds-three-node', 'zone', 6, 'rto yes, rpo yes'],
])('%s', (name, scope, tier, documented) => {
  const result = drilled(name);

  it(`is good for tier ${tier} against the loss of a ${scope}`, () => {
    const { standard } = result;
    expect([standard.scope, standard.tier]).toEqual([scope, tier]);
    expect(standard.contradictions).toEqual([]);
  });

  it('is held against what documents promise, in the report too', () => {
    const said = result.standard.documented.map(({ what, agrees }) => `${what} ${YES[String(agrees)]}`);
    expect(said.join(', ')).toBe(documented);
    const disagreeing = result.standard.documented.filter(({ agrees }) => agrees === false).length;
    expect(drillReport(result).split('DISAGREES').length - 1).toBe(disagreeing);
    expect(markdownReport({ drill: result }).split('DISAGREES').length - 1).toBe(disagreeing);
    expect(htmlReport({ drill: result }).split('>DISAGREES<').length - 1).toBe(disagreeing);
    expect(drillReport(result, { language: 'zh' }).split('- 不一致: ').length - 1).toBe(disagreeing);
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
