import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { changed, pointedAt, problemsOf } from './reading.ts';

/** What is changed, into what, the code of the problem, the words pointed at, and the nearest valid word. */
type Mistake = readonly [from: string, to: string, code: string, at: string, nearest?: string];

const WRONG_NAMES: readonly Mistake[] = [
  ['kind: slb, in: cn-beijing/a', 'kind: slb, in: cn-beijng/a', 'unknown-name', 'cn-beijng/a', 'cn-beijing/a'],
  [
    'kind: slb, in: cn-beijing/a',
    'kind: slb, in: [cn-beijing/a, cn-bejing/b], product: nlb',
    'unknown-name',
    'cn-bejing/b',
    'cn-beijing/b',
  ],
  ['kind: slb, in: cn-beijing/a', 'kind: ALB, in: cn-beijing/a', 'unknown-kind', 'ALB', 'slb'],
  ['kind: slb, in: cn-beijing/a', 'kind: s3, in: cn-beijing/a', 'unknown-kind', 's3', 'oss'],
  ['kind: slb, in: cn-beijing/a', 'kind: slb, in: a', 'unknown-name', 'a', 'cn-beijing/a'],
  ['lose: cn-beijing/a', 'lose: b', 'unknown-name', 'b', 'cn-beijing/b'],
  ['class: medium', 'class: medium, maintenence: {every: 9d}', 'unknown-key', 'maintenence', 'maintenance'],
  ['a, count: 4, capacity-each', 'a, count: 4, capacity', 'unknown-key', 'capacity', 'capacity-each'],
  ['class: medium', 'class: medium, maintenance: {evry: 9d}', 'unknown-key', 'evry', 'every'],
  ['class: medium', 'class: medium, maintenance: {every: 0s}', 'bad-value', '0s'],
  ['slb-b: 50%', 'slb-c: 50%', 'unknown-name', 'slb-c', 'slb-a'],
  ['slb-b: 50%', 'orders-b: 50%', 'wrong-kind', 'orders-b'],
  ['backends: [app-b]', 'backends: [app-d]', 'unknown-name', 'app-d', 'app-a'],
  ['backends: [app-b]', 'backends: {orders-b: 3}', 'wrong-kind', 'orders-b'],
  [
    'uses: {database: orders-a}}\n  app-b',
    'uses: {database: oders-a}}\n  app-b',
    'unknown-name',
    'oders-a',
    'orders-a',
  ],
  ['from: orders-a, to: orders-b', 'from: orders-a, to: app-b', 'wrong-kind', 'app-b'],
  ['browse: {entry: www', 'browse: {entry: ww', 'unknown-name', 'ww', 'www'],
  ['browse: {entry: www', 'browse: {entry: orders-a', 'wrong-kind', 'orders-a'],
  ['[slb-a, orders-a]', '[slb-a, slb-q]', 'unknown-name', 'slb-q', 'slb-a'],
  ['[slb-a, orders-a]', '[slb-a, app-a/5]', 'no-such-instance', 'app-a/5'],
  ['from: internet', 'from: moon', 'unknown-name', 'moon'],
  ['alarm: zone-a-dark', 'alarm: zone-dark', 'unknown-name', 'zone-dark', 'zone-a-dark'],
  ['{cleared: zone-a-dark, before', '{cleared: zone-b-dark, before', 'unknown-name', 'zone-b-dark', 'zone-a-dark'],
  ['{people: on-call, takes', '{people: on-cal, takes', 'unknown-name', 'on-cal', 'on-call'],
  ['{ask: on-call', '{ask: uncall', 'unknown-name', 'uncall', 'on-call'],
  ['after: zone-a-lost', 'after: zone-b-lost', 'unknown-name', 'zone-b-lost', 'zone-a-lost'],
  ['{fence: orders-a}', '{fence: app-a}', 'wrong-kind', 'app-a'],
  ['promote: orders-b', 'promote: slb-b', 'wrong-kind', 'slb-b'],
  ['repoint: app-b', 'repoint: orders-b', 'wrong-kind', 'orders-b'],
  ['{reverse: sync}', '{reverse: orders-a}', 'wrong-kind', 'orders-a'],
  ['from: orders-b}', 'from: orders-z}', 'unknown-name', 'orders-z', 'orders-a'],
  ['use: {database: orders-b}', 'use: {database: orders-z}', 'unknown-name', 'orders-z', 'orders-a'],
  [
    'between: [cn-beijing/a, cn-beijing/b]',
    'between: [cn-beijing/a, cn-beijing/x]',
    'unknown-name',
    'cn-beijing/x',
    'cn-beijing/a',
  ],
  ['lose: cn-beijing/a', 'lose: cn-beijing/x', 'unknown-name', 'cn-beijing/x', 'cn-beijing/a'],
  ['cut: a-b', 'cut: a-c', 'unknown-name', 'a-c', 'a-b'],
  ['availability: {order', 'availability: {ordr', 'unknown-name', 'ordr', 'order'],
  ['scope: zone', 'scope: idc', 'no-such-scope', 'idc'],
  ['  availability: {order', '  cost: {month: 9}\n  availability: {order', 'nothing-priced', '9'],
  ['  availability: {order', '  cost: {downtime-year: 9}\n  availability: {order', 'nothing-priced', '9'],
  ['  availability: {order', '  cost: {mnth: 9}\n  availability: {order', 'unknown-key', 'mnth', 'month'],
  ['size: 200GB}\n  orders-b', 'size: 200GB, faults: {node: {repaired-by: sre}}}\n  orders-b', 'unknown-name', 'sre'],
];

