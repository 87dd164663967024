import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.3, replication and high availability.

const HOUR = 3600;
const DAYS = 20 * 24 * HOUR;
const A_FAILS = '{at: 3d, lose: orders-a, for: 6h}';
const stepEnds = (plan: string) => (event: TimelineEvent) =>
  event.kind === 'plan' && event.plan === plan && event.event === 'done';
const unprotected = (faults: string, runs = 1): number =>
  (measured(calm('replication-ha', faults), runs).stores['orders-b']!.exposure.withoutCopy! * DAYS) / HOUR;

describe('replication and high availability', () => {
  const told = incidents(calm('replication-ha', A_FAILS), 'order');

  it('turns to room b by itself, within minutes, with the front where it was', () => {
    const [lost] = told;
    expect(when(lost!, stepEnds('turn-to-b'))).toBe(lost!.seconds);
    expect(lost!.seconds).toBeGreaterThan(60);
    expect(lost!.seconds).toBeLessThan(150);
    expect(lost!.lines.some(({ event }) => event.kind === 'role' && event.thing === 'slb')).toBe(false);
  });

  it('needs one set of servers only: it turns as fast when the whole room is lost', () => {
    const [lost] = incidents(calm('replication-ha', '{at: 3d, lose: cn-beijing/a, for: 6h}'), 'order');
    expect(lost!.seconds).toBeLessThan(150);
  });

  it('stays in room b: nothing is down when room a comes back as the standby', () => expect(told).toHaveLength(1));

  it('may lose the last transactions: a fraction of a second', () => {
    const { rpoSeconds, orphanedPerYear } = measured(calm('replication-ha', A_FAILS), 64).stores['orders-b']!;
    expect(rpoSeconds[0]!.count).toBe(64);
    expect(rpoSeconds[0]!.p50!).toBeGreaterThan(0);
    expect(rpoSeconds[0]!.max!).toBeLessThan(1);
    // 120 orders a second, up to half a second behind.
    const left = orphanedPerYear * (20 / 365);
    expect(left).toBeGreaterThan(1);
    expect(left).toBeLessThan(61);
  });

  it('is unprotected from the promotion until the standby has been made anew', () => {
    // Six hours without room a, half an hour of waiting, people who decide (a median of 30 m), and a copy of 200 GB in 42 minutes.
    const hours = unprotected(A_FAILS, 64);
    expect(hours).toBeGreaterThan(6 + 0.5 + 0.69);
    expect(hours).toBeLessThan(6 + 0.5 + 0.69 + 1.5);
    expect(unprotected('{at: 3d, lose: orders-a, for: 12h}', 64) - hours).toBeCloseTo(6, 6);
  });

  it('turns back when room b fails in its turn, once room a is the standby', () => {
    const scenario = calm('replication-ha', `${A_FAILS}, {at: 6d, lose: orders-b, for: 6h}`);
    const [, second] = incidents(scenario, 'order');
    expect(when(second!, stepEnds('turn-to-a'))).toBe(second!.seconds);
    expect(second!.seconds).toBeLessThan(150);
    const { stores } = measured(scenario);
    expect([stores['orders-a']!.recoveries, stores['orders-b']!.recoveries]).toEqual([1, 1]);
    expect(stores['orders-b']!.splitBrain.perYear).toBe(0);
  });

  it('never turns to a room that was left behind: it waits', () => {
    // Room b fails ten minutes after room a is back, before that has become the standby.
    const scenario = calm('replication-ha', `${A_FAILS}, {at: 3d 6h 10m, lose: orders-b, for: 5h}`);
    const [, second] = incidents(scenario, 'order');
    // Fenced as a precaution, it takes writes again when the alarm has cleared.
    expect(second!.seconds).toBeGreaterThan(5 * HOUR);
    expect(second!.seconds).toBeLessThan(5 * HOUR + 10);
    expect(measured(scenario).stores['orders-a']!.recoveries).toBe(0);
  });

  it('does nothing when the standby fails', () => {
    const events = incidents(calm('replication-ha', '{at: 3d, lose: orders-b, for: 6h}'), 'order');
    expect(events).toEqual([]);
    expect(unprotected('{at: 3d, lose: orders-b, for: 6h}')).toBe(0);
    const { withoutCopy } = measured(calm('replication-ha', '{at: 3d, lose: orders-b, for: 6h}')).stores['orders-a']!
      .exposure;
    expect((withoutCopy! * DAYS) / HOUR).toBeCloseTo(6, 6);
  });
});
