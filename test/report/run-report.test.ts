import { describe, expect, it } from 'vitest';
import type { MeasureReached } from '../../src/experiment/index.ts';
import { type Result, runReport } from '../../src/index.ts';
import { CALM, cause, ORDER, RESULT, STORE } from './fixture.ts';

const text = runReport(RESULT);

/** The lines of a section, without its title. */
function section(title: string, report = text): string[] {
  const blocks = report.split('\n\n').map((block) => block.split('\n'));
  return blocks.find(([top]) => top!.startsWith(title))?.slice(1) ?? [];
}
const withOrder = (changes: Partial<Result['workloads'][string]>): string =>
  runReport({ ...RESULT, workloads: { order: { ...ORDER, ...changes } } });

describe('the header', () => {
  it('says what was simulated', () => {
    const [name, facts] = text.split('\n');
    expect(name).toMatch(/^同城双活 A-A {2,}hasim 0\.1\.0$/);
    expect(facts).toBe('1,000 runs of 10 years = 10,000 simulated years · seed 1 · sha256 6b5d0f4cdd33');
  });

  it('says that a run was cut short', () => {
    const stopping = { reason: 'interrupted', precision: null, reached: null } as const;
    expect(runReport({ ...RESULT, runs: 64, stopping })).toContain(
      'INTERRUPTED: 64 of 1,000 runs are done; the figures below are of those.',
    );
  });

  it('says which measure decided, or which are not known well enough', () => {
    const known = (measure: 'downtime' | 'rto', of: string, reached: number | null, seen = 100): MeasureReached => ({
      measure,
      of,
      class: measure === 'rto' ? 'zone' : null,
      seen,
      value: 1,
      low: 1,
      high: 1,
      reached,
      enough: reached !== null && reached <= 0.05,
    });
    const stopped = (reason: 'precision' | 'max-runs', measures: readonly MeasureReached[]) => {
      const [decidedBy] = measures;
      const stopping = { reason, precision: 0.05, reached: decidedBy!.reached, measures, decidedBy: decidedBy! };
      return runReport({ ...RESULT, stopping }).replaceAll(/\s+/g, ' ');
    };
    expect(stopped('precision', [known('rto', 'order', 0.047), known('downtime', 'order', 0.01)])).toContain(
      'Stopped when everything asked for was known to ± 5.0 %; the last was the RTO (p95) of order after',
    );
    const unsure = stopped('max-runs', [
      known('rto', 'order', null, 0),
      known('rto', 'browse', null, 7),
      known('downtime', 'order', 0.2),
      known('downtime', 'browse', 0.3),
    ]);
    expect(unsure).toContain('UNDECIDED: the downtime of order is known to ± 20 % only (asked: 5.0 %).');
    expect(unsure).toContain('none in 10,000 years: fewer than 1 in 3,300 years (95 %).');
    expect(unsure).toContain('only 7 seen.');
    expect(unsure).toContain('1 more measure is not known well enough');
  });
});

describe('availability', () => {
  it('comes by requests first, with interval and nines, then by time, downtime, incidents and blips', () => {
    expect(section('AVAILABILITY').slice(0, 9)).toEqual([
      '  order  (up when 95 % of the requests are served)',
      '    by requests       99.9510 % (99.9480 to 99.9540) · 3.3 nines',
      '    by time           99.9500 % (99.9480 to 99.9520) · 3.3 nines',
      '    downtime          4.27 h (4.00 to 4.53) a year',
      '    of it planned     53 min (47 to 58) a year; without it 99.9600 % (99.9580 to',
      '                      99.9620) · 3.3 nines',
      '    incidents         100.0 a year (98.0 to 102.0) · of them blips under 60 s:',
      '                      98.0 a year (88–108)',
      '    how long          half within 4.2 s (4.1–4.3), 95 % within 40 s (39–41),',
    ]);
  });

  it('never prints 0 for what was only not seen', () => {
    const calm = section('AVAILABILITY').slice(10).join('\n');
    expect(calm).toContain('by requests       none seen');
    expect(calm).toContain('incidents         none in 10,000 years: fewer than 1 in 3,300 years (95 %)');
    expect(calm).not.toMatch(/\b0 a year|100 %/);
  });

  it('names the level as it was written', () => {
    expect(withOrder({ upWhen: 0.625 })).toContain('up when 62.5 % of the requests are served');
  });

  it('does not round nines up', () => {
    const time = { mean: 0.99899, low: 0.99898, high: 0.999 };
    expect(withOrder({ availability: { ...ORDER.availability, time } })).toContain('2.9 nines');
  });
});

