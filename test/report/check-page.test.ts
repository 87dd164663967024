import { describe, expect, it } from 'vitest';
import type { Change, CheckResult } from '../../src/experiment/index.ts';
import { checkTables, htmlCheck } from '../../src/report/index.ts';
import { plainly } from './plain.ts';

const SHA = 'e'.repeat(64);

const RESULT: CheckResult = {
  hasim: '0.1.0',
  scenario: { name: 'shop <b>', file: 'shop.yaml', sha256: SHA },
  seed: '1',
  runs: 100,
  yearsPerRun: 10,
  times: 300,
  lostForSeconds: 604_800,
  measured: { workloads: {}, drills: [] },
  objectives: [
    {
      objective: 'site-lost rto',
      workload: 'order',
      scope: 'zone',
      domain: 'r/a',
      target: 3600,
      unit: 'seconds',
      measured: 7200,
      low: 7000,
      high: 7400,
      verdict: 'missed',
    },
  ],
  standard: null,
  verdict: 'missed',
};

const TIMES = { before: { low: 55, high: 70 }, after: { low: null, high: null } };
const SHARES = { before: { low: 0, high: 0.012 }, after: { low: 0.988, high: 1 } };

const CHANGE: Change = {
  baseline: { name: 'shop as it was', sha256: SHA },
  differs: ['seed'],
  workloads: [
    {
      workload: 'order',
      before: 10,
      after: 21,
      intervals: { before: { low: 8, high: 12 }, after: { low: 18, high: 25 } },
      difference: { mean: 11, low: 9, high: 13 },
    },
  ],
  tiers: [{ scope: 'zone', before: 5, after: 2 }],
  objectives: [{ objective: 'tier', workload: null, scope: 'zone', before: 'met', after: 'missed' }],
  drills: [
    {
      class: 'zone',
      domain: 'r/a',
      fault: 'lost',
      what: 'rto',
      of: 'order',
      before: 60,
      after: null,
      intervals: TIMES,
      difference: { mean: null, low: null, high: null },
    },
    {
      class: 'zone',
      domain: 'r/a',
      fault: 'lost',
      what: 'failed',
      of: 'order',
      before: 0,
      after: 1,
      intervals: SHARES,
      difference: { mean: 1, low: 0.98, high: 1 },
    },
  ],
};

describe('the page of a check', () => {
  const page = plainly(htmlCheck(RESULT, CHANGE));

  it('says what the change did, in both languages, and under which other conditions', () => {
    expect(page).toContain('+11.0 min/year of downtime (+9.00 to +13.0): 10 (8.0–12) → 21 (18–25)');
    expect(page).toContain('RTO p95 of order 60 s (55–70) → none');
    expect(page).toContain(
      'order not back in 0 % (≤ 1.2) → 100 % (99–100) of the drills: +100.0 points (+98.0 to +100.0)',
    );
    expect(page).toContain('zone loss: no longer tier 5, now 2');
    expect(page).toContain('失去可用区：不再达到 5 级，现为 2');
    expect(page).toContain('made with other --seed');
    expect(page).toContain('shop as it was');
  });

  it('has every objective with its verdict and the command that gives it again', () => {
    expect(page).toContain('order zone r/a');
    expect(page).toContain('2.0 h');
    expect(page).toContain('hasim check shop.yaml --runs 100 --years 10 --times 300 --for 7d --seed 1');
    expect(page).toContain('shop &lt;b&gt;');
    expect(page).not.toMatch(/<b>|https?:\/\/|src=/);
  });

  it('says nothing of a baseline where there was none, and that nothing has changed where nothing has', () => {
    expect(htmlCheck(RESULT, undefined)).not.toContain('id="change"');
    const same = { ...CHANGE, workloads: [], tiers: [], objectives: [], drills: [], differs: [] };
    expect(htmlCheck(RESULT, same)).toContain('Nothing that both have measured has changed.');
  });
});

describe('the tables of a check', () => {
  const lines = (file: string, change?: Change): string[] | undefined =>
    checkTables(RESULT, change)
      .find((table) => table.file === file)
      ?.content.trimEnd()
      .split('\r\n');

  it('are its objectives, and what has changed since a baseline', () => {
    expect(lines('objectives.csv')).toEqual([
      'objective,workload,scope,domain,unit,target,measured,unmeasured,low,high,verdict',
      'site-lost rto,order,zone,r/a,seconds,3600,7200,,7000,7400,missed',
    ]);
    expect(lines('change.csv')).toBeUndefined();
    expect(lines('change.csv', CHANGE)).toEqual([
      'what,of,about,unit,before,before low,before high,after,after low,after high,difference,low,high',
      'downtime,order,,min/year,10,8,12,21,18,25,11,9,13',
      'tier,,zone,tier,5,,,2,,,-3,,',
      'verdict of tier,,zone,,met,,,missed,,,,,',
      'rto p95,order,zone:r/a lost,seconds,60,55,70,,,,,,',
      'not back,order,zone:r/a lost,share,0,0,0.012,1,0.988,1,1,0.98,1',
    ]);
  });
});
