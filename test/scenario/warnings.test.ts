import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../bench/measured.ts';
import { readScenario, renderProblems } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { changed, pointedAt, problemsOf } from './reading.ts';

const withoutReturn = ACTIVE_ACTIVE.replace(/ {2}return-to-a:[\s\S]*?(?=\nobjectives)/, '');
const unfenced = '      - {fence: orders-a}\n';

/** Wrong data are put right by a plan of their own, decided within so long. */
const undoing = (takes: string): string =>
  changed(
    'plans:\n',
    `plans:\n  undo:\n    when: {alarm: wrong}\n    decided-by: {people: on-call, takes: ${takes}}\n    steps: [{restore: orders-a}]\n`,
    changed(
      'alarms:\n',
      'alarms:\n  wrong: {damaged: orders-a}\n',
      changed(
        'objectives:\n',
        'objectives:\n  data-damaged: {rto: 6h}\n',
        changed(
          'in: cn-beijing/a, size: 200GB',
          'in: cn-beijing/a, size: 200GB, backups: {full: daily, log: 5m, copy-to: cn-beijing/b}',
        ),
      ),
    ),
  );

const keeping = (backups: string): string =>
  changed('in: cn-beijing/a, size: 200GB', `in: cn-beijing/a, size: 200GB, backups: ${backups}`);

/** Users of a cache in four shards, who try again or do not. */
const sharded = (retries: string): string =>
  changed(
    'writes: database, retries: 1',
    `writes: database, reads: cache, ${retries}`,
    changed(
      'components:\n',
      'components:\n  cache: {kind: redis, edition: cluster, shards: 4, in: cn-beijing/a}\n',
      ACTIVE_ACTIVE.replaceAll('uses: {database: orders-a}', 'uses: {database: orders-a, cache: cache}'),
    ),
  );

/** A site with a balancer that nothing breaks, but for what is said; its pool is watched, or something else. */
const quiet = (more: string, alarm: string, faults = 'faults: none'): string => `
hasim: 1
places: {r: {faults: none, a: {faults: none}, b: {faults: none}}}
components:
  slb: {kind: slb, in: r/a, backends: [app], ${faults}}
  app: {kind: ecs, in: r/a, count: 2, ${faults}, uses: {database: db}}
  db: {kind: rds, in: r/a, size: 1GB, ${faults}}
  other: {kind: ecs, in: r/b, count: 2}
workloads: {page: {entry: slb, demand: 1/s, writes: database}}
alarms: {dark: {${alarm}}}
plans: {help: {when: {alarm: dark}, decided-by: automation, steps: [{fence: db}]}}
${more}`;

/** Two sites answer in normal times and a third stands in for both, with a store of its own. */
const standby = (
  more: string,
  edition: string,
  monitor = 'monitor: {interval: 15s, timeout: 3s, unhealthy: 2}, ',
): string => `
hasim: 1
places: {r: {a: {}, b: {}}, q: {h: {}}}
components:
  www: {kind: dns, ttl: 60s, ${monitor}answers: {one: {weight: 50%, priority: 1}, two: {weight: 50%, priority: 1}, far: {weight: 100%, priority: 2}}}
  one: {kind: slb, in: r/a, backends: [app]}
  two: {kind: slb, in: r/b, backends: [app]}
  far: {kind: slb, in: q/h, backends: [app-q]}
  app: {kind: ecs, in: [r/a, r/b], count: 4, uses: {cache: c}}
  app-q: {kind: ecs, in: q/h, count: 4, uses: {cache: s}}
  c: {kind: redis, ${edition}in: [r/a, r/b], size: 1GB}
  s: {kind: redis, ${edition}in: q/h, size: 1GB}
${more}
workloads: {page: {entry: www, demand: 1/s, writes: cache}}
alarms: {dark: {watch: {all: [one, two]}, from: internet}}
plans:
  go: {when: {alarm: dark}, decided-by: automation, steps: [{hold-out: [one, two]}]}
  back: {when: {cleared: dark, for: 1h, after: go}, decided-by: automation, steps: [{readmit: [one, two]}]}
`;