describe('objectives', () => {
  it('are judged in words, with what was asked and what was measured', () => {
    const rows = section('OBJECTIVES').map((line) => line.trim().split(/ {2,}/));
    expect(rows.slice(1, 6)).toEqual([
      ['met', 'availability', 'order', '≥ 99.95 %', '99.9510 % (99.9480–99.9540)'],
      ['MISSED', 'availability', 'order', '≥ 99.99 %', '99.9510 % (99.9480–99.9540)'],
      ['undecided', 'availability', 'order', '≥ 99.952 %', '99.9510 % (99.9480–99.9540)'],
      ['needs a drill', 'RTO', 'zone', '≤ 4 h', 'p95 1.7 h (1.5–2.1) of 177'],
      ['needs a drill', 'RPO', 'zone', '≤ 30 min', 'none seen'],
    ]);
  });

  it('are left out where none are stated', () => {
    expect(runReport({ ...RESULT, objectives: [] })).not.toContain('OBJECTIVES');
  });
});

describe('measured recovery', () => {
  it('lists the worst first and marks what never ended', () => {
    const rows = section('MEASURED RECOVERY').map((line) => line.trim().split(/ {2,}/));
    expect(rows.find(([what]) => what === 'zone')).toEqual([
      'zone',
      'cn-beijing/a',
      '812',
      '3',
      '2.0 h (1.9–2.1)',
      '8.5 h (8.0–10)',
      '≥ 3.1 d',
    ]);
    expect(rows.find(([what]) => what === 'instance')).toEqual([
      'instance',
      'app-a',
      '98,000',
      '4.2 s',
      '21 s',
      '88 s',
    ]);
    expect(rows.map(([first]) => first).join(' ')).toContain('still open');
  });

  it('gives a quantile that falls among the open ones a lower bound', () => {
    const open = { ...ORDER.rtoSeconds[1]!, p50: null, p95: null };
    expect(withOrder({ rtoSeconds: [open] })).toMatch(/≥ 3\.1 d +≥ 3\.1 d +≥ 3\.1 d/);
  });
});

describe('where the time went', () => {
  it('gives each phase its share of downtime, and an up-gap none', () => {
    const rows = section('WHERE THE TIME WENT').map((line) => line.trim().split(/ {2,}/));
    expect(rows.slice(2, 6).map((row) => row.slice(0, 3))).toEqual([
      ['detect', '64 (58–70)', '25 %'],
      ['decide', '128 (115–141)', '50 %'],
      ['repair', '64 (58–70)', '25 %'],
      ['flap', '< 0.001', 'up between two losses, no downtime'],
    ]);
    expect(rows[3]![3]).toBe('█'.repeat(4));
  });
});

describe('causes', () => {
  const rows = section('WHAT CAUSED IT').map((line) => line.trim().split(/ {2,}/));

  it('are ranked with what was broken besides the trigger', () => {
    const row = (minutes: string) => rows.find(([first]) => first === minutes)!;
    expect(row('125 (113–138)').slice(1, 5)).toEqual(['50 %', '1 in 80 years', 'single', 'repair']);
    expect(row('2.0 (1.8–2.2)').slice(1, 5)).toEqual(['0.80 %', '1 in 100 years', 'pair', 'repair']);
    const text = rows.map((one) => one.at(-1)).join(' ');
    expect(text).toContain('cn-beijing/a long');
    expect(text).toContain('app-b host (while broken: orders-a node)');
    expect(rows.find(([minutes]) => minutes?.startsWith('0.50'))).toEqual([
      '0.50 (0.45–0.55)',
      '0.20 %',
      '0.300 a year',
      'repair',
      'nothing broken',
    ]);
  });

  it('tell single points of failure from blips, and pairs of which neither does it alone', () => {
    const labelled = (label: string) => rows.find(([first]) => first === label)?.[1];
    expect(labelled('single points of failure')).toBe('cn-beijing/a long');
    expect(labelled('alone, but a blip')).toBe('app-a crash');
    expect(labelled('killing pairs')).toBe('app-b host + orders-a node, sync task ×2');
  });

  it('count three of a kind neither as a single nor as a pair', () => {
    const report = withOrder({ causes: [cause(['app-a host ×3'], 1, 0.01)] });
    expect(report).toContain('single points of failure  none seen');
    expect(report).toMatch(/killing pairs +none seen/);
  });
});

