import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { calm, incidents, measured } from './told.ts';

// Alibaba Cloud disaster-recovery white paper, version 2019-07-18, section 6.3: DRDS stands before RDS in each room.

const SECONDS = 20 * 86_400;
const RDS = 'edition: high-availability, in: [cn-beijing/a, cn-beijing/b], ';
/** Switches of 5 s and 10 s that always work, and standbys half a second behind. */
const exact = (text: string) =>
  text.replaceAll(
    RDS,
    `${RDS}detection: 5s, switch: 10s, coverage: 100%, replication: asynchronous, lag: 500ms, rebuild: 0s, `,
  );
const told = (faults: string, change = exact) => calm('product-drds', faults, change);
/** Requests that were not served, in seconds of full demand. */
const lost = (faults: string, workload = 'browse', change = exact) =>
  (1 - (measured(told(faults, change)).workloads[workload]!.availability.requests.mean ?? 1)) * SECONDS;
const both = (shard: number) =>
  [1, 2].map((node) => `{at: 3d, lose: orders-${shard}/${node}, for: 1h, effect: exit}`).join(', ');
const node = (i: number) => `{at: 3d, lose: orders/${i}, for: 1h}`;

describe('one database of four', () => {
  it.each(['browse', 'order'])('lost with its standby fails a quarter of %s and no more', (workload) => {
    expect(lost(both(3), workload)).toBeCloseTo(3600 / 4, 6);
    const [incident, ...others] = incidents(told(both(3)), workload);
    expect(others).toEqual([]);
    const served = incident!.lines.flatMap(({ event }) => (event.kind === 'service' ? [event.served] : []));
    expect([...new Set(served)].sort()).toEqual([0.75, 1]);
  });

  it('and two of them a half', () => {
    expect(lost(`${both(1)}, ${both(4)}`)).toBeCloseTo(3600 / 2, 6);
  });

  it('switches by itself, which a quarter feels for its seconds', () => {
    expect(lost('{at: 3d, lose: orders-2/1, for: 1h}')).toBeCloseTo(15 / 4, 6);
  });

  it('loses its own writes: a quarter of what is written in half a second', () => {
    const { stores } = measured(told('{at: 3d, lose: orders-2/1, for: 1h}'));
    expect(stores['orders-2']!.rpoSeconds).toMatchObject([{ class: 'instance', count: 1, max: 0.5 }]);
    expect(stores['orders-2']!.writesLostPerYear * (20 / 365)).toBeCloseTo((80 / 4) * 0.5, 6);
    expect(stores['orders-1']!.writesLostPerYear).toBe(0);
  });

  it('is what the loss is put down to', () => {
    const { causes } = measured(told(both(3))).workloads['browse']!;
    expect(JSON.stringify(causes)).toContain('orders-3');
    expect(JSON.stringify(causes)).not.toContain('orders-1');
  });
});

describe('a request that reads and writes', () => {
  const bothWays = (text: string) => exact(text).replace('writes: database}', 'reads: database, writes: database}');

  it('meets one key: a database that is lost counts once', () => {
    expect(lost(both(3), 'order', bothWays)).toBeCloseTo(3600 / 4, 6);
    expect(lost(`${both(1)}, ${both(4)}`, 'order', bothWays)).toBeCloseTo(3600 / 2, 6);
  });

  it('that meets a gray database is failed once by it', () => {
    const gray = '{at: 3d, lose: orders-3/1, for: 1h, effect: gray, share: 50%, probes-fail: 0%}';
    expect(lost(gray, 'order', bothWays)).toBeCloseTo((3600 / 4) * 0.5, 6);
  });
});

describe('routers', () => {
  it('may be lost one by one', () => {
    expect(lost(node(1))).toBe(0);
    expect(lost(node(2), 'order')).toBe(0);
  });

  it('and all of them take everything with them', () => {
    expect(lost(`${node(1)}, ${node(2)}`)).toBeCloseTo(3600, 6);
    expect(lost(`${node(1)}, ${node(2)}`, 'order')).toBeCloseTo(3600, 6);
  });

  it('must be in reach: what stands in another zone is lost with the way to it', () => {
    const inB = (text: string) =>
      exact(text)
        .replaceAll('[cn-beijing/a, cn-beijing/b]', 'cn-beijing/b')
        .replace('components:', 'links: {ab: {between: [cn-beijing/a, cn-beijing/b]}}\n\ncomponents:');
    const standing = (where: string) => (text: string) =>
      inB(text).replace('kind: drds, in: cn-beijing/b', `kind: drds, in: ${where}`);
    const cut = '{at: 3d, cut: ab, for: 1h}';
    expect(lost(cut, 'browse', standing('cn-beijing/a'))).toBeCloseTo(3600, 6);
    expect(lost(cut, 'order', standing('cn-beijing/a'))).toBeCloseTo(3600, 6);
    expect(lost(cut, 'browse', standing('[cn-beijing/a, cn-beijing/b]'))).toBe(0);
  });
});

it('wrong data in one shard are served to a quarter of those who read', () => {
  const result = measured(told('{at: 5d, damage: orders-1, noticed: 1d}'));
  const { servedWrong } = result.workloads['browse']!.availability;
  expect(servedWrong!.mean).toBeCloseTo((15 / 20) * (1 / 4), 9);
});

it('a shard that is named twice is a mistake', () => {
  const { problems } = readScenario(
    `
hasim: 1
places: {a: {}}
components:
  app: {kind: ecs, in: a, count: 1, uses: {database: all}}
  all: {kind: drds, in: a, shards: [db, db]}
  db:  {kind: rds, edition: basic, in: a, size: 1GB}
workloads: {use: {entry: app, demand: 1/s, reads: database}}
`,
    'twice',
  );
  expect(problems.map(({ code }) => code)).toContain('shard-twice');
});
