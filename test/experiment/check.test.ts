import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import {
  type Change,
  Check,
  type CheckResult,
  changeSince,
  type DrillChange,
  readBaseline,
  type WorkloadChange,
} from '../../src/experiment/index.ts';
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

function checked(objectives: string, runs = 64, edit = (text: string): string => text): CheckResult {
  const check = new Check(read(edit(scenario(objectives))), {
    runs,
    years: 1,
    seed: '1',
    times: 60,
    lostFor: DAY as Us,
  });
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

  it('judges what places hold in reserve, exactly: the one that has least counts', () => {
    // 100 a second of 150 in one zone; of 400 in the other, which nothing else uses.
    const two = (text: string): string =>
      text
        .replace('kind: ecs, in: r,', 'kind: ecs, in: r/a, capacity-each: 150/s,')
        .replace('  db: {kind', '  spare: {kind: ecs, in: r/b, count: 1, capacity-each: 400/s}\n  db: {kind');
    const result = (target: string) => checked(`{reserve: ${target}}`, 1, two);
    expect(result('33%').objectives).toMatchObject([
      { objective: 'reserve', domain: 'r/a', target: 0.33, measured: expect.closeTo(1 / 3, 12), verdict: 'met' },
    ]);
    expect(result('34%').verdict).toBe('missed');
    expect(checkReport(result('34%'))).toMatch(/MISSED\s+in reserve\s+r\/a\s+≥ 34 %\s+33 %/);
    expect(checkReport(result('33%'), { language: 'zh' })).toMatch(/达到\s+预留资源\s+r\/a\s+≥ 33 %\s+33 %/);
    const cold = (text: string): string =>
      text.replace('kind: ecs, in: r,', 'kind: ecs, in: r/a, capacity-each: 150/s, standby: cold,');
    expect(checked('{reserve: 33%}', 1, cold).objectives).toMatchObject([
      { measured: 0, domain: null, verdict: 'missed' },
    ]);
    expect(() => checked('{reserve: 33%}', 1)).toThrow('`app` states no capacity');
  });

  it('judges budgets: prices exactly, downtime on its bounds', () => {
    const priced = (text: string): string =>
      text
        .replace(
          '  db: {kind',
          '  idle: {kind: ecs, in: r, count: 1, price: {month: 100, once: 1000, staff-year: 500}}\n  db: {kind',
        )
        .replace('writes: database}', 'writes: database, downtime-costs: 10/h}');
    const inYuan = (text: string): string => `${priced(text)}\ncurrency: CNY\n`;
    expect(checkReport(checked('{cost: {month: 99}}', 64, inYuan))).toMatch(
      /MISSED +cost a month +≤ 99 CNY +100 CNY\s*\n/,
    );
    expect(checkReport(checked('{cost: {three-years: 9500}}', 64, inYuan))).toMatch(/ CNY +[\d,]+ to [\d,]+ CNY\n/);
    const verdicts = (budget: string) =>
      checked(`{cost: ${budget}}`, 64, priced).objectives.map(({ objective, verdict }) => `${objective} ${verdict}`);
    expect(verdicts('{month: 100, once: 1000, staff-year: 500}')).toEqual([
      'cost month met',
      'cost once met',
      'cost staff-year met',
    ]);
    expect(verdicts('{month: 99.9, once: 999, staff-year: 499}')).toEqual([
      'cost month missed',
      'cost once missed',
      'cost staff-year missed',
    ]);
    // 1 h down in each 100 h: 87.66 h a year at 10/h; over three years with 1,000 + 36 × 100 + 3 × 500.
    expect(verdicts('{downtime-year: 1100, three-years: 9500}')).toEqual([
      'cost downtime-year met',
      'cost three-years met',
    ]);
    expect(verdicts('{downtime-year: 877, three-years: 8730}')).toEqual([
      'cost downtime-year undecided',
      'cost three-years undecided',
    ]);
    expect(verdicts('{downtime-year: 700, three-years: 8000}')).toEqual([
      'cost downtime-year missed',
      'cost three-years missed',
    ]);
    const [row] = checked('{cost: {three-years: 9500}}', 64, priced).objectives;
    expect(row!.low).toBeLessThan(6_100 + 3 * 876.6);
    expect(row!.high).toBeGreaterThan(6_100 + 3 * 876.6);
    expect(checkReport(checked('{cost: {month: 99}}', 64, priced))).toMatch(/MISSED +cost a month +≤ 99 +100\s*\n/);
  });

  it('compares what documents promise, also where no tier is asked for', () => {
    const declared = '\ndeclared: {documented: [{scope: zone, rto: 49s, source: a leaflet}]}';
    const only = '{availability: {order: 98%}}';
    expect(checked(only).standard).toBeNull();
    const result = checked(`${only}${declared}`);
    expect(result.standard!.documented).toMatchObject([{ what: 'rto', promised: 49, measured: 50, agrees: false }]);
    expect(checkReport(result)).toContain('DISAGREES: one zone: RTO promised 49 s, measured 50 s (a leaflet)');
    expect(result.objectives.map(({ objective }) => objective)).toEqual(['availability']);
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
    expect(xml).toContain('message="MISSED: target ≤ 49 s, measured 50 s, 95 % sure 50 s to 50 s"');
  });
});

