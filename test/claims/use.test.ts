import { describe, expect, it } from 'vitest';
import { latencyOf } from '../../src/experiment/summary/latency.ts';
import { utilisationOf } from '../../src/experiment/summary/utilisation.ts';
import { useFacts } from '../../src/report/sections/use.ts';
import { wordsOf } from '../../src/report/words/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.3: A-S uses half of its resources, A-A nearly
// all of them, at the price of requests that cross the zones.

const workload = (scenario: Scenario, name: string) => scenario.workloads.find((one) => one.name === name)!;

describe('utilisation', () => {
  it('of A-S is a half: the second system is paid for and waits', () => {
    const { serving, load } = utilisationOf(calm('a-s', ''));
    expect(serving).toBe(0.5);
    expect(load!).toBeCloseTo(1_200 / 3_200, 12);
  });

  it('of A-A is all of it, at the same load', () => {
    const { serving, load, pools } = utilisationOf(calm('a-a', ''));
    expect(serving).toBe(1);
    expect(load!).toBeCloseTo(1_200 / 3_200, 12);
    expect(pools.map(({ pool, place, servers, serves }) => [pool, place, servers, serves])).toEqual([
      ['app-a', 'cn-beijing/a', 4, true],
      ['app-b', 'cn-beijing/b', 4, true],
    ]);
  });

  it('says what each room reserves: five eighths of both in A-A, a quarter of one and all of the other in A-S', () => {
    const reserved = (name: string) => utilisationOf(calm(name, '')).reserves;
    for (const name of ['a-a', 'a-a-simplest'])
      expect(reserved(name)).toEqual([
        { place: 'cn-beijing/a', share: expect.closeTo(1 - 600 / 1_600, 12) },
        { place: 'cn-beijing/b', share: expect.closeTo(1 - 600 / 1_600, 12) },
      ]);
    expect(reserved('a-s')).toEqual([
      { place: 'cn-beijing/a', share: expect.closeTo(1 - 1_200 / 1_600, 12) },
      { place: 'cn-beijing/b', share: 1 },
    ]);
    expect(measured(calm('a-a-simplest', '')).objectives).toContainEqual(
      expect.objectContaining({
        objective: 'reserve',
        target: 0.5,
        measured: expect.closeTo(0.625, 12),
        verdict: 'met',
      }),
    );
    expect(useFacts(measured(calm('a-a', '')), wordsOf('en'))).toContainEqual([
      'in reserve',
      'cn-beijing/a 63 %, cn-beijing/b 63 %',
    ]);
  });

  it('of A-A saves where each room is smaller than the load: then a lost room means that users are turned away', () => {
    const protect = (servers: number) => (text: string) =>
      text.replaceAll(/count: 4, capacity-each: 400\/s/g, `count: ${servers}, capacity-each: 400/s, protected: true`);
    const without = (name: string, servers: number) => {
      const scenario = calm(name, '', protect(servers));
      const { headroom } = measured(scenario).workloads['browse']!;
      return {
        load: utilisationOf(scenario).load,
        served: headroom.find(({ loss }) => loss === 'cn-beijing/b')!.served.settled,
      };
    };
    expect(without('a-s', 4)).toMatchObject({ load: expect.closeTo(1_200 / 3_200, 9), served: expect.closeTo(1, 9) });
    expect(without('a-a', 4).served).toBeCloseTo(1, 9);
    // Half of the servers, twice the use. Of s served, 960/s and 240/s with a retry each ask for 800/s: 240 s² − 1,440 s + 800 = 0.
    const left = (1_440 - Math.sqrt(1_440 ** 2 - 4 * 240 * 800)) / 480;
    expect(without('a-a', 2)).toMatchObject({
      load: expect.closeTo(1_200 / 1_600, 9),
      served: expect.closeTo(left, 6),
    });
  });

  it('counts the machines of a warm standby, which run and wait, and not those of a cold one, which do not run', () => {
    const waiting = (standby: string) =>
      utilisationOf(
        calm('a-s', '', (text) => text.replace(/(app-b:.*?capacity-each: 400\/s)/, `$1, standby: ${standby}`)),
      );
    expect(waiting('warm')).toMatchObject({ serving: 0.5, load: expect.closeTo(1_200 / 3_200, 12) });
    expect(waiting('warm').reserves).toContainEqual({ place: 'cn-beijing/b', share: 1 });
    expect(waiting('cold')).toMatchObject({ serving: 1, load: expect.closeTo(1_200 / 1_600, 12) });
  });

  it('counts servers where a pool states no capacity, and then knows no load', () => {
    const { serving, load } = utilisationOf(calm('a-s', '', (text) => text.replace(/ capacity-each: 400\/s,/, '')));
    expect([serving, load]).toEqual([0.5, null]);
  });
});

describe('the latency of the way', () => {
  it('in A-A crosses the zones for the half of the users who come in at zone b', () => {
    const scenario = calm('a-a', '', (text) => text.replace('latency: 1ms', 'latency: 2ms'));
    const { mean, groups } = latencyOf(scenario, workload(scenario, 'order'));
    expect(groups).toEqual([
      { group: 'slb-b', share: 0.5, seconds: 0.002 },
      { group: 'slb-a', share: 0.5, seconds: 0 },
    ]);
    expect(mean).toBe(0.001);
  });

  it('in A-S stays in one zone', () => {
    const scenario = calm('a-s', '');
    expect(latencyOf(scenario, workload(scenario, 'order'))).toEqual({
      mean: 0,
      groups: [{ group: 'slb-a', share: 1, seconds: 0 }],
    });
  });

  it('counts each store once for reading and once for writing', () => {
    const scenario = calm('a-a', '', (text) => text.replace('writes: database', 'reads: database, writes: database'));
    expect(latencyOf(scenario, workload(scenario, 'order')).mean).toBe(0.001);
  });

  it('over two zones without a declared link is what is usual: half of the hops cross', () => {
    const scenario = calm('cloud-ha', '');
    const { mean } = latencyOf(scenario, workload(scenario, 'page'));
    // 1 ms for half of the ways from balancer to server, and for half of those from server to primary.
    expect(mean).toBeCloseTo(0.001, 12);
  });
});
