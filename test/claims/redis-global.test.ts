import { describe, expect, it } from 'vitest';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: global active-active. Every sub-instance takes
// reads and writes; synchronisation is two-way and asynchronous, and goes on after days of interruption; a manager resumes and
// rebuilds. Section 7: conflicts are resolved by CRDT; open-source Redis on premises is synchronised one way.

const YEARS = 20 / 365;
const exact = (text: string, keys = 1_000_000, more = '') =>
  text.replace(
    'max-writes: 5000/s',
    `max-writes: 5000/s, lag: 2s, resumable: 7d, copy: 1h, resume: 10s, notice: 30s, keys: ${keys}${more}`,
  );
const stores = (faults: string, change: (text: string) => string = exact) =>
  measured(calm('product-redis-global', faults, (text) => change(text))).stores;
const days = (n: number, at = 3) => `{at: ${at}d, cut: backbone, for: ${n}d}`;
/** Conflicts of two sides that write so often in a window, the sum of both sides. */
const met = (one: number, other: number, keys: number) =>
  one * -Math.expm1(-other / keys) + other * -Math.expm1(-one / keys);
const merged = (faults: string, change?: (text: string) => string) => {
  const both = stores(faults, change);
  return (both['cache-h']!.mergedConflictsPerYear + both['cache-b']!.mergedConflictsPerYear) * YEARS;
};

describe('open-source Redis on premises', () => {
  const ownOne =
    (which: 'h' | 'b', more = '') =>
    (text: string) =>
      exact(text, 1_000_000, more).replace(
        `cache-${which}: {kind: redis, `,
        `cache-${which}: {kind: redis, open-source: true, `,
      );
  const oneWay = ', direction: one-way';

  it('is carried into the cloud, and nothing back', () => {
    expect(() => calm('product-redis-global', '', ownOne('h', oneWay))).not.toThrow();
    expect(() => calm('product-redis-global', '', ownOne('h'))).toThrow('nothing is carried back into `cache-h`');
    expect(() => calm('product-redis-global', '', ownOne('b', oneWay))).toThrow('nothing is carried into `cache-b`');
  });

  it('leaves the other side unprotected: what is written in the cloud is in the cloud only', () => {
    const there = measured(
      calm('product-redis-global', '{at: 3d, lose: cn-hangzhou, for: 6h}', ownOne('h', oneWay)),
    ).stores;
    expect(there['cache-b']!.recoveries).toBe(1);
    const back = measured(
      calm('product-redis-global', '{at: 3d, lose: cn-beijing, for: 6h}', ownOne('h', oneWay)),
    ).stores;
    expect(back['cache-h']!.recoveries).toBe(0);
  });
});

describe('two stores that both take writes', () => {
  it('are no split brain, and neither waits for the other', () => {
    const { 'cache-h': h, 'cache-b': b } = stores(days(5));
    for (const store of [h!, b!]) expect(store.splitBrain.perYear).toBe(0);
    expect(incidents(calm('product-redis-global', days(5), exact), 'login')).toEqual([]);
  });

  it('cut for days, lose nothing: the channel goes on from where it was', () => {
    for (const store of Object.values(stores(days(5))))
      expect(store).toMatchObject({ recoveries: 0, writesLostPerYear: 0 });
  });

  it('cut for longer than it can go on, one side is copied anew and loses what only it had', () => {
    const { 'cache-h': h, 'cache-b': b } = stores(days(8));
    expect(b!.recoveries).toBe(0);
    // Writes at 100/s until the copy began, 10 s after the way was back.
    const lost = 8 * 86_400 + 10 + 2;
    expect(h!.rpoSeconds).toMatchObject([{ class: 'link', domain: 'backbone', count: 1 }]);
    expect(h!.rpoSeconds[0]!.max).toBeCloseTo(lost, 0);
    expect(h!.writesLostPerYear * YEARS).toBeCloseTo(100 * lost, 0);
  });

  it('a side that is lost leaves behind its lag, which arrives when it is back', () => {
    const { 'cache-b': b } = stores('{at: 3d, lose: cn-hangzhou, for: 6h}');
    expect(b!.rpoSeconds).toMatchObject([{ class: 'region', domain: 'cn-hangzhou', count: 1, max: 2 }]);
    expect(b).toMatchObject({ writesLostPerYear: 0 });
    expect(b!.orphanedPerYear * YEARS).toBeCloseTo(100 * 2, 6);
  });

  it('lost for longer than the channel can go on, it is copied from the side that lived', () => {
    const { 'cache-h': h, 'cache-b': b } = stores('{at: 3d, lose: cn-hangzhou, for: 8d}');
    // Of the other side's eight days nothing; of its own a second that had not reached the disk, and what it took from users who
    // had returned in the 10 s before the copy began.
    expect(h!.writesLostPerYear * YEARS).toBeLessThanOrEqual(100);
    expect(b).toMatchObject({ recoveries: 1 });
    expect(b!.writesLostPerYear * YEARS).toBeLessThan(100 * 10);
  });

  it('and all that it had written since a cut', () => {
    const { 'cache-b': b } = stores(`${days(2)}, {at: 4d, lose: cn-hangzhou, for: 6h}`);
    expect(b!.rpoSeconds[0]!.max).toBeCloseTo(86_402, 3);
  });
});

