import { describe, expect, it } from 'vitest';
import { calm, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 1.4: the read-write split edition; a bad read replica
// is rebuilt, the proxy lowers its weight and after several failed connections stops it.

const SECONDS = 20 * 86_400;
/** The shortest delay, a microsecond: readers follow a new master after it where nothing longer is written. */
const LEAST = 1e-6;
/** Connections are tried at known moments: target i of five first at i fifths of a second; two of them are the copies. */
const exact = (text: string, reattach = '0s', lowered = '50%') =>
  text.replace(
    'readers: {count: 3,',
    `switch: 10s
    coverage: 100%
    lag: 500ms
    unflushed: 0s
    copy-speed: 100MB/s
    ha: {in: cn-beijing/b, interval: 2s, timeout: 2s, unhealthy: 3, phase: even}
    readers: {count: 3, reattach: ${reattach}, lowered: ${lowered}, interval: 1s, timeout: 1s, unhealthy: 3, phase: even,`,
  );
const told = (faults: string, change: (text: string) => string = exact) => calm('product-redis-split', faults, change);
/** Requests that were not served, in seconds of full demand. */
const lost = (workload: string, faults: string, change?: (text: string) => string) =>
  (1 - (measured(told(faults, change)).workloads[workload]!.availability.requests.mean ?? 1)) * SECONDS;

const READER = '{at: 3d, lose: cache/reader-1, for: 2m, effect: exit}';
const MASTER = '{at: 3d, lose: cache/1, for: 10m, effect: exit}';

describe('a bad read replica', () => {
  // It refuses at 0.4 s (its weight is halved), at 1.4 and 2.4 s (it is out).
  const until = (first: number, out: number, weight: number) => first / 4 + (out - first) * (weight / (3 + weight));

  it('gets fewer reads after the first failed connection, and none after the third', () => {
    expect(lost('look', READER)).toBeCloseTo(until(0.4, 2.4, 0.5), 6);
  });

  it('without a lower weight it would do more harm', () => {
    expect(lost('look', READER, (text) => exact(text, '0s', '100%'))).toBeCloseTo(2.4 / 4, 6);
  });

  it('that does not answer at all takes three timeouts', () => {
    expect(lost('look', READER.replace('exit', 'silent'))).toBeCloseTo(until(1.4, 5.4, 0.5), 6);
  });

  it('hurts nobody while it is rebuilt: it gets reads when it is well', () => {
    const anew = READER.replace('2m', '1h');
    expect(lost('look', anew)).toBeCloseTo(until(0.4, 2.4, 0.5), 6);
  });
});

describe('the master of a read-write split', () => {
  it('gone, writes wait for the switch; reads go on but for its own share', () => {
    // The master refuses at 0 s, 1 and 2 s: a seventh of the reads for 2 s (its weight is halved at once), then none.
    expect(lost('look', MASTER)).toBeCloseTo(2 / 7 + (3 / 4) * LEAST, 6);
    // The module's heartbeats are refused at 0, 2 and 4 s; then the switch takes 10 s.
    expect(lost('login', MASTER)).toBeCloseTo(14, 6);
  });

  it('is followed by the readers: until they do, they answer nothing', () => {
    const slow = (text: string) => exact(text, '4s');
    // Three of four parts of the reads for four seconds.
    expect(lost('look', MASTER, slow) - lost('look', MASTER)).toBeCloseTo((4 - LEAST) * (3 / 4), 6);
  });

  it('gone for good with its replica, reads go on and writes do not', () => {
    const both = `${MASTER}, {at: 3d, lose: cache/2, for: 10m, effect: exit}`;
    expect(lost('look', both)).toBeLessThan(1);
    expect(lost('login', both)).toBeCloseTo(600, 0);
  });
});

describe('a master of the standard edition', () => {
  it('takes reads with it', () => {
    const standard = (text: string) =>
      exact(text)
        .replace('read-write-split', 'standard')
        .replace(/\n *readers: .*\n/, '\n');
    expect(lost('look', MASTER, standard)).toBeGreaterThan(13);
  });
});

describe('what readers of a read-write split see', () => {
  it('is as old as the lag, for the share of them that copies answer', () => {
    const age = (faults: string) =>
      measured(
        calm('product-redis-split', faults, (text) => text.replace('kind: redis\n', 'kind: redis\n    lag: 2s\n')),
      ).stores['cache']!.readAge!.meanSeconds!;
    const scenario = calm('product-redis-split', '');
    const { readers } = scenario.components.find((part) => part.kind === 'redis')!;
    const { count, weight, masterWeight } = readers!;
    const share = (copies: number) => (copies * weight) / (copies * weight + masterWeight);
    expect(age('')).toBeCloseTo(2 * share(count), 9);
    // With one copy gone for ten days of twenty the others answer more, and what they show is as old.
    expect(age('{at: 5d, lose: cache/reader-1, for: 10d}')).toBeCloseTo(share(count) + share(count - 1), 3);
  });
});