/** Users write objects near them; a copy stands far away. */
const objects = (way: string): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}, q: {h: {}}}
components:
  app: {kind: ecs, in: r/a, count: 4, uses: {files: near}}
  slb: {kind: slb, in: r/a, backends: [app]}
  near: {kind: oss, in: [r/a, r/b, r/c], size: 1GB}
  far: {kind: oss, in: q/h, size: 1GB}
  carry: {kind: oss-replication, ${way}}
workloads: {page: {entry: slb, demand: 1/s, writes: files}}
`;

/** A balancer of two pools: of two servers, and of so many that boot so. */
const weighted = (weights: string, count: number, boot = '1m'): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
components:
  lb: {kind: slb, product: alb, in: [r/c], backends: {${weights}}}
  x: {kind: ecs, in: r/a, count: 2}
  y: {kind: ecs, in: r/b, count: ${count}, boot: ${boot}}
workloads: {page: {entry: lb, demand: 250/s}}
`;

/** Users of two places, a database in the first, and somebody who watches it and acts. */
const seen = (from: string, links: string, watch = 'all: [db]', steps = '[{fence: db}]'): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
links: {${links}}
components:
  www: {kind: dns, ttl: 1m, monitor: {interval: 15s, timeout: 3s}, answers: {one: 50%, two: 50%}}
  one: {kind: slb, in: r/a, backends: [app]}
  two: {kind: slb, in: r/b, backends: [app-b]}
  app: {kind: ecs, in: r/a, count: 2, uses: {database: db}}
  app-b: {kind: ecs, in: r/b, count: 2, uses: {database: db}}
  db: {kind: rds, in: r/a, size: 1GB}
