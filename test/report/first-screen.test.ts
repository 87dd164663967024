import { expect, it } from 'vitest';
import { Drill, type DrillResult, htmlReport, parseDuration, readScenario } from '../../src/index.ts';
import { worstRows } from '../../src/report/html/top/worst.ts';
import { RESULT } from './fixture.ts';

const SHOP = `hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, boot: 0s}
workloads:
  browse: {entry: web, demand: 50/s}
  order: {entry: web, demand: 50/s}
`;

function drilled(): DrillResult {
  const drill = new Drill(readScenario(SHOP, 'shop.yaml').scenario!, {
    times: 5,
    seed: '1',
    lostFor: parseDuration('1d')!,
  });
  while (drill.step());
  return drill.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
}

it('of many objectives the first screen shows what is missed before what is met', () => {
  const [met, missed] = RESULT.objectives;
  const objectives = [...Array.from({ length: 7 }, () => met!), missed!];
  const page = htmlReport({ run: { ...RESULT, objectives } });
  const verdicts = page.slice(page.indexOf('<ul class="goals">')).match(/class="chip (met|missed)"/g);
  expect(verdicts?.slice(0, 2)).toEqual(['class="chip missed"', 'class="chip met"']);
});

it('objectives and good writes thrown away stand there with their bounds and units, in either language', () => {
  const [objective] = RESULT.objectives;
  const judged = {
    ...objective!,
    objective: 'data-damaged rpo',
    workload: null,
    domain: 'orders',
    target: 3_600,
    measured: 1_800,
    low: 1_200,
    high: 2_400,
    verdict: 'met' as const,
    discarded: 8_945_268,
    intervals: { discarded: { low: 8_500_000, high: 9_400_000 } },
  };
  const page = htmlReport({ run: { ...RESULT, objectives: [] }, drill: { ...drilled(), objectives: [judged] } });
  const first = page.slice(page.indexOf('<ul class="goals">'), page.indexOf('id="worst"'));
  const text = first.replace(/<[^>]*>/g, '');
  expect(text).toContain('30\u00a0min (20–40)30\u00a0分钟 (20–40) ≤');
  expect(text).toContain('mean of a drill: orders 8,945,268 (8,500,000–9,400,000) writes.');
  expect(text).toContain('每次演练平均）：orders 8,945,268 (8,500,000–9,400,000) 笔。');
});

it.each([
  [0.99, 'order'],
  [0.01, 'browse'],
])('where %d of the drills of a fault were not back, the worst recovery of its kind is that of %s', (share, of) => {
  const result = drilled();
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
