import { describe, expect, it } from 'vitest';
import { explanationReport, htmlReport, type TimelineLine } from '../../src/index.ts';
import { clock } from '../../src/report/timeline/clock.ts';
import { gathered } from '../../src/report/timeline/gathered.ts';
import { EXPLANATION } from './fixture.ts';
import { plainly } from './plain.ts';

describe('the clock of an incident', () => {
  it('starts at T+0 and goes back before it', () => {
    expect([0, 12, 3_723, -90, 183_845].map((at) => clock(at, false))).toEqual([
      'T+00:00:00',
      'T+00:00:12',
      'T+01:02:03',
      'T-00:01:30',
      'T+2d 03:04:05',
    ]);
  });

  it('shows tenths where they matter, and no minute of 60 seconds', () => {
    expect([3.44, 59.96, -0.04].map((at) => clock(at, true))).toEqual(['T+00:00:03.4', 'T+00:01:00.0', 'T+00:00:00.0']);
    expect(clock(59.7, false)).toBe('T+00:01:00');
  });
});

describe('an incident', () => {
  const lines = explanationReport(EXPLANATION).split('\n');

  it('is titled with its workload and what broke', () => {
    expect(lines).toContain('WORST INCIDENT OF order · zone cn-beijing/a');
    expect(lines).toContain('order: 12 incidents seen');
  });

  it('says when, who and what in aligned columns', () => {
    expect(lines.filter((line) => line.startsWith('  T'))).toEqual([
      '  T-00:00:30  belief  alarm dark thinks slb-a bad',
      '  T+00:00:00  fault   orders-a stops answering (cn-beijing/a long)',
      '  T+00:00:00  fault   4 of 4 app-a is down and refuses at once',
      '  T+00:00:00  users   order: nothing served; lost on orders-a (detect)',
      '  T+00:01:00  plan    move is being decided',
      '  T+00:15:00  plan    move: promote orders-b begins',
      '  T+00:16:00  data    orders-b goes on 1.9 s behind; 456 acknowledged writes',
      '  T+00:16:00  role    orders-b takes writes',
      '  T+00:16:01  role    www withholds nothing',
      '  T+00:16:02  role    www answers slb-a, slb-b',
      '  T+00:16:03  role    www: a-new-role x',
      '  T+00:30:00  users   order: all served',
    ]);
  });

  it('is not told where none was seen', () => {
    expect(lines).toContain('浏览: no incident was seen.');
  });

  it('is told in Chinese with the same columns', () => {
    const zh = explanationReport(EXPLANATION, { language: 'zh' });
    expect(zh).toContain('  T+00:00:00  用户  order：全部失败；损失在 orders-a（探测）');
  });

  it('that lasts for years is told by its beginning and its end', () => {
    const [first] = EXPLANATION.timelines;
    const told = (events: number, language: 'en' | 'zh') => {
      const lines: TimelineLine[] = Array.from({ length: events }, (_, i) => ({
        at: i * 3_600,
        event: { kind: 'belief', observer: 'lb', target: `app/${i}`, good: i % 2 === 0 },
      }));
      const rows = explanationReport({ ...EXPLANATION, timelines: [{ ...first!, lines }] }, { language }).split('\n');
      return rows.filter((row) => /^ {2}(T|…)/.test(row));
    };
    expect(told(73, 'en')).toHaveLength(73);
    const long = told(1_100, 'en');
    expect(long).toHaveLength(60 + 1 + 12);
    expect(long[59]).toContain('app/59 ');
    expect(long[60]).toBe('  … 1,028 more events here, with --json');
    expect(long[61]).toContain('app/1088 ');
    expect(told(1_100, 'zh')[60]).toBe('  …… 此处另有 1,028 个事件，见 --json');
  });

  it('leaves out the causes that cost less unless all are asked for', () => {
    const timelines = Array.from({ length: 6 }, () => EXPLANATION.timelines[0]!);
    const many = { ...EXPLANATION, timelines };
    const titles = (text: string) => text.match(/WORST INCIDENT/g)?.length;
    expect(titles(explanationReport(many))).toBe(4);
    expect(explanationReport(many)).toContain('2 more incidents with --workload or --json');
    expect(titles(explanationReport(many, { all: true }))).toBe(6);
  });
});

describe('long rows of a timeline', () => {
  const service = (at: number, workload: string, served: number): TimelineLine => ({
    at,
    event: { kind: 'service', workload, served, on: 'slb-a', phase: 'propagate' },
  });
  const other: TimelineLine = { at: 4.5, event: { kind: 'plan', plan: 'move', step: null, event: 'done' } };

  it('keep their first and last line and the number between', () => {
    const row = [1, 2, 3, 4, 5, 6].map((at) => service(at, 'order', at / 10));
    expect(gathered(row)).toEqual([
      { ...row[0], leftOut: 0 },
      { ...row[5], leftOut: 4 },
    ]);
  });

  it('are not joined across anything else, nor across workloads', () => {
    const rows = [1, 2, 3, 4].flatMap((at) => [service(at, 'a', at / 10), service(at, 'b', at / 10)]);
    const told = gathered([...rows, other, service(5, 'a', 0.5), service(6, 'a', 0.6)]);
    expect(told.map(({ at, leftOut }) => [at, leftOut])).toEqual([
      [1, 0],
      [1, 0],
      [4, 2],
      [4, 2],
      [4.5, 0],
      [5, 0],
      [6, 0],
    ]);
  });

  it('tell nothing served and all served as moments of their own', () => {
    const row = [0, 0.2, 0.4, 0.6, 0.8, 1].map((served, at) => service(at, 'order', served));
    expect(gathered(row).map(({ at, leftOut }) => [at, leftOut])).toEqual([
      [0, 0],
      [1, 0],
      [4, 2],
      [5, 0],
    ]);
  });
});

describe('a page of incidents alone', () => {
  it('says of how much they are and how they come again, and judges nothing that was not measured', () => {
    const page = plainly(htmlReport({ explanation: EXPLANATION }));
    const { runs, yearsPerRun, seed } = EXPLANATION;
    expect(page).toMatch(new RegExp(`<p class="facts">.*>${runs} runs? of ${yearsPerRun} years?.*seed ${seed}`));
    expect(page).toContain('hasim explain ');
    expect(page).not.toMatch(/states no objective|没有目标|no downtime was seen|class="cards"/);
  });
});