workloads: {page: {entry: www, demand: 1/s, writes: database}}
alarms: {dark: {watch: {${watch}}, from: ${from}}, other: {watch: two, from: internet}}
plans: {help: {when: {alarm: ${steps === '' ? 'other' : 'dark'}}, decided-by: automation, steps: ${steps || '[{fence: db}]'}}}
`;
const A_B = 'a-b: {between: [r/a, r/b]}';

/** What is changed, into what, the codes of the warnings and the words they point at. */
const UNWISE: readonly (readonly [what: string, text: () => string, warnings: readonly string[]])[] = [
  ['a class below the rows written', () => changed('class: medium', 'class: micro'), ['lag-without-bound at micro']],
  [
    'rows just at the class',
    () => changed('class: medium, rows-per-write: 6', 'max-rows: 1440/s, rows-per-write: 6'),
    [],
  ],
  [
    'rows just above it',
    () => changed('class: medium, rows-per-write: 6', 'max-rows: 1439/s, rows-per-write: 6'),
    ['lag-without-bound at sync'],
  ],
  ['a promotion without a fence', () => changed(unfenced, ''), ['unfenced-promotion at orders-b']],
  [
    'a fence that comes too late',
    () =>
      changed(
        '{hold-out: slb-a}',
        '{hold-out: slb-b}',
        changed(unfenced, '').replace('then: retry}', `then: retry}\n${unfenced.trimEnd()}`),
      ),
    ['never-readmitted at slb-b', 'unfenced-promotion at orders-b'],
  ],
  [
    'notice long enough',
    () => changed('backends: [app-a]', 'backends: [app-a], maintenance: {every: 30d, notice: 1h}'),
    [],
  ],
  [
    'notice shorter than caches last',
    () => changed('backends: [app-a]', 'backends: [app-a], maintenance: {every: 30d, notice: 30s}'),
    ['short-notice at 30s'],
  ],
  [
    'notice that nobody can be given',
    () => changed('class: medium', 'class: medium, maintenance: {every: 30d, notice: 30s}'),
    ['useless-notice at 30s'],
  ],
  ['no way back', () => withoutReturn, ['never-readmitted at slb-a', 'no-way-back at orders-b']],
  [
    'a name that goes on with a dead answer',
    () => changed(', monitor: {interval: 15s, timeout: 3s, unhealthy: 2}', ''),
    ['no-monitor at answers'],
  ],
  [
    'a name whose other answer is held in reserve',
    () =>
      changed(
        '{slb-a: 50%, slb-b: 50%}, monitor: {interval: 15s, timeout: 3s, unhealthy: 2}',
        '{slb-a: {weight: 100%, priority: 1}, slb-b: {weight: 100%, priority: 2}}',
      ),
    [],
  ],
  ['a decision that wrong data wait for, not a lost site', () => undoing('2h'), []],
  ['a decision that takes longer than wrong data may', () => undoing('7h'), ['rto-below-step at 6h']],
  [
    'no health check',
    () => changed('backends: [app-a]', 'backends: [app-a], health-check: off'),
    ['no-health-check at off'],
  ],
  [
    'resolvers on the knife edge',
    () => changed('ttl: 60s', 'ttl: 60s, hold-on: {share: 5%}'),
    ['knife-edge at 5%', 'knife-edge at 5%'],
  ],
  ['resolvers just below it', () => changed('ttl: 60s', 'ttl: 60s, hold-on: {share: 4.9%}'), []],
  [
    'a single instance',
    () => changed('count: 4, capacity-each: 400/s', 'count: 1, capacity-each: 1600/s'),
    ['single-instance at 1'],
  ],
  [
    'an alarm that would be lost with what it watches',
    () => changed('from: internet', 'from: cn-beijing/a'),
    ['watched-from-within at cn-beijing/a', 'watched-from-within at cn-beijing/a'],
  ],
  ['capacity below demand', () => changed('capacity-each: 400/s', 'capacity-each: 149/s'), ['overloaded at 149/s']],
  ['capacity just enough', () => changed('capacity-each: 400/s', 'capacity-each: 150/s'), []],
  [
    'a cost that makes it too little',
    () => changed('retries: 1', 'cost: 10'),
    ['overloaded at 400/s', 'overloaded at 400/s'],
  ],
  [
    'a pool in the same place twice',
    () => changed('kind: ecs, in: cn-beijing/a,', 'kind: ecs, in: [cn-beijing/a, cn-beijing/a],'),
    ['place-twice at cn-beijing/a'],
  ],
  [
    'a pool in two places',
    () => changed('kind: ecs, in: cn-beijing/a,', 'kind: ecs, in: [cn-beijing/a, cn-beijing/b],'),
    [],
  ],
  ['retries where keys stand in shards', () => sharded('retries: 1'), []],
  ['a TTL of ten minutes', () => changed('ttl: 60s', 'ttl: 10m'), ['long-ttl at 10m']],
  ['a TTL just below', () => changed('ttl: 60s', 'ttl: 599s'), []],
  ['an alarm of what nothing breaks', () => quiet('', 'watch: app'), ['never-raised at app']],
  ['or of something among all of them', () => quiet('', 'watch: {all: [app, other]}'), ['never-raised at watch']],
  ['but not of any of them', () => quiet('', 'watch: {any: [app, other]}'), []],
  ['an alarm of what a schedule breaks', () => quiet('faults: [{at: 3d, lose: r/a, for: 1h}]', 'watch: app'), []],
  [
    'of what is slow at the worst',
    () =>
      quiet('', 'watch: slb', 'faults: {tired: {mtbf: 1y, repair: 1h, effect: slow}}').replace(
        'hasim: 1',
        'hasim: 1\ncatalogue: none',
      ),
    ['never-raised at slb'],
  ],
  ['of what answers nothing', () => quiet('', 'watch: slb', 'faults: {dead: {mtbf: 1y, repair: 1h}}'), []],
  ['an alarm in a place that falls', () => quiet('', 'watch: app').replace('a: {faults: none}', 'a: {}'), []],
  [
    'in a region that falls',
    () => quiet('', 'watch: app').replace('r: {faults: none', 'r: {faults: {quake: {mtbf: 100y, repair: 1d}}'),
    [],
  ],
  [
    'an alarm of data that nothing damages',
    () => quiet('', 'damaged: db', 'faults: {dead: {mtbf: 1y, repair: 1h}}'),
    ['never-raised at db'],
  ],
  [
    'of data that something damages, which no plan gets back',
    () => quiet('faults: [{at: 3d, damage: db}]', 'damaged: db'),
    ['no-restore at {'],
  ],
  ['of data that drills damage', () => quiet('objectives: {data-damaged: {rto: 1h}}', 'damaged: db'), []],
  [
    'a pool that is never pointed back',
    () =>
      changed(
        '      - {repoint: [app-a, app-b], use: {database: orders-a}',
        '      - {repoint: app-a, use: {database: orders-a}',
      ),
    ['no-way-back at app-b'],
  ],
  ['a standby whose cache nothing feeds', () => standby('', ''), ['unfed-store at s']],
  ['one that users only read', () => standby('', '').replace('writes: cache', 'reads: cache'), []],
  ['one that is fed', () => standby('  sync: {kind: redis-sync, between: [c, s]}', 'edition: standard, '), []],
  [
    'answers that plans hold out only together',
    () => standby('', '', '').replaceAll('cache: s', 'cache: c'),
    ['no-monitor at answers'],
  ],
  ['objects that are carried the wrong way', () => objects('from: near, to: far'), []],
  ['or the other way round', () => objects('from: far, to: near'), ['wrong-way at far']],
  ['weights in percent of pools of different size', () => weighted('x: 75%, y: 25%', 9), ['weight-of-server at 75%']],
  ['or of the same size', () => weighted('x: 75%, y: 25%', 2), []],
  ['weights that are plain numbers', () => weighted('x: 3, y: 1', 9), []],
  ['weights in percent that come out as written', () => weighted('x: 50%, y: 50%', 2), []],
  [
    'a standby, which has no share yet',
    () => weighted('x: 75%, y: 25%', 9).replace('count: 9', 'count: 9, standby: cold'),
    [],
  ],
  ['servers that never boot', () => weighted('x: 3, y: 1', 9, 'none'), ['never-boots at none']],
  [
    'standby servers that never get warm',
    () => weighted('x: 3, y: 1', 9, '0s').replace('count: 9', 'count: 9, standby: warm, warm-up: none'),
    ['never-warm at none'],
  ],
  ['a warm-up that no server goes through', () => weighted('x: 3, y: 1', 9, '0s, warm-up: none'), []],
  ['servers that boot at once', () => weighted('x: 3, y: 1', 9, '0s'), []],
  ['a watcher that sees by one line alone', () => seen('r/b', A_B), ['sight-by-one-line at r/b']],
  ['or all that it watches by the same', () => seen('r/b', A_B, 'all: [db, r/a]'), ['sight-by-one-line at r/b']],
  [
    'or one of any',
    () => seen('r/b', A_B, 'any: [two, db/2]'),
    ['watched-from-within at r/b', 'sight-by-one-line at r/b'],
  ],
  ['a watcher that no line leads to', () => seen('r/c', A_B), []],
  ['one that sees something else of all on', () => seen('r/b', A_B, 'all: [db, www]'), []],
  ['one at the end of a second line', () => seen('r/b', `${A_B}, more: {between: [r/b, r/a]}`), []],
  ['or of a chain of two', () => seen('r/b', `${A_B}, a-c: {between: [r/a, r/c]}, c-b: {between: [r/c, r/b]}`), []],
  [
    'what users see by the same line as the watcher',
    () => seen('internet', 'out: {between: [internet, r/a]}').replace('{one: 50%, two: 50%}', '{one: 100%}'),
    [],
  ],
  [
    'the way out of it, which users need too',
    () =>
      seen('internet', 'out: {kind: egress, between: [internet, r/a]}').replace('{one: 50%, two: 50%}', '{one: 100%}'),
    [],
  ],
  [
    'where users come in by another way',
    () => seen('internet', 'out: {kind: egress, between: [internet, r/a]}'),
    ['sight-by-one-line at internet'],
  ],
  [
    'a store that users have by that line alone',
    () =>
      seen('r/b', A_B)
        .replace('{one: 50%, two: 50%}', '{two: 100%}')
        .replace(/ {2}(one|app):.*\n/g, ''),
    [],
  ],
  ['an alarm on which nothing is done', () => seen('r/b', A_B, 'all: [db]', ''), []],
  ['backups kept for longer than full ones are apart', () => keeping('{full: weekly, keep: 8d}'), []],
  ['no longer than that', () => keeping('{full: weekly}'), ['short-keep at orders-a']],
  [
    'nor than the longest stretch of a calendar',
    () => keeping('{full: {hours: 2, weekdays: [monday, wednesday]}, keep: 4d}'),
    ['short-keep at orders-a'],
  ],
  ['for longer than that', () => keeping('{full: {hours: 2, weekdays: [monday, wednesday]}, keep: 6d}'), []],
  ['an objective below a step', () => changed('rto: 4h', 'rto: 90m'), ['rto-below-step at 90m']],
];

/** Six servers and two behind one balancer; a weight is that of a server, so that each gets an eighth of 900/s. */
const uneven = (few: string): string => `
hasim: 1
places: {r: {a: {}, b: {}}}
components:
  slb: {kind: slb, in: {primary: r/b, standby: r/a}, backends: [many, few]}
  many: {kind: ecs, in: r/b, count: 6, capacity-each: 150/s}
  few: {kind: ecs, in: r/a, count: 2, capacity-each: ${few}/s}
