import { expect, test } from 'vitest';
import {
  Drill,
  drillReport,
  drillTables,
  htmlReport,
  markdownReport,
  parseDuration,
  readScenario,
} from '../../src/index.ts';
import { worstRows } from '../../src/report/html/top/worst.ts';
import { plainly } from './plain.ts';

const SHOP = `hasim: 1
name: shop
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/b, count: 1, capacity-each: 100/s, protected: true, boot: 0s, uses: {database: rows}}
  rows: {kind: rds, edition: basic, in: east/a, size: 10GB}
workloads:
  order: {entry: web, demand: 50/s, writes: [database]}
`;

const { scenario, problems } = readScenario(SHOP, 'shop.yaml');
if (scenario === undefined) throw new Error(JSON.stringify(problems));
const drill = new Drill(scenario, { times: 5, seed: '1', lostFor: parseDuration('1d')! });
while (drill.step());
const result = drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
const lost = result.rows.find(({ domain, fault }) => domain === 'east/a' && fault === 'lost')!;

test('a store that stays dark with nothing in its place is told as open, in every form of the report', () => {
  expect(lost.points).toMatchObject([{ store: 'rows', itself: 0, lost: 0, open: 5 }]);
  const [, table] = drillReport(result).split('WHAT BECAME OF THE DATA');
  expect(table).toMatch(/east\/a lost +rows +100 % \(48–100\) +–/);
  expect(drillReport(result, { language: 'zh' })).toMatch(/数据的结局[\s\S]*east\/a 失去 +rows +100 % \(48–100\) +–/);
  expect(htmlReport({ drill: result })).toContain('id="drill-points"');
});

test('the table for spreadsheets holds a line for each fault and store', () => {
  const { content } = drillTables(result).find(({ file }) => file === 'drills-points.csv')!;
  const [head, ...lines] = content.trimEnd().split('\r\n');
  const counts = ['whole', 'lost', 'left behind', 'open'].flatMap((what) =>
    ['', ' low', ' high'].map((end) => `${what} drills${end}`),
  );
  expect(head).toMatch(
    `class,domain,fault,times,store,${counts.join()},rpo mean seconds,rpo mean seconds low,rpo mean seconds high,`,
  );
  expect(lines).toHaveLength(result.rows.flatMap(({ points }) => points).length);
  expect(lines.find((line) => line.startsWith('zone,east/a,lost'))).toMatch(
    /^zone,east\/a,lost,5,rows,0,0,2\.\d+,0,0,2\.\d+,0,0,2\.\d+,5,2\.\d+,5,,/,
  );
});

test('the worst point of a class is the one that objectives are judged by: of all drills, not only of those in which something took over', () => {
  const rows = worstRows({ drill: result });
  const zone = rows.find((row) => row.class === 'zone')!.rpo!;
  // Dark with nothing in its place: nobody knows yet.
  expect(zone).toMatchObject({ domain: 'east/a', of: 'rows', p95: null, share: 0 });
  const rpo = (row: (typeof result.rows)[number]) => row.points[0]!.rpoSeconds.p95;
  for (const row of rows.filter(({ class: size }) => size !== 'damage' && size !== 'zone')) {
    const known = result.rows.filter((one) => one.class === row.class && one.points[0]!.rpoSeconds.count > 0).map(rpo);
    if (known.length > 0 && row.rpo!.p95 !== null) expect(known).toContain(row.rpo!.p95);
  }
});

test('the worst of a class is at least what is known of another store, and says of how many drills nobody knows', () => {
  const [dark] = lost.points;
  const known = { ...dark!.rpoSeconds, count: 5, p50: 12, p95: 12, p95Low: 9, max: 12 };
  const other = { ...dark!, store: 'files', open: 0, itself: 0, rpoSeconds: known };
  const told = (points: typeof lost.points) => {
    const parts = { drill: { ...result, rows: [{ ...lost, points }] } };
    return {
      ...worstRows(parts)[0]!.rpo!,
      page: plainly(htmlReport(parts)),
      text: markdownReport(parts, { language: 'en' }),
    };
  };
  for (const points of [
    [dark!, other],
    [other, dark!],
  ]) {
    const { of, p95, open, atLeast, page, text } = told(points);
    expect({ of, p95, open, atLeast }).toEqual({ of: 'rows', p95: null, open: 1, atLeast: 12 });
    expect(page).toMatch(/≥ 12 s<[\s\S]{0,120}100 % \(48–100\) still dark/);
    expect(page).toContain('100 % (48–100) 仍不可用');
    expect(text).toContain('≥ 12 s, 100 % (48–100) still dark');
  }
  // Nothing is known of any: no bound of nothing.
  expect(told([dark!])).toMatchObject({
    atLeast: 0,
    text: expect.stringContaining('not known, 100 % (48–100) still dark'),
  });
  // A p95 of the drills that are known is a lower bound of all where some may yet be worse; not where they are too few to matter.
  const some = { ...other, open: 2, intervals: { ...other.intervals, open: { low: 0.3, high: 4.3 } } };
  expect(told([some])).toMatchObject({ of: 'files', p95: 12, open: 0.4, atLeast: 12 });
  expect(told([{ ...some, open: 0.2 }]).atLeast).toBeUndefined();
});

test('the table of recoveries says of which drills its times are', () => {
  expect(drillReport(result)).toContain('of the drills that came back');
  expect(drillReport(result, { language: 'zh' })).toContain('已恢复的演练');
});
