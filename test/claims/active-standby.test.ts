import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.3, A-S.

const APPLICATION_DEAD = '{at: 3d, lose: app-a, for: 5h}';
const ZONE_A_LOST = '{at: 3d, lose: cn-beijing/a, for: 6h}';

describe('A-S whose application dies while its database lives', () => {
  const scenario = calm('a-s', APPLICATION_DEAD);

  it('moves users before the database', () => {
    const [dead] = incidents(scenario, 'order');
    const moved = when(dead!, (event) => event.kind === 'role' && event.role === 'answer' && event.value === 'slb-b');
    expect(moved).toBeLessThan(dead!.seconds);
    expect(
      dead!.lines.some(({ event }) => event.kind === 'role' && event.thing === 'orders-b' && event.role === 'writable'),
    ).toBe(false);
  });

  it('promotes zone b after the consistency check, loses nothing and turns the synchronisation round', () => {
    const { stores } = measured(scenario);
    expect(stores['orders-b']!.recoveries).toBe(0);
    expect(stores['orders-b']!.orphanedPerYear).toBe(0);
    const move = incidents(scenario, 'order').flatMap(({ lines }) => lines.map(({ event }) => event));
    expect(move).toContainEqual({
      kind: 'plan',
      plan: 'app-a-lost',
      step: 'check-consistency orders-a, orders-b',
      event: 'end',
    });
  });
});

describe('A-S that loses zone a', () => {
  it('switches without people, within minutes', () => {
    const [lost] = incidents(calm('a-s', ZONE_A_LOST), 'order');
    expect(lost!.seconds).toBeLessThan(15 * 60);
    expect(lost!.lines.some(({ event }) => event.kind === 'plan' && event.event === 'ask')).toBe(false);
  });

  it('faster than A-A, which needs people', () => {
    const automatic = measured(calm('a-s', ZONE_A_LOST), 64).workloads['order']!.rtoSeconds[0]!;
    const people = measured(calm('a-a', ZONE_A_LOST), 64).workloads['order']!.rtoSeconds[0]!;
    expect(automatic.p95!).toBeLessThan(people.p50!);
  });
});
