import { describe, expect, it } from 'vitest';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, sections 1.3, 3, 6.4 and 8: what survives the loss of a room, and
// what that of a whole region.

const lose = (what: string) => `{at: 3d, lose: ${what}, for: 12h}`;
const TWELVE_HOURS = 12 * 3_600;
const DAY = 86_400;

/** The longest stretch in which a workload was not served, seconds. */
const longest = (scenario: Parameters<typeof incidents>[0], workload: string): number =>
  Math.max(0, ...incidents(scenario, workload).map(({ seconds }) => seconds));

/** A plan that nothing holds up but its own steps. */
const ready = (text: string) => text.replaceAll(/ {4}readiness: .*\n/g, '');

describe('remote-dr', () => {
  const region = () => calm('remote-dr', lose('cn-hangzhou'), ready);

  it('survives the loss of a room without its plan: nobody decides anything', () => {
    for (const zone of ['h', 'i']) {
      const { workloads } = measured(calm('remote-dr', lose(`cn-hangzhou/${zone}`), ready), 8);
      expect(workloads['order']!.phases.decide).toBe(0);
    }
  });

  it('survives the loss of the region, which one city does not', () => {
    expect(longest(region(), 'order')).toBeLessThan(TWELVE_HOURS / 2);
    expect(longest(calm('a-a', lose('cn-beijing')), 'order')).toBeGreaterThanOrEqual(TWELVE_HOURS);
  });

  it('leaves behind what DTS had on its way over 1,100 km: seconds', () => {
    const [rpo] = measured(region(), 64).stores['orders-beijing']!.rpoSeconds;
    expect([rpo!.class, rpo!.domain, rpo!.count]).toEqual(['region', 'cn-hangzhou', 64]);
    expect(rpo!.max!).toBeLessThan(15);
  });

  it('serves nobody until the application has changed its address, though the database is up', () => {
    const [lost] = incidents(region(), 'order');
    const up = when(
      lost!,
      (event) => event.kind === 'role' && event.thing === 'orders-beijing' && event.role === 'writable',
    );
    const repointed = when(
      lost!,
      (event) => event.kind === 'plan' && event.step === 'repoint app-beijing' && event.event === 'end',
    );
    expect(repointed).toBeGreaterThan(up + 60);
    expect(when(lost!, (event) => event.kind === 'service' && event.served > 0.9)).toBeGreaterThanOrEqual(repointed);
    const forgotten = (text: string) => ready(text).replace(/ *- \{repoint: app-beijing,.*\n/, '');
    expect(longest(calm('remote-dr', lose('cn-hangzhou'), forgotten), 'order')).toBeGreaterThanOrEqual(TWELVE_HOURS);
  });

  it('leaves behind what object storage had not copied yet, as old as its lag: bought control of it, or did without', () => {
    const copied = (change: (text: string) => string, runs = 1) =>
      measured(
        calm('remote-dr', lose('cn-hangzhou'), (text) => change(ready(text))),
        runs,
      ).stores['files-beijing']!;
    const exact = (lag: string) => (text: string) =>
      text.replaceAll('rtc: true', `lag: ${lag}, given-up: 10m, throughput: 1Gbps`);
    for (const [lag, seconds] of [
      ['30s', 30],
      ['10m', 600],
      ['2h', 7_200],
    ] as const) {
      const { rpoSeconds, orphanedPerYear, deliveredPerYear } = copied(exact(lag));
      expect(rpoSeconds.map(({ class: kind, domain, count }) => [kind, domain, count])).toEqual([
        ['region', 'cn-hangzhou', 1],
      ]);
      expect(rpoSeconds[0]!.max!).toBeCloseTo(seconds, 0);
      // Five uploads a second; all of them arrive when the region is back.
      expect(orphanedPerYear * (20 / 365)).toBeCloseTo(5 * rpoSeconds[0]!.max!, 6);
      expect(deliveredPerYear!).toBeCloseTo(orphanedPerYear, 6);
    }
    const bought = copied((text) => text, 256).rpoSeconds[0]!;
    const without = copied((text) => text.replaceAll(', rtc: true', ''), 256).rpoSeconds[0]!;
    expect([bought.count, without.count]).toEqual([256, 256]);
    expect(bought.max!).toBeLessThan(600);
    expect(without.p95!).toBeGreaterThan(3_600);
  });

  it('and more where the line is thinner than what is uploaded: what waits is left behind too', () => {
    const wide = (text: string) => ready(text).replaceAll('rtc: true', 'lag: 30s, bytes-per-write: 4MB');
    const { rpoSeconds } = measured(calm('remote-dr', lose('cn-hangzhou'), wide)).stores['files-beijing']!;
    // Three streams share 200 Mbps; 5/s of 4 MB are 20 MB/s.
    expect(rpoSeconds[0]!.max! / DAY).toBeCloseTo(3 * (1 - 200 / 8 / 3 / 20), 1);
  });

  it('does not count a store that comes back before it is given up', () => {
    const brief = '{at: 3d, lose: cn-hangzhou, for: 9m}';
    const given = (text: string) => ready(text).replaceAll('rtc: true', 'lag: 2h, given-up: 10m');
    expect(measured(calm('remote-dr', brief, given)).stores['files-beijing']!.recoveries).toBe(0);
  });

  it('takes DNS a tail of its TTL after the plan has led it elsewhere', () => {
    const [lost] = incidents(region(), 'order');
    const led = when(lost!, (event) => event.kind === 'role' && event.role === 'held-out');
    expect(lost!.seconds - led).toBeGreaterThan(50);
    expect(lost!.seconds - led).toBeLessThanOrEqual(60);
  });
});

describe('multi-zone-remote', () => {
  it('moves users between zones by itself, and between regions by DNS and people', () => {
    const zone = measured(calm('multi-zone-remote', lose('cn-beijing/a'), ready), 8).workloads['order']!;
    expect(zone.phases.decide).toBe(0);
    const region = measured(calm('multi-zone-remote', lose('cn-beijing'), ready), 32).workloads['order']!;
    expect(region.phases.decide).toBeGreaterThan(0);
    expect(region.rtoSeconds[0]!.p95!).toBeLessThan(TWELVE_HOURS / 2);
  });
});

describe('two-site-three-centre', () => {
  const name = 'two-site-three-centre';

  it('goes on in the cloud without the room, and in the backup centre without either', () => {
    const order = (faults: string) => longest(calm(name, faults, ready), 'order');
    expect(order(lose('hq'))).toBeLessThan(TWELVE_HOURS / 2);
    const both = `{at: 3d, lose: hq, for: 12h}, {at: 3d, lose: cn-hangzhou, for: 12h}`;
    expect(order(both)).toBeLessThan(TWELVE_HOURS / 2);
  });

  it('returns to the preferred centre within its window and loses nothing on the way', () => {
    const told = incidents(calm(name, lose('hq'), ready), 'order');
    expect(told.map((incident) => incident.class)).toEqual(['idc', 'plan']);
    const { began } = told[1]!;
    expect((began % DAY) / 3_600).toBeGreaterThan(2);
    expect(measured(calm(name, lose('hq'), ready)).stores['orders-hq']!.recoveries).toBe(0);
  });
});

describe('two-site-three-centre-bank', () => {
  it('loses no posting with a zone, seconds of them with the city', () => {
    const zone = measured(calm('two-site-three-centre-bank', lose('city/production'), ready), 32);
    expect(zone.stores['ledger']!.recoveries).toBe(32);
    expect(zone.stores['ledger']!.cleanRecoveries).toBe(32);
    const city = measured(calm('two-site-three-centre-bank', lose('city'), ready), 32).stores['ledger-remote']!;
    expect(city.rpoSeconds[0]!.count).toBe(32);
    expect(city.rpoSeconds[0]!.p50!).toBeGreaterThan(0.2);
    expect(city.rpoSeconds[0]!.max!).toBeLessThan(15);
  });
});

describe('idc-db-to-cloud', () => {
  const fire = '{at: 3d, lose: room, effect: loss}';

  it('keeps the data when the room burns down, as old as the lag', () => {
    const { 'in-cloud': cloud } = measured(calm('idc-db-to-cloud', fire), 32).stores;
    expect(cloud!.rpoSeconds[0]!.count).toBe(32);
    expect(cloud!.rpoSeconds[0]!.max!).toBeLessThan(15);
  });

  it('serves nobody all the same: nothing stands in the cloud that could', () => {
    expect(longest(calm('idc-db-to-cloud', fire), 'order')).toBeGreaterThanOrEqual(17 * DAY - 1);
  });
});

describe('lines into the cloud', () => {
  const days = 3 * DAY;

  it('differ in what they leave behind: on a line thinner than what is written the lag grows without end', () => {
    const { stores } = measured(calm('product-express-connect', lose('hq')), 16);
    const worst = (store: string) => stores[store]!.rpoSeconds[0]!.max!;
    expect(worst('by-express')).toBeLessThan(15);
    expect(worst('by-line')).toBeLessThan(15);
    expect(worst('by-vpn')).toBeGreaterThan(days * (1 - 3.9 / 4));
  });

  it('need a second one: a VPN carries on for a leased line that is cut, Express Connect alone leaves the cut behind', () => {
    const cuts = '{at: 60h, cut: line, for: 2d}, {at: 60h, cut: express, for: 2d}';
    const { stores } = measured(calm('product-express-connect', `${cuts}, ${lose('hq')}`), 16);
    expect(stores['by-line']!.rpoSeconds[0]!.max!).toBeLessThan(15);
    expect(stores['by-express']!.rpoSeconds[0]!.p50!).toBeGreaterThan(11.9 * 3_600);
  });
});