const WRONG_WORDS: readonly Mistake[] = [
  ['ttl: 60s', 'ttl: 60', 'bad-value', '60'],
  ['ttl: 60s', 'tll: 60s', 'unknown-key', 'tll', 'ttl'],
  ['ttl: 60s', 'ttl:', 'bad-value', 'ttl'],
  ['{kind: dns', '{kind: dsn', 'unknown-kind', 'dsn', 'dns'],
  ['{kind: dns, ', '{', 'missing-key', 'www'],
  ['{kind: dns', '{knd: dns', 'unknown-key', 'knd', 'kind'],
  ['count: 4, capacity-each', 'capacity-each', 'missing-key', 'app-a'],
  ['count: 4', 'count: 0', 'bad-value', '0'],
  ['count: 4', 'count: 100001', 'bad-value', '100001'],
  ['class: medium', 'class: mediun', 'unknown-word', 'mediun', 'medium'],
  ['workloads:', 'workload:', 'unknown-key', 'workload', 'workloads'],
  ['hasim: 1', 'hasim: 2', 'bad-value', '2'],
  ['{a: {}, b: {}}', '{a: {coordinates: [1, 2, 3]}, b: {}}', 'bad-value', 'coordinates'],
  ['{a: {}, b: {}}', '{a: {coordinates: Atlantis}, b: {}}', 'bad-value', 'Atlantis'],
  ['latency: 1ms', 'kind: cable', 'unknown-word', 'cable'],
  ['latency: 1ms', 'kind: egress', 'egress-to-nowhere', 'between'],
  ['{a: {}, b: {}}', '{a: {cordinates: [1, 2]}, b: {}}', 'bad-value', 'cordinates', 'coordinates'],
  ['{a: {}, b: {}}', '{a: {}, b: {r: {s: {}}}}', 'too-deep', 's'],
  ['{a: {}, b: {}}', '{a: {}, b: {}, internet: {}}', 'reserved-name', 'internet'],
  ['{a: {}, b: {}}', '{a: {}, b: {c: {kind: region}}}', 'place-in-place', 'region'],
  ['median: 30m, p95: 2h', 'median: 2h, p95: 30m', 'bad-value', 'lognormal'],
  ['- {fence: orders-a}', '- {fense: orders-a}', 'unknown-key', 'fense', 'fence'],
  ['"02:00-05:00"', '2-5', 'bad-value', '2-5'],
  ['order: 99.95%', 'order: 99.95', 'bad-value', '99.95'],
];

