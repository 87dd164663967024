import { expect, it } from 'vitest';
import { Drill, htmlReport, parseDuration, readScenario } from '../../src/index.ts';
import { worstRows } from '../../src/report/html/top/worst.ts';
import { RESULT } from './fixture.ts';

it('of many objectives the first screen shows what is missed before what is met', () => {
  const [met, missed] = RESULT.objectives;
  const objectives = [...Array.from({ length: 7 }, () => met!), missed!];
  const page = htmlReport({ run: { ...RESULT, objectives } });
  const verdicts = page.slice(page.indexOf('<ul class="goals">')).match(/class="chip (met|missed)"/g);
  expect(verdicts?.slice(0, 2)).toEqual(['class="chip missed"', 'class="chip met"']);
});

const SHOP = `hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, boot: 0s}
workloads:
  browse: {entry: web, demand: 50/s}
  order: {entry: web, demand: 50/s}
`;

it.each([
  [0.99, 'order'],
  [0.01, 'browse'],
])('where %d of the drills of a fault were not back, the worst recovery of its kind is that of %s', (share, of) => {
  const drill = new Drill(readScenario(SHOP, 'shop.yaml').scenario!, {
    times: 5,
    seed: '1',
    lostFor: parseDuration('1d')!,
  });
  while (drill.step());
  const result = drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
  const rows = result.rows.map((row) => ({
    ...row,
    workloads: row.workloads.map((one) => {
      const p95 = one.workload === 'order' ? 0 : 1;
      return {
        ...one,
        rtoSeconds: { ...one.rtoSeconds, p95, p95Low: p95, p95High: p95 },
        failed: { ...one.failed, share: one.workload === 'order' ? share : 0 },
      };
    }),
  }));
  const zone = worstRows({ drill: { ...result, rows } }).find((row) => row.class === 'zone');
  expect(zone?.rto).toMatchObject({ of, share: of === 'order' ? 0.99 : 0 });
});
