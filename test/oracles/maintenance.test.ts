import { describe, expect, it } from 'vitest';
import { YEAR } from '../../src/base/index.ts';
import { blank, horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { listen, read, type Simulated, simulate } from '../simulate.ts';

const MINUTE = 60_000_000;

/** One server and one database; `db` and what follows are written in. */
const scenario = (db: string, more = ''): string => `hasim: 1
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, ${db}}
workloads: {order: {entry: web, demand: 10/s, reads: database, writes: database, settle: 0s}}
${more}`;

const BASIC = 'edition: basic, in: east/a';
const PAIR = 'edition: high-availability, in: [east/a, east/b], switch: 20s, rebuild: 5m';

/** Downtime and its planned part in a year, µs. */
function downtime(text: string, seed = '1'): { down: number; planned: number; run: Simulated } {
  const run = simulate(read(text), { seed });
  const { down, planned } = run.collected.workloads[0]!;
  return { down: Math.round(down.mean * YEAR), planned: Math.round(planned.mean * YEAR), run };
}

/** What happens in a year, by time. */
function happenings(text: string) {
  const model = compileScenario(read(text));
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, horizonOf(1), blank(model));
  return happened;
}

describe('maintenance of a single node', () => {
  it('costs what it takes, as often as it is due, and all of it is planned', () => {
    const { down, planned } = downtime(scenario(`${BASIC}, maintenance: {every: 60d, takes: 30m}`));
    expect([down, planned]).toEqual([6 * 30 * MINUTE, 6 * 30 * MINUTE]);
  });

  it('takes 30 minutes unless stated: a change of a basic database', () => {
    expect(downtime(scenario(`${BASIC}, maintenance: {every: 100d}`)).planned).toBe(3 * 30 * MINUTE);
  });

  it('begins when it is due, and then again and again', () => {
    const at = happenings(scenario(`${BASIC}, maintenance: {every: 100d, first: 7d}`))
      .filter(([, kind, thing, value]) => kind === 'truth' && thing === 'db/1' && value === 'exit')
      .map(([time]) => time / (24 * 60 * MINUTE));
    expect(at).toEqual([7, 107, 207, 307]);
  });

  it('waits for its window of the day', () => {
    const at = happenings(scenario(`${BASIC}, maintenance: {every: 100d, first: 7d 6h, window: "02:00-05:00"}`))
      .filter(([, kind, thing, value]) => kind === 'truth' && thing === 'db/1' && value === 'exit')
      .map(([time]) => time / (60 * MINUTE));
    expect(at).toEqual([8, 108, 208, 308].map((day) => day * 24 + 2));
  });

  it('that goes on longer than its turn skips the turns that it has missed', () => {
    const { down } = downtime(scenario(`${BASIC}, maintenance: {every: 100d, takes: 150d}`));
    expect(down / YEAR).toBeCloseTo((150 + 65) / 365, 9);
  });

  it('is no failure: recoveries by what broke know nothing of it, causes do', () => {
    const { run } = downtime(scenario(`${BASIC}, maintenance: {every: 60d, takes: 30m}`));
    const workload = run.collected.workloads[0]!;
    expect(workload.recoveries.tallies.size).toBe(0);
    expect(workload.causes.list).toHaveLength(1);
    expect(run.model.world.sources.groups[workload.causes.list[0]!.trigger]).toBe('maintenance of db');
    expect(workload.incidents).toBe(6);
  });

  it('is told apart from a failure at the same time', () => {
    const text = scenario(
      `${BASIC}, maintenance: {every: 300d, takes: 1h}`,
      'faults: [{at: 300d 30m, lose: db, for: 2h}, {at: 10d, lose: db, for: 1h}]',
    );
    expect(downtime(text)).toMatchObject({ down: (150 + 60) * MINUTE, planned: 30 * MINUTE });
  });
});

