import * as fc from 'fast-check';

/** A scenario as plain data; JSON is YAML. */
export type Raw = { [key: string]: unknown };
export const textOf = (raw: Raw): string => JSON.stringify(raw);

const ZONES = ['a', 'b', 'c'] as const;
type Zone = (typeof ZONES)[number];

const span = (unit: string, min: number, max: number) => fc.integer({ min, max }).map((n) => `${n}${unit}`);
const seconds = (min: number, max: number) => span('s', min, max);

/** One in four: each such part costs every law its time. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const law = (min: number, max: number) =>
  fc.oneof(
    seconds(min, max),
    seconds(min, max).map((mean) => ({ exponential: mean })),
    fc.record({ shape: fc.constantFrom(0.7, 1, 2.5), mean: seconds(min, max) }).map((weibull) => ({ weibull })),
    fc.record({ median: seconds(min, max), sigma: fc.constantFrom(0.3, 1) }).map((lognormal) => ({ lognormal })),
    fc.constant({ uniform: [`${min}s`, `${max + 1}s`] }),
  );

const effect = fc.oneof(
  fc.constantFrom({ effect: 'exit' }, { effect: 'silent' }, { effect: 'hang' }),
  fc
    .constantFrom(0, 0.3, 1)
    .chain((share) => fc.constantFrom(0, 0.5, 1).map((probes) => ({ effect: 'gray', share, 'probes-fail': probes }))),
  fc.constantFrom(1, 2, 4).map((factor) => ({ effect: 'slow', factor })),
);

const fault = fc
  .record({ mtbf: law(600, 20_000), repair: law(1, 4_000), crewed: fc.boolean() })
  .chain(({ mtbf, repair, crewed }) =>
    effect.map((how) => ({ mtbf, repair, ...how, ...(crewed ? { 'repaired-by': 'crew' } : {}) })),
  );
const faults = fc.dictionary(fc.constantFrom('crash', 'host'), fault, { maxKeys: 2 });

const probe = fc
  .record({
    interval: fc.integer({ min: 1, max: 20 }),
    timeout: fc.integer({ min: 1, max: 20 }),
    healthy: fc.integer({ min: 1, max: 4 }),
    unhealthy: fc.integer({ min: 1, max: 4 }),
    spacing: fc.constantFrom('from-end', 'from-start'),
    phase: fc.constantFrom('even', 'random'),
  })
  .map(({ interval, timeout, ...rest }) => ({
    ...rest,
    interval: `${interval}s`,
    timeout: `${rest.spacing === 'from-start' ? Math.min(timeout, interval) : timeout}s`,
  }));

/** For parts that come on top: probes that literal steps can afford. */
const slowProbe = probe.map((one) => ({ ...one, interval: '20s' }));

/** A backend's weight; such tenths do not add up exactly. */
const weight = fc.constantFrom(1, 2, 0.1, 0.7);

const scaling = fc
  .record({
    target: fc.constantFrom(0.4, 0.6, 1),
    period: seconds(1, 120),
    periods: fc.integer({ min: 1, max: 3 }),
    cooldown: seconds(0, 300),
    replace: fc.boolean(),
    check: slowProbe,
  })
  .map(({ check, ...rest }) => ({ ...rest, 'health-check': check }));

const control = (zones: readonly Zone[]) =>
  fc
    .record({ lost: fc.constantFrom(0, 0.5, 1), exhausted: fc.constantFrom(0, 0.5, 1), rebind: law(60, 4000), faults })
    .map(({ lost, exhausted, rebind, faults: broken }) => ({
      kind: 'ecs-control',
      in: zones.map((zone) => `r/${zone}`),
      'lost-with-zone': lost,
      'capacity-exhausted': exhausted,
      rebind,
      faults: broken,
    }));

const pool = (zone: Zone, store: string) =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 4 }),
      capacity: fc.constantFrom('20/s', '60/s', '500/s'),
      limited: fc.boolean(),
      boot: fc.constantFrom('0s', '40s', '10m'),
      scaling: seldom(scaling),
      faults,
    })
    .map(({ count, capacity, limited, boot, scaling: scaled, faults: broken }) => ({
      kind: 'ecs',
      in: `r/${zone}`,
      count,
      'capacity-each': capacity,
      protected: limited,
      boot,
      uses: { database: store },
      faults: broken,
      ...(scaled === null ? {} : { control: 'control', scaling: { ...scaled, min: 1, max: count + 2 } }),
    }));

