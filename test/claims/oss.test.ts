import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 8: three copies in different racks; one master, two
// chunk servers and several KVServer and WS nodes may be lost. Section 2: the simplest IT system has an object store.

const SECONDS = 20 * 86_400;
const exact = (text: string) =>
  text.replace(
    'chunk-servers: 12',
    'chunk-servers: 12, election: 2s, recopy: 1h, check: {interval: 2s, timeout: 5s, healthy: 3, unhealthy: 3, phase: even}',
  );
const zones = (text: string) =>
  exact(text).replace('kind: oss, in: cn-beijing/a', 'kind: oss, in: [cn-beijing/a, cn-beijing/b, cn-beijing/c]');
/** Requests that were not served, in seconds of full demand. */
const lost = (workload: string, faults: string, change = exact) => {
  const { requests } = measured(calm('product-oss', faults, change)).workloads[workload]!.availability;
  return (1 - (requests.mean ?? 1)) * SECONDS;
};
const parts = (sort: string, ...numbers: number[]) =>
  numbers.map((i) => `{at: 3d, lose: files/${sort}-${i}, for: 6h, effect: exit}`).join(', ');

describe('an object store of three copies in one zone', () => {
  it('survives two chunk servers', () => {
    expect(lost('page', parts('chunk', 1, 2))).toBe(0);
    expect(lost('upload', parts('chunk', 1, 2))).toBe(0);
  });

  it('misses what three of twelve had together, until it is copied anew: one triple of 220', () => {
    expect(lost('page', parts('chunk', 1, 2, 3))).toBeCloseTo(3600 / 220, 6);
    expect(lost('page', parts('chunk', 1, 2, 3, 4))).toBeCloseTo((3600 * 4) / 220, 6);
    expect(lost('upload', parts('chunk', 1, 2, 3))).toBe(0);
  });

  it('but not three one after the other: each is copied anew before the next is lost', () => {
    const later = [1, 2, 3].map((i) => `{at: ${3 + i}d, lose: files/chunk-${i}, for: 10d}`).join(', ');
    expect(lost('page', later)).toBe(0);
  });

  it('survives one master, for the price of an election where it was the leader', () => {
    expect(lost('page', parts('master', 2))).toBe(0);
    expect(lost('page', parts('master', 1))).toBeCloseTo(2, 6);
  });

  it('and not two', () => {
    expect(lost('page', parts('master', 2, 3))).toBeCloseTo(6 * 3600 + 2, 6);
  });

  it.each(['kv', 'ws'])('survives %s nodes: a dead one keeps its share until checks have taken it out', (sort) => {
    // Three nodes are looked at in turn: the first refuses at 0, 2 and 4 s.
    expect(lost('page', parts(sort, 1))).toBeCloseTo(4 / 3, 6);
    expect(lost('page', parts(sort, 1, 2))).toBeLessThan(6);
    expect(lost('page', parts(sort, 1, 2, 3))).toBeCloseTo(6 * 3600, 6);
  });
});

describe('a zone lost', () => {
  const ZONE = '{at: 3d, lose: cn-beijing/a, for: 6h}';

  it('takes a store of one zone with it: pages and uploads wait, orders do not', () => {
    expect(lost('upload', ZONE)).toBeGreaterThan(6 * 3600 - 1);
    expect(lost('page', ZONE)).toBeGreaterThan(6 * 3600 - 1);
    expect(lost('order', ZONE)).toBeLessThan(3 * 3600);
  });

  it('and not one that is redundant over zones', () => {
    expect(lost('upload', ZONE, zones)).toBeLessThan(60);
  });

  it('which two zones lost end', () => {
    const two = `${ZONE}, {at: 3d, lose: cn-beijing/c, for: 3h}`;
    expect(lost('upload', two, zones)).toBeGreaterThan(3 * 3600 - 1);
  });
});