describe('a side that is lost twice within one cut', () => {
  const at = (hours: number) => `{at: ${72 + hours}h, lose: cache-h, for: 10m}`;
  const left = (faults: string) => stores(`${days(1)}, ${faults}`)['cache-b']!;

  it('leaves behind what it had written by then, and each write once', () => {
    const once = left(at(1));
    expect(once.recoveries).toBe(1);
    expect(once.orphanedPerYear * YEARS).toBeCloseTo(100 * (3600 + 2), 6);
    // Lost an hour after it was back and served again: what it wrote in that hour comes on top.
    const twice = left(`${at(1)}, ${at(3)}`);
    const thrice = left(`${at(1)}, ${at(3)}, ${at(4)}`);
    expect([twice, thrice].map(({ recoveries }) => recoveries)).toEqual([2, 3]);
    expect(twice.orphanedPerYear * YEARS).toBeCloseTo(100 * (3 * 3600 - 600 + 2), 0);
    expect(thrice.orphanedPerYear * YEARS).toBeCloseTo(100 * (4 * 3600 - 2 * 600 + 2), 0);
  });

  it('is thrown away whole by a copy, and told then where nobody had noticed', () => {
    const short = (text: string) => exact(text).replace('resumable: 7d', 'resumable: 12h');
    const twice = `${days(1)}, ${at(1)}, ${at(3)}`;
    const { 'cache-b': seen } = stores(twice, short);
    const { 'cache-b': blind } = stores(`${twice}, {at: 2d, lose: sync/manager, for: 36h}`, short);
    const all = 100 * (86_400 + 10 - 2 * 600 + 2);
    for (const told of [seen!, blind!]) expect(told.writesLostPerYear * YEARS).toBeCloseTo(all, -1);
    expect([seen!, blind!].map(({ recoveries }) => recoveries)).toEqual([2, 1]);
    expect(blind!.orphanedPerYear).toBe(blind!.writesLostPerYear);
    expect(blind!.rpoSeconds[0]!.max).toBeCloseTo(86_400 + 10 + 2, 0);
  });
});

describe('the manager of the channel', () => {
  const away = '{at: 2d, lose: sync/manager, for: 4d}';

  it('lost, what was cut stays cut, though the way is back', () => {
    const cut = '{at: 3d, cut: backbone, for: 1h}';
    const later = '{at: 7d, lose: cn-hangzhou, for: 1h}';
    const sooner = '{at: 5d, lose: cn-hangzhou, for: 36h}';
    expect(stores(`${away}, ${cut}, ${later}`)['cache-b']!.rpoSeconds[0]!.max).toBeCloseTo(2, 6);
    // Lost on day 5 to 6.5, the manager back on day 6: what day 3 to 5 had written is not there.
    const { 'cache-b': b } = stores(`${away}, ${cut}, ${sooner}`);
    expect(b!.recoveries).toBe(0);
  });
});

describe('conflicts', () => {
  it('of a cut: both sides write some of the same keys', () => {
    const writes = 100 * (86_400 + 10);
    const whole = (text: string) => exact(text, 10_000_000);
    const calmly = merged('{at: 3d, lose: app-h/1, for: 1s}', whole);
    const cut = merged(days(1), whole);
    const blind = (100 * 86_410 * met(100, 400, 10_000_000)) / 100;
    expect(blind).toBeGreaterThan(0);
    expect(cut - calmly).toBeGreaterThan(met(writes, writes, 10_000_000) * 0.99);
    expect(cut - calmly).toBeLessThan(met(writes, writes, 10_000_000));
  });

  it('while all is well: those written within the lag of each other', () => {
    const perSecond = met(100, 100 * 4, 1_000_000) / 1;
    expect(perSecond).toBeGreaterThan(0);
    const each = 2 * 100 * -Math.expm1((-100 * 4) / 1_000_000);
    expect(merged('{at: 19d, cut: backbone, for: 1ms}')).toBeCloseTo(each * 20 * 86_400, -2);
  });

  it('none where writes go one way', () => {
    expect(merged(days(1), (text) => exact(text, 1_000_000, ', direction: one-way'))).toBe(0);
  });
});

describe('one way', () => {
  it('the first side never gets what the second has written', () => {
    const one = (text: string) => exact(text, 1_000_000, ', direction: one-way');
    expect(stores('{at: 3d, lose: cn-beijing, for: 6h}', one)['cache-h']!.recoveries).toBe(0);
    expect(stores('{at: 3d, lose: cn-hangzhou, for: 6h}', one)['cache-b']!.rpoSeconds[0]!.max).toBeCloseTo(2, 6);
  });
});

describe('wrong data', () => {
  const synced = (text: string) => text.replace('max-writes: 5000/s', 'max-writes: 5000/s, lag: 10s');
  const wrongFor = (faults: string) =>
    measured(calm('product-redis-global', faults, synced)).workloads['look']!.availability.servedWrong!.mean! *
    20 *
    86_400;

  it('come over to the other side a lag later: half of the reads are wrong until then, all of them from then on', () => {
    expect(wrongFor('{at: 19d, damage: cache-h, noticed: 2h}')).toBeCloseTo(10 / 2 + 86_400 - 10, 0);
  });
});
