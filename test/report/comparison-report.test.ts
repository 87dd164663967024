import { describe, expect, it } from 'vitest';
import {
  type ComparisonResult,
  comparisonReport,
  markdownComparison,
  type Result,
  type WorkloadResult,
} from '../../src/index.ts';
import { estimate, ORDER, RESULT, STORE, UNSEEN } from './fixture.ts';

const NONE = { mean: 0, low: null, high: null, note: 'no replication differs in 10,000 years' };
const SAME = {
  availability: { requests: NONE, time: NONE },
  downtimeMinutesPerYear: NONE,
  plannedMinutesPerYear: NONE,
  incidentsPerYear: NONE,
};
const NO_DATA = { writesLostPerYear: NONE, splitBrainMinutesPerYear: NONE };

const other = (name: string, order: Partial<WorkloadResult> = {}): Result => ({
  ...RESULT,
  scenario: { ...RESULT.scenario, name, file: `${name}.yaml` },
  workloads: { order: { ...ORDER, ...order } },
});

const PAIR: ComparisonResult = {
  hasim: '0.1.0',
  seed: '1',
  runs: 1_000,
  runsAsked: 1_000,
  yearsPerRun: 10,
  scenarios: [
    other('one'),
    {
      ...other('two', { downtimeMinutesPerYear: estimate(128, 8) }),
      stores: { db: { ...STORE, writesLostPerYear: 3 } },
    },
  ],
  totals: [
    { data: { writesLostPerYear: estimate(12, 2), splitBrainMinutesPerYear: estimate(1, 0.5) } },
    { data: { writesLostPerYear: estimate(3, 1), splitBrainMinutesPerYear: estimate(1, 0.5) } },
  ],
  differences: [
    { workloads: { order: SAME }, data: NO_DATA, cost: null },
    {
      workloads: {
        order: {
          ...SAME,
          availability: { requests: estimate(0.00012, 0.00001), time: NONE },
          downtimeMinutesPerYear: estimate(-128, 4),
        },
      },
      data: { writesLostPerYear: estimate(-9.4, 1.2), splitBrainMinutesPerYear: NONE },
      cost: {
        perMonth: 500,
        extra: { years: 3, amount: 18_000 },
        downtimePerYear: estimate(-42_000, 1_500),
        tcoPerYears: { years: 3, ...estimate(-108_000, 4_500) },
        returnPerYears: { years: 3, ...estimate(6, 0.25) },
      },
    },
  ],
};

/** The fields of a row and of those beneath it, by columns. */
function rows(label: string, text: string, count = 2): string[][] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.trim().startsWith(label));
  expect(from, label).toBeGreaterThan(0);
  return lines.slice(from, from + count).map((line) => [line.slice(22, 51).trim(), line.slice(51).trim()]);
}

