import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MILLISECOND, MINUTE, SECOND } from '../../src/base/index.ts';
import { fixed } from '../../src/random/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { changed, scenarioOf } from './reading.ts';

describe('a scenario read in full', () => {
  const scenario = scenarioOf(ACTIVE_ACTIVE);
  const component = (name: string) => scenario.components.find((one) => one.name === name);

  it('has no problem', () => expect(readScenario(ACTIVE_ACTIVE, 'x.yaml').problems).toEqual([]));

  it('keeps its head', () => {
    expect([scenario.name, scenario.about, scenario.start]).toEqual(['同城双活', '', 'steady']);
  });

  it('knows places by path, kind and what is around them', () => {
    expect(scenario.places.map(({ path, kind, parent }) => [path, kind, parent])).toEqual([
      ['cn-beijing', 'region', undefined],
      ['cn-beijing/a', 'zone', 'cn-beijing'],
      ['cn-beijing/b', 'zone', 'cn-beijing'],
    ]);
    expect(scenario.links).toMatchObject([
      { name: 'a-b', between: ['cn-beijing/a', 'cn-beijing/b'], latency: MILLISECOND },
    ]);
  });

  it('fills in what a DNS name leaves out', () => {
    expect(component('www')).toMatchObject({
      kind: 'dns',
      ttl: 60 * SECOND,
      cohorts: 32,
      answers: [
        { target: 'slb-a', weight: 0.5, priority: 1 },
        { target: 'slb-b', weight: 0.5, priority: 1 },
      ],
      monitor: { interval: 15 * SECOND, timeout: 3 * SECOND, unhealthy: 2, healthy: 1, spacing: 'from-start' },
      failback: 'preemptive',
      holdOn: { share: 0.03 },
      faults: [],
    });
  });

  it('gives a load balancer the health check of its product', () => {
    expect(component('slb-a')).toMatchObject({
      product: 'clb',
      in: 'cn-beijing/a',
      zones: undefined,
      places: ['cn-beijing/a'],
      backends: [{ pool: 'app-a', weight: 1 }],
      healthCheck: { interval: 2 * SECOND, timeout: 5 * SECOND, healthy: 3, unhealthy: 3, spacing: 'from-end' },
      failOpen: true,
    });
  });

  it('resolves pools, stores and replication', () => {
    expect(component('app-b')).toMatchObject({
      count: 4,
      capacityEach: 400,
      uses: [{ role: 'database', store: 'orders-a' }],
    });
    expect(component('orders-a')).toMatchObject({
      edition: 'high-availability',
      size: 200e9,
      replication: 'semi-synchronous',
      maxLag: undefined,
    });
    expect(component('sync')).toMatchObject({ from: 'orders-a', to: 'orders-b', rowsPerSecond: 5000, rowsPerWrite: 6 });
  });

  it('resolves workloads and objectives', () => {
    expect(scenario.workloads).toMatchObject([
      {
        name: 'browse',
        demand: 960,
        reads: ['database'],
        writes: [],
        retries: 0,
        upWhen: 0.95,
        recoveredWhen: 0.95,
        settle: MINUTE,
      },
      { name: 'order', demand: 240, reads: [], writes: ['database'], retries: 1 },
    ]);
    expect(scenario.objectives).toEqual([
      { kind: 'availability', workload: 'order', target: 0.9995 },
      { kind: 'site-lost', scope: 'zone', rto: 4 * HOUR, rpo: 30 * MINUTE },
    ]);
  });

  it('resolves alarms and plans, steps in the order written', () => {
    expect(scenario.alarms).toMatchObject([
      { watch: { mode: 'all', targets: ['orders-a', 'slb-a'] }, from: 'internet' },
    ]);
    const [back, lost] = scenario.plans;
    expect(back).toMatchObject({
      name: 'return-to-a',
      when: {
        cleared: 'zone-a-dark',
        alarm: undefined,
        for: 24 * HOUR,
        after: 'zone-a-lost',
        window: { from: 2 * HOUR, to: 5 * HOUR },
      },
    });
    expect(lost!.giveUpIf).toEqual({ cleared: 'zone-a-dark', before: 'promote' });
    expect(lost!.steps.map(({ verb, targets }) => [verb, ...targets])).toEqual([
      ['fence', 'orders-a'],
      ['hold-out', 'slb-a'],
      ['promote', 'orders-b'],
      ['repoint', 'app-b'],
    ]);
    expect(lost!.steps[2]).toMatchObject({
      maxLag: 30 * SECOND,
      elseAction: 'ask',
      ask: { team: 'on-call', promotes: 0.8 },
    });
    expect(lost!.steps[3]).toMatchObject({
      use: { role: 'database', store: 'orders-b' },
      succeeds: 0.95,
    });
    expect(lost!.steps[3]!.then).toBe('retry');
    expect(back!.steps[3]).toMatchObject({ verb: 'stop-writes', until: { lag: 0 } });
  });

  it('a rebuild takes size ÷ speed of its store', () => {
    expect(scenario.plans[0]!.steps[0]!.takes.mean).toBe(2500 * SECOND);
  });

  it('names faults on a schedule by what they do', () => {
    expect(scenario.schedule).toEqual([
      {
        name: 'cut a-b at 10d',
        at: 10 * DAY,
        within: 0,
        for: fixed(2 * HOUR),
        effect: 'silent',
        share: 1,
        probesFail: 1,
        factor: 1,
        lose: undefined,
        cut: 'a-b',
        damage: undefined,
        noticed: fixed(0),
      },
      {
        name: 'lose cn-beijing/a at 3d',
        at: 3 * DAY,
        within: 0,
        for: fixed(6 * HOUR),
        effect: 'silent',
        share: 1,
        probesFail: 1,
        factor: 1,
        lose: 'cn-beijing/a',
        cut: undefined,
        damage: undefined,
        noticed: fixed(0),
      },
    ]);
    expect(scenarioOf(changed(', for: 6h', '')).schedule[1]!.for.kind).toBe('never');
  });

  it('lists every default as an assumption with a source, and nothing that was written', () => {
    const paths = scenario.assumptions.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('components.www.monitor.healthy');
    expect(paths).toContain('places.cn-beijing.faults');
    expect(paths).not.toContain('components.www.ttl');
    expect(paths).not.toContain('components.sync.class');
    for (const { value, source } of scenario.assumptions) {
      expect(value).not.toBe('');
      expect(source.length).toBeGreaterThan(10);
    }
  });

  it('does not list what its way of replicating never uses', () => {
    const paths = scenario.assumptions.map(({ path }) => path);
    expect(paths).toContain('components.orders-a.semi-sync-timeout');
    expect(paths).not.toContain('components.orders-a.without-standby');
  });
});

