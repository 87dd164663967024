import { expect, test } from 'vitest';
import { chartSpecs, costAgainstDowntime, Experiment, readScenario } from '../../src/index.ts';

const SHOP = (price: string): string => `hasim: 1
name: shop
catalogue: none
currency: CNY
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 100/s, protected: true, boot: 0s${price},
        faults: {crash: {mtbf: 10d, repair: 1h}}}
workloads:
  page: {entry: web, demand: 50/s, downtime-costs: 1000/h}
`;

function runOf(text: string) {
  const { scenario, problems } = readScenario(text, 'shop.yaml');
  if (scenario === undefined) throw new Error(JSON.stringify(problems));
  const experiment = new Experiment(scenario, { runs: 8, years: 1, seed: '1' });
  while (experiment.step());
  return experiment.result({ file: 'shop.yaml', sha256: '0'.repeat(64) });
}

const PRICE = ', price: {once: 7000, staff-year: 100, per-server: {month: 50}}';

test('what is paid and what downtime costs stand beside each other, and sum to the whole', () => {
  const run = runOf(SHOP(PRICE));
  const spec = chartSpecs({ run }).find(({ id }) => id === 'cost-parts')!;
  if (spec.body.kind !== 'bars') throw new Error('no bars');
  const parts = new Map(spec.body.series.map(({ label, values }) => [label.en, Number(values[0])]));
  expect([parts.get('once'), parts.get('running'), parts.get('staff')]).toEqual([7000, 36 * 50, 300]);
  expect(parts.get('downtime')).toBeGreaterThan(0);
  const { mean } = run.cost!.tcoPerYears;
  expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBeCloseTo(mean!, 6);
});

test('nothing is drawn where no price is stated', () => {
  const run = runOf(SHOP('').replace(', downtime-costs: 1000/h', ''));
  expect(chartSpecs({ run }).map(({ id }) => id)).not.toContain('cost-parts');
});

test('many are told apart by whether another is both cheaper and down less', () => {
  const run = runOf(SHOP(PRICE));
  const dot = (name: string, perMonth: number, minutes: number): typeof run => ({
    ...run,
    scenario: { ...run.scenario, name },
    cost: { ...run.cost!, perMonth },
    workloads: {
      page: {
        ...run.workloads['page']!,
        downtimeMinutesPerYear: { mean: minutes, low: minutes / 2, high: 2 * minutes },
      },
    },
  });
  const beaten = Array.from({ length: 10 }, (_, i) => dot(`beaten ${i}`, 200 + i, 60 + i));
  const [spec] = costAgainstDowntime([dot('cheap', 100, 60), ...beaten, dot('sure', 300, 5)]);
  if (spec?.body.kind !== 'lines') throw new Error('no dots');
  const [others, front] = spec.body.series;
  expect(others!.points).toHaveLength(10);
  expect(front!.names).toEqual(['cheap', 'sure']);
  expect(spec.body.x.log && spec.body.y.log).toBe(true);
});
