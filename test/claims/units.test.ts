import { describe, expect, it } from 'vitest';
import type { TimelineEvent } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 7.2: units are closed in themselves and split by buyer, so
// that no two of them write the same row; what is not split by buyer, as sellers' work, crosses units.

const THIN = [1, 2, 3].map((server) => `{at: 3d, lose: app-hq/${server}, for: 6h}`).join(', ');
const lose = (what: string) => `{at: 3d, lose: ${what}, for: 6h}`;
const downSeconds = (scenario: Parameters<typeof incidents>[0], workload: string): number =>
  incidents(scenario, workload)
    .filter(({ began }) => began < 3.5 * 86_400)
    .reduce((sum, one) => sum + one.downSeconds, 0);

describe('buyers who move to another unit', () => {
  const banned = () => calm('hybrid-active-active', THIN);
  /** The same without the ban: the copy takes writes while not all has arrived, and the old unit still takes them too. */
  const accepting = () =>
    calm('hybrid-active-active', THIN, (text) =>
      text.replace(/ *- \{stop-writes: rows-hq,.*\n/, '').replace(', before: stop-writes', ', before: promote'),
    );

  it('are banned from writing until the copy has everything: no row is written twice and none is left behind', () => {
    const result = measured(banned(), 16);
    for (const store of ['rows-hq', 'rows-hq-copy']) {
      expect(result.stores[store]!.splitBrain.perYear).toBe(0);
      expect(result.stores[store]!.orphanedPerYear).toBe(0);
    }
  });

  it('pay for it with a ban of as long as the lag and the switch take: seconds', () => {
    const stops = (event: TimelineEvent) =>
      event.kind === 'role' && event.thing === 'rows-hq' && event.role === 'writes-stopped';
    const ban = incidents(banned(), 'buy-hq').find(({ lines }) => lines.some(({ event }) => stops(event)));
    const stopped = when(ban!, stops);
    const again = when(
      ban!,
      (event) => event.kind === 'plan' && event.step === 'repoint app-hq, app-cloud' && event.event === 'end',
    );
    expect(again - stopped).toBeGreaterThan(16);
    expect(again - stopped).toBeLessThan(30);
    expect(downSeconds(banned(), 'buy-cloud')).toBe(0);
  });

  it('or are not banned: nobody waits, two units write the same rows, and what was on its way is left behind', () => {
    const result = measured(accepting(), 16);
    expect(result.stores['rows-hq']!.splitBrain.conflictingWritesPerYear).toBeGreaterThan(0);
    expect(result.stores['rows-hq-copy']!.orphanedPerYear).toBeGreaterThan(0);
    expect(downSeconds(accepting(), 'buy-hq')).toBeLessThan(downSeconds(banned(), 'buy-hq'));
  });
});

describe('units in a hybrid cloud', () => {
  it('go on without one another: the loss of one leaves the buyers of the other alone', () => {
    expect(downSeconds(calm('hybrid-active-active', lose('hq')), 'buy-cloud')).toBe(0);
    expect(downSeconds(calm('hybrid-active-active', lose('cn-shanghai')), 'buy-hq')).toBe(0);
  });

  it('cut off from each other sell on to their own buyers, but sellers away from home cannot write', () => {
    const cut = '{at: 3d, cut: express, for: 6h}, {at: 3d, cut: vpn, for: 6h}';
    const down = (workload: string) => downSeconds(calm('hybrid-active-active', cut), workload);
    expect(['browse-hq', 'buy-hq', 'browse-cloud', 'buy-cloud'].map(down)).toEqual([0, 0, 0, 0]);
    expect(down('sell-hq')).toBe(6 * 3_600);
  });
});

describe('three regions that all serve', () => {
  it('lose one of them for minutes, and the users of the other two not at all', () => {
    const scenario = calm('multi-region-active', lose('cn-shanghai'));
    expect(
      ['order-north', 'browse-north', 'order-south', 'browse-south'].map((one) => downSeconds(scenario, one)),
    ).toEqual([0, 0, 0, 0]);
    const { workloads, stores } = measured(scenario, 32);
    expect(workloads['order-east']!.rtoSeconds[0]!.p50!).toBeLessThan(30 * 60);
    expect(stores['copy-east']!.rpoSeconds[0]!.max!).toBeLessThan(15);
  });

  it('have room for it: the next region carries both', () => {
    const told = incidents(calm('multi-region-active', lose('cn-shanghai')), 'browse-south');
    expect(told).toEqual([]);
  });
});

describe('what buyers at one unit see of what sellers write at another', () => {
  const exact = (text: string) => text.replace('sync-goods:     {kind: dts,', 'sync-goods:     {kind: dts, lag: 2s,');
  const seen = (faults: string, change = exact) =>
    measured(calm('hybrid-active-active', faults, change)).stores['goods-at-hq']!.readAge!.meanSeconds!;

  it('is as old as the lag, on average and to the millisecond: what is on its way has not arrived', () => {
    const transit = seen('') - 2;
    expect(transit).toBeGreaterThan(0);
    expect(transit).toBeLessThan(0.1);
    const slower = (text: string) => exact(text).replace('lag: 2s', 'lag: 5s');
    expect(seen('', slower) - seen('')).toBeCloseTo(3, 9);
  });

  it('grows while the task stands still: half of six hours for six hours of twenty days, and what it takes to catch up', () => {
    const still = '{at: 3d, lose: sync-goods, for: 6h}';
    // 20 rows a second wait up to 6 h and are worked off at 2,000 rows a second: within 6 h x 20 / 1,980.
    const cut = 6 * 3_600;
    const after = cut * (20 / 1_980);
    expect(seen(still) - seen('')).toBeCloseTo(((cut / 2) * (cut + after)) / (20 * 86_400), 1);
  });

  it('is not told of stores that are no copies, or that nobody reads', () => {
    const { stores } = measured(calm('hybrid-active-active', ''));
    for (const store of ['goods', 'rows-hq', 'rows-hq-copy']) expect(stores[store]!.readAge).toBeUndefined();
  });
});

// Section 7.2: Redis on both sides is synchronised both ways and converges; of the open-source one on premises only into the cloud.
describe('the caches of both units', () => {
  const YEARS = 20 / 365;
  const cut = '{at: 3d, cut: express, for: 2d}, {at: 3d, cut: vpn, for: 2d}';
  const exact = (text: string) => text.replace('max-writes: 2000/s', 'max-writes: 2000/s, lag: 2s, keys: 100000');
  const stores = (faults: string, change = exact) => measured(calm('hybrid-active-active', faults, change)).stores;
  const ownOne = (direction: string) => (text: string) =>
    exact(text)
      .replace('max-writes: 2000/s', `max-writes: 2000/s${direction}`)
      .replace('carts-hq:       {kind: redis, ', 'carts-hq:       {kind: redis, open-source: true, ');

  it('take writes on both sides of a line that is cut for days: nobody waits, nothing is lost, keys written on both sides are merged', () => {
    const scenario = calm('hybrid-active-active', cut, exact);
    for (const workload of ['cart-hq', 'cart-cloud']) expect(downSeconds(scenario, workload)).toBe(0);
    const told = stores(cut);
    for (const store of ['carts-hq', 'carts-cloud']) {
      expect(told[store]).toMatchObject({ recoveries: 0, writesLostPerYear: 0 });
    }
    const merged = (of: typeof told) =>
      (of['carts-hq']!.mergedConflictsPerYear + of['carts-cloud']!.mergedConflictsPerYear) * YEARS;
    // 40 a second on each side, over 100,000 keys; 18 other days are as all days are.
    const writes = 40 * 2 * 86_400;
    const met = 2 * writes * -Math.expm1(-writes / 100_000);
    expect((merged(told) - (18 / 20) * merged(stores(''))) / met).toBeCloseTo(1, 3);
  });

  it('serve the users of a unit that is lost at the other one, who miss two seconds of what they had written until it is back', () => {
    const lost = stores(lose('hq'));
    const there = lost['carts-cloud']!;
    expect(there.rpoSeconds).toMatchObject([{ class: 'idc', domain: 'hq', count: 1, max: 2 }]);
    expect(there.orphanedPerYear * YEARS).toBeCloseTo(40 * 2, 6);
    expect(there.writesLostPerYear).toBe(0);
    expect(downSeconds(calm('hybrid-active-active', lose('hq'), exact), 'cart-hq')).toBeLessThan(600);
  });

  it('are carried one way only where the one on premises is open source: what was written in the cloud is gone with the cloud', () => {
    expect(() => calm('hybrid-active-active', '', ownOne(''))).toThrow('nothing is carried back into `carts-hq`');
    const there = stores(lose('cn-shanghai'), ownOne(', direction: one-way'));
    expect(there['carts-hq']!.recoveries).toBe(0);
    expect(stores(lose('cn-shanghai'))['carts-hq']!.recoveries).toBe(1);
  });
});

// Section 2: objects are the fourth part of the simplest IT system, which section 7.2 takes as its example.
describe('the pictures of both units', () => {
  const exact = (text: string) => text.replaceAll('rtc: true', 'lag: 90s, given-up: 10m, throughput: 1Gbps');

  it('are there on the other side as old as the lag, and what a lost unit had not sent arrives when it is back', () => {
    const { 'pictures-cloud': there } = measured(calm('hybrid-active-active', lose('hq'), exact)).stores;
    expect(there!.rpoSeconds[0]!.max!).toBeCloseTo(90, 0);
    expect(there!.orphanedPerYear * (20 / 365)).toBeCloseTo(2 * there!.rpoSeconds[0]!.max!, 6);
    expect(there!.deliveredPerYear!).toBeCloseTo(there!.orphanedPerYear, 6);
    expect(there!.writesLostPerYear).toBe(0);
  });

  it('are needed by pages: the loss of their store is one', () => {
    const down = (workload: string) => downSeconds(calm('hybrid-active-active', lose('pictures-hq')), workload);
    expect(down('browse-hq')).toBeGreaterThan(0);
    expect(down('buy-hq')).toBe(0);
  });
});