const WRONG_SENSE: readonly Mistake[] = [
  ['slb-b: 50%', 'slb-b: 40%', 'percentages', 'answers'],
  ['slb-b: 50%', 'slb-b: 1', 'mixed-weights', 'answers'],
  ['timeout: 3s, unhealthy: 2', 'timeout: 16s, unhealthy: 2', 'overlapping-probes', '16s'],
  ['interval: 15s, timeout: 3s,', 'interval: 2s,', 'overlapping-probes', '2s'],
  [
    'backends: [app-b]',
    'backends: [app-b], product: clb, health-check: {spacing: from-start}',
    'overlapping-probes',
    'health-check',
  ],
  ['kind: slb, in: cn-beijing/a', 'kind: slb, in: [cn-beijing/a, cn-beijing/b]', 'one-zone-at-a-time', 'in'],
  ['from: orders-a, to: orders-b', 'from: orders-a, to: orders-a', 'replicates-to-itself', 'orders-a'],
  [
    '{a-b: {between: [cn-beijing/a, cn-beijing/b]',
    '{a-b: {between: [cn-beijing/a, cn-beijing/a]',
    'same-place',
    'between',
  ],
  ['reads: database', 'reads: databse', 'no-such-role', 'databse', 'database'],
  ['browse: {entry: www', 'browse: {entry: empty', 'no-path', 'empty'],
  ['repoint: app-b, use: {database', 'repoint: app-b, use: {data', 'no-such-role', 'data'],
  ['{hold-out: slb-a}', '{hold-out: app-a}', 'not-an-answer', 'app-a'],
  ['before: promote', 'before: switch', 'no-such-step', 'switch'],
  ['{fence: orders-a}', '{switch: orders-a, to: cn-beijing/b}', 'not-there', 'cn-beijing/b', 'cn-beijing/a'],
  ['after: zone-a-lost', 'after: return-to-a', 'plan-after-itself', 'return-to-a'],
  ['alarm: zone-a-dark, for: 1m', 'for: 1m', 'alarm-or-cleared', 'when'],
  ['alarm: zone-a-dark, for: 1m', 'alarm: zone-a-dark, cleared: zone-a-dark', 'alarm-or-cleared', 'when'],
  ['- {fence: orders-a}', '- {fence: orders-a, promote: orders-b}', 'one-verb', '{'],
  ['- {fence: orders-a}', '- {takes: 3s}', 'one-verb', '{'],
  ['- {fence: orders-a}', '- {fence: orders-a, max-lag: 3s}', 'useless-key', 'max-lag'],
  ['max-lag: 30s, else', 'else', 'useless-key', 'else'],
  [', from: orders-b}', '}', 'missing-key', '{'],
  ['use: {database: orders-b}', 'use: {database: orders-b, cache: orders-b}', 'one-use', 'use'],
  ['at: 10d, cut: a-b', 'at: 10d, cut: a-b, lose: app-a', 'lose-cut-or-damage', '{'],
  ['{at: 10d, cut: a-b, for: 2h}', '{at: 3d, lose: cn-beijing/a}', 'duplicate-name', '{'],
  ['for: 6h}', 'for: 6h, effect: corruption}', 'no-data', 'corruption'],
  ['cut: a-b, for: 2h}', 'cut: a-b, effect: corruption}', 'no-data', 'corruption'],
  ['latency: 1ms}', 'latency: 1ms, faults: {bug: {mtbf: 1y, effect: corruption}}}', 'no-data', 'corruption'],
  ['retries: 1', 'up-when: 90%, recovered-when: 80%', 'recovered-below-up', '80%'],
  [
    'in: cn-beijing/b, size',
    'edition: basic, in: [cn-beijing/b, cn-beijing/a], size',
    'too-many-places',
    'cn-beijing/a',
  ],
  ['in: cn-beijing/b, size', 'edition: three-node, in: cn-beijing/b, size', 'too-few-places', 'cn-beijing/b'],
  [
    'in: cn-beijing/b, size',
    'edition: cluster, in: cn-beijing/b, read-only: {count: 8}, size',
    'too-many-readers',
    '8',
  ],
  ['in: cn-beijing/b, size', 'read-only: {count: 2}, in: cn-beijing/b, size', 'useless-key', 'read-only'],
  [
    'in: cn-beijing/b, size',
    'edition: cluster, in: cn-beijing/b, read-only: {in: cn-beijing/c}, size',
    'unknown-name',
    'cn-beijing/c',
    'cn-beijing/a',
  ],
  ['size: 200GB}\n  sync', 'size: 200GB, detection: 3s, heartbeat: {}}\n  sync', 'two-detections', 'heartbeat'],
  ['size: 200GB}\n  sync', 'size: 200GB, faults: {fire: {mtbf: 3y}}}\n  sync', 'missing-key', 'fire'],
];