workloads: {page: {entry: slb, demand: 900/s}}
`;

describe('what is legal and unwise', () => {
  it('says what share a pool gets where its weight was written as one', () => {
    const [problem] = problemsOf(weighted('x: 75%, y: 25%', 9));
    expect(problem!.message).toBe(
      '`x` gets 40 % of what `lb` takes in, not 75 %: a weight is that of one server, and its pools differ in theirs',
    );
  });

  it('counts the servers of each pool behind a balancer: small pools get little', () => {
    const codes = (few: string) => problemsOf(uneven(few)).map(({ code }) => code);
    expect(codes('112.6')).toEqual([]);
    expect(codes('112.4')).toEqual(['overloaded']);
  });

  it.each(UNWISE)('%s', (_, text, warnings) => {
    const { scenario, problems } = readScenario(text(), 'x.yaml');
    expect(scenario).toBeDefined();
    expect(problems.map((problem) => `${problem.code} at ${pointedAt(text(), problem)}`)).toEqual(warnings);
    expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('a long TTL is fine where nothing changes the answers', () => {
    const text = changed('ttl: 60s', 'ttl: 10m')
      .replace(/, monitor: \{[^}]*\}/, '')
      .replace('- {hold-out: slb-a}', '');
    expect(problemsOf(text).map(({ code }) => code)).not.toContain('long-ttl');
  });

  it('says nothing where there are errors', () => {
    expect(
      problemsOf(changed('ttl: 60s', 'ttl: 10m', changed('count: 4', 'count: 0'))).map(({ code }) => code),
    ).toEqual(['bad-value']);
  });

  it('says whether a step is usually or only often too long', () => {
    const often = problemsOf(changed('rto: 4h', 'rto: 90m')).map(({ message }) => message);
    const usually = problemsOf(changed('rto: 4h', 'rto: 25m')).map(({ message }) => message);
    expect(often).toEqual([
      'the decision of `zone-a-lost` alone in more than one of 20 cases takes longer than 1h 30m',
    ]);
    expect(usually).toEqual(['the decision of `zone-a-lost` alone usually takes longer than 25m']);
  });

  const side = (count: number, backends: string): string => `hasim: 1
