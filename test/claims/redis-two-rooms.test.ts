import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: a replica of the same size in the other room, a
// synchronisation channel of its own that is rate-limited, and a failover by the precision of routes.

const ROOM_LOST = '{at: 3d, lose: cn-beijing/a, for: 6h}';
const exact = (text: string, channel = '1000/s') =>
  text.replace(
    'channel: {max-writes: 1000/s}',
    `channel: {max-writes: ${channel}}, switch: 10s, route: 3s, room-coverage: 100%, coverage: 100%, lag: 500ms,
     ha: {interval: 2s, timeout: 2s, unhealthy: 3, phase: even}`,
  );
const told = (faults: string, change = exact) => calm('product-redis-two-rooms', faults, (text) => change(text));

describe('two rooms, the first one lost', () => {
  it('detection, promotion and the withdrawal of a route: seconds', () => {
    const [lost] = incidents(told(ROOM_LOST), 'login');
    const store = lost!.lines.flatMap(({ at, event }) =>
      'thing' in event && event.thing === 'cache' ? [{ at, event }] : [],
    );
    expect(store.filter(({ event }) => event.kind === 'role').map(({ at }) => at)).toEqual([16, 19]);
  });

  it('clients keep the address: nothing is resolved and nobody repointed', () => {
    const { lines } = incidents(told(ROOM_LOST), 'login')[0]!;
    const roles = lines.flatMap(({ event }) => (event.kind === 'role' ? [event.role] : []));
    expect(roles).not.toContain('uses');
    expect(roles).not.toContain('answer');
    expect(lines.some(({ event }) => event.kind === 'plan')).toBe(false);
  });

  it('loses what the channel had not carried: its lag below the limit', () => {
    const { rpoSeconds } = measured(told(ROOM_LOST)).stores['cache']!;
    expect(rpoSeconds).toMatchObject([{ class: 'zone', domain: 'cn-beijing/a', count: 1, max: 0.5 }]);
  });

  it('and above the limit all that had piled up: half of three days at half of the rate', () => {
    const slow = (text: string) => exact(text, '100/s');
    const { rpoSeconds } = measured(told(ROOM_LOST, slow)).stores['cache']!;
    expect(rpoSeconds[0]!.max).toBeCloseTo(1.5 * 86_400 + 0.5, 3);
  });

  it('a gate on the lag keeps the old data from being served: users wait for the room', () => {
    const gated = (text: string) => exact(text, '100/s').replace('lag: 500ms', 'lag: 500ms, max-lag: 10m');
    const { stores, workloads } = measured(told(ROOM_LOST, gated));
    expect(stores['cache']!.rpoSeconds[0]!.max!).toBeLessThanOrEqual(1);
    expect(workloads['login']!.incidentSeconds.max).toBeCloseTo(6 * 3600, 0);
  });
});

describe('when the room is back', () => {
  const loginOf = (faults: string) => measured(told(faults)).workloads['login']!;

  it('people bring the master home: a planned break of the switch and the route, and no write is lost', () => {
    const [, home, ...more] = incidents(told(ROOM_LOST), 'login');
    expect(more).toEqual([]);
    expect(home!.class).toBe('plan');
    expect(home!.seconds).toBe(10 + 3);
    expect(measured(told(ROOM_LOST)).stores['cache']!.recoveries).toBe(1);
  });

  it('that break is put down to the plan, not to nothing', () => {
    const causes = loginOf(ROOM_LOST).causes.map(({ trigger, combination }) => [trigger, combination]);
    expect(causes).toContainEqual(['plan back-to-a', ['plan back-to-a']]);
  });

  it('nothing is done where the master never left: the standby room was lost, or the replica was too far behind', () => {
    const classes = (faults: string) => incidents(told(faults), 'login').map((incident) => incident.class);
    expect(classes('{at: 3d, lose: cn-beijing/b, for: 6h}')).not.toContain('plan');
    // The alarm is raised; the replica lags by hours and may not take over.
    const gated = (text: string) => exact(text, '100/s').replace('lag: 500ms', 'lag: 500ms, max-lag: 10m');
    expect(incidents(told(ROOM_LOST, gated), 'login').map((incident) => incident.class)).toEqual(['zone']);
  });
});

describe('the channel cut', () => {
  it('and whole again, what was missed is sent: a room lost a day later costs the lag', () => {
    const { stores } = measured(told('{at: 3d, cut: a-b, for: 4m}, {at: 4d, lose: cn-beijing/a, for: 1h}'));
    expect(stores['cache']!.rpoSeconds[0]!.max).toBe(0.5);
  });

  it('a room lost during the cut takes with it all that was written since', () => {
    const { rpoSeconds } = measured(told('{at: 3d, cut: a-b, for: 3m}, {at: 3d 2m, lose: cn-beijing/a, for: 1h}'))
      .stores['cache']!;
    expect(rpoSeconds[0]!.max).toBeCloseTo(120.5, 6);
  });
});
