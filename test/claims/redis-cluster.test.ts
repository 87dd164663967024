import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: the cluster edition has configuration servers in
// three copies by Raft, several proxies, and shards of two copies.

const SECONDS = 20 * 86_400;
/** Figures without chance: heartbeats and checks at known seconds, a switch of 10 s. The first places are one room. */
const oneRoom = (text: string) =>
  text
    .replace('in: [cn-beijing/a, cn-beijing/b]\n    size', 'in: cn-beijing/a\n    size')
    .replace('proxies: {count: 4}', 'proxies: {count: 4, phase: even, interval: 2s, timeout: 5s, unhealthy: 3}')
    .replace(
      'shards: 4',
      'shards: 4\n    switch: 10s\n    coverage: 100%\n    lag: 500ms\n    unflushed: 250ms\n    ha: {in: cn-beijing/c, interval: 2s, timeout: 2s, unhealthy: 3, phase: even}',
    )
    .replace('cn-beijing/c]}', 'cn-beijing/c], election: 2s}');
const twoRooms = (text: string) =>
  oneRoom(text)
    .replace('in: cn-beijing/a\n    size', 'in: [cn-beijing/a, cn-beijing/b]\n    size')
    .replace('switch: 10s', 'switch: 10s\n    route: 3s\n    room-coverage: 100%');
const told = (faults: string, change = oneRoom) => calm('product-redis-cluster', faults, change);
/** Requests that were not served, in seconds of full demand. */
const lost = (faults: string, change = oneRoom) =>
  (1 - (measured(told(faults, change)).workloads['login']!.availability.requests.mean ?? 1)) * SECONDS;

const MASTER = '{at: 3d, lose: cache/1, for: 10m}';
const config = (server: number, from = '2d', lasts = '2d') =>
  `{at: ${from}, lose: cache/config-${server}, for: ${lasts}}`;

describe('one shard of four', () => {
  it('hurts a quarter of the keys, for as long as its switch takes', () => {
    expect(lost(MASTER)).toBeCloseTo(16 / 4, 6);
    const [incident] = incidents(told(MASTER), 'login');
    expect(incident!.lines.flatMap(({ event }) => (event.kind === 'service' ? [event.served] : []))).toContain(0.75);
  });

  it('loses the writes of its own keys', () => {
    const { rpoSeconds, writesLostPerYear } = measured(told(MASTER)).stores['cache']!;
    expect(rpoSeconds).toMatchObject([{ class: 'instance', count: 1, max: 0.5 }]);
    expect(writesLostPerYear * (20 / 365)).toBeCloseTo((200 / 4) * 0.5, 6);
  });

  it('and a quarter for as long as both copies are gone', () => {
    expect(lost(`${MASTER}, {at: 3d, lose: cache/2, for: 1h}`)).toBeCloseTo(600 / 4, 6);
  });

  it('counts once for a request that reads and writes, which meets one key', () => {
    const bothWays = (text: string) => oneRoom(text).replace('writes: cache}', 'reads: cache, writes: cache}');
    expect(lost(`${MASTER}, {at: 3d, lose: cache/2, for: 1h}`, bothWays)).toBeCloseTo(600 / 4, 6);
  });

  it('one after the other: each hurts its own', () => {
    // Node 5 of 8 is looked at from the first second on.
    expect(lost(`${MASTER}, {at: 4d, lose: cache/5, for: 10m}`)).toBeCloseTo(16 / 4 + 17 / 4, 6);
  });
});

describe('proxies', () => {
  it('one dead keeps its share until three checks have failed', () => {
    // Proxy 2 is checked at half a second and every 2 s from there: it refuses at 0.5, 2.5 and 4.5 s.
    expect(lost('{at: 3d, lose: cache/proxy-2, for: 1h, effect: exit}')).toBeCloseTo(4.5 / 4, 6);
  });

  it('all dead end the service, though every shard lives', () => {
    const all = [1, 2, 3, 4].map((i) => `{at: 3d, lose: cache/proxy-${i}, for: 10m, effect: exit}`).join(', ');
    expect(lost(all)).toBeGreaterThan(600 - 1e-6);
  });
});

describe('configuration servers', () => {
  it('nobody misses them while no master changes', () => {
    expect(lost(`${config(1)}, ${config(2)}, ${config(3)}`)).toBe(0);
  });

  it('one of three lost changes nothing', () => {
    expect(lost(`${config(3)}, ${MASTER}`)).toBeCloseTo(16 / 4, 6);
    expect(lost(`${config(1)}, ${MASTER}`)).toBeCloseTo(16 / 4, 6);
  });

  it('two of three lost: no master can be written down, and nothing is promoted', () => {
    expect(lost(`${config(2)}, ${config(3)}, ${MASTER}`)).toBeCloseTo(600 / 4, 6);
  });

  it('the return of a majority is followed by an election, then by the switch', () => {
    const back = `${config(2)}, ${config(3, '2d', '24h 1m')}`;
    expect(lost(`${back}, ${MASTER}`)).toBeCloseTo((60 + 2 + 10) / 4, 6);
  });

  it('the loss of the leader at the same moment costs nothing: it is elected while heartbeats are missed', () => {
    expect(lost(`${config(1, '3d')}, ${MASTER}`)).toBeCloseTo(16 / 4, 6);
  });
});

describe('a cluster over two rooms', () => {
  const ROOM = '{at: 3d, lose: cn-beijing/a, for: 6h}';

  it('moves masters and the address', () => {
    const store = incidents(told(ROOM, twoRooms), 'login')[0]!.lines.flatMap(({ at, event }) =>
      event.kind === 'role' && event.thing === 'cache' ? [{ at, role: event.role }] : [],
    );
    expect(store.filter(({ role }) => role === 'primary')).toHaveLength(4);
    expect(store.filter(({ role }) => role === 'zone')).toHaveLength(1);
    expect(Math.max(...store.map(({ at }) => at))).toBeLessThan(30);
  });

  it('but not with two of its three configuration servers in the room that is lost', () => {
    const crowded = (text: string) =>
      twoRooms(text).replace(
        'in: [cn-beijing/a, cn-beijing/b, cn-beijing/c]',
        'in: [cn-beijing/a, cn-beijing/a, cn-beijing/c]',
      );
    const { seconds } = incidents(told(ROOM, crowded), 'login')[0]!;
    expect(seconds).toBeGreaterThanOrEqual(6 * 3600);
  });
});
