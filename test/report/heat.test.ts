import { expect, test } from 'vitest';
import { chartHeight, Drill, htmlReport, parseDuration, readScenario } from '../../src/index.ts';
import { heatChart } from '../../src/report/charts/heat.ts';
import type { HeatMap } from '../../src/visual/index.ts';
import { plainly } from './plain.ts';

const SHOP = `hasim: 1
name: shop
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east, count: 2, boot: 0s, uses: {database: rows}}
  rows: {kind: rds, edition: high-availability, in: [east/a, east/b], size: 10GB, detection: {exponential: 1m}, zone-switch: {uniform: [1h, 26h]}}
  idle: {kind: ecs, in: east/b, count: 1, boot: 0s}
workloads:
  order: {entry: web, demand: 50/s, writes: [database]}
  page: {entry: idle, demand: 5/s}
`;

const { scenario, problems } = readScenario(SHOP, 'shop.yaml');
if (scenario === undefined) throw new Error(JSON.stringify(problems));
const drill = new Drill(scenario, { times: 80, seed: '1', lostFor: parseDuration('1d')!, fault: 'zone' });
while (drill.step());
const result = drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });

test('every field of the heat map tells its bounds, on the page and in the picture', () => {
  const [spec] = heatChart({ drill: result });
  const { rows, columns } = spec!.body as HeatMap;
  expect(columns.map(({ en }) => en)).toEqual(['order', 'page']);
  const at = (name: RegExp) => rows.find((row) => name.test(row.name.en))!.fields.map((field) => field!.lines);
  const [order, page] = at(/east\/a/);
  expect(order!.map(({ en }) => en)).toEqual([
    expect.stringMatching(/^2\d h \(2\d–2\d\)$/),
    expect.stringMatching(/^[\d.]+ % \([\d.]+–[\d.]+\) not back$/),
  ]);
  expect(order![1]!.zh).toMatch(/^[\d.]+ % \([\d.]+–[\d.]+\) 未恢复$/);
  // 80 of 80: by Clopper and Pearson 0.025^(1/80) at least.
  expect(page).toEqual([{ en: 'not noticed in 100 % (95–100)', zh: '无感 100 % (95–100)' }]);
  const html = plainly(htmlReport({ drill: result }));
  for (const { en } of [...order!, ...page!]) expect(html).toContain(`>${en}</span>`);
});

test('fields of two lines have room for both', () => {
  const [spec] = heatChart({ drill: result });
  const body = spec!.body as HeatMap;
  const single = body.rows.map((row) => ({
    ...row,
    fields: row.fields.map((field) => ({ ...field!, lines: field!.lines.slice(0, 1) })),
  }));
  const [two, one] = [spec!, { ...spec!, body: { ...body, rows: single } }].map(chartHeight);
  expect(two! - one!).toBeGreaterThanOrEqual(14 * body.rows.length);
});
