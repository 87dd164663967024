import { describe, expect, it } from 'vitest';
import { Experiment } from '../../src/index.ts';
import { calm, incidents, measured, when } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 4: an appliance on the site carries changed blocks into
// the cloud, RPO of seconds, RTO of minutes, failover by one order, and back.

const LOST = '{at: 3d, lose: hq, for: 6h}';
const automatic = (text: string) =>
  text.replace('{people: on-call, takes: {lognormal: {median: 10m, p95: 40m}}}', 'automation');

describe('hybrid-dr loses its site', () => {
  const result = measured(calm('hybrid-dr', LOST, automatic), 64);

  it('leaves seconds of writes behind', () => {
    const [rpo] = result.stores['orders-cloud']!.rpoSeconds;
    expect([rpo!.class, rpo!.domain, rpo!.count]).toEqual(['idc', 'hq', 64]);
    expect(rpo!.p50!).toBeGreaterThan(0.5);
    expect(rpo!.max!).toBeLessThan(30);
  });

  it('serves again within minutes of an order that nobody has to think about', () => {
    const [rto] = result.workloads['order']!.rtoSeconds;
    expect([rto!.class, rto!.domain, rto!.count]).toEqual(['idc', 'hq', 64]);
    expect(rto!.p50!).toBeGreaterThan(5 * 60);
    expect(rto!.p95!).toBeLessThan(25 * 60);
  });

  it('spends most of them on starting machines and on noticing', () => {
    const { phases } = result.workloads['order']!;
    expect(phases.start).toBeGreaterThan(phases.switch);
    expect(phases.restore).toBe(0);
  });

  it('comes home by plan and loses nothing on the way', () => {
    const scenario = calm('hybrid-dr', LOST, automatic);
    const told = incidents(scenario, 'order');
    expect(told.map((incident) => incident.class)).toEqual(['idc', 'plan']);
    const home = told[1]!;
    expect(
      when(home, (event) => event.kind === 'role' && event.thing === 'orders-hq' && event.role === 'writable'),
    ).toBe(when(home, (event) => event.kind === 'plan' && event.step === 'promote orders-hq' && event.event === 'end'));
    expect(measured(scenario).stores['orders-hq']!.recoveries).toBe(0);
  });
});