describe('data', () => {
  it('says what recoveries left behind and what was never seen', () => {
    expect(section('DATA')).toEqual([
      '  orders-b',
      '    recoveries        1,000; 930 (93 %, 91–95) left no acknowledged write behind',
      '    writes lost       12 (11–14) a year',
      '    split brain       1 in 500 years (450–560), 30 s (27–33) a year, no write in',
      '                      conflict seen',
      '    exposure          without a standby 0.12 % (0.11–0.13) of the time',
    ]);
  });

  it('tells data lost for good where that was seen', () => {
    const report = runReport({ ...RESULT, stores: { db: { ...STORE, permanentLossesPerYear: 0.02 } } });
    expect(report).toMatch(/lost for good +1 in 50 years/);
  });

  it('bounds recoveries and split brain that were never seen', () => {
    const quiet = { minutesPerYear: 0, perYear: 0, conflictingWritesPerYear: 0 };
    const store = { ...STORE, recoveries: 0, cleanRecoveries: 0, writesLostPerYear: 0, splitBrain: quiet };
    const lines = section('DATA', runReport({ ...RESULT, stores: { db: store } }));
    expect(lines.filter((line) => line.includes('fewer than 1 in 3,300 years'))).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('writes lost');
  });
});

describe('headroom', () => {
  it('is rounded down, and says what a share below 1 means', () => {
    const rows = section('HEADROOM').map((line) => line.trim().split(/ {2,}/));
    expect(rows.slice(2)).toEqual([
      ['cn-beijing/a', '50 %', '0 %', 'gone until repair'],
      ['cn-beijing/b', '50 %', '99 %', 'app-a', '0.99', 'overloaded'],
      ['slb-a', '25 %', '100 %', 'app-b', '1.05', 'under 10 % spare'],
      ['slb-b', '75 %', '100 %', 'app-a', '1.33'],
      ['cache', '100 %', '100 %', 'app-a', 'no limit stated'],
    ]);
  });

  it('is told once for workloads that fare alike', () => {
    const report = runReport({ ...RESULT, workloads: { order: ORDER, browse: ORDER } });
    expect(section('HEADROOM', report)[0]).toBe('  browse, order');
  });
});

describe('while all is well', () => {
  it('says how much of what is paid for serves, and what the network takes for whom', () => {
    expect(section('WHILE ALL IS WELL')).toEqual([
      '    utilisation       50 % of the paid capacity serves, load 38 % of it',
      '    order             network 0.50 ms a request, 1.0 ms for the 50 % who come in',
      '                      by slb-b',
    ]);
  });
});

describe('the product of SLAs', () => {
  it('stands beside the measured figure with the reason of the difference', () => {
    const lines = section('BESIDE THE SLAS').join('\n');
    expect(lines).toMatch(/order +99\.9800 % +99\.9500 %/);
    expect(lines.replace(/\s+/g, ' ')).toContain('order measured lower: an SLA counts a part as up');
    expect(lines.replace(/\s+/g, ' ')).toContain('(75 % of the downtime here) and for repair (25 %)');
    expect(lines).toContain('No SLA is stated for 缓存');
  });

  it('is told with the figures that were multiplied', () => {
    expect(section('BESIDE THE SLAS')).toContain('  Multiplied along the way: slb-a 99.99 %.');
  });

  it('says another reason where more was measured than promised', () => {
    expect(withOrder({ slaProduct: 0.999 })).toContain('order measured higher');
  });
});

describe('assumptions', () => {
  it('gather what many take, those first on which most of the downtime hangs', () => {
    expect(section('ASSUMPTIONS').filter((line) => !line.startsWith('      '))).toEqual([
      '  First those on which most of the downtime hangs: what had broken in it, and',
      '  what was waited for in it; of equals those without a public source.',
      '  faults.long.mtbf: 80y (cn-beijing/a)',
      '  health-check.interval: 2s (slb-a)',
      '  takes: 1m (move step 3)',
      '  boot: {uniform: [40s, 90s]} (app-a, app-b)',
    ]);
    expect(text).toContain('3 of 4 defaults have no public source');
  });

  it('are left out of a quiet report', () => {
    expect(runReport(RESULT, { quiet: true })).not.toContain('ASSUMPTIONS');
  });
});

