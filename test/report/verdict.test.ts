import { describe, expect, it } from 'vitest';
import {
  type ComparisonResult,
  comparisonReport,
  type Estimate,
  htmlComparison,
  htmlSweep,
  markdownComparison,
  markdownSweep,
  type Result,
  readOrder,
  Sweep,
  type SweepResult,
  sweepReport,
} from '../../src/index.ts';
import { estimate, ORDER, RESULT, STORE, shopNamed, UNSEEN } from './fixture.ts';
import { plainly } from './plain.ts';

const NONE: Estimate = { mean: 0, low: null, high: null, note: 'no replication differs' };

/** One variant after the other: its minutes a year, and the difference of those to the first. */
function compared(...variants: readonly (readonly [minutes: Estimate, difference: Estimate])[]): ComparisonResult {
  const scenario = (minutes: Estimate, i: number): Result => ({
    ...RESULT,
    scenario: { ...RESULT.scenario, name: ['one', 'two', 'three'][i]! },
    workloads: { order: { ...ORDER, downtimeMinutesPerYear: minutes } },
  });
  const difference = (minutes: Estimate): ComparisonResult['differences'][number] => ({
    workloads: {
      order: {
        availability: { requests: NONE, time: NONE },
        downtimeMinutesPerYear: minutes,
        plannedMinutesPerYear: NONE,
        incidentsPerYear: NONE,
      },
    },
    data: { writesLostPerYear: NONE, splitBrainMinutesPerYear: NONE },
    cost: null,
  });
  return {
    hasim: '0.1.0',
    seed: '1',
    runs: 1_000,
    runsAsked: 1_000,
    yearsPerRun: 10,
    scenarios: variants.map(([minutes], i) => scenario(minutes, i)),
    totals: variants.map(() => ({ data: { writesLostPerYear: NONE, splitBrainMinutesPerYear: NONE } })),
    differences: variants.map(([, own]) => difference(own)),
  };
}

const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');
const MINE = [estimate(60, 6), NONE] as const;

describe('the verdict of a comparison', () => {
  const two = compared(MINE, [estimate(20, 3), estimate(-40, 5)]);

  it('stands on top: who has least downtime, and by how much against the first', () => {
    const [, ...lines] = comparisonReport(two).split('\n');
    expect(unwrapped(lines.join(' '))).toMatch(
      /^B \(two\) has the least downtime of order: 20 min a year; B against A -40 min \(-45 to -35\), paired by run\. Worst RTO/,
    );
    expect(unwrapped(comparisonReport(two, { language: 'zh' }))).toContain(
      'order 停机最少的是 B (two)：每年 20 分钟；',
    );
  });

  it('tells of the first, where that is best, how much more the nearest has', () => {
    const text = comparisonReport(
      compared(MINE, [estimate(200, 9), estimate(140, 9)], [estimate(90, 9), estimate(30, 9)]),
    );
    expect(unwrapped(text)).toContain(
      'A (one) has the least downtime of order: 60 min a year; C against A +30 min (+21 to +39), paired by run.',
    );
  });

  it('names nobody where the interval holds 0', () => {
    const text = unwrapped(comparisonReport(compared(MINE, [estimate(57, 6), estimate(-3, 5)])));
    expect(text).toContain(
      'Which has the least downtime of order cannot be told: least was seen in B (two), 57 min a year; B against A -3 min (-8 to +2), paired by run.',
    );
    expect(text).not.toContain('B (two) has the least');
  });

  it('tells two that are not the first apart only where their intervals do not meet', () => {
    const third = (half: number) =>
      unwrapped(
        comparisonReport(
          compared(MINE, [estimate(20, 3), estimate(-40, half)], [estimate(30, 3), estimate(-30, half)]),
        ),
      );
    expect(third(5.1)).toContain('not told apart from it: C.');
    expect(third(4.9)).not.toContain('not told apart');
  });

  it('counts one that was the first in every run as the first', () => {
    const text = unwrapped(
      comparisonReport(compared(MINE, [estimate(60, 6), NONE], [estimate(20, 3), estimate(-40, 5)])),
    );
    expect(text).toContain('C (three) has the least');
    expect(text).not.toContain('not told apart');
  });

  it('says where no difference, and where no downtime was seen', () => {
    expect(unwrapped(comparisonReport(compared(MINE, [estimate(60, 6), NONE])))).toContain(
      'No difference in downtime of order was seen: 60 min a year in each.',
    );
    expect(unwrapped(comparisonReport(compared([UNSEEN, NONE], [UNSEEN, NONE])))).toContain(
      'No downtime of order was seen in any of them: which has the least is not known.',
    );
  });

  it('does not count a difference without an interval', () => {
    const single = { mean: -40, low: null, high: null };
    expect(unwrapped(comparisonReport(compared(MINE, [estimate(20, 3), single])))).toContain('cannot be told');
  });

  it('says whose worst recovery is the quickest and who loses least, of how many recoveries', () => {
    const [first, second] = two.scenarios as [Result, Result];
    const quick = { ...ORDER, rtoSeconds: ORDER.rtoSeconds.map((row) => ({ ...row, p95: 30, max: 40, count: 7 })) };
    const calm = { ...STORE, rpoSeconds: [] };
    const text = unwrapped(
      comparisonReport({
        ...two,
        scenarios: [
          { ...first, stores: { db: STORE } },
          { ...second, workloads: { order: quick }, stores: { db: calm } },
        ],
      }),
    );
    expect(text).toMatch(/Worst RTO p95 seen: shortest in B, 30 s \(.*of 7 recoveries\); longest in A, /);
    expect(text).not.toContain('Worst RPO');
    const same = unwrapped(comparisonReport({ ...two, scenarios: [first, { ...second, stores: first.stores }] }));
    expect(same).toMatch(/Worst RPO p95 seen: \S+ s \(2.9–5.3\) in each\./);
  });

  it('stands over cards that bound every figure, and over a bound where nothing was seen', () => {
    const page = plainly(htmlComparison(compared([estimate(20, 3), NONE], [UNSEEN, NONE]), []));
    expect(page).toContain('20.0 min (17.0 to 23.0) a year');
    expect(page).toMatch(/none in [\d.,]+ years/);
  });

  it('is the same on the page and in Markdown', () => {
    const told = 'B (two) has the least downtime of order: 20 min a year; B against A -40 min (-45 to -35)';
    expect(plainly(htmlComparison(two, []))).toContain(told);
    expect(markdownComparison(two).replaceAll('\\', '')).toContain(told);
  });
});

