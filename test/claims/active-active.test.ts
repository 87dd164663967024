import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.3, A-A: when zone a is lost, DNS sends users to
// zone b, people change the database address of zone b's application, and data goes to zone b's database.

const ZONE_A_LOST = '{at: 3d, lose: cn-beijing/a, for: 6h}';
const surelyFenced = (text: string) =>
  text.replaceAll('in: cn-beijing/a, size: 200GB', 'in: cn-beijing/a, size: 200GB, fencing: {works: 100%}');
const withoutFence = (text: string) =>
  text.replace(/ *- \{fence: orders-a\}.*\n/, '').replace(/ *- \{hold-out: slb-a\}.*\n/, '');

const planStep = (step: string, what: string) => (event: TimelineEvent) =>
  event.kind === 'plan' && event.plan === 'zone-a-lost' && event.step === step && event.event === what;

describe('A-A loses zone a', () => {
  const lost = incidents(calm('a-a', ZONE_A_LOST, surelyFenced), 'order')[0]!;
  const steps = {
    seenByDns: when(lost, (event) => event.kind === 'belief' && event.observer === 'www monitor' && !event.good),
    moved: when(lost, (event) => event.kind === 'role' && event.role === 'answer' && event.value === 'slb-b'),
    decides: when(lost, (event) => event.kind === 'plan' && event.event === 'decide'),
    fenced: when(lost, (event) => event.kind === 'role' && event.thing === 'orders-a' && event.role === 'fenced'),
    heldOut: when(lost, (event) => event.kind === 'role' && event.role === 'held-out' && event.value === 'slb-a'),
    promoted: when(lost, planStep('promote orders-b', 'end')),
    repointed: when(lost, planStep('repoint app-b', 'end')),
    served: when(lost, (event) => event.kind === 'service' && event.workload === 'order' && event.served > 0.99),
  };

  it('in the order that the document describes: DNS moves users, people decide, fence, promote and repoint', () => {
    const { seenByDns, moved, decides, fenced, heldOut, promoted, repointed, served } = steps;
    const order = [0, seenByDns, moved, decides, fenced, heldOut, promoted, repointed, served];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(moved).toBe(seenByDns);
    expect(served).toBe(repointed);
  });

  it('and DNS alone helps nobody who writes: zone b writes across the zones', () => {
    expect(steps.served).toBeGreaterThan(steps.moved + 300);
  });

  it('by monitors within two probes of 15 s and a timeout of 3 s', () => {
    expect(steps.moved).toBeGreaterThan(18);
    expect(steps.moved).toBeLessThanOrEqual(33);
  });

  it('and comes home in its window, with a planned outage that loses nothing', () => {
    const home = incidents(calm('a-a', ZONE_A_LOST, surelyFenced), 'order')[1]!;
    expect(home.class).toBe('plan');
    expect(home.lines.some(({ event }) => event.kind === 'recovery')).toBe(false);
    const promoted =
      home.began +
      when(home, (event) => event.kind === 'role' && event.thing === 'orders-a' && event.role === 'writable');
    expect((promoted % 86_400) / 3_600).toBeGreaterThan(2);
    const { planned } = measured(calm('a-a', ZONE_A_LOST, surelyFenced)).workloads['order']!.availability;
    expect(planned.mean! * 20 * 86_400).toBeCloseTo(home.downSeconds, 3);
  });

  it('leaves behind what synchronisation had not carried: seconds, not minutes', () => {
    const losses = measured(calm('a-a', ZONE_A_LOST, surelyFenced), 64).stores['orders-b']!.rpoSeconds;
    expect(losses.map(({ class: kind, domain, count }) => [kind, domain, count])).toEqual([
      ['zone', 'cn-beijing/a', 64],
    ]);
    expect(losses[0]!.p50!).toBeGreaterThan(0.1);
    expect(losses[0]!.max!).toBeLessThan(30);
  });
});

describe('two primaries in A-A', () => {
  it('appear when nothing is fenced: zone a comes back by itself and takes writes again', () => {
    const { splitBrain } = measured(calm('a-a', ZONE_A_LOST, withoutFence)).stores['orders-a']!;
    expect(splitBrain.perYear * (20 / 365)).toBeCloseTo(1, 9);
    expect(splitBrain.conflictingWritesPerYear).toBeGreaterThan(0);
  });

  it('do not when it is', () => {
    const { splitBrain } = measured(calm('a-a', ZONE_A_LOST, surelyFenced)).stores['orders-a']!;
    expect(splitBrain).toEqual({ perYear: 0, minutesPerYear: 0, conflictingWritesPerYear: 0 });
  });
});

describe('A-A of two simplest systems', () => {
  const order = (faults: string) => incidents(calm('a-a-simplest', faults), 'order');

  it('moves to zone b by people when only the database of zone a is lost', () => {
    const [lost] = order('{at: 3d, lose: orders-a-1, for: 2d}, {at: 3d, lose: orders-a-2, for: 2d}');
    expect(lost!.seconds).toBeLessThan(12 * 3600);
    expect(
      lost!.lines.some(({ event }) => event.kind === 'plan' && event.step === 'promote orders-b-1, orders-b-2'),
    ).toBe(true);
  });

  it('does not move its database for a cut line, but those who come in at zone b wait for it', () => {
    const scenario = calm('a-a-simplest', '{at: 3d, cut: a-b, for: 20m}');
    expect(incidents(scenario, 'order')[0]!.seconds).toBeGreaterThanOrEqual(20 * 60);
    expect(measured(scenario).stores['orders-b-1']!.recoveries).toBe(0);
  });

  it('needs its objects for pages, and not for orders', () => {
    const scenario = calm('a-a-simplest', '{at: 3d, lose: files, for: 1h}');
    expect(incidents(scenario, 'browse')[0]!.seconds).toBeGreaterThanOrEqual(3600);
    expect(incidents(scenario, 'order')).toEqual([]);
  });

  it('gets people to change the address in zone b to that of its own DRDS, and nothing is served before', () => {
    const [lost] = order(ZONE_A_LOST);
    const step = (name: string, what: string) => (event: TimelineEvent) =>
      event.kind === 'plan' && event.plan === 'zone-a-lost' && event.step === name && event.event === what;
    const promoted = when(lost!, step('promote orders-b-1, orders-b-2', 'end'));
    const repointed = when(lost!, step('repoint app-b', 'end'));
    const served = when(
      lost!,
      (event) => event.kind === 'service' && event.workload === 'order' && event.served > 0.99,
    );
    expect(served).toBe(repointed);
    expect(repointed).toBeGreaterThan(promoted);
  });

  it('serves half of the pages while one of the two databases of zone a is gone', () => {
    const lost = incidents(calm('a-a-simplest', '{at: 3d, lose: orders-a-2, for: 6h}'), 'browse')[0]!;
    const served = lost.lines.flatMap(({ event }) =>
      event.kind === 'service' && event.workload === 'browse' ? [event.served] : [],
    );
    expect(served[0]).toBeCloseTo(0.5, 9);
  });
});
