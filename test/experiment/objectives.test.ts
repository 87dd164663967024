import { describe, expect, it } from 'vitest';
import { DAY, type Us } from '../../src/base/index.ts';
import { Drill, type DrillResult, Experiment, type JudgedObjective } from '../../src/experiment/index.ts';
import { read } from '../simulate.ts';

/** Zone a is lost for an hour and zone b for two, in every run; a node of a is lost for longer. */
const LOST = `
hasim: 1
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  app: {kind: ecs, in: east/b, count: 1, capacity-each: 10/s, boot: 0s}
  db:  {kind: rds, edition: basic, in: east/a, size: 1GB}
workloads:
  page: {entry: web, demand: 1/s}
  call: {entry: app, demand: 1/s}
objectives: {site-lost: {scope: zone, rto: 4h, rpo: 30m}}
faults:
  - {at: 10d, lose: east/a, for: 1h}
  - {at: 20d, lose: east/b, for: 2h}
  - {at: 30d, lose: web, for: 9h}
`;

describe('an objective for the loss of a place', () => {
  it('needs a drill, and says what runs have seen: p95 of the worst place, and of how many losses', () => {
    const experiment = new Experiment(read(LOST), { runs: 5, years: 1, seed: '1' });
    while (experiment.step());
    const { objectives } = experiment.result({ file: 'x', sha256: '' });
    expect(objectives).toMatchObject([
      { objective: 'site-lost rto', measured: 7_200, low: 7_200, high: null, seen: 5, verdict: 'needs-drill' },
      { objective: 'site-lost rpo', measured: null, verdict: 'needs-drill' },
    ]);
  });
});

/** A database without a standby in zone a; users reach it through either of two other zones. */
const ALONE = `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}
components:
  lb:  {kind: slb, product: alb, in: [r/a, r/b, r/c], backends: [app]}
  app: {kind: ecs, in: [r/b, r/c], count: 2, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  db:  {kind: rds, edition: basic, in: r/a, size: 1GB, faults: {crash: {mtbf: 1y, repair: 10m, effect: exit}}}
workloads: {page: {entry: lb, demand: 1/s, reads: database, writes: database}}
objectives: {site-lost: {scope: zone, rto: 1h, rpo: 0s}}
`;

const drilled = (text: string, times: number, fault?: string): DrillResult => {
  const drill = new Drill(read(text), {
    seed: '1',
    times,
    lostFor: (2 * DAY) as Us,
    ...(fault === undefined ? {} : { fault }),
  });
  while (drill.step());
  return drill.result({ file: 'x', sha256: '' });
};

const rpoOf = ({ objectives }: DrillResult): JudgedObjective | undefined =>
  objectives.find(({ objective }) => objective === 'site-lost rpo');

describe('an objective for data where nothing takes over', () => {
  it('is met by 0 where the primary keeps all its data', () => {
    const result = drilled(ALONE, 60, 'r/b');
    expect(result.rows[0]!.stores).toEqual([]);
    expect(result.rows[0]!.points).toMatchObject([
      { store: 'db', itself: 60, lost: 0, open: 0, rpoSeconds: { count: 60 } },
    ]);
    expect(rpoOf(result)).toMatchObject({ domain: 'r/b', measured: 0, high: 0, verdict: 'met' });
  });

  it('is met where the primary went and came back with all its data', () => {
    const { rows } = drilled(ALONE, 60, 'instance');
    const crash = rows.find(({ domain }) => domain.startsWith('db'))!;
    expect(crash.workloads[0]!.rtoSeconds.max).toBeGreaterThan(0);
    expect(crash.points).toMatchObject([{ itself: 60, rpoSeconds: { count: 60, max: 0, p95High: 0 } }]);
  });

  it('needs 59 drills, as any other', () => {
    expect(rpoOf(drilled(ALONE, 58, 'r/b'))).toMatchObject({ measured: 0, verdict: 'undecided' });
    expect(rpoOf(drilled(ALONE, 59, 'r/b'))).toMatchObject({ measured: 0, verdict: 'met' });
  });

  it('is not met for a zone whose database stays dark, however well the others do', () => {
    const result = drilled(ALONE, 60, 'zone');
    const dark = result.rows.find(({ domain }) => domain === 'r/a')!;
    expect(dark.points).toMatchObject([{ itself: 0, lost: 0, open: 60, rpoSeconds: { count: 0, p95High: null } }]);
    expect(rpoOf(result)).toMatchObject({ domain: 'r/a', measured: null, high: null, verdict: 'undecided' });
  });
});

