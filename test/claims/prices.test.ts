import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioFiles, scenarioOf } from '../../bench/measured.ts';
import { comparePrices, pricesText } from '../../bench/prices.ts';
import { Comparison, type ComparisonResult } from '../../src/index.ts';
import { comparisonReport } from '../../src/report/index.ts';
import { byTheList } from './example-prices.ts';
import { calm } from './told.ts';

// Alibaba Cloud solution page "highly available architecture on the cloud", collected 2026-02-03: deployed in 35 minutes for 20 yuan,
// compared with a self-built architecture; white paper, version 2019-07-18, section 9: traditional schemes take months and people.

const YEARS = 20 / 365;

/** Two scenarios in which nothing breaks but what is scheduled for each. */
function compared(...sides: readonly (readonly [string, string])[]): ComparisonResult {
  const contenders = sides.map(([name, faults]) => ({
    scenario: calm(name, faults),
    origin: { file: name, sha256: '' },
  }));
  const comparison = new Comparison(contenders, { runs: 64, years: YEARS, seed: '1' });
  while (comparison.step());
  return comparison.result();
}

const minutes = ({ scenarios }: ComparisonResult, i: number) =>
  scenarios[i]!.workloads['order']!.downtimeMinutesPerYear.mean!;

describe('a self-built system and one on the cloud', () => {
  const result = compared(
    ['self-built-ha', '{at: 3d, lose: office, for: 6h}'],
    ['cloud-ha', '{at: 3d, lose: db/1, for: 6h}'],
  );
  const [own, cloud] = result.scenarios.map(({ cost }) => cost!);

  it('cost what their parts cost: two servers and a room, and four servers, a balancer and a database', () => {
    expect(own).toMatchObject({ currency: 'CNY', perMonth: 3_000, once: 2 * 40_000, staffPerYear: 300_000 });
    expect(cloud).toMatchObject({ perMonth: 4 * 500 + 300 + 2_000, once: 20, staffPerYear: 100_000 });
  });

  it('are built in months, and in 35 minutes', () => {
    expect([own!.buildSeconds, cloud!.buildSeconds]).toEqual([60 * 86_400, 35 * 60]);
  });

  it('come to once, 36 months, three years of people and of downtime at 20,000 an hour', () => {
    const downtime = (i: number) => 3 * (minutes(result, i) / 60) * 20_000;
    expect(own!.tcoPerYears.mean).toBeCloseTo(80_000 + 36 * 3_000 + 3 * 300_000 + downtime(0), 3);
    expect(cloud!.tcoPerYears.mean).toBeCloseTo(20 + 36 * 4_300 + 3 * 100_000 + downtime(1), 3);
    // Six hours of twenty days, and what re-admission takes.
    expect(minutes(result, 0) * YEARS).toBeCloseTo(360, -1);
    expect(result.differences[1]!.cost).toMatchObject({ extra: { years: 3, amount: 454_820 - 1_088_000 } });
  });
});

describe('a second set of databases in another room', () => {
  const lost = '{at: 3d, lose: cn-beijing/a, for: 6h}';
  const result = compared(['same-city-recommended', lost], ['a-s', lost]);
  const { cost } = result.differences[1]!;

  it('costs 9,000 a month more', () => {
    expect(cost).toMatchObject({ perMonth: 9_000, extra: { amount: 36 * 9_000 } });
  });

  it('returns what the downtime costs that it avoids, less that, in parts of it', () => {
    const avoided = 3 * ((minutes(result, 0) - minutes(result, 1)) / 60) * 2_100_000;
    expect(avoided).toBeGreaterThan(0);
    expect(cost!.returnPerYears!.mean).toBeCloseTo((avoided - 324_000) / 324_000, 6);
  });

  it('is shown in a comparison', () => {
    const text = comparisonReport(result);
    expect(text).toMatch(
      /COST\n +a month +6,800 CNY +15,800 CNY\n +staff +200,000 CNY a year +200,000 CNY a year\n +downtime a year +[\d,]+ CNY +[\d,]+ CNY\n/,
    );
    expect(text).toMatch(/return on extra +\+[\d,]+ %/);
  });
});

describe('every architecture', () => {
  const architectures = scenarioFiles()
    .map((file) => file.replace('.yaml', ''))
    .filter((name) => !/^(product|reference)-/.test(name));

  it.each(architectures)('%s states what it costs, by the one list of examples', (name) => {
    const scenario = scenarioOf(`${name}.yaml`);
    const stated = { month: 0, once: 0, staff: 0 };
    for (const price of scenario.prices) {
      stated.month += price.perMonth;
      stated.once += price.once;
      stated.staff += price.staffPerYear;
    }
    expect(stated).toEqual(byTheList(name, scenario));
    expect(scenario.currency).toBe('CNY');
    expect(readFileSync(`scenarios/${name}.yaml`, 'utf8')).toMatch(/^# .*[Pp]rices are examples, of no vendor's list/m);
  });

  it.each(
    architectures,
  )('%s says what an hour without it costs: that of a small business or of a larger one', (name) => {
    const costs = scenarioOf(`${name}.yaml`).workloads.reduce(
      (sum, { downtimeCosts }) => sum + (downtimeCosts ?? 0),
      0,
    );
    expect([20_000, 2_100_000]).toContain(costs);
  });
});

// White paper, section 9.1: traditional schemes are bought and built for months, those into the cloud are rented.
describe('disaster recovery into the cloud', () => {
  const stated = (name: string) => {
    const { prices } = scenarioOf(`${name}.yaml`);
    const sum = (of: (price: (typeof prices)[number]) => number) => prices.reduce((all, price) => all + of(price), 0);
    return {
      once: sum(({ once }) => once),
      staff: sum(({ staffPerYear }) => staffPerYear),
      build: sum(({ build }) => build),
    };
  };
  const cloud = stated('hybrid-dr');

  it.each([
    'app-replication',
    'cdp',
    'storage-replication',
  ])('costs less once, fewer people and less time to build than %s', (scheme) => {
    const traditional = stated(`traditional-${scheme}`);
    expect(cloud.once).toBeLessThan(traditional.once);
    expect(cloud.staff).toBeLessThan(traditional.staff);
    expect(cloud.build).toBeLessThan(traditional.build);
  });
});

describe('the list of scenarios', () => {
  it('has what they cost (refresh it with `npm run scenarios`)', () => {
    expect(readFileSync('scenarios/README.md', 'utf8')).toContain(pricesText(comparePrices()).join('\n').trimEnd());
  });
});

// White paper, section 1.3: a database over two zones is not charged more.
describe('a high-availability database over two zones', () => {
  it('costs what it does in one', () => {
    const over = (places: string) =>
      byTheList(
        'cloud-ha',
        calm('cloud-ha', '', (text) => text.replace(/(db: *\{kind: rds[^}]*?in: )\[[^\]]*\]/, `$1${places}`)),
      );
    const one = calm('cloud-ha', '', (text) =>
      text.replace(/(db: *\{kind: rds[^}]*?in: )\[[^\]]*\]/, '$1cn-hangzhou/h'),
    );
    const places = (of: typeof one) =>
      of.components.flatMap((part) => (part.kind === 'rds' ? [new Set(part.places).size] : []));
    expect([places(calm('cloud-ha', '')), places(one)]).toEqual([[2], [1]]);
    expect(over('cn-hangzhou/h')).toEqual(byTheList('cloud-ha', calm('cloud-ha', '')));
  });
});