describe('the order in the file changes nothing', () => {
  /** Splits the text into its sections, and a section of one-line things into those. */
  const sections = ACTIVE_ACTIVE.trim().split(/\n(?=\S)/);
  const shuffledLines = (section: string, order: readonly number[]): string => {
    const [head, ...lines] = section.trimEnd().split('\n');
    const things = lines.filter((line) => line.trim() !== '');
    return [head, ...order.filter((i) => i < things.length).map((i) => things[i])].join('\n');
  };

  it('sections and components in any order give the same scenario', () => {
    const expected = scenarioOf(ACTIVE_ACTIVE);
    const permutation = (length: number) =>
      fc.shuffledSubarray([...Array(length).keys()], { minLength: length, maxLength: length });
    fc.assert(
      fc.property(permutation(sections.length), permutation(8), (order, lines) => {
        const parts = order.map((i) => {
          const section = sections[i]!;
          return section.startsWith('components') ? shuffledLines(section, lines) : section;
        });
        const scenario = scenarioOf(`${parts.join('\n')}\n`);
        expect(JSON.stringify(scenario)).toBe(JSON.stringify(expected));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is written in other ways', () => {
  it('a file without a name is called after itself', () => {
    expect(readScenario(changed('name: 同城双活\n', ''), '/tmp/two-zones.yaml').scenario!.name).toBe('two-zones');
  });

  it('windows line ends and a byte order mark are no part of the text', () => {
    expect(JSON.stringify(scenarioOf(`\uFEFF${ACTIVE_ACTIVE.replaceAll('\n', '\r\n')}`))).toBe(
      JSON.stringify(scenarioOf(ACTIVE_ACTIVE)),
    );
  });

  it('names that are traps in plain objects are names', () => {
    const text = ACTIVE_ACTIVE.replaceAll('orders-a', '__proto__')
      .replaceAll('slb-a', 'constructor')
      .replaceAll('database', 'valueOf');
    const scenario = scenarioOf(text.replaceAll('on-call', 'hasOwnProperty').replaceAll('zone-a-dark', 'toString'));
    expect(scenario.components.map(({ name }) => name)).toContain('__proto__');
    expect(scenario.components.find(({ name }) => name === 'app-a')).toMatchObject({
      uses: [{ role: 'valueOf', store: '__proto__' }],
    });
    expect(scenario.teams).toEqual([{ name: 'hasOwnProperty', size: 1 }]);
  });

  it('a number may be a name', () => {
    const scenario = scenarioOf(ACTIVE_ACTIVE.replaceAll('app-a', '7'));
    expect(scenario.components.map(({ name }) => name)).toContain('7');
  });

  it('catalogue: none switches default faults off, not those that are written', () => {
    const text = changed('places:', 'catalogue: none\nplaces:').replace(
      'count: 4',
      'count: 4, faults: {crash: {mtbf: 180d}}',
    );
    const scenario = scenarioOf(text);
    const faults = [...scenario.places, ...scenario.links, ...scenario.components].flatMap((one) => one.faults);
    expect(faults.map(({ name, arrival }) => [name, arrival.mean])).toEqual([['crash', 180 * DAY]]);
    expect(faults[0]!.repair.kind).toBe('lognormal');
  });

  it('places have kinds, coordinates, services and sites of one’s own', () => {
    const text = changed(
      'places: {cn-beijing: {a: {}, b: {}}}',
      'places: {cn-beijing: {a: {coordinates: [39.9, 116.4], r1: , services: {rds: {faults: {bug: {mtbf: 1y, repair: 1h, effect: hang}}}}}, b: {faults: none}}, own: {kind: idc}}',
    );
    const { places } = scenarioOf(text);
    expect(places.map(({ path, kind }) => [path, kind])).toEqual([
      ['cn-beijing', 'region'],
      ['cn-beijing/a', 'zone'],
      ['cn-beijing/a/r1', 'rack'],
      ['cn-beijing/b', 'zone'],
      ['own', 'idc'],
    ]);
    expect(places[1]!.coordinates).toEqual([39.9, 116.4]);
    expect(places[1]!.services).toMatchObject([{ kind: 'rds', faults: [{ name: 'bug', effect: 'hang' }] }]);
    expect([places[1]!.faults.length, places[3]!.faults.length]).toEqual([2, 0]);
  });

  it.each([
    ['express-connect', '1Gbps'],
    ['leased-line', '100Mbps'],
    ['vpn', '100Mbps'],
    ['backbone', undefined],
  ])('a link that is a %s has the bandwidth, the latency and the faults of one', (kind, bandwidth) => {
    const text = changed('latency: 1ms}', `kind: ${kind}}`).replace(
      'places: {cn-beijing: {a: {}, b: {}}}',
      'places: {cn-beijing: {a: {coordinates: beijing}, b: {coordinates: shanghai}}}',
    );
    const { assumptions, links } = scenarioOf(text);
    const assumed = (key: string) => assumptions.find(({ path }) => path === `links.a-b.${key}`)?.value;
    expect(assumed('bandwidth')).toBe(bandwidth);
    // 1,065 km by great circle, half as much again by road, 1 ms a 100 km both ways.
    expect(assumed('latency')).toBe('16.0ms');
    expect(links[0]!.latency).toBe(16_000);
    expect(links[0]!.faults.map(({ name }) => name)).toEqual(['cut']);
  });

  it('a load balancer in two zones', () => {
    const standby = changed(
      'kind: slb, in: cn-beijing/a',
      'kind: slb, in: {primary: cn-beijing/a, standby: cn-beijing/b}',
    );
    expect(scenarioOf(standby).components.find(({ name }) => name === 'slb-a')).toMatchObject({
      in: undefined,
      zones: { primary: 'cn-beijing/a', standby: 'cn-beijing/b' },
      places: ['cn-beijing/a', 'cn-beijing/b'],
    });
    const both = changed('kind: slb, in: cn-beijing/a', 'kind: slb, product: alb, in: [cn-beijing/a, cn-beijing/b]');
    expect(scenarioOf(both).components.find(({ name }) => name === 'slb-a')).toMatchObject({
      zones: undefined,
      places: ['cn-beijing/a', 'cn-beijing/b'],
    });
  });

  it('automation decides at once or after a law', () => {
    const people = 'decided-by: {people: on-call}';
    const plan = (text: string) => scenarioOf(changed(people, text)).plans[0]!.decidedBy;
    expect(plan('decided-by: automation')).toMatchObject({ kind: 'automation', takes: { mean: 0 } });
    expect(plan('decided-by: {automation: 30s}')).toMatchObject({ kind: 'automation', takes: { mean: 30 * SECOND } });
  });

  it('domains, areas and crews', () => {
    const text = `${ACTIVE_ACTIVE}
domains: {control: {takes: [slb-b, slb-a, app-a/1, cn-beijing/a], faults: {bug: {mtbf: 5y, repair: 3h, repaired-by: sre}}}}
areas: {quake: {centre: [39.9, 116.4], radius: 50km}}
crews: {sre: {size: 2}}
`;
    const { domains, areas, crews } = scenarioOf(text);
    expect(domains).toMatchObject([
      { name: 'control', takes: ['app-a/1', 'cn-beijing/a', 'slb-a', 'slb-b'], faults: [{ crew: 'sre' }] },
    ]);
    expect(areas).toEqual([{ name: 'quake', centre: [39.9, 116.4], radius: 50, faults: [] }]);
    expect(crews).toEqual([{ name: 'sre', size: 2 }]);
  });
});