describe('maintenance of a primary and its standby', () => {
  const work = 'maintenance: {every: 60d, takes: 30m}';
  it.each([
    ['synchronous', 'replication: synchronous, without-standby: go-on'],
    ['semi-synchronous', 'replication: semi-synchronous'],
    ['asynchronous', 'replication: asynchronous'],
  ])('is noticed for as long as one switch takes (%s)', (_, replication) => {
    const { down, planned, run } = downtime(scenario(`${PAIR}, ${replication}, ${work}`));
    expect([down, planned]).toEqual([6 * 20_000_000, 6 * 20_000_000]);
    expect(run.collected.stores[0]!.recoveries).toBe(0);
  });

  it('works on the standby first, waits until it is in step, switches, and then works on the old primary', () => {
    const happened = happenings(scenario(`${PAIR}, maintenance: {every: 200d, takes: 30m, pause: 1m}`)).flatMap(
      ([at, kind, thing, value]) =>
        (kind === 'truth' && thing.includes('/')) || kind === 'role primary'
          ? [[(at - 200 * 24 * 60 * MINUTE) / 1e6, kind, thing, value]]
          : [],
    );
    // 30 min of work, 5 min until in step (the pause lies within), 20 s of switching, 30 min of work.
    expect(happened.map(([at, , thing, value]) => [at, thing, value])).toEqual([
      [0, 'db/2', 'exit'],
      [1_800, 'db/2', 'ok'],
      [2_120, 'db', expect.anything()],
      [2_120, 'db/1', 'exit'],
      [3_920, 'db/1', 'ok'],
    ]);
  });

  it('leaves the database alone meanwhile', () => {
    const { run } = downtime(scenario(`${PAIR}, ${work}`));
    // Twice 30 min of work and 5 min until in step.
    expect(Number(run.collected.stores[0]!.alone.total)).toBe(6 * 70 * MINUTE);
  });

  it('is called off while a node is broken', () => {
    const broken = 'faults: [{at: 50d, lose: db/2, for: 20d}]';
    expect(downtime(scenario(`${PAIR}, replication: asynchronous, ${work}`, broken)).down).toBe(5 * 20_000_000);
  });

  it('stops both at once where that is what is asked', () => {
    const { planned } = downtime(scenario(`${PAIR}, maintenance: {every: 60d, takes: 30m, how: stop}`));
    expect(planned).toBe(6 * 30 * MINUTE);
  });
});

describe('maintenance of three nodes that agree by majority', () => {
  const three = (more: string, faults = '') =>
    scenario(`edition: three-node, in: [east/a, east/b, east/c], switch: 20s, rebuild: 5m, ${more}`, faults).replace(
      'b: {}',
      'b: {}, c: {}',
    );

  it('is noticed for as long as one election takes, and is no recovery', () => {
    const { down, planned, run } = downtime(three('maintenance: {every: 60d, takes: 30m}'));
    expect([down, planned]).toEqual([6 * 20_000_000, 6 * 20_000_000]);
    expect(run.collected.stores[0]!.recoveries).toBe(0);
    expect(run.collected.workloads[0]!.incidents).toBe(6);
  });

  it('works on the followers first, one when the other has everything again, then elects, and works on the old leader', () => {
    const happened = happenings(three('maintenance: {every: 200d, takes: 30m, pause: 1m}')).flatMap(
      ([at, kind, thing, value]) =>
        (kind === 'truth' && thing.includes('/')) || kind === 'role primary'
          ? [[Math.floor((at - 200 * 24 * 60 * MINUTE) / 1e6), thing, value]]
          : [],
    );
    // 30 min of work each, 5 min until in step (the pause lies within), seen a microsecond later, 20 s of election before the last.
    expect(happened).toEqual([
      [0, 'db/2', 'exit'],
      [1_800, 'db/2', 'ok'],
      [2_100, 'db/3', 'exit'],
      [3_900, 'db/3', 'ok'],
      [4_220, 'db', expect.anything()],
      [4_220, 'db/1', 'exit'],
      [6_020, 'db/1', 'ok'],
    ]);
  });

  it('is called off while a node is broken', () => {
    const broken = 'faults: [{at: 50d, lose: db/3, for: 20d}]';
    expect(downtime(three('maintenance: {every: 60d, takes: 30m}', broken)).down).toBe(5 * 20_000_000);
  });
});

describe('maintenance of a master and its replica in memory', () => {
  const redis = (more: string) =>
    scenario('').replace('{kind: rds, }', `{kind: redis, in: east/a, switch: 10s, ${more}}`);

  it.each([
    'asynchronous',
    'semi-synchronous',
  ])('is noticed for as long as one switch takes, and loses nothing (%s)', (how) => {
    const { down, planned, run } = downtime(redis(`replication: ${how}, maintenance: {every: 60d, takes: 30m}`));
    expect([down, planned]).toEqual([6 * 10_000_000, 6 * 10_000_000]);
    expect(run.collected.workloads[0]!.incidents).toBe(6);
    expect(run.collected.stores[0]!.recoveries).toBe(0);
  });

  it('works on the master last, when its replica has everything again and has taken its place', () => {
    const happened = happenings(redis('maintenance: {every: 200d, takes: 30m}')).flatMap(([, kind, thing, value]) =>
      (kind === 'truth' && thing.includes('/')) || kind === 'role primary'
        ? [`${thing} ${kind === 'truth' ? value : 'exchanged'}`]
        : [],
    );
    expect(happened).toEqual([
      ...['db/2', 'db/ha'].flatMap((part) => [`${part} exit`, `${part} ok`]),
      'db exchanged',
      'db/1 exit',
      'db/1 ok',
    ]);
  });

  it.each([
    'aof',
    'rdb',
  ])('loses nothing where both are stopped at once: what they have goes to their disks first (%s)', (how) => {
    const { down, planned, run } = downtime(
      redis(`persistence: ${how}, maintenance: {every: 60d, takes: 30m, how: stop}`),
    );
    expect([down, planned]).toEqual([6 * 30 * MINUTE, 6 * 30 * MINUTE]);
    expect(run.collected.stores[0]).toMatchObject({ recoveries: 0, writesLost: 0 });
  });

  it('exchanges each shard of a cluster once', () => {
    const text = redis('edition: cluster, shards: 2, maintenance: {every: 200d, takes: 30m}');
    expect(happenings(text).filter(([, kind]) => kind === 'role primary')).toHaveLength(2);
    expect(downtime(text).run.collected.stores[0]!.recoveries).toBe(0);
  });
});