describe('objects that were deleted by mistake', () => {
  const DAY = 86_400;
  const backed = (text: string) =>
    exact(text)
      .replace('recopy: 1h', 'recopy: 1h, size: 360GB, backups: {full: daily, locate: 0s, unusable: 0%}')
      .replace(
        '\nobjectives:',
        `
alarms: {wrong: {damaged: files}}
plans:
  undo: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: files}]}

objectives:`,
      );
  const damage = '{at: 5d 12h, damage: files, noticed: 2h}';

  it('stay wrong for ever where there is no backup: three copies are alike', () => {
    const { servedWrong } = measured(calm('product-oss', damage, exact)).workloads['page']!.availability;
    expect(servedWrong!.mean! * 20).toBeCloseTo(14.5, 6);
  });

  it('come back from the last backup before: the store stands still meanwhile, and newer objects are gone', () => {
    const result = measured(calm('product-oss', damage, backed));
    const { servedWrong } = result.workloads['page']!.availability;
    expect(servedWrong!.mean! * 20 * 24).toBeCloseTo(2, 6);
    // 360 GB at 100 MB/s are an hour.
    expect(lost('upload', damage, backed)).toBeCloseTo(3_600, 6);
    expect(lost('order', damage, backed)).toBe(0);
    const { rpoSeconds, writesLostPerYear } = result.stores['files']!;
    expect(rpoSeconds).toMatchObject([{ class: 'damage', count: 1 }]);
    expect(rpoSeconds[0]!.max!).toBeLessThan(DAY);
    expect(writesLostPerYear * (20 / 365)).toBeCloseTo(20 * rpoSeconds[0]!.max!, 3);
  });
});

describe('without its object store', () => {
  it('the simplest IT system serves no page, though its database works', () => {
    expect(lost('page', parts('ws', 1, 2, 3))).toBeGreaterThan(6 * 3600 - 1);
    expect(lost('order', parts('ws', 1, 2, 3))).toBe(0);
  });
});

// The same section; alibabacloud.com/help: a rule of replication carries additions and changes, for disaster recovery, or deletions too.
describe('what is deleted by mistake in an object store that is copied to another region', () => {
  const LAG = 600;
  const WRONG = '{at: 5d, damage: files-hangzhou, noticed: 2h';
  const copied = (deletions: boolean) => (text: string) =>
    text
      .replace('to: files-beijing, rtc: true', `to: files-beijing, lag: ${LAG}s, deletions: ${deletions}`)
      .replace(
        'upload: {entry: www',
        'far: {entry: slb-beijing, demand: 1/s, reads: objects}\n  near: {entry: slb-hangzhou, demand: 1/s, reads: objects}\n  upload: {entry: www',
      );
  const rightFor = (workload: string, fault: string, deletions: boolean) => {
    const { workloads } = measured(calm('remote-dr', fault, copied(deletions)));
    return (1 - workloads[workload]!.availability.servedWrong!.mean!) * SECONDS;
  };

  it('is gone there too, a lag later, where deletions are carried', () => {
    expect(rightFor('near', `${WRONG}, deletes: true}`, true)).toBeCloseTo(5 * 86_400, 3);
    expect(rightFor('far', `${WRONG}, deletes: true}`, true)).toBeCloseTo(5 * 86_400 + LAG, 0);
  });

  it('and is all there where they are not', () => {
    expect(rightFor('near', `${WRONG}, deletes: true}`, false)).toBeCloseTo(5 * 86_400, 3);
    expect(rightFor('far', `${WRONG}, deletes: true}`, false)).toBe(SECONDS);
  });

  it('but not what was overwritten: that is a change like any other', () => {
    expect(rightFor('far', `${WRONG}}`, false)).toBeCloseTo(5 * 86_400 + LAG, 0);
  });

  it('nor does anything travel while the task stands still', () => {
    const still = `${WRONG}, deletes: true}, {at: 4d 23h, lose: files-there, for: 5h}`;
    const right = rightFor('far', still, true) - 5 * 86_400;
    // 5 uploads of 1 MB a second wait for an hour before the damage; a third of 200 Mbit/s works those off in 36 min.
    expect(right).toBeCloseTo(4 * 3_600 + 36 * 60 + LAG, 0);
  });
});