places: {east: {a: {}}}
components:
  lb: {kind: slb, in: east/a, backends: [${backends}]}
${Array.from({ length: count }, (_, i) => `  w${i}: {kind: ecs, in: east/a, count: 1}`).join('\n')}
workloads: {page: {entry: lb, demand: 1/s}}
`;

  it('a single instance is none where its balancer has another pool', () => {
    expect(problemsOf(side(2, 'w0, w1')).map(({ code }) => code)).toEqual([]);
    expect(problemsOf(side(2, 'w0')).map(({ code }) => code)).toContain('single-instance');
  });

  it('of many warnings of a sort tells the first few, and how many more there are', () => {
    const text = side(200, 'w0');
    const problems = problemsOf(text);
    expect(problems.length).toBe(200);
    const told = renderProblems(problems, text, 'x.yaml');
    expect(told.match(/single instance/g)).toHaveLength(3);
    expect(told).toContain('and 197 more like it');
  });
});

describe('what cannot be meant', () => {
  it('a step that never works and is tried for ever is refused', () => {
    const text = changed('succeeds: 95%, then: retry', 'succeeds: 0%, then: retry');
    expect(problemsOf(text).map((problem) => `${problem.code} at ${pointedAt(text, problem)}`)).toEqual([
      'never-succeeds at 0%',
    ]);
    expect(problemsOf(changed('succeeds: 95%, then: retry', 'succeeds: 0%, then: ask'))).toEqual([]);
  });

  it('another version of the language, and a shape out of bounds, are told as what they are', () => {
    const [version] = problemsOf(changed('hasim: 1', 'hasim: 2'));
    expect(version!.message).toBe('`2` is not the version of the language that this hasim reads, which is 1');
    const [shape] = problemsOf(
      changed('takes: {lognormal: {median: 30m, p95: 2h}}', 'takes: {gamma: {shape: 2e6, mean: 1h}}'),
    );
    expect(shape!.message).toBe('`2000000` is not a number above 0 and up to 1,000,000');
  });
});

describe('warnings in Chinese', () => {
  it('are said of every sort, with the names and figures that the English has', () => {
    const warnings = UNWISE.flatMap(([, text]) => problemsOf(text())).filter(({ severity }) => severity === 'warning');
    expect(new Set(warnings.map(({ code }) => code)).size).toBeGreaterThan(12);
    for (const { message, expected, zh } of warnings) {
      expect(zh?.message).toMatch(/\p{Script=Han}/u);
      const named = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
      expect(named(zh!.message)).toEqual(named(message));
      expect(typeof zh!.expected).toBe(typeof expected);
    }
  });

  it('are told with their mark, and so are errors', () => {
    const text = changed(unfenced, '');
    const told = renderProblems(problemsOf(text), text, 'a.yaml', { language: 'zh' });
    expect(told).toContain('警告：`zone-a-lost` 提升 `orders-b` 前没有隔离旧主库');
    expect(told).toContain('应为：在它之前隔离 orders-a 的步骤');
    const wrong = changed('count: 4', 'count: 0');
    expect(renderProblems(problemsOf(wrong), wrong, 'a.yaml', { language: 'zh' })).toMatch(
      /错误：`0` 不是从 1 到 .* 的整数\n[\s\S]*应为：从 1 到 .* 的整数/,
    );
  });
});

describe('the scenarios of this project', () => {
  it.each(scenarioFiles())('%s has a way back from everything, and no alarm that nothing raises', (file) => {
    const codes = problemsOf(readFileSync(`scenarios/${file}`, 'utf8')).map(({ code }) => code);
    for (const code of ['no-way-back', 'never-raised', 'no-monitor', 'unfed-store', 'wrong-way'])
      expect(codes).not.toContain(code);
  });

  it('see by one line alone only where they say so', () => {
    const files = scenarioFiles().filter((file) =>
      problemsOf(readFileSync(`scenarios/${file}`, 'utf8')).some(({ code }) => code === 'sight-by-one-line'),
    );
    expect(files.sort()).toEqual(['a-a.yaml', 'hybrid-backup.yaml', 'product-dts-two-way.yaml', 'product-dts.yaml']);
  });
});