describe('maintenance of other things', () => {
  const pool = (more: string) => `hasim: 1
catalogue: none
places: {east: {a: {}}}
components:
  lb: {kind: slb, in: east/a, backends: [web], health-check: {interval: 2s, timeout: 2s, healthy: 2, unhealthy: 2}}
  web: {kind: ecs, in: east/a, count: 4, boot: 0s, capacity-each: 100/s, protected: true, ${more}}
workloads: {page: {entry: lb, demand: 300/s, settle: 0s}}
`;

  it('stops one server after the other', () => {
    const happened = happenings(pool('maintenance: {every: 200d, takes: 10m, pause: 1m}'));
    const stops = happened.filter(([, kind, , value]) => kind === 'truth' && value === 'exit');
    expect(stops.map(([at, , thing]) => [thing, (at - stops[0]![0]) / MINUTE])).toEqual([
      ['web/1', 0],
      ['web/2', 11],
      ['web/3', 22],
      ['web/4', 33],
    ]);
  });

  it('is planned downtime where too few servers are left meanwhile', () => {
    const { down, planned } = simulate(read(pool('maintenance: {every: 200d, takes: 10m}').replace('300/s', '400/s')))
      .collected.workloads[0]!;
    expect(Math.round((down.mean * YEAR) / MINUTE)).toBe(40);
    expect(planned.mean).toBe(down.mean);
  });

  const names = (notice: string) => `hasim: 1
catalogue: none
places: {east: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, hold-on: {share: 0%}, answers: {lb-a: 50%, lb-b: 50%}}
  lb-a: {kind: slb, in: east/a, backends: [web], maintenance: {every: 200d, takes: 1h${notice}}}
  lb-b: {kind: slb, in: east/b, backends: [web]}
  web: {kind: ecs, in: [east/a, east/b], count: 4, boot: 0s}
workloads: {page: {entry: www, demand: 100/s, settle: 0s}}
`;

  it('costs nobody anything where names are told long enough beforehand', () => {
    const unserved = (notice: string) => simulate(read(names(notice))).collected.workloads[0]!.unserved.mean * YEAR;
    expect(unserved('')).toBeCloseTo(30 * MINUTE, -1);
    expect(unserved(', notice: 2m')).toBe(0);
    const short = unserved(', notice: 30s');
    expect(short).toBeGreaterThan(0);
    // Half of the caches have not asked again after 30 s of 60; on average they still do after 15 s.
    expect(short / 1e6).toBeCloseTo(0.5 * 0.5 * 15, 0);
  });
});

describe('maintenance leaves chance alone', () => {
  const faults = 'faults: {node: {mtbf: 30d, repair: 10m}}';
  const truths = (text: string) =>
    happenings(text).filter(([, kind, thing]) => kind === 'truth' && thing.startsWith('web'));
  const withFaults = (db: string) =>
    scenario(`${db}, ${faults}`).replace('boot: 0s', 'boot: 0s, faults: {crash: {mtbf: 20d, repair: 10m}}');

  it('of everything else', () => {
    const calm = truths(withFaults(PAIR));
    expect(calm.length).toBeGreaterThan(10);
    expect(truths(withFaults(`${PAIR}, maintenance: {every: 20d, takes: {uniform: [1m, 2h]}}`))).toEqual(calm);
  });

  it('and of the switches that failures cause, which last as long as they would have', () => {
    const random = `${PAIR}, switch: {uniform: [10s, 60s]}, ${faults}`.replace('switch: 20s, ', '');
    const switches = (db: string) =>
      happenings(scenario(db)).flatMap(([at, kind, , value]) => (kind === 'recovery' ? [[at, value]] : []));
    const work = ', maintenance: {every: 1000d, first: 364d, takes: 1m}';
    expect(switches(random).length).toBeGreaterThan(5);
    expect(switches(random + work)).toEqual(switches(random));
  });
});