describe('scenarios side by side', () => {
  const text = comparisonReport(PAIR);

  it('are named at the top, the first being A', () => {
    expect(text).toContain('  A   one (one.yaml)\n  B   two (two.yaml)\n');
    expect(text).toContain('1,000 runs of 10 years = 10,000 simulated years');
  });

  it('show each figure in a column each, its interval beneath', () => {
    expect(rows('by requests', text)).toEqual([
      ['99.9510 %', '99.9510 %'],
      ['99.9480 to 99.9540', '99.9480 to 99.9540'],
    ]);
    expect(rows('downtime a year', text)).toEqual([
      ['4.27 h', '2.13 h'],
      ['4.00 to 4.53', '2.00 to 2.27'],
    ]);
  });

  it('show the difference to the first beneath, with its own interval', () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('downtime a year'));
    expect(lines.slice(at + 2, at + 4).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['against A', '-2.13 h'],
      ['-2.20 to -2.07'],
    ]);
    expect(rows('against A', text)).toEqual([
      ['', '+0.0120 points'],
      ['', '+0.0110 to +0.0130'],
    ]);
  });

  it('show the worst domain of each class of what broke', () => {
    expect(rows('RTO zone p95', text)).toEqual([
      ['8.5 h (8.0–10)', '8.5 h (8.0–10)'],
      ['cn-beijing/a', 'cn-beijing/a'],
    ]);
    expect(rows('RPO zone p95', text)).toEqual([
      ['3.4 s (2.9–5.3)', '3.4 s (2.9–5.3)'],
      ['cn-beijing/a', 'cn-beijing/a'],
    ]);
  });

  it('say of how many recoveries a quantile is, one being said as one', () => {
    expect(rows('RPO zone p95', text, 3)[2]).toEqual(['of 80 recoveries', 'of 80 recoveries']);
    const once = PAIR.scenarios.map((result) => ({
      ...result,
      stores: { db: { ...STORE, rpoSeconds: STORE.rpoSeconds.map((row) => ({ ...row, count: 1 })) } },
    }));
    const seldom = comparisonReport({ ...PAIR, scenarios: once });
    expect(rows('RPO zone p95', seldom, 3)[2]).toEqual(['of 1 recovery', 'of 1 recovery']);
  });

  it('show what is lost, and say where no difference was seen', () => {
    expect(rows('writes lost a year', text, 2)).toEqual([
      ['12', '3.0'],
      ['10 to 14', '2.0 to 4.0'],
    ]);
    expect(rows('split brain a year', text, 3)).toEqual([
      ['60 s', '60 s'],
      ['30 to 90', '30 to 90'],
      ['', 'no difference seen'],
    ]);
  });

  it('show what they cost, in how much, and what the extra cost brings', () => {
    expect(rows('a month', text, 1)).toEqual([['1,200 CNY', '1,200 CNY']]);
    expect(rows('total in 3 years', text, 4)).toEqual([
      ['949,200 CNY', '949,200 CNY'],
      ['933,200 to 965,200', '933,200 to 965,200'],
      ['', '-108,000 CNY'],
      ['', '-112,500 to -103,500'],
    ]);
    expect(rows('return on extra', text)).toEqual([
      ['', '+600 %'],
      ['', '+575 to +625'],
    ]);
  });

  it('say nothing of money where nobody stated any', () => {
    const scenarios = PAIR.scenarios.map((scenario) => ({ ...scenario, cost: null }));
    const differences = PAIR.differences.map((difference) => ({ ...difference, cost: null }));
    expect(comparisonReport({ ...PAIR, scenarios, differences })).not.toMatch(/COST|return/);
  });

  it('show what each objective came to', () => {
    expect(rows('availability', text, 1)).toEqual([['met', 'met']]);
    expect(text).toContain('RTO zone ≤ 4 h');
  });

  it('end with the command that compares them again', () => {
    expect(text.trimEnd().split('\n').at(-1)).toBe('hasim compare one.yaml two.yaml --runs 1000 --years 10 --seed 1');
  });

  it('stand in blocks that begin with the first where they are many', () => {
    const many = comparisonReport({
      ...PAIR,
      scenarios: ['one', 'two', 'three', 'four'].map((name) => other(name)),
      totals: [...PAIR.totals, ...PAIR.totals],
      differences: [...PAIR.differences, ...PAIR.differences],
    });
    expect(many.split('\n').filter((line) => line.startsWith('    ') && /[A-D] {2}\w/.test(line.trim()))).toEqual([
      `${' '.repeat(22)}A  one             B  two             C  three`,
      `${' '.repeat(22)}A  one                       D  four`,
    ]);
  });

  it('say once how seldom the unseen may be, and that intervals of few runs are rough', () => {
    expect(text).not.toMatch(/fewer than 1 in|are rough/);
    const [first, second] = PAIR.totals;
    const unseen = { data: { ...second!.data, splitBrainMinutesPerYear: UNSEEN } };
    const few = {
      data: { ...first!.data, writesLostPerYear: { ...estimate(12, 2), note: 'seen in only 3 replications' } },
    };
    const told = (result: ComparisonResult): string => comparisonReport(result).replaceAll(/\s+/g, ' ');
    expect(told({ ...PAIR, totals: [first!, unseen] })).toContain(
      'none seen: none in 10,000 years: fewer than 1 in 3,300 years (95 %)',
    );
    expect(told({ ...PAIR, totals: [few, second!] })).toContain('Fewer than 30 runs saw, or show, some of this');
    expect(markdownComparison({ ...PAIR, totals: [few, unseen] })).toMatch(/none seen: none in[\s\S]*are rough/);
  });

  it('are said to be cut short when they are', () => {
    expect(comparisonReport({ ...PAIR, runsAsked: 2_000 })).toContain('INTERRUPTED: 1,000 of 2,000 runs are done');
  });

  it('speak Chinese', () => {
    const zh = comparisonReport(PAIR, { language: 'zh' }).replace(
      /hasim.*|one|two|cn-beijing\/a|app-a|order|CNY|RTO|RPO|p95|yaml/g,
      '',
    );
    expect(zh).toContain('与 A 之差');
    expect(zh.match(/[a-z]{3,}/g) ?? []).toEqual([]);
  });
});
