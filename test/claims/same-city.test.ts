import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18: section 2 (same-city disaster tolerance, general and recommended
// architecture) and section 8 (multi-zone SLB, servers of two zones, high-availability RDS).

const MINUTE = 60;
const HOUR = 3600;
const movesName = (event: TimelineEvent): boolean =>
  event.kind === 'role' && (event.role === 'answer' || event.role === 'held-out');
const stepEnds = (step: string) => (event: TimelineEvent) =>
  event.kind === 'plan' && event.step === step && event.event === 'end';

describe('the general architecture', () => {
  const oneServer = '{at: 3d, lose: app/1, for: 6h}';
  const single = (text: string) => text.replace('count: 2', 'count: 1');
  const order = (faults: string, change?: (text: string) => string) =>
    measured(calm('same-city-general', faults, change)).workloads['order']!;

  it('needs two servers at least: with two, one may die within seconds of trouble; with one, everything stops', () => {
    expect(order(oneServer).downtimeMinutesPerYear.mean! * (20 / 365)).toBeLessThan(1);
    expect(order(oneServer, single).downtimeMinutesPerYear.mean! * (20 / 365)).toBeCloseTo(6 * MINUTE, 6);
  });

  it('keeps the database off the servers: all of those may die and no data are in question', () => {
    const result = measured(calm('same-city-general', '{at: 3d, lose: app, for: 1h}'));
    expect(result.stores['shop']!.recoveries).toBe(0);
    expect(result.workloads['order']!.rtoSeconds[0]!.max!).toBe(HOUR);
  });

  it('loses the zone with everything in it, unless servers, balancer and database take two zones of the region', () => {
    const lost = '{at: 3d, lose: cn-hangzhou/h, for: 12h}';
    const twoZones = (text: string) =>
      text
        .replace('h: {}}', 'h: {}, i: {}, j: {}}')
        .replace('oss, in: cn-hangzhou/h', 'oss, in: [cn-hangzhou/h, cn-hangzhou/i, cn-hangzhou/j]')
        .replace('slb, in: cn-hangzhou/h', 'slb, in: {primary: cn-hangzhou/h, standby: cn-hangzhou/i}')
        .replaceAll('in: cn-hangzhou/h', 'in: [cn-hangzhou/h, cn-hangzhou/i]');
    expect(order(lost).rtoSeconds[0]!.max!).toBeGreaterThanOrEqual(12 * HOUR);
    expect(order(lost, twoZones).rtoSeconds[0]!.max!).toBeLessThan(3 * HOUR);
  });
});

describe('the recommended architecture', () => {
  const told = (faults: string) => incidents(calm('same-city-recommended', faults), 'order');
  const events = (faults: string) => told(faults).flatMap(({ lines }) => lines.map(({ event }) => event));

  it.each([
    'app-a/1',
    'app-a',
    'app-b',
    'shop/1',
    'slb-a',
    'slb-b',
  ])('never switches the name for what dies inside a room: %s', (what) => {
    const scenario = calm('same-city-recommended', `{at: 3d, lose: ${what}, for: 5h}`);
    const lines = ['browse', 'order'].flatMap((name) => incidents(scenario, name).flatMap((one) => one.lines));
    expect(lines.some(({ event }) => movesName(event) || event.kind === 'plan')).toBe(false);
  });

  it('leaves what dies inside a room to its product: servers within seconds, the database within half a minute', () => {
    const rto = (what: string) =>
      measured(calm('same-city-recommended', `{at: 3d, lose: ${what}, for: 5h}`), 32).workloads['order']!.rtoSeconds;
    expect(rto('app-a')[0]!.max!).toBeLessThan(30);
    expect(rto('shop/1')[0]!.p50!).toBeLessThan(30);
  });

  it('has no product that covers the whole balancer of room a: it is down until it is repaired', () => {
    expect(told('{at: 3d, lose: slb-a, for: 5h}')[0]!.seconds).toBe(5 * HOUR);
  });

  const room = '{at: 3d, lose: cn-beijing/a, for: 12h}';

  it('switches the name when the room is lost, and back when it has returned', () => {
    expect(events(room).some(movesName)).toBe(true);
    const [lost] = told(room);
    const switched = when(lost!, stepEnds('hold-out slb-a'));
    expect(switched).toBeGreaterThan(2 * MINUTE);
    expect(switched).toBeLessThan(lost!.seconds);
  });

  it('serves again from the other room without a lost write, when both the name and the database have moved', () => {
    const result = measured(calm('same-city-recommended', room), 64);
    const [lost] = result.workloads['order']!.rtoSeconds;
    expect(lost!.count).toBe(64);
    expect(lost!.p50!).toBeGreaterThan(HOUR);
    expect(lost!.max!).toBeLessThan(12 * HOUR);
    expect(result.stores['shop']!.rpoSeconds[0]!.max).toBe(0);
  });

  it('does not survive the region', () => {
    expect(told('{at: 3d, lose: cn-beijing, for: 12h}')[0]!.seconds).toBeGreaterThanOrEqual(12 * HOUR);
  });
});

describe('multi-zone SLB with high-availability RDS', () => {
  const scenario = calm('multi-zone-slb-rds', '{at: 3d, lose: cn-beijing/b, for: 6h}');

  it('brings the balancer over in 30 s and back by itself, the database over by itself', () => {
    const [lost] = incidents(scenario, 'order');
    const serves = (place: string) => (event: TimelineEvent) =>
      event.kind === 'role' && event.thing === 'slb' && event.value === place;
    expect(when(lost!, serves('cn-beijing/a'))).toBe(30);
    const moved = when(
      lost!,
      (event) => event.kind === 'role' && event.role === 'primary' && event.value === 'orders/2',
    );
    expect(moved).toBe(lost!.seconds);
  });

  it('brings the database home by hand, in the window, for seconds that are planned and lose nothing', () => {
    const home = incidents(scenario, 'order')[1]!;
    const back = home.began + when(home, (event) => event.kind === 'role' && event.value === 'orders/1');
    expect((back % 86_400) / HOUR).toBeGreaterThan(2);
    expect(home.seconds).toBeLessThan(30);
    const { workloads, stores } = measured(scenario);
    expect(workloads['order']!.availability.planned.mean! * 20 * 86_400).toBeCloseTo(home.downSeconds, 3);
    expect(stores['orders']!.rpoSeconds.every(({ max }) => max === 0)).toBe(true);
  });

  it('leaves the primary in zone b when only the servers of zone b are lost', () => {
    const { stores } = measured(calm('multi-zone-slb-rds', '{at: 3d, lose: app-b, for: 6h}'));
    expect(stores['orders']!.recoveries).toBe(0);
  });
});