describe('the appliance', () => {
  const rpo = (faults: string, change?: (text: string) => string) =>
    measured(calm('product-bcdr', faults, change)).stores['db-cloud']!.rpoSeconds[0]!.max!;
  const site = '{at: 10d, lose: hq, for: 5d}';
  const hour = 3_600;

  it('bridges a cut of a day with 10 TB of cache: 86.4 GB wait, and are worked off in two days', () => {
    const cut = '{at: 5d, cut: vpn, for: 1d}';
    expect(rpo(`${cut}, ${site}`)).toBeLessThan(60);
    // At the end of the cut, a day is missing; a day later, half of it.
    expect(rpo(`${cut}, {at: 6d, lose: hq, for: 5d}`) / hour).toBeCloseTo(24, 1);
    expect(rpo(`${cut}, {at: 7d, lose: hq, for: 5d}`) / hour).toBeCloseTo(12, 1);
  });

  it('sends changes compressed: twice as many bytes are more than the line carries, and the lag grows without end', () => {
    const raw = (text: string) => text.replace('size: 500GB}\n\n', 'size: 500GB, compression: 1}\n\n');
    expect(rpo(site)).toBeLessThan(60);
    // 16 Mbps are written, 12 Mbps sent: a quarter of ten days.
    expect(rpo(site, raw) / hour).toBeCloseTo(240 / 4, 1);
    expect(rpo(site, (text) => raw(text).replace('compression: 1}', 'compression: 1.5}'))).toBeLessThan(60);
  });

  it('compares everything anew when the cut has filled its cache: the copy stands where it stood until that ends', () => {
    const small = (text: string) => text.replace('size: 500GB}\n\n', 'size: 500GB, cache: 10GB}\n\n');
    const cut = '{at: 5d, cut: vpn, for: 1d}';
    // 86.4 GB at 1.5 MB/s take 16 h, longer than reading 500 GB at 80 MB/s; until then a day and more is missing.
    expect(rpo(`${cut}, {at: 6d12h, lose: hq, for: 5d}`.replace('6d12h', '156h'), small) / hour).toBeCloseTo(36, 1);
    expect(rpo(`${cut}, ${site}`, small)).toBeLessThan(60);
  });

  it('can be lost: production goes on, and the recovery point stands still until it is back and has compared', () => {
    const away = '{at: 5d, lose: dr, for: 12h}';
    const scenario = calm('product-bcdr', away);
    expect(incidents(scenario, 'order')).toEqual([]);
    expect(rpo(`${away}, {at: 126h, lose: hq, for: 5d}`) / hour).toBeCloseTo(6, 1);
    expect(rpo(`${away}, ${site}`)).toBeLessThan(60);
  });

  it('leaves production without a copy that receives its writes until it is back and has compared', () => {
    const hours = (faults: string) =>
      measured(calm('product-bcdr', faults)).stores['db-hq']!.exposure.withoutCopy! * 20 * 24;
    expect(hours('{at: 5d, cut: vpn, for: 1d}')).toBeCloseTo(24, 6);
    // 43.2 GB of changes, sent at 1.5 MB/s, take 8 h: longer than reading 500 GB.
    expect(hours('{at: 5d, lose: dr, for: 12h}')).toBeCloseTo(12 + 8, 6);
  });

  it('carries damage into the cloud as any other change, unless the line was cut before it', () => {
    const reading = (text: string) => text.replace('writes: database', 'reads: database, writes: database');
    const wrong = (faults: string) =>
      measured(calm('product-bcdr', `{at: 4d, damage: db-hq, noticed: 30d}, ${faults}`, reading)).workloads['order']!
        .availability.servedWrong!.mean! * 20;
    const dark = '{at: 6d, lose: hq, for: 30d}';
    // Wrong for two days on the site; in the cloud to the end, less the minutes of the failover.
    expect(wrong(dark)).toBeCloseTo(16, 1);
    expect(wrong(`{at: 3d, cut: vpn, for: 30d}, ${dark}`)).toBeCloseTo(2, 6);
  });

  it('keeps points of a month, so that a mistake that has come over can be undone in the cloud', () => {
    const undo = (keep: string) => (text: string) =>
      text
        .replace('size: 500GB}\n\n', `size: 500GB, points: {keep: ${keep}, locate: 5m}}\n\n`)
        .replace('writes: database', 'reads: database, writes: database')
        .replace('alarms:', 'alarms:\n  wrong: {damaged: db-hq}')
        .replace(
          'plans:',
          `plans:
  undo:
    when: {alarm: wrong}
    decided-by: automation
    steps: [{fence: db-hq}, {failover: dr}, {hold-out: app-hq}, {restore: db-cloud, from: dr}]`,
        );
    const undone = (keep: string) =>
      measured(calm('product-bcdr', '{at: 6d 20m, damage: db-hq, noticed: 5h}', undo(keep)), 8);
    const { stores, workloads } = undone('30d');
    expect(stores['db-cloud']!.restores!.perYear * (20 / 365)).toBeCloseTo(1, 6);
    expect(stores['db-cloud']!.rpoSeconds.find((row) => row.class === 'damage')!.max! / 60).toBeLessThanOrEqual(60);
    // 500 GB are taken back in 500 s, after the machines have started.
    expect(workloads['order']!.availability.servedWrong!.mean! * 20 * 24).toBeLessThan(6);
    // Points that are kept for an hour are all of after the damage, which was noticed too late.
    const { stores: none, workloads: down } = undone('1h');
    expect(none['db-cloud']!.restores!.perYear).toBe(0);
    expect(down['order']!.availability.requests.mean!).toBeLessThan(7 / 20);
    expect(workloads['order']!.availability.requests.mean!).toBeGreaterThan(0.99);
  });

  it('keeps them for a month unless told otherwise: what is noticed later cannot be undone', () => {
    const undo = (text: string) =>
      text.replace('alarms:', 'alarms:\n  wrong: {damaged: db-hq}').replace(
        'plans:',
        `plans:
  undo:
    when: {alarm: wrong}
    decided-by: automation
    steps: [{fence: db-hq}, {failover: dr}, {hold-out: app-hq}, {restore: db-cloud, from: dr}]`,
      );
    const restores = (noticed: string) => {
      const scenario = calm('product-bcdr', `{at: 40d, damage: db-hq, noticed: ${noticed}}`, undo);
      const experiment = new Experiment(scenario, { runs: 1, years: 100 / 365, seed: '1' });
      while (experiment.step());
      const { stores } = experiment.result({ file: 'test', sha256: '' });
      return Math.round(stores['db-cloud']!.restores!.perYear * (100 / 365));
    };
    expect([restores('29d'), restores('31d')]).toEqual([1, 0]);
  });

  describe('is drilled', () => {
    const drills = (how: string) => (text: string) =>
      text.replace('{every: 30d}', `{first: 4d, every: 7d, takes: 6h, ${how}}`);
    const midway = '{at: 4d 2h, lose: hq, for: 5d}';
    const recovery = (change?: (text: string) => string) =>
      measured(calm('product-bcdr', midway, change)).workloads['order']!.rtoSeconds[0]!.max!;

    const availability = (change?: (text: string) => string) =>
      measured(calm('product-bcdr', '', change)).workloads['order']!.availability;

    it('beside production: nobody notices, the recovery point in the middle of a drill is what it is without one', () => {
      const scenario = calm('product-bcdr', '', drills('how: isolated'));
      expect(availability(drills('how: isolated'))).toEqual(availability());
      expect(incidents(scenario, 'order')).toEqual([]);
      expect(measured(scenario).stores['db-hq']!.exposure.withoutCopy).toBe(0);
      expect(rpo(midway, drills('how: isolated'))).toBe(rpo(midway));
      expect(rpo(midway)).toBeLessThan(60);
    });

    it('and a failover in earnest waits for the drill to be ended, no longer', () => {
      expect(recovery(drills('ends-in: 7m')) - recovery()).toBeCloseTo(7 * 60, 6);
      const between = midway.replace('2h', '7h');
      const later = (change?: (text: string) => string) =>
        measured(calm('product-bcdr', between, change)).workloads['order']!.rtoSeconds[0]!.max!;
      expect(later(drills('ends-in: 7m'))).toBe(later());
    });

    it('on the copy itself, as schemes without clones are: changes wait, and the recovery point grows as long as it lasts', () => {
      const onCopy = drills('how: on-copy');
      expect(availability(onCopy)).toEqual(availability());
      expect(rpo(midway, onCopy) / hour).toBeCloseTo(2, 1);
      // Six hours at 8 Mbps are worked off by the 4 Mbps that the line has left in twelve.
      expect(rpo(midway.replace('2h', '12h'), onCopy) / hour).toBeCloseTo(3, 1);
      expect(rpo('{at: 6d, lose: hq, for: 5d}', onCopy)).toBeLessThan(60);
      expect(measured(calm('product-bcdr', '', onCopy)).stores['db-hq']!.exposure.withoutCopy! * 20 * 24).toBeCloseTo(
        18,
        6,
      );
    });

    it('in less time than there is between two drills', () => {
      const long = (text: string) => drills('how: isolated')(text).replace('takes: 6h', 'takes: 7d');
      expect(() => calm('product-bcdr', '', long)).toThrow('a drill lasts until the next one begins');
    });
  });

  it('is one of two models: the smaller one takes no more than 20 machines', () => {
    const many = (count: number, model: string) => (text: string) =>
      text.replace('in: hq, count: 4', `in: hq, count: ${count}`).replace('model: dr-100', `model: ${model}`);
    expect(() => calm('product-bcdr', site, many(19, 'dr-100'))).not.toThrow();
    expect(() => calm('product-bcdr', site, many(20, 'dr-100'))).toThrow('a dr-100 protects 20 machines; these are 21');
    expect(() => calm('product-bcdr', site, many(20, 'dr-200'))).not.toThrow();
    expect(() => calm('product-bcdr', site, many(100, 'dr-200'))).toThrow('a dr-200 protects 100 machines');
    const caches = ['dr-100', 'dr-200'].flatMap((model) =>
      calm('product-bcdr', site, many(4, model)).components.flatMap((part) => (part.kind === 'bcdr' ? part.cache : [])),
    );
    expect(caches).toEqual([10e12, 50e12]);
  });
});