describe('a baseline', () => {
  const change = (before: string, after: string, runs = 128): Change => {
    const earlier = readBaseline(JSON.parse(JSON.stringify(checked(before, runs))));
    return changeSince(earlier!, checked(after, runs));
  };
  const both = '{availability: {order: 97%}, site-lost: {scope: zone, rto: 50s, rpo: 0s}}';

  it('shows nothing where nothing has changed', () => {
    const same = change(both, both);
    expect(same).toMatchObject({ differs: [], drills: [], tiers: [], objectives: [] });
    expect(same.workloads).toEqual([
      {
        workload: 'order',
        before: expect.any(Number),
        after: same.workloads[0]!.before,
        intervals: {
          before: same.workloads[0]!.intervals.after,
          after: { low: expect.any(Number), high: expect.any(Number) },
        },
        difference: { mean: 0, low: null, high: null, note: expect.stringContaining('no replication differs') },
      },
    ]);
  });

  it('tells what a change costs, paired by block, and which verdict it turns', () => {
    const worse = (text: string) =>
      text.replace('repair: {fixed: 1h}', 'repair: {fixed: 2h}').replace('zone-switch: 40s', 'zone-switch: 100s');
    const earlier = readBaseline(JSON.parse(JSON.stringify(checked(both, 128))))!;
    const told = changeSince(earlier, checked(both, 128, worse));
    const [{ before, after, difference }] = told.workloads as [WorkloadChange];
    expect(difference.mean).toBeCloseTo(after - before, 9);
    // 1 h in 100 h, then 2 h in 101 h.
    const expected = (2 / 101 - 1 / 100) * 525_600;
    expect(Math.abs(difference.mean! - expected)).toBeLessThan(0.05 * expected);
    expect(difference.low!).toBeLessThan(difference.mean!);
    expect(difference.high! - difference.low!).toBeLessThan(0.2 * expected);
    expect(told.drills).toEqual([
      {
        class: 'zone',
        domain: 'r/a',
        fault: 'lost',
        what: 'rto',
        of: 'order',
        before: 50,
        after: 110,
        intervals: expect.anything(),
        // The same in every drill: exactly so, and known to be.
        difference: { mean: 60, low: 60, high: 60 },
      },
    ]);
    const [{ intervals }] = told.drills as [DrillChange];
    expect(intervals).toEqual({ before: { low: 50, high: 50 }, after: { low: 110, high: 110 } });
    expect(told.objectives).toMatchObject([{ objective: 'site-lost rto', before: 'met', after: 'missed' }]);
    const en = checkReport(checked(both, 128, worse), { change: told });
    expect(en).toContain('SINCE THE BASELINE');
    expect(en).toMatch(/order: \+[\d,]+ min\/year of downtime/);
    expect(en).toContain('r/a lost: RTO p95 of order 50 s → 1.8 min: +60.0 s\n');
    expect(checkReport(checked(both, 128, worse), { change: told, language: 'zh' })).toContain('与基线相比');
  });

  it('bounds the change of a p95 by the same drills, and of others as if they were independent', () => {
    const slow = (text: string) =>
      text.replace('zone-switch: 40s', 'zone-switch: {lognormal: {median: 40s, p95: 80s}}');
    const slower = (text: string) =>
      text.replace('zone-switch: 40s', 'zone-switch: {lognormal: {median: 60s, p95: 120s}}');
    const plain = (result: CheckResult) => JSON.parse(JSON.stringify(result));
    const [then, now] = [checked(both, 1, slow), checked(both, 1, slower)];
    const paired = changeSince(readBaseline(plain(then))!, now).drills[0]!;
    expect(paired.difference.mean).toBeCloseTo(paired.after! - paired.before!, 12);
    // 1.5 times as long in each and every drill, the 10 s of detection left out.
    const { times } = then.measured.drills.find(({ domain }) => domain === 'r/a')!.workloads[0]!.rtoSeconds.longest!;
    for (const bound of [paired.difference.low!, paired.difference.high!])
      expect(times.some((time) => Math.abs(0.5 * (time - 10) - bound) < 1e-5)).toBe(true);
    const other = changeSince(readBaseline({ ...plain(then), seed: '2' })!, now).drills[0]!;
    expect(other.intervals).toEqual(paired.intervals);
    const [was, is] = [other.intervals.before, other.intervals.after];
    expect(other.difference.low).toBeCloseTo(
      other.difference.mean! - Math.hypot(is.low! - other.after!, was.high! - other.before!),
      9,
    );
    expect(other.difference.low).toBeLessThan(paired.difference.low!);
    expect(other.difference.high).toBeGreaterThan(paired.difference.high!);
    // What somebody has made of the drills in a file proves nothing.
    const torn = plain(then);
    for (const { workloads } of torn.measured.drills)
      for (const { rtoSeconds } of workloads) rtoSeconds.longest.trials[0] = 60;
    expect(changeSince(readBaseline(torn)!, now).drills[0]!.difference).toEqual(other.difference);
  });

  it('bounds by how much more drills do not come back, the same ones', () => {
    const until = (hours: number) => (text: string) =>
      text.replace('zone-switch: 40s', `zone-switch: {uniform: [1h, ${hours}h]}`);
    const then = checked(both, 1, until(27));
    const told = changeSince(readBaseline(JSON.parse(JSON.stringify(then)))!, checked(both, 1, until(40)));
    const { before, after, difference, intervals } = told.drills.find(({ what }) => what === 'failed')!;
    expect(difference.mean).toBeCloseTo(after! - before!, 12);
    // A drill that had not ended after a day has not now either: only those that differ are chance.
    expect(difference.low).toBeGreaterThan(0);
    expect(difference.low).toBeGreaterThan(intervals.after.low! - intervals.before.high!);
    expect(difference.high).toBeLessThan(intervals.after.high! - intervals.before.low!);
  });

  it('says what was not the same when it was made', () => {
    const other = readBaseline(JSON.parse(JSON.stringify({ ...checked(both), seed: '2', times: 61 })))!;
    const told = changeSince(other, checked(both));
    expect(told.differs).toEqual(['seed', 'times']);
    // As if the two were independent: √2 times as far as either reaches.
    const { low, high } = checked(both).measured.workloads['order']!.downtimeMinutesPerYear;
    const { difference } = told.workloads[0]!;
    expect(difference).toMatchObject({ mean: 0 });
    expect(difference.high).toBeCloseTo((high! - low!) / Math.SQRT2, 6);
    expect(difference.low).toBeCloseTo(-difference.high!, 9);
  });

  it('counts a block that is cut short by what it holds', () => {
    const now = checked(both, 100);
    const [one, other] = now.measured.workloads['order']!.minutesByBlock as [number, number];
    const earlier = (minutesByBlock: number[]) => {
      const { downtimeMinutesPerYear } = now.measured.workloads['order']!;
      const mean = (64 * minutesByBlock[0]! + 36 * minutesByBlock[1]!) / 100;
      const workloads = { order: { downtimeMinutesPerYear: { ...downtimeMinutesPerYear, mean }, minutesByBlock } };
      return readBaseline(JSON.parse(JSON.stringify({ ...now, measured: { ...now.measured, workloads } })))!;
    };
    // 64 replications with 36 minutes more are as much as 36 with 64: then both blocks weigh the same.
    const { mean, low, high } = changeSince(earlier([one - 36, other - 64]), now).workloads[0]!.difference;
    expect(mean).toBeCloseTo(46.08, 6);
    expect([low, high]).toEqual([expect.closeTo(46.08, 6), expect.closeTo(46.08, 6)]);
  });

  it('may be a run or drills; anything else is none', () => {
    expect(readBaseline({ hello: 1 })).toBeUndefined();
    expect(readBaseline([])).toBeUndefined();
    const run = {
      hasim: '1',
      scenario: { name: 'x', sha256: '' },
      seed: '1',
      workloads: { order: { downtimeMinutesPerYear: { mean: 1, low: 0, high: 2 } } },
    };
    expect(changeSince(readBaseline(run)!, checked(both)).workloads[0]!.before).toBe(1);
    const drills = { hasim: '1', scenario: { name: 'x', sha256: '' }, seed: '1', rows: [] };
    expect(readBaseline(drills)).toBeDefined();
  });

  it('names tiers that are no longer reached', () => {
    const now = checked('{tier: {at-least: 5, scope: zone}}');
    const tiers = now.standard!.tiers.map(({ scope }) => ({ scope, tier: 6 }));
    const before = readBaseline(JSON.parse(JSON.stringify({ ...now, standard: { tiers } })))!;
    const told = changeSince(before, now);
    const zone = now.standard!.tiers.find(({ scope }) => scope === 'zone')!;
    expect(told.tiers).toContainEqual({ scope: 'zone', before: 6, after: zone.tier });
    expect(checkReport(now, { change: told })).toMatch(/zone loss: no longer tier 6, now (none|\d)/);
  });
});