describe('the foot', () => {
  it('replays the run, quoted for a shell', () => {
    expect(text.trimEnd().split('\n').slice(-4)).toEqual([
      'replay',
      "hasim run 'scenarios/a a.yaml' --runs 1000 --years 10 --seed 1",
      'trace             7f00c100c0ea684a',
      `sha256  ${RESULT.scenario.sha256}`,
    ]);
  });
});

describe('a command too long for a line', () => {
  it('goes on behind backslashes, so that a shell joins it again', () => {
    const file = `a/${'deep/'.repeat(30)}b.yaml`;
    const long = runReport({ ...RESULT, seed: 'x'.repeat(60), scenario: { ...RESULT.scenario, file } });
    const lines = long.split('\n');
    const from = lines.indexOf('replay') + 1;
    const joined = lines.slice(from).join('\n').replaceAll('\\\n', '').split('\n')[0];
    expect(lines[from]!.endsWith('\\')).toBe(true);
    expect(joined).toBe(`hasim run ${file} --runs 1000 --years 10 --seed ${'x'.repeat(60)}`);
  });
});

describe('in Chinese', () => {
  it('the same figures stand under the terms of the standard', () => {
    const zh = runReport(RESULT, { language: 'zh' });
    expect(zh).toContain('1,000 次 × 10 年 = 模拟 10,000 年 · 种子 1');
    expect(zh).toContain('10,000 年内未出现：少于每 3,300 年 1 次（95 %）');
    expect(zh).toMatch(
      /可用区 +cn-beijing\/a +812 +3 +2\.0 小时 +8\.5 小时 +≥ 3\.1 天\n +\(1\.9–2\.1\) +\(8\.0–10\)\n/,
    );
    expect(zh).toContain('需要演练');
  });

  it('nothing of what a section says is English', () => {
    const names = /cn-beijing(?:\/[ab])?|orders-[ab]|app-[ab]|slb-[ab]|sync|order|cache|hasim.*|--runs|sha256.*|A-A/g;
    const bare = runReport({ ...RESULT, assumptions: [] }, { language: 'zh' }).replace(names, '');
    expect(bare.match(/[a-z]{3,}/g) ?? []).toEqual([]);
  });

  it('a calm workload is told as calm', () => {
    const zh = runReport({ ...RESULT, workloads: { 浏览: CALM } }, { language: 'zh' });
    expect(zh).toMatch(/按请求 +未出现/);
  });
});

describe('cost', () => {
  it('is what is paid, what downtime costs with its interval, and all of it together', () => {
    expect(text.split('\n').find((line) => line.startsWith('COST'))).toMatch(/^COST {2,}CNY$/);
    expect(section('COST').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['a month', '1,200'],
      ['once', '50,000'],
      ['staff', '200,000 a year'],
      ['build time', '30 d'],
      ['downtime', '85,333 (80,000 to 90,667) a year'],
      ['total in 3 years', '949,200 (933,200 to 965,200), downtime included'],
    ]);
  });

  it('is left out where no price is given', () => {
    expect(runReport({ ...RESULT, cost: null })).not.toContain('COST');
  });

  it('says at least how much where no downtime was seen', () => {
    const unseen = { mean: null, low: 0, high: null, note: 'none seen' };
    const tcoPerYears = { years: 3, ...unseen, low: 693_200 };
    const report = runReport({ ...RESULT, cost: { ...RESULT.cost!, downtimePerYear: unseen, tcoPerYears } });
    expect(section('COST', report).slice(-2).join('\n')).toMatch(/none seen\n.* at least 693,200, downtime included$/);
  });

  it('says so in Chinese', () => {
    const zh = runReport(RESULT, { language: 'zh' });
    expect(zh).toMatch(/成本 {2,}CNY\n +每月 +1,200\n/);
    expect(zh).toContain('每年 85,333 (80,000 至 90,667)\n');
  });
});
