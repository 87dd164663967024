import * as fc from 'fast-check';
import type { Raw } from './scenarios.ts';

const law = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min, max }).map((n) => `${n}s`),
    fc.integer({ min, max }).map((n) => ({ exponential: `${n}s` })),
  );

const effect = fc.constantFrom(
  { effect: 'exit' },
  { effect: 'silent' },
  { effect: 'hang' },
  { effect: 'gray', share: 0.3, 'probes-fail': 0.5 },
);
const fault = fc
  .record({ mtbf: law(1_000, 20_000), repair: law(1, 3_000) })
  .chain((times) => effect.map((how) => ({ ...times, ...how })));

const probe = fc
  .record({ interval: fc.integer({ min: 1, max: 10 }), unhealthy: fc.integer({ min: 1, max: 3 }) })
  .map(({ interval, unhealthy }) => ({ interval: `${interval}s`, timeout: `${interval}s`, unhealthy }));

const inRooms = fc.constantFrom<unknown>('r/a', ['r/a', 'r/b']);
const house = fc.constantFrom('r', 'r/a', 'r/b', 'r/c');

const common = fc
  .record({
    where: inRooms,
    ha: house,
    heartbeat: probe,
    switching: law(1, 60),
    coverage: fc.constantFrom(0, 0.6, 1),
    semi: fc.boolean(),
    gate: fc.boolean(),
    faults: fc.record({ node: fault, ha: fault }),
  })
  .map(({ where, ha, heartbeat, switching, coverage, semi, gate, faults }) => ({
    kind: 'redis',
    in: where,
    size: '10GB',
    ha: { in: ha, ...heartbeat },
    switch: switching,
    route: '5s',
    coverage,
    'room-coverage': coverage,
    manual: '10m',
    lag: '2s',
    ...(semi && typeof where === 'string' ? { replication: 'semi-synchronous', 'semi-sync-timeout': '10s' } : {}),
    ...(gate ? { 'max-lag': '5m' } : {}),
    ...(typeof where === 'string' ? {} : { channel: { 'max-writes': '40/s' } }),
    faults,
  }));

const standard = common.map((cache) => ({ ...cache, edition: 'standard' }));

const cluster = fc
  .record({
    cache: common,
    shards: fc.integer({ min: 1, max: 3 }),
    config: house,
    check: probe,
    proxy: fault,
    server: fault,
  })
  .map(({ cache, shards, config, check, proxy, server }) => ({
    ...cache,
    edition: 'cluster',
    shards,
    proxies: { count: 2, ...check },
    config: { in: ['r/a', config, 'r/c'], election: '3s' },
    faults: { ...cache.faults, proxy, config: server },
  }));

const split = fc
  .record({
    cache: common,
    check: probe,
    weight: fc.constantFrom(0, 0.7, 1),
    lowered: fc.constantFrom(0, 0.5, 1),
    reader: fault,
  })
  .map(({ cache, check, weight, lowered, reader }) => ({
    ...cache,
    edition: 'read-write-split',
    proxies: { count: 2 },
    readers: { count: 3, in: ['r/a', 'r/c'], 'master-weight': weight, lowered, reattach: '4s', ...check },
    faults: { ...cache.faults, proxy: 'none', reader },
  }));

const scheduled = fc
  .array(
    fc.record({
      what: fc.constantFrom<Raw>(
        { lose: 'r/a' },
        { lose: 'r/c' },
        { lose: 'cache/1' },
        { lose: 'cache/ha' },
        { cut: 'a-b' },
      ),
      at: fc.integer({ min: 0, max: 40_000 }),
      lasts: fc.integer({ min: 1, max: 4_000 }),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ what, at, lasts }, i) => ({ ...what, name: `fault ${i}`, at: `${at}s`, for: `${lasts}s` })),
  );

const files = fc
  .record({
    where: fc.constantFrom<unknown>('r/a', ['r/a', 'r/b', 'r/c']),
    chunks: fc.integer({ min: 3, max: 6 }),
    check: probe,
    faults: fc.record({ chunk: fault, master: fault, kv: fault, ws: fault }),
  })
  .map(({ where, chunks, check, faults }) => ({
    kind: 'oss',
    in: where,
    'chunk-servers': chunks,
    election: '3s',
    recopy: '10m',
    check,
    faults,
  }));

const sync = fc
  .record({ resumable: fc.constantFrom('1m', '1h'), manager: house, channel: fault, lost: fault })
  .map(({ resumable, manager, channel, lost }) => ({
    kind: 'redis-sync',
    between: ['cache', 'twin'],
    manager,
    resumable,
    copy: '5m',
    keys: 1000,
    faults: { channel, manager: lost },
  }));

/** Pools of three rooms, a key-value store of any edition and an object store, in which much breaks. All of them valid. */
export const caches: fc.Arbitrary<Raw> = fc
  .record({
    cache: fc.oneof(standard, cluster, split),
    objects: files,
    sync,
    start: fc.constantFrom('new', 'steady'),
    retries: fc.integer({ min: 0, max: 1 }),
    link: fault,
    schedule: scheduled,
  })
  .map(({ cache, objects, sync: between, start, retries, link, schedule }) => ({
    hasim: 1,
    start,
    catalogue: 'none',
    places: { r: { a: {}, b: {}, c: {} } },
    links: { 'a-b': { between: ['r/a', 'r/b'], faults: { cut: { ...link, effect: 'silent' } } } },
    components: {
      app: {
        kind: 'ecs',
        in: ['r/a', 'r/b', 'r/c'],
        count: 3,
        boot: '0s',
        uses: { cache: 'cache', objects: 'files', other: 'twin' },
      },
      cache,
      files: objects,
      twin: { kind: 'redis', in: 'r/c', ha: { in: 'r/c' } },
      sync: between,
    },
    workloads: {
      look: { entry: 'app', demand: '90/s', reads: 'cache', retries },
      page: { entry: 'app', demand: '30/s', reads: ['cache', 'objects'] },
      mirror: { entry: 'app', demand: '20/s', writes: 'other' },
      upload: { entry: 'app', demand: '10/s', writes: 'objects' },
      write: { entry: 'app', demand: '50/s', writes: 'cache', settle: '0s' },
    },
    faults: schedule,
  }));