/** A DNS name whose pool uses nothing, a second task, loops: what some mistakes need to stand in. */
const withMore = (text: string): string =>
  text.replace(
    '  sync:',
    '  empty:    {kind: dns, ttl: 60s, answers: {empty-2: 1}}\n  empty-2:  {kind: dns, ttl: 60s, answers: {}}\n  sync:',
  );

describe.each([
  ['names', WRONG_NAMES],
  ['words', WRONG_WORDS],
  ['sense', WRONG_SENSE],
] as const)('wrong %s', (_, mistakes) => {
  it.each(mistakes.map((mistake) => ({ mistake })))('$mistake', ({ mistake: [from, to, code, at, nearest] }) => {
    const text = changed(from, to);
    const source = to.includes('empty') ? withMore(text) : text;
    const found = problemsOf(source).filter((problem) => problem.code === code && pointedAt(source, problem) === at);
    expect(found, JSON.stringify(problemsOf(source), null, 1)).toHaveLength(1);
    expect(found[0]!.nearest).toBe(nearest);
    expect(found[0]!.severity).toBe('error');
    expect(found[0]!.path).not.toBe('');
  });
});

describe('writes flow one way', () => {
  const task = (from: string, to: string) =>
    changed(
      '  sync:',
      `  other:    {kind: dts, from: ${from}, to: ${to}}\n  third:    {kind: rds, in: cn-beijing/a}\n  sync:`,
    );
  const codes = (text: string) =>
    problemsOf(text)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  it('two tasks that write into one another', () =>
    expect(codes(task('orders-b', 'orders-a'))).toEqual(['two-primaries']));
  it('a copy of an object store into itself, and a pool named twice', () => {
    const objects = 'f: {kind: oss, in: cn-beijing/a}\n  rep: {kind: oss-replication, from: f, to: f}';
    expect(codes(changed('components:\n', `components:\n  ${objects}\n`))).toContain('replicates-to-itself');
    expect(codes(changed('backends: [app-a]', 'backends: [app-a, app-a]'))).toContain('backend-twice');
  });

  it('two tasks that carry the same, and none where they carry it back', () => {
    const objects = (to: string) =>
      `f: {kind: oss, in: cn-beijing/a}\n  g: {kind: oss, in: cn-beijing/b}\n  one: {kind: oss-replication, from: f, to: g}\n  two: {kind: oss-replication, ${to}}`;
    expect(codes(changed('components:\n', `components:\n  ${objects('from: f, to: g')}\n`))).toEqual([
      'same-way-twice',
    ]);
    expect(codes(changed('components:\n', `components:\n  ${objects('from: g, to: f')}\n`))).toEqual([]);
    const caches = (between: string) =>
      `f: {kind: redis, in: cn-beijing/a}\n  g: {kind: redis, in: cn-beijing/b}\n  one: {kind: redis-sync, between: [f, g]}\n  two: {kind: redis-sync, ${between}}`;
    expect(
      codes(changed('components:\n', `components:\n  ${caches('between: [g, f], direction: one-way')}\n`)),
    ).toEqual(['same-way-twice']);
  });

  it('two tasks into one store', () => expect(codes(task('third', 'orders-b'))).toEqual(['two-sources']));
  it('a chain is fine', () => expect(codes(task('orders-b', 'third'))).toEqual([]));
  it('a ring of three is not', () => {
    const ring = task('orders-b', 'third').replace(
      '  third:',
      '  last:     {kind: dts, from: third, to: orders-a}\n  third:',
    );
    expect(codes(ring)).toEqual(['two-primaries']);
  });
});

