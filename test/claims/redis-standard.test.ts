import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: the standard edition has two copies; an
// independent module detects and promotes; the old master returns as the replica.

const HEARTBEAT = 'interval: 2s, timeout: 2s, unhealthy: 3, phase: even';
/** Figures without chance. The master is probed at even seconds: 6 s after it falls silent the third probe has failed. */
const exact =
  (ha = `{in: cn-beijing/b, ${HEARTBEAT}}`, more = '') =>
  (text: string) =>
    text.replace(
      'size: 16GB, ha: {in: cn-beijing/b}',
      `size: 16GB, copy-speed: 100MB/s, switch: 10s, coverage: 100%, unflushed: 250ms, ${more} lag: 500ms, ha: ${ha}`,
    );
const DAYS = 20 * 86_400;

const MASTER = '{at: 3d, lose: cache/1, for: 10m}';
const MODULE = '{at: 2d, lose: cache/ha, for: 2d}';
const told = (faults: string, change = exact()) => calm('product-redis-standard', faults, change);
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0]!;
};

describe('a master of two copies dies', () => {
  it('and the replica serves after three heartbeats and the switch', () => {
    const lost = only(incidents(told(MASTER), 'login'));
    expect(lost.seconds).toBe(16);
    expect(when(lost, (event) => event.kind === 'belief' && event.target === 'cache/1' && !event.good)).toBe(6);
  });

  it('asynchronous, it loses what was on the way; semi-synchronous, nothing', () => {
    const loss = measured(told(MASTER)).stores['cache']!;
    expect(only(loss.rpoSeconds)).toMatchObject({ class: 'instance', domain: 'cache', count: 1, max: 0.5 });
    expect(loss.writesLostPerYear * (20 / 365)).toBeCloseTo(200 * 0.5, 9);
    const semi = measured(told(MASTER, exact(undefined, 'replication: semi-synchronous,'))).stores['cache']!;
    expect(semi).toMatchObject({ recoveries: 1, cleanRecoveries: 1, writesLostPerYear: 0 });
  });

  it('returns as the replica, and is copied anew: until then there is no second copy', () => {
    const { exposure } = measured(told(MASTER)).stores['cache']!;
    expect(exposure.withoutStandby * DAYS).toBeCloseTo(600 - 16 + 16_000 / 100, 6);
  });
});

describe('the module that watches over the copies', () => {
  it('promotes nothing while it is lost: users wait for the machine', () => {
    const { seconds, lines } = only(incidents(told(`${MODULE}, ${MASTER}`), 'login'));
    expect(seconds).toBe(600);
    expect(lines.some(({ event }) => event.kind === 'role')).toBe(false);
  });

  it('so that the master comes back with what its disk has', () => {
    const { rpoSeconds } = measured(told(`${MODULE}, ${MASTER}`)).stores['cache']!;
    expect(only(rpoSeconds).max).toBe(0.25);
  });

  it('promotes when it is back', () => {
    const later = '{at: 2d, lose: cache/ha, for: 24h 5m}';
    const { seconds } = only(incidents(told(`${later}, ${MASTER}`), 'login'));
    expect(seconds).toBe(300 + 10);
  });

  it('promotes nothing while it is cut off', () => {
    const linked = (text: string) =>
      exact()(text).replace(
        'components:',
        'links: {b-out: {between: [cn-beijing/a, cn-beijing/b]}, users: {between: [internet, cn-beijing/a]}}\ncomponents:',
      );
    const cut = '{at: 2d 23h, cut: b-out, for: 4h}';
    const lost = incidents(told(`${cut}, ${MASTER}`, linked), 'login').filter(({ began }) => began >= 3 * 86_400);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost[0]!.lines.some(({ event }) => event.kind === 'role' && event.thing === 'cache')).toBe(false);
  });

  it('falls with the room where it stands, and the store waits for people or power', () => {
    const inA = exact(`{in: cn-beijing/a, ${HEARTBEAT}}`);
    const both = (text: string) =>
      inA(text).replace('in: cn-beijing/a, size', 'in: [cn-beijing/a, cn-beijing/b], size');
    const { seconds } = only(incidents(told('{at: 3d, lose: cn-beijing/a, for: 1h}', both), 'login'));
    expect(seconds).toBe(3600);
  });
});

describe('a replica dies', () => {
  const REPLICA = '{at: 3d, lose: cache/2, for: 1m}';
  const settled = (text: string) =>
    text
      .replaceAll('reads: cache}', 'reads: cache, settle: 0s}')
      .replaceAll('writes: cache}', 'writes: cache, settle: 0s}');

  it('asynchronous, nobody notices', () => {
    expect(incidents(told(REPLICA), 'login')).toEqual([]);
  });

  it('semi-synchronous, writes wait for the timeout and go on alone', () => {
    const semi = (text: string) =>
      settled(exact(undefined, 'replication: semi-synchronous, semi-sync-timeout: 3s,')(text));
    expect(only(incidents(told(REPLICA, semi), 'login')).seconds).toBe(3);
    expect(incidents(told(REPLICA, semi), 'look')).toEqual([]);
    const { exposure } = measured(told(REPLICA, semi)).stores['cache']!;
    // Away for 60 s, then 30 s to work off what was missed; writes waited for the first 3 s of it.
    expect(exposure.withoutStandby * DAYS).toBeCloseTo(60 + 30, 6);
    expect(exposure.fallenBack * DAYS).toBeCloseTo(60 + 30 - 3, 6);
  });

  it('for longer than writes are kept, it is copied anew', () => {
    const { exposure } = measured(told('{at: 3d, lose: cache/2, for: 1h}')).stores['cache']!;
    expect(exposure.withoutStandby * DAYS).toBeCloseTo(3600 + 160, 6);
  });
});

describe('a switch on purpose', () => {
  it('loses nothing and is planned', () => {
    const planned = (text: string) =>
      exact()(text)
        .replace(
          'alarms:',
          'alarms:\n  drill: {watch: [app/1], from: internet, interval: 15s, timeout: 5s, unhealthy: 1}',
        )
        .replace(
          'plans:',
          'plans:\n  drill: {when: {alarm: drill}, decided-by: automation, steps: [{switch: cache, takes: 1s}]}',
        );
    const result = measured(told('{at: 3d, lose: app/1, for: 1h}', planned));
    expect(result.stores['cache']).toMatchObject({ recoveries: 0, writesLostPerYear: 0 });
    expect(result.stores['cache']!.exposure.withoutStandby).toBe(0);
    expect(result.workloads['login']!.availability.planned.mean! * DAYS).toBeCloseTo(10, 6);
  });
});
