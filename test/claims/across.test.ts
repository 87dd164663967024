import { describe, expect, it } from 'vitest';
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