describe('the engines at the two ends of a task', () => {
  const sync = (from: string, to: string, faults = '{}') => `
hasim: 1
name: pair
places: {room: {kind: idc}}
components:
  app: {kind: ecs, in: room, count: 1, uses: {database: one}}
  one: {kind: database, in: room, engine: ${from}}
  two: {kind: database, in: room, engine: ${to}}
  task: {kind: dts, from: one, to: two, faults: ${faults}}
workloads: {order: {entry: app, demand: 1/s, writes: database}}
`;
  const problem = (from: string, to: string, faults?: string) =>
    readScenario(sync(from, to, faults), 'pair').problems.find(({ severity }) => severity === 'error');

  it('may be those of the table', () => {
    expect(problem('mysql', 'mysql')).toBeUndefined();
    expect(problem('oracle', 'ppas')).toBeUndefined();
  });
  it('are refused beside the table, with what it has for either end', () => {
    const { code, path, expected } = problem('sqlserver', 'mysql')!;
    expect([code, path]).toEqual(['no-such-pair', 'components.task.to']);
    expect(expected).toBe('sqlserver → sqlserver, mysql → mysql, oracle → mysql, db2 → mysql');
  });
  it('are joined both ways only where the table has that', () => {
    expect(problem('mysql', 'mysql', '{}, two-way: true')).toBeUndefined();
    expect(problem('oracle', 'mysql', '{}, two-way: true')!.code).toBe('one-way-pair');
  });
  it('are not cut by a change of structure where all of it is carried', () => {
    expect(problem('oracle', 'oceanbase', '{ddl: {}}')!.code).toBe('carries-ddl');
    expect(problem('postgresql', 'postgresql', '{ddl: {}}')).toBeUndefined();
  });
});

describe('requests find their way', () => {
  it('a ring of DNS names is a loop, reported once', () => {
    const text = changed(
      '  www: ',
      '  w1:       {kind: dns, answers: {w2: 1}}\n  w2:       {kind: dns, answers: {w1: 1}}\n  www: ',
    );
    const loops = problemsOf(text).filter(({ code }) => code === 'loop');
    expect(loops.map((problem) => [problem.path, pointedAt(text, problem)])).toEqual([
      ['components.w2.answers.w1', 'w1'],
    ]);
  });

  it('a name that answers with itself', () => {
    const text = changed('  www: ', '  w1:       {kind: dns, answers: {w1: 1}}\n  www: ');
    expect(problemsOf(text).map(({ code }) => code)).toContain('loop');
  });

  it('names of places, components, domains and areas are distinct', () => {
    const text = `${ACTIVE_ACTIVE}domains: {slb-a: {takes: [slb-b]}}\nareas: {cn-beijing: {centre: [0, 0], radius: 1km}}\n`;
    expect(problemsOf(text).map(({ code, path }) => [code, path])).toEqual([
      ['name-taken', 'domains.slb-a'],
      ['name-taken', 'areas.cn-beijing'],
    ]);
  });
});

describe('every problem at once', () => {
  it('reports mistakes of all sections in the order of the text', () => {
    const all = [...WRONG_NAMES, ...WRONG_WORDS, ...WRONG_SENSE];
    const mistakes = ['from: moon', 'cut: a-c', 'class: mediun', 'slb-b: 40%', 'before: switch'].map(
      (written) => all.find(([, to]) => to === written)!,
    );
    const text = mistakes.reduce((so, [from, to]) => changed(from, to, so), ACTIVE_ACTIVE);
    const problems = problemsOf(text);
    for (const [, , code, at] of mistakes) {
      expect(problems.filter((problem) => problem.code === code && pointedAt(text, problem) === at)).not.toEqual([]);
    }
    const offsets = problems.map(({ range }) => range!.start.offset);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });

  it('a mistake in a component does not hide a wrong name in it', () => {
    const text = changed('in: cn-beijing/a, count: 4', 'in: cn-nowhere, count: four');
    expect(problemsOf(text).map((problem) => pointedAt(text, problem))).toEqual(['cn-nowhere', 'four']);
  });

  it('a component with a mistake is still there for those who name it', () => {
    expect(problemsOf(changed('size: 200GB', 'size: big')).map(({ code }) => code)).toEqual(['bad-value']);
  });

  it('a mistake in one step of a plan does not hide the others', () => {
    const text = changed(
      '- {hold-out: slb-a}',
      '- {hold-out: slb-x}',
      changed('- {fence: orders-a}', '- {fense: orders-a}'),
    );
    expect(problemsOf(text).map((problem) => pointedAt(text, problem))).toEqual(['fense', 'slb-x']);
  });
});