/** The two layers of a balancer; its faults strike the instance, so nodes fall with their zone or by those of their own. */
const cluster = fc
  .record({
    lvs: fc.integer({ min: 1, max: 3 }),
    tengine: fc.integer({ min: 1, max: 3 }),
    'session-sync': fc.boolean(),
    'long-connections': fc.constantFrom(0, 0.3, 1),
    ecmp: law(1, 10),
    reconnect: law(1, 30),
    'health-check': slowProbe,
  })
  .chain((nodes) =>
    fc.record({ lvs: fault, tengine: fault, attack: fc.option(fault) }).map(({ lvs, tengine, attack }) => ({
      cluster: nodes,
      faults: { instance: 'none', lvs, tengine, ...(attack === null ? {} : { attack }) },
    })),
  );

const balancer = (zones: readonly Zone[], zone: Zone) =>
  fc
    .record({
      check: fc.oneof({ weight: 4, arbitrary: probe }, fc.constant('off' as const)),
      open: fc.boolean(),
      weights: fc.array(weight, { minLength: zones.length, maxLength: zones.length }),
      shared: fc.boolean(),
      standing: fc.integer({ min: 0, max: 2 }),
      cluster: seldom(cluster),
      limit: seldom(fc.constantFrom('40/s', '90/s')),
      sticky: seldom(seconds(1, 900)),
      faults,
    })
    .map(({ check, open, weights, shared, standing, cluster: nodes, limit, sticky, faults: broken }) => ({
      kind: 'slb',
      product: 'alb',
      in: places(zones, zone, standing),
      'health-check': check,
      'fail-open': open,
      backends: shared ? Object.fromEntries(zones.map((z, i) => [`app-${z}`, weights[i]])) : [`app-${zone}`],
      faults: broken,
      ...(nodes ?? {}),
      ...(sticky === null ? {} : { 'session-persistence': { timeout: sticky } }),
      ...(limit === null ? {} : { limits: { requests: limit, 'new-connections': '1000/s', connections: 1000 } }),
    }));

/** One place, all of them at once, or a primary and a standby. */
function places(zones: readonly Zone[], zone: Zone, standing: number): unknown {
  const other = zones.find((candidate) => candidate !== zone);
  if (other === undefined || standing === 0) return `r/${zone}`;
  return standing === 1 ? zones.map((z) => `r/${z}`) : { primary: `r/${zone}`, standby: `r/${other}`, switch: '30s' };
}

const database = (zones: readonly Zone[], zone: Zone) =>
  fc
    .record({
      edition: fc.constantFrom('basic', 'high-availability', 'high-availability', 'cluster', 'three-node'),
      spread: fc.boolean(),
      noticing: fc.oneof(
        law(1, 60).map((detection) => ({ detection })),
        probe.map((heartbeat) => ({ heartbeat: { ...heartbeat, spacing: 'from-end' } })),
      ),
      switching: law(1, 120),
      coverage: fc.constantFrom(0, 0.6, 1),
      replication: fc.constantFrom(
        { replication: 'synchronous', 'without-standby': 'stop' },
        { replication: 'synchronous', 'without-standby': 'go-on' },
        { replication: 'semi-synchronous', 'semi-sync-timeout': '10s' },
        { replication: 'asynchronous', lag: '2s', 'max-lag': '10m' },
      ),
      rebuild: fc.constantFrom({}, { rebuild: '20m' }, { rebuild: '0s' }),
      faults,
    })
    .map(({ edition, spread, noticing, switching, coverage, replication, rebuild, faults: broken }) => {
      const other = spread ? zones.find((candidate) => candidate !== zone) : undefined;
      const common = {
        kind: 'rds',
        size: '10GB',
        switch: switching,
        manual: '15m',
        'zone-switch': '10m',
        faults: broken,
      };
      if (edition === 'basic') return { ...common, edition, in: `r/${zone}`, detection: '10s' };
      if (edition === 'three-node' && zones.length === 3) {
        const voters = zones.map((place) => `r/${place}`);
        return { ...common, edition, in: voters, detection: '10s', coverage, ...rebuild };
      }
      const where = other === undefined ? `r/${zone}` : [`r/${zone}`, `r/${other}`];
      const readers = { count: 2, in: [`r/${zone}`, `r/${zones.at(-1)!}`], lag: '2s', 're-attach': '1m' };
      return {
        ...common,
        ...(edition === 'cluster' ? { edition, 'read-only': readers } : { edition: 'high-availability' }),
        in: where,
        ...noticing,
        coverage,
        ...replication,
        ...rebuild,
      };
    });