/** Two applications in zone a: the rows of one are copied to zone b, where a plan goes on with them; of the other there is no copy. */
const TWO = `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  shop:   {kind: ecs, in: r/b, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: orders}}
  orders: {kind: rds, edition: basic, in: r/a, size: 1GB}
  spare:  {kind: rds, edition: basic, in: r/b, size: 1GB}
  copy:   {kind: dts, from: orders, to: spare}
  blog:   {kind: ecs, in: r/b, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: posts}}
  posts:  {kind: rds, edition: basic, in: r/a, size: 1GB}
workloads:
  buy:  {entry: shop, demand: 1/s, writes: database}
  read: {entry: blog, demand: 1/s, reads: database, writes: database}
objectives: {site-lost: {scope: zone, rpo: 1h}}
alarms: {lost: {watch: [orders]}}
plans:
  switch:
    when: {alarm: lost}
    decided-by: automation
    steps:
      - {fence: orders}
      - {promote: spare}
      - {repoint: shop, use: {database: spare}}
`;

describe('a store that took over', () => {
  it('has the figure for what it holds, and for nothing else', () => {
    const result = drilled(TWO, 60, 'zone:r/a');
    expect(result.rows[0]!.points).toMatchObject([
      { store: 'orders', lost: 0, open: 0, rpoSeconds: { count: 0 } },
      { store: 'posts', lost: 0, open: 60, rpoSeconds: { count: 0 } },
    ]);
    expect(rpoOf(result)!.verdict).toBe('undecided');
  });

  it('covers a store whose backups it was given', () => {
    const restored = TWO.replace('  copy:   {kind: dts, from: orders, to: spare}\n', '')
      .replace('orders: {kind: rds,', 'orders: {kind: rds, backups: {copy-to: r/b, unusable: 0%},')
      .replace('{promote: spare}', '{restore: spare, from: orders}');
    const { points } = drilled(restored, 60, 'zone:r/a').rows[0]!;
    expect(points.map(({ store, open }) => [store, open])).toEqual([
      ['orders', 0],
      ['posts', 60],
    ]);
  });

  it('or anything else, where nobody is served from it: other users who wait say nothing of it', () => {
    // Whoever reads the posts goes on without them.
    const without = TWO.replace('demand: 1/s, reads: database, writes: database', 'demand: 1/s').replace(
      /alarms:[\s\S]*/,
      '',
    );
    const { points } = drilled(without, 10, 'zone:r/a').rows[0]!;
    expect(points.map(({ store, open }) => [store, open])).toEqual([
      ['orders', 10],
      ['posts', 0],
    ]);
  });
});

/** Zone b takes the users of zone a with a cache of its own; `between` is what feeds it. */
const unfed = (between: string, uses: string): string => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {web: {weight: 100%, priority: 1}, spare: {weight: 100%, priority: 2}}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}}
  web: {kind: slb, in: r/a, backends: [app]}
  spare: {kind: slb, in: r/b, backends: [app-b]}
  app: {kind: ecs, in: r/a, count: 2, capacity-each: 10/s, boot: 0s, uses: {cache: old}}
  app-b: {kind: ecs, in: r/b, count: 2, capacity-each: 10/s, boot: 0s, uses: {cache: new}}
  old: {kind: redis, edition: standard, in: [r/a], size: 1GB}
  new: {kind: redis, edition: standard, in: [r/b], size: 1GB}
${between}
workloads: {page: {entry: www, demand: 1/s, ${uses}}}
objectives: {site-lost: {scope: zone, rto: 1h, rpo: 30m}, tier: {at-least: 3, scope: zone}}
`;

describe('an objective for data that users leave behind', () => {
  it('is missed where they write on in a store that nothing has fed, and no tier is proven', () => {
    const result = drilled(unfed('', 'reads: cache, writes: cache'), 60, 'r/a');
    expect(result.rows[0]!.workloads[0]!.failed.share).toBe(0);
    expect(result.rows[0]!.points).toMatchObject([{ store: 'old', itself: 0, lost: 60, leftBehind: 60, open: 0 }]);
    expect(rpoOf(result)).toMatchObject({ domain: 'r/a', measured: null, verdict: 'missed', leftBehind: 'old' });
    expect(result.standard.classes[0]).toMatchObject({ verdict: 'fail', failedShare: { share: 1 } });
  });

  it('says nothing of a store that users only read', () => {
    const result = drilled(unfed('', 'reads: cache'), 60, 'r/a');
    expect(result.rows[0]!.points).toMatchObject([{ store: 'old', lost: 0, leftBehind: 0 }]);
    expect(rpoOf(result)?.leftBehind).toBeUndefined();
  });
});
