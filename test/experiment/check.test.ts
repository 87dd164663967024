import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Check, type CheckResult } from '../../src/experiment/index.ts';
import { checkReport, junitText } from '../../src/report/index.ts';
import { read } from '../simulate.ts';

const scenario = (objectives: string): string => `
hasim: 1
name: a <b> & "c"
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r, count: 1, boot: 0s, uses: {database: db}, faults: {crash: {mtbf: 99h, repair: {fixed: 1h}, effect: exit}}}
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 8GB, detection: 10s, zone-switch: 40s, coverage: 100%, faults: none}
workloads:
  order: {entry: app, demand: 100/s, reads: database, writes: database}
objectives: ${objectives}
`;

function checked(objectives: string, runs = 64): CheckResult {
  const check = new Check(read(scenario(objectives)), { runs, years: 1, seed: '1', times: 60, lostFor: DAY as Us });
  while (check.step());
  expect(check.done).toBe(check.asked);
  return check.result({ file: 'x.yaml', sha256: '' });
}

describe('a check', () => {
  // 1 h down in each 100 h: 99 %.
  it('judges availability by runs, on the bounds of the interval', () => {
    expect(checked('{availability: {order: 98%}}').verdict).toBe('met');
    expect(checked('{availability: {order: 99.9%}}').verdict).toBe('missed');
    expect(checked('{availability: {order: 99%}}').verdict).toBe('undecided');
  });

  it('judges lost sites by drills, on the worst domain', () => {
    const met = checked('{site-lost: {scope: zone, rto: 50s, rpo: 0s}}');
    expect(met.objectives.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
    expect(checked('{site-lost: {scope: zone, rto: 49s}}').objectives).toMatchObject([
      { verdict: 'missed', domain: 'r/a', measured: 50 },
    ]);
    expect(checked('{site-lost: {scope: region, rto: 10h}}').objectives).toMatchObject([
      { verdict: 'missed', domain: 'r', measured: null },
    ]);
  });

  it('fails where any objective does', () => {
    const both = checked('{availability: {order: 98%}, site-lost: {scope: zone, rto: 49s}}');
    expect(both.objectives.map(({ verdict }) => verdict)).toEqual(['met', 'missed']);
    expect(both.verdict).toBe('missed');
  });

  it('is told in lines of at most 80 cells, and as JUnit XML with every name escaped', () => {
    const result = checked('{availability: {order: 99%}, site-lost: {scope: zone, rto: 49s}}');
    for (const line of checkReport(result).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const xml = junitText(result);
    expect(xml).toContain('name="a &lt;b&gt; &amp; &quot;c&quot;" tests="2" failures="1" errors="1"');
    expect(xml).toContain('<failure type="missed"');
    expect(xml).toContain('<error type="undecided"');
  });
});
