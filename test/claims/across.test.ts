import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../bench/measured.ts';
import { Comparison } from '../../src/index.ts';
import { comparisonReport } from '../../src/report/index.ts';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18: what sections 2, 3 and 6.3 claim of architectures beside one another.

const HOUR = 3600;
const DAY = 24 * HOUR;
const shares = (name: string, lost: string) =>
  measured(calm(name, `{at: 3d, lose: ${lost}, for: 6h}`), 64).workloads['order']!;
const rto = (name: string, lost: string) => shares(name, lost).rtoSeconds[0]!;

describe('A-A beside A-S when zone a is lost', () => {
  const [people, automatic] = ['a-a', 'a-s'].map((name) => shares(name, 'cn-beijing/a'));
  const decided = (of: typeof people) => of!.phases['decide']! / of!.downtimeMinutesPerYear.mean!;

  it('pays with the time of people: most of its recovery is deciding, and nearly none of the other', () => {
    expect(decided(people)).toBeGreaterThan(0.5);
    expect(decided(automatic)).toBeLessThan(0.35);
    expect(people!.rtoSeconds[0]!.mean! / automatic!.rtoSeconds[0]!.mean!).toBeGreaterThan(4);
  });

  it('both lose seconds of writes at most', () => {
    for (const [name, copies] of [
      ['a-a', ['orders-b']],
      ['a-s', ['orders-b-1', 'orders-b-2']],
    ] as const) {
      const { stores } = measured(calm(name, '{at: 3d, lose: cn-beijing/a, for: 6h}'), 64);
      for (const copy of copies) expect(stores[copy]!.rpoSeconds[0]!.max!).toBeLessThan(30);
    }
  });
});

describe('within one city', () => {
  it.each([
    'same-city-recommended',
    'multi-zone-slb-rds',
    'replication-ha',
    'a-s',
    'a-a',
    'a-a-simplest',
  ])('a room may be lost, the region may not: %s', (name) => {
    const room = name === 'multi-zone-slb-rds' ? 'cn-beijing/b' : 'cn-beijing/a';
    expect(rto(name, room).p50!).toBeLessThan(3 * HOUR);
    expect(rto(name, 'cn-beijing').p50!).toBeGreaterThanOrEqual(6 * HOUR);
  });

  it('the general architecture in one room survives neither', () => {
    expect(rto('same-city-general', 'cn-hangzhou/h').p50!).toBeGreaterThanOrEqual(6 * HOUR);
    expect(rto('same-city-general', 'cn-hangzhou').p50!).toBeGreaterThanOrEqual(6 * HOUR);
  });

  it('only the remote architecture survives the region, and a room of it as well', () => {
    const region = measured(calm('remote-dr', '{at: 3d, lose: cn-hangzhou, for: 2d}'), 64).workloads['order']!;
    expect(region.rtoSeconds[0]!.max!).toBeLessThan(DAY);
    expect(rto('remote-dr', 'cn-hangzhou/h').p50!).toBeLessThan(3 * HOUR);
  });

  it('the scheme that turns by itself with one front is the quickest, and the cheapest in parts', () => {
    const light = rto('replication-ha', 'cn-beijing/a').p95!;
    for (const name of ['same-city-recommended', 'a-s', 'a-a'])
      expect(light).toBeLessThan(rto(name, 'cn-beijing/a').p50!);
  });
});

describe('the three that a reader would compare, under the same disasters', () => {
  const NAMES = ['a-s', 'a-a', 'two-site-three-centre'] as const;
  const contenders = NAMES.map((name) => ({
    scenario: scenarioOf(`${name}.yaml`),
    origin: { file: name, sha256: '' },
  }));
  const comparison = new Comparison(contenders, { runs: 64, years: 1, seed: '1' });
  while (comparison.step());
  const told = comparison.result();

  it('stand in one table', () => {
    const table = comparisonReport(told);
    expect(table).toMatch(/^COMPARED UNDER THE SAME DISASTERS/);
    expect(told.scenarios).toHaveLength(3);
    for (const letter of ['A', 'B', 'C']) expect(table).toMatch(new RegExp(`\\b${letter}\\b`));
    expect(table).toContain('against A');
  });

  it('differ by intervals of pairs, narrower than those of each by itself', () => {
    const [own, other] = [0, 1].map((i) => told.scenarios[i]!.workloads['order']!.downtimeMinutesPerYear);
    const paired = told.differences[1]!.workloads['order']!.downtimeMinutesPerYear;
    expect(paired.mean!).toBeCloseTo(other!.mean! - own!.mean!, 6);
    const width = ({ low, high }: { low: number | null; high: number | null }) => high! - low!;
    expect(width(paired)).toBeLessThan(width(own!) + width(other!));
  });
});