/** Routers before the database and a second one: each has half of the keys. */
const router = (zones: readonly Zone[]) =>
  fc
    .record({ nodes: fc.integer({ min: 1, max: 3 }), faults })
    .map((rest) => ({ kind: 'drds', in: zones.map((zone) => `r/${zone}`), shards: ['db-a', 'db-s'], ...rest }));

/** The same pool, with another store in the role. */
const using = (store: string, one: object) => ({ ...one, uses: { database: store } });

type Answer = readonly [target: string, answer: { readonly weight: number; readonly priority: number }];

/** The same answers for themselves, or in a pool for each priority. */
function answered(answers: readonly Answer[], atLeast: number | null): unknown {
  if (atLeast === null) return { answers: Object.fromEntries(answers) };
  const pool = (level: number) => ({
    priority: level,
    'at-least': atLeast,
    answers: Object.fromEntries(
      answers.filter(([, { priority }]) => priority === level).map(([target, { weight: own }]) => [target, own]),
    ),
  });
  const levels = [...new Set(answers.map(([, { priority }]) => priority))];
  return { pools: Object.fromEntries(levels.map((level) => [`pool-${level}`, pool(level)])) };
}

const name = (zones: readonly Zone[]) =>
  fc
    .record({
      ttl: seconds(1, 900),
      cohorts: fc.integer({ min: 1, max: 12 }),
      priorities: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
      monitor: fc.oneof({ weight: 3, arbitrary: probe }, fc.constant('off' as const)),
      failback: fc.constantFrom('preemptive', 'non-preemptive', 'manual'),
      pooled: seldom(fc.integer({ min: 1, max: 2 })),
      held: fc.constantFrom(0, 0.03, 0.5),
      direct: fc.boolean(),
    })
    .map(({ ttl, cohorts, priorities, monitor, failback, pooled, held, direct }) => ({
      kind: 'dns',
      ttl,
      cohorts,
      ...(answered(
        zones.map((z, i) => [`${direct ? 'app' : 'slb'}-${z}`, { weight: i + 1, priority: priorities[i]! }] as const),
        pooled,
      ) as object),
      monitor,
      failback,
      'hold-on': { share: held, for: '20m' },
    }));

const workload = (entry: string) =>
  fc
    .record({
      entry: fc.constantFrom(entry, 'slb-a', 'app-a'),
      demand: fc.constantFrom('10/s', '90/s', '400/s'),
      need: fc.constantFrom({}, { reads: 'database' }, { writes: 'database' }),
      cost: fc.constantFrom(1, 0.5),
      retries: fc.integer({ min: 0, max: 2 }),
      'up-when': fc.constantFrom(1, 0.95, 0.6),
      settle: fc.constantFrom('0s', '60s', '10m'),
    })
    .map(({ need, ...rest }) => ({ ...rest, ...need }));

/** What can be struck on a schedule, with how. */
function scheduled(zones: readonly Zone[], linked: boolean, horizon: number) {
  const things = zones.flatMap((z) => [`r/${z}`, `app-${z}`, `app-${z}/1`, `slb-${z}`]).concat('db-a', 'db-a/1', 'www');
  const target = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...things).map((lose) => ({ lose })) },
    ...(linked && zones.length > 1
      ? [{ weight: 2, arbitrary: fc.constant({ cut: 'link-ab' } as { cut: string }) }]
      : []),
  );
  return fc
    .array(fc.tuple(target, fc.integer({ min: 0, max: horizon }), fc.integer({ min: 1, max: 5_000 }), effect), {
      maxLength: 8,
    })
    .map((list) =>
      list.map(([what, at, lasts, how], i) => ({
        ...('cut' in what ? { ...what, effect: 'silent' } : { ...what, ...how }),
        name: `fault ${i}`,
        at: `${at}s`,
        for: `${lasts}s`,
      })),
    );
}

