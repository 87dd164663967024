import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.2: hot backup of a database synchronises both ways in
// real time. Against one way: what was left behind arrives, and the old primary follows without being copied anew.

const RUNS = 16;
const YEARS = 20 / 365;
const DARK = '{at: 3d, lose: idc/data, for: 12h}';
const surely = (text: string) => text.replaceAll('size: 200GB', 'size: 200GB, fencing: {works: 100%}');
const oneWay = (text: string) => surely(text).replace(', two-way: true', '');
const copiedAnew = (text: string) =>
  oneWay(text).replace(
    '      - {stop-writes: in-cloud',
    '      - {rebuild: local, from: in-cloud}\n      - {reverse: sync}\n      - {stop-writes: in-cloud',
  );
const seen = (change: (text: string) => string) => measured(calm('db-hot-backup', DARK, change), RUNS).stores;

describe('a hot backup both ways', () => {
  const both = seen(surely);
  const copied = seen(copiedAnew);

  it('delivers exactly what the promotion had left behind; one way that is thrown away', () => {
    const { orphanedPerYear, deliveredPerYear, writesLostPerYear } = both['in-cloud']!;
    expect(orphanedPerYear).toBeGreaterThan(0);
    expect(deliveredPerYear! * YEARS).toBeCloseTo(orphanedPerYear * YEARS, 6);
    expect(writesLostPerYear).toBe(0);
    expect(copied['in-cloud']!.deliveredPerYear).toBeUndefined();
    expect(copied['in-cloud']!.writesLostPerYear * YEARS).toBeCloseTo(orphanedPerYear * YEARS, 6);
  });

  it('protects the writes in the cloud from the return of the room on; one way from the copy on, a day later', () => {
    const alone = (stores: typeof both) => stores['in-cloud']!.exposure.withoutCopy! * 20 * 24;
    expect(alone(both)).toBeLessThan(12);
    expect(alone(copied)).toBeGreaterThan(12 + 20);
  });

  it('goes home with nothing left behind, and is a hot backup again', () => {
    expect(both['local']!.recoveries).toBe(0);
    expect(both['local']!.exposure.withoutCopy! * 20 * 24).toBeLessThan(1);
    expect(both['local']!.splitBrain.perYear).toBe(0);
  });

  it('has to be copied anew where the room was away for longer than a week: what it had alone is lost', () => {
    const away = (text: string) => surely(text).replace('for: 24h, after', 'for: 3h, after');
    const stores = measured(calm('db-hot-backup', DARK.replace('12h', '8d'), away), RUNS).stores;
    expect(stores['in-cloud']!.deliveredPerYear).toBeUndefined();
    expect(stores['in-cloud']!.orphanedPerYear).toBeGreaterThan(0);
    expect(stores['in-cloud']!.writesLostPerYear).toBeCloseTo(stores['in-cloud']!.orphanedPerYear, 6);
    // 200 GB at 200 Mbps are 8,000 s: longer than at 80 MB/s. Before that nothing in the cloud is copied elsewhere.
    const alone = stores['in-cloud']!.exposure.withoutCopy! * 20 * 24 * 3_600;
    const soon = both['in-cloud']!.exposure.withoutCopy! * 20 * 24 * 3_600;
    expect(alone - soon).toBeCloseTo(7.5 * 86_400 + 8_000, -3);
  });

  it('takes writes in both places where the old primary could not be fenced and some still write to it: conflicts', () => {
    const divided = (text: string) =>
      text
        .replaceAll('size: 200GB', 'size: 200GB, fencing: {works: 0%}')
        .replace('workloads:', 'workloads:\n  stock: {entry: till, demand: 10/s, writes: database}')
        .replace(
          '  app: ',
          '  till: {kind: ecs, in: idc/servers, count: 4, capacity-each: 100/s, uses: {database: local}}\n  app: ',
        );
    const { splitBrain } = measured(calm('db-hot-backup', DARK, divided), RUNS).stores['local']!;
    expect(splitBrain.minutesPerYear * YEARS).toBeGreaterThan(24 * 60);
    expect(splitBrain.conflictingWritesPerYear).toBeCloseTo(10 * 60 * splitBrain.minutesPerYear, 3);
  });

  it('brings it over when writes are stopped by hand where the old primary could not be fenced', () => {
    const unfenced = seen((text) => text.replaceAll('size: 200GB', 'size: 200GB, fencing: {works: 0%}'));
    const { orphanedPerYear, deliveredPerYear } = unfenced['in-cloud']!;
    expect(unfenced['local']!.splitBrain.minutesPerYear).toBeGreaterThan(0);
    expect(deliveredPerYear! * YEARS).toBeCloseTo(orphanedPerYear * YEARS, 6);
  });
});

describe('a task both ways between two regions', () => {
  const LOST = '{at: 3d, lose: orders, for: 6h}';
  const stores = (change: (text: string) => string = (text) => text, faults = LOST) =>
    measured(calm('product-dts-two-way', faults, change), RUNS).stores;
  const single = (text: string) => text.replace(', two-way: true', '');
  const home = (text: string) =>
    single(text).replace(
      'steps:\n      - {stop-writes',
      'steps:\n      - {rebuild: orders, from: copy}\n      - {reverse: sync}\n      - {stop-writes',
    );

  it('brings over what the promotion left behind, which one way loses', () => {
    const both = stores();
    const one = stores(home);
    expect(both['copy']!.orphanedPerYear).toBeGreaterThan(0);
    expect(both['copy']!.deliveredPerYear!).toBeCloseTo(both['copy']!.orphanedPerYear, 6);
    expect(both['copy']!.writesLostPerYear).toBe(0);
    expect(one['copy']!.writesLostPerYear).toBeCloseTo(both['copy']!.orphanedPerYear, 6);
  });

  it('leaves the second database alone until the first is back; one way until that has been copied anew, a day later', () => {
    const alone = (change?: (text: string) => string) => stores(change)['copy']!.exposure.withoutCopy! * 20 * 24;
    expect(alone()).toBeLessThan(6);
    expect(alone(home)).toBeGreaterThan(6 + 20);
  });

  it('is sold for some pairs of engines only', () => {
    const other = (text: string) => text.replaceAll('engine: mysql', 'engine: postgresql');
    expect(() => calm('product-dts-two-way', '', other)).toThrow('and none back');
  });
});
