import { describe, expect, it } from 'vitest';
import { rareReport, SplittingRun } from '../../src/index.ts';
import { cells } from '../../src/report/cells.ts';
import { databaseCase, poolCase, rare } from '../oracles/rare.ts';
import { read } from '../simulate.ts';

const seldom = rare(databaseCase('seldom', 3_162, 1).text, 20);
/** Servers break, and users never come to them. */
const beyond = rare(
  poolCase('beyond', { needed: 1, of: 2, mttf: 1_000, mttr: 1, crews: 2 }).text.replace(
    'workloads:\n  page: {entry: web',
    '  other: {kind: ecs, in: r/a, count: 1}\nworkloads:\n  page: {entry: other',
  ),
  4,
);

describe('the report of a run by failure biasing', () => {
  const text = rareReport(seldom);

  it('tells the downtime, how seldom incidents are, what that rests on and what it gains', () => {
    expect(text).toMatch(/downtime +3\.\d+ s \(3\.\d+ to 3\.\d+\) a year/);
    expect(text).toMatch(/incidents +2\.\d+ a year \(2\.\d+ to 2\.\d+\)/);
    expect(text).toMatch(/1 in 5\d\d years \(\d+–\d+\) +db node ×2/);
    expect(text).toMatch(/rests on +as many as [\d,]+ windows of equal weight/);
    expect(text).toMatch(/gain +an ordinary run needs [\d,.]+ times the events/);
    expect(text).toContain('db node ×2');
    expect(text.replaceAll('\\\n', '')).toContain('hasim run --rare test.yaml --runs 20 --years 10 --seed 1');
  });

  it('tells the same in Chinese', () => {
    const chinese = rareReport(seldom, { language: 'zh' });
    expect(chinese).toContain('罕见事件');
    expect(chinese).toMatch(/普通运行要达到同样的停机区间/);
    expect(chinese).not.toMatch(/windows|ordinary run/);
  });

  it('says where an ordinary run is the better tool', () => {
    const { page } = seldom.workloads;
    const often = {
      ...seldom,
      workloads: { page: { ...page!, varianceReduction: 0.4, warnings: ['no-gain' as const] } },
    };
    expect(rareReport(often)).toContain('an ordinary run needs 40 % of the events');
    expect(rareReport(often)).toContain('an ordinary run is the better tool');
  });

  it('warns where few windows carry the figure', () => {
    const few = rare(poolCase('few', { needed: 1, of: 4, mttf: 1_000, mttr: 1, crews: 4 }).text, 2);
    expect(few.workloads.page!.effectiveSampleSize).toBeLessThan(100);
    expect(few.workloads.page!.warnings).toContain('few');
    expect(rareReport(few)).toContain('Few windows carry these figures');
  });

  it('never prints 0 for what no window has lost', () => {
    const { page } = beyond.workloads;
    expect(page!.downtimeMinutesPerYear.mean).toBeNull();
    expect(page!.warnings).toEqual(['none-seen']);
    expect(rareReport(beyond)).toContain('none in 40 years: fewer than 1 in 13 years');
  });

  it('keeps to 80 cells', () => {
    for (const result of [seldom, beyond]) {
      for (const language of ['en', 'zh'] as const) {
        for (const line of rareReport(result, { language }).split('\n')) expect(cells(line)).toBeLessThanOrEqual(80);
      }
    }
  });
});

describe('the report of a run by importance splitting', () => {
  const { text } = poolCase('2 of 3', { needed: 2, of: 3, mttf: 1_000, mttr: 10, crews: 3 });
  const run = new SplittingRun(read(text), { runs: 4, years: 10, seed: '1' });
  while (run.step());
  const result = run.result({ file: 'test.yaml', sha256: '' });
  const most = Math.max(...result.rare.rungs!.map(({ copies }) => copies));

  it('names the method, what it copied and the rungs, and never the other method', () => {
    const report = rareReport(result);
    const flat = report.replace(/\s+/g, ' ');
    const copies = result.rare.windows.toLocaleString('en');
    expect(flat).toContain(
      `importance splitting: ${copies} copies of paths that came near a loss, up to ${most.toLocaleString('en')} of one`,
    );
    expect(flat).toMatch(/as many as [\d,]+ clusters of equal weight/);
    expect(report).not.toMatch(/failure biasing|windows/);
    const first = result.rare.rungs!.find(({ broken }) => broken === 1)!;
    expect(report).toMatch(new RegExp(`^ +1 +\\d+ +\\d+ +${first.seen.toLocaleString('en')} +\\d[\\d.]* a year$`, 'm'));
    expect(report.replaceAll('\\\n', '')).toContain(
      'hasim run --rare splitting test.yaml --runs 4 --years 10 --seed 1',
    );
  });

  it('tells the same in Chinese, within 80 cells', () => {
    const chinese = rareReport(result, { language: 'zh' });
    expect(chinese).toContain('重要性分裂');
    expect(chinese).not.toMatch(/copies|clusters|故障偏置/);
    for (const report of [rareReport(result), chinese]) {
      for (const line of report.split('\n')) expect(cells(line)).toBeLessThanOrEqual(80);
    }
  });
});