/** People or automation that move the store to another zone. */
const plan = (probed: unknown) => ({
  alarms: { dark: { watch: ['db-a'], ...(probed as object) } },
  teams: { people: { size: 1 } },
  plans: {
    'move-to-b': {
      when: { alarm: 'dark', for: '1m' },
      'decided-by': { people: 'people', takes: '5m' },
      'give-up-if': { cleared: 'dark', before: 'promote' },
      steps: [
        { fence: 'db-a' },
        { promote: 'db-b', 'max-lag': '30s', else: { ask: 'people', takes: '2m', promotes: 0.5 } },
        { repoint: ['app-a', 'app-b'], use: { database: 'db-b' }, takes: '2m', succeeds: 0.7 },
      ],
    },
    'move-back': {
      when: { cleared: 'dark', for: '10m', after: 'move-to-b' },
      'decided-by': { people: 'people', takes: '5m' },
      steps: [
        { rebuild: 'db-a', from: 'db-b', takes: '5m' },
        { reverse: 'sync' },
        { 'stop-writes': 'db-b', until: { lag: '0s' } },
        { promote: 'db-a' },
        { repoint: ['app-a', 'app-b'], use: { database: 'db-a' }, takes: '1m' },
        { reverse: 'sync' },
      ],
    },
  },
});

/** Planned work, of whatever has parts. */
const maintained = fc.option(
  fc
    .record({
      every: seconds(3_000, 30_000),
      takes: law(1, 2_000),
      how: fc.constantFrom({}, { how: 'rolling' }, { how: 'stop' }),
      pause: fc.constantFrom('0s', '1m'),
      notice: fc.constantFrom({}, { notice: '2m' }),
    })
    .map(({ how, notice, ...rest }) => ({ maintenance: { ...rest, ...how, ...notice } })),
  { nil: {} },
);

/** How long the scenarios are meant to run. */
export const HORIZON_SECONDS = 43_200;

/** Architectures of one to three zones with random probes, faults, schedules and, at times, plans. All of them valid. */
export const scenarios: fc.Arbitrary<Raw> = fc
  .record({
    count: fc.integer({ min: 1, max: 3 }),
    linked: fc.boolean(),
    start: fc.constantFrom('new', 'steady'),
    second: fc.boolean(),
    planned: fc.boolean(),
  })
  .chain(({ count, linked, start, second, planned }) => {
    const zones = ZONES.slice(0, count);
    const both = second && count > 1;
    return fc
      .record({
        www: name(zones),
        balancers: fc.tuple(...zones.map((zone) => balancer(zones, zone))),
        pools: fc.tuple(...zones.map((zone) => pool(zone, 'db-a'))),
        control: control(zones),
        one: database(zones, 'a'),
        two: database(zones, 'b'),
        sharded: seldom(fc.record({ 'db-r': router(zones), 'db-s': database(zones, 'a') })),
        zoneFaults: faults,
        linkFaults: faults,
        domainFaults: faults,
        workloads: fc.tuple(workload('www'), workload('www')),
        schedule: scheduled(zones, linked, HORIZON_SECONDS),
        alarm: fc.oneof(
          fc.constant({}),
          probe.map(({ phase, ...rest }) => ({ ...rest, phase, from: zones.length > 1 ? 'r/b' : 'r/a' })),
        ),
        lag: law(1, 30),
        crew: fc.integer({ min: 1, max: 2 }),
        work: fc.tuple(maintained, maintained, maintained),
      })
      .map((parts) => ({
        hasim: 1,
        start,
        catalogue: 'none',
        places: {
          r: Object.fromEntries(zones.map((zone) => [zone, zone === 'a' ? { faults: parts.zoneFaults } : {}])),
        },
        ...(linked && count > 1 ? { links: { 'link-ab': { between: ['r/a', 'r/b'], faults: parts.linkFaults } } } : {}),
        crews: { crew: { size: parts.crew } },
        domains: { power: { takes: ['app-a/1', 'r/a'], faults: parts.domainFaults } },
        components: {
          www: parts.www,
          ...Object.fromEntries(zones.map((zone, i) => [`slb-${zone}`, { ...parts.balancers[i], ...parts.work[0] }])),
          ...Object.fromEntries(
            zones.map((zone, i) => [
              `app-${zone}`,
              using(parts.sharded === null ? 'db-a' : 'db-r', { ...parts.pools[i], ...parts.work[1] }),
            ]),
          ),
          ...(parts.sharded ?? {}),
          control: parts.control,
          'db-a': { ...parts.one, ...parts.work[2] },
          ...(both
            ? {
                'db-b': parts.two,
                sync: {
                  kind: 'dts',
                  from: 'db-a',
                  to: 'db-b',
                  'max-rows': '200/s',
                  'rows-per-write': 2,
                  lag: parts.lag,
                },
              }
            : {}),
        },
        workloads: { browse: parts.workloads[0], order: parts.workloads[1] },
        ...(both && planned ? plan(parts.alarm) : {}),
        faults: parts.schedule,
      }));
  });