describe('the larger appliance', () => {
  const smaller = (text: string) => text.replace('dr-200', 'dr-100').replaceAll('count: 24', 'count: 18');
  /** Hours that are missing in the cloud when the site is lost so many hours after a cut of seven days. */
  const missing = (hours: number, change?: (text: string) => string) => {
    const lost = calm(
      'product-bcdr-dr200',
      `{at: 2d, cut: line, for: 7d}, {at: ${216 + hours}h, lose: hq, for: 5d}`,
      change,
    );
    return measured(lost).stores['db-cloud']!.rpoSeconds[0]!.max! / 3_600;
  };

  it('protects machines that the smaller one does not', () => {
    expect(() => calm('product-bcdr-dr200', '')).not.toThrow();
    expect(() => calm('product-bcdr-dr200', '', (text) => text.replace('dr-200', 'dr-100'))).toThrow(
      'a dr-100 protects 20 machines; these are 26',
    );
  });

  it('bridges a cut of seven days: 12.1 TB wait in its cache and are worked off, four hours in one', () => {
    // 20 MB/s are written, 100 MB/s are sent.
    for (const hours of [0, 24, 36]) expect(missing(hours)).toBeCloseTo(168 - hours * (100 / 20 - 1), 1);
    expect(missing(43)).toBeLessThan(0.1);
  });

  it('where the cache of the smaller one is full after six, and nothing arrives until both copies have been compared', () => {
    // 10 TB at 80 MB/s take 34.7 h; what was written meanwhile is worked off after that.
    for (const hours of [0, 24, 34]) expect(missing(hours, smaller)).toBeCloseTo(168 + hours, 1);
    expect(missing(36, smaller)).toBeLessThan(35);
  });
});