function swept(...sets: readonly string[]): SweepResult {
  const scenario = { text: shopNamed('shop'), name: 'shop.yaml', file: 'shop.yaml', sha256: '0'.repeat(64) };
  const ready = readOrder({ scenario, sets, sweep: null, options: { runs: 12, years: 1, seed: '1' } });
  if (!('plan' in ready)) throw new Error(JSON.stringify(ready));
  const sweep = new Sweep(ready.plan, ready.variants);
  while (sweep.step());
  return sweep.result(undefined);
}

describe('the verdict of a sweep', () => {
  const repairs = swept('web.faults.crash.repair=5m,10m,20m');

  it('stands on top: the best point, the front, and what moves downtime', () => {
    const [, ...lines] = sweepReport(repairs).split('\n');
    const text = unwrapped(lines.join(' '));
    expect(text).toMatch(
      /^Point 1 \(web\.faults\.crash\.repair=5m\) has the least downtime a year, page: .* min \(.*\); on the front of .*: #1\. Of/,
    );
    expect(text).not.toContain('not told apart');
    expect(text).toContain('Of what surely moves it, web.faults.crash.repair moves it most: 5m → 20m, +');
    expect(unwrapped(sweepReport(repairs, { language: 'zh' }))).toContain(
      '第 1 点（web.faults.crash.repair=5m）的每年停机（page）最低：',
    );
  });

  it('says so where nothing is sure', () => {
    const doubt = (one: Estimate): Estimate => ({ ...one, low: -1e3, high: 1e3 });
    const all = (of: Readonly<Record<string, Estimate>>) =>
      Object.fromEntries(Object.entries(of).map(([name, one]) => [name, doubt(one)]));
    const text = unwrapped(
      sweepReport({
        ...repairs,
        points: repairs.points.map((one) => ({ ...one, differences: all(one.differences) })),
        sensitivity: repairs.sensitivity.map((one) => ({
          ...one,
          parameters: one.parameters.map((moved) => ({ ...moved, effect: doubt(moved.effect) })),
        })),
      }),
    );
    expect(text).toContain('but no other can be told from it');
    expect(text).toContain('No parameter surely moves it: the interval of every effect holds 0.');
    expect(text).not.toContain(' has the least ');
  });

  it('counts the points that are not told apart from the best', () => {
    const points = repairs.points.map((one) =>
      one.point === 2 ? { ...one, differences: { 'downtime:page': estimate(0, 1e6) } } : one,
    );
    const base = { ...repairs.base, point: 1 };
    expect(unwrapped(sweepReport({ ...repairs, base, points }))).toContain('not told apart from 1 of 2 other points');
  });

  it('takes a point where no downtime was seen for the best', () => {
    const points = repairs.points.map((one) =>
      one.point === 3 ? { ...one, measures: { ...one.measures, 'downtime:page': UNSEEN } } : one,
    );
    expect(unwrapped(sweepReport({ ...repairs, points }))).toContain(
      'Point 3 (web.faults.crash.repair=20m) shows the least downtime a year, page, none seen',
    );
  });

  it('is the same on the page and in Markdown', () => {
    const told = 'Point 1 (web.faults.crash.repair=5m) has the least downtime a year, page: ';
    expect(htmlSweep(repairs, undefined)).toContain(told);
    expect(markdownSweep(repairs)).toContain('has the least downtime a year, page: ');
  });
});
