import { describe, expect, it } from 'vitest';
import { fixFirstOf } from '../../src/experiment/summary/fix-first.ts';
import {
  Drill,
  drillTables,
  Experiment,
  markdownReport,
  parseDuration,
  readScenario,
  runTables,
} from '../../src/index.ts';
import { csvLines } from '../../src/report/csv/text.ts';

const TEXT = `hasim: 1
name: "a | b <script>alert(1)</script> [x](y)"
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 2, capacity-each: 100/s, boot: 0s, faults: {crash: {mtbf: 100d, repair: 10m}}}
workloads:
  =page: {entry: web, demand: 50/s}
objectives:
  availability: {=page: 99.999%}
`;
const origin = { file: 'shop.yaml', sha256: 'f'.repeat(64) };

function measured() {
  const { scenario } = readScenario(TEXT, 'shop.yaml');
  const experiment = new Experiment(scenario!, { runs: 64, years: 10, seed: '1' });
  while (experiment.step());
  const drill = new Drill(scenario!, { times: 5, seed: '1', lostFor: parseDuration('1d')! });
  while (drill.step());
  return { run: experiment.result(origin), drill: drill.result(origin) };
}

describe('a report as Markdown', () => {
  const parts = measured();
  const text = markdownReport(parts);

  it('names the dearest phase of the dearest cause, not that of all downtime', () => {
    const { run } = parts;
    const page = run.workloads['=page']!;
    const [cause] = page.causes;
    expect(Object.entries(page.phases).filter(([, minutes]) => minutes > 0)).toEqual([
      ['repair', expect.closeTo(cause!.minutesPerYear, 9)],
    ]);
    expect(cause!.phases).toEqual({ repair: cause!.minutesPerYear });
    const causes = [
      {
        ...cause!,
        phases: { decide: 3, repair: 1 },
        intervals: { ...cause!.intervals, phaseShares: { decide: { low: 0.7, high: 0.8 } } },
      },
    ];
    const workloads = { '=page': { ...page, causes } };
    const other = { ...run, workloads, fixFirst: fixFirstOf(workloads, (broken) => broken) };
    expect(markdownReport({ run: other })).toContain('75 % (70–80) of that goes to “decide”: ');
    expect(markdownReport({ run: other }, { language: 'zh' })).toContain('其中 75 % (70–80) 花在“决策”：');
  });

  it('gives the figures of the result', () => {
    const minutes = parts.run.workloads['=page']!.downtimeMinutesPerYear.mean!;
    expect(minutes).toBeGreaterThan(0);
    expect(text).toContain('99.999 %');
    expect(text).toContain(`hasim run shop.yaml --runs 64 --years 10 --seed 1`);
    expect(text).toContain('f'.repeat(64));
  });

  it('keeps every table in shape, whatever names a scenario has', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const widths = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
    for (const [i, row] of rows.entries()) if (/^\| -/.test(row)) expect(widths[i]).toBe(widths[i - 1]);
    expect(rows.length).toBeGreaterThan(8);
  });

  it('lets nothing of a scenario act', () => {
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('[x](y)');
    expect(text).toContain('a \\| b \\<script\\>');
  });

  it('speaks Chinese', () => {
    expect(markdownReport(parts, { language: 'zh' })).toContain('可用性');
  });

  it('shows pictures that stand beside it', () => {
    expect(markdownReport(parts, { pictures: [{ file: 'my chart.png', title: 'A' }] })).toContain(
      '![A](my%20chart.png)',
    );
  });
});

describe('tables for spreadsheets', () => {
  const parts = measured();
  const cells = (content: string): string[][] =>
    content
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));

  it('holds the figures of the result unrounded, under a head of as many columns', () => {
    const tables = [...runTables(parts.run), ...drillTables(parts.drill)];
    for (const { content } of tables) {
      const [head, ...rows] = cells(content);
      for (const row of rows) expect(row.length).toBe(head!.length);
    }
    const [head, first] = cells(tables.find(({ file }) => file === 'workloads.csv')!.content);
    const value = first![head!.indexOf('downtime min/year')];
    expect(value).toBe(String(parts.run.workloads['=page']!.downtimeMinutesPerYear.mean));
  });

  it('gives a spreadsheet no formula', () => {
    const { content } = runTables(parts.run).find(({ file }) => file === 'workloads.csv')!;
    expect(content).toContain("\r\n'=page,");
  });

  it('gives no terminal an order, and breaks no line', () => {
    const lines = [['a\u001b[2J\u009b\r\nb\u202e', '\u001b=1', '\t-x', '-1.5', 'a,b']];
    expect(csvLines(lines)).toBe(`a [2J b ,' =1,' -x,-1.5,"a,b"\r\n`);
  });
});
