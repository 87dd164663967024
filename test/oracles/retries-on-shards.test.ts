import { describe, expect, it } from 'vitest';
import { HOUR, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { afterRetries, attempts } from '../../src/model/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';

const RATE = 100;

interface Told {
  readonly served: number;
  /** The share of all requests that is served with wrong data. */
  readonly wrong: number;
  /** Attempts that users make for one request. */
  readonly attempts: number;
  readonly writes: (store: string) => number;
}

/** How users of a scenario fare an hour after what has been lost, half an hour after the start. */
const lost = (text: string, ...things: readonly string[]): Told =>
  struck(text, ...things.map((thing) => `{at: 30m, lose: ${thing}}`));

function struck(text: string, ...all: readonly string[]): Told {
  const faults = all.join(', ');
  const model = compileScenario(read(`${text}\nfaults: [${faults}]\n`));
  let [served, wrong] = [Number.NaN, 0];
  model.service.attach({
    watching: false,
    service: (shares) => {
      [served = Number.NaN] = shares;
    },
    wrong: (shares) => {
      [wrong = 0] = shares;
    },
  });
  replicate(model, masterKey('1'), 0, (1.5 * HOUR) as Us);
  const { stores } = model.world;
  return {
    served,
    wrong,
    attempts: model.service.entrances[0]!.attempts.now[0]!,
    writes: (store) => stores.rate[stores.id(store)]!,
  };
}

const HEAD = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}`;
const rds = (name: string): string => `  ${name}: {kind: rds, edition: basic, in: r/a}`;
const shardsOf = (store: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${store}-${i + 1}`);
const drds = (store: string, count: number): string =>
  `${shardsOf(store, count).map(rds).join('\n')}
  ${store}: {kind: drds, in: r/a, nodes: 2, shards: [${shardsOf(store, count).join(', ')}]}`;
const web = (name: string, store: string, more = ''): string =>
  `  ${name}: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: ${store}}${more}}`;
const order = (entry: string, retries: number, needs = 'writes: database'): string =>
  `workloads: {order: {entry: ${entry}, demand: ${RATE}/s, ${needs}, retries: ${retries}}}`;
const shop = (retries: number, needs?: string, more?: string): string =>
  [HEAD, 'components:', web('web', 'db', more), drds('db', 4), order('web', retries, needs)].join('\n');

describe('users who try again for a key of a lost shard', () => {
  it.each([
    0, 1, 3,
  ])('meet that shard again, with %i retries: its share of the keys fails, and only that is asked again', (retries) => {
    for (const needs of ['writes: database', 'reads: database, writes: database']) {
      const told = lost(shop(retries, needs), 'db-2');
      expect(told.served).toBeCloseTo(3 / 4, 12);
      expect(told.attempts).toBeCloseTo(3 / 4 + (1 + retries) / 4, 12);
      expect(told.writes('db-2')).toBe(0);
      for (const shard of ['db-1', 'db-3', 'db-4']) expect(told.writes(shard)).toBeCloseTo(RATE / 4, 9);
    }
  });

  it('may meet another server, if not another shard', () => {
    const told = lost(shop(2), 'db-1', 'db-3', 'web/2');
    // Half of the keys are lost; each attempt for one of the others meets the dead server once in three.
    expect(told.served).toBeCloseTo((1 / 2) * (1 - (1 / 3) ** 3), 12);
    expect(told.attempts).toBeCloseTo((1 / 2) * (1 + 1 / 3 + 1 / 9) + 3 / 2, 12);
    for (const shard of ['db-2', 'db-4']) expect(told.writes(shard)).toBeCloseTo((RATE / 4) * (1 - (1 / 3) ** 3), 9);
  });

  it('may be served by a shard that fails some of its requests', () => {
    const told = lost(shop(1), 'db-3/1, effect: gray, share: 40%, probes-fail: 0%');
    expect(told.served).toBeCloseTo(3 / 4 + (1 / 4) * (1 - 0.4 ** 2), 12);
    expect(told.attempts).toBeCloseTo(3 / 4 + (1 / 4) * 1.4, 12);
    expect(told.writes('db-3')).toBeCloseTo((RATE / 4) * (1 - 0.4 ** 2), 9);
    for (const shard of ['db-1', 'db-2', 'db-4']) expect(told.writes(shard)).toBeCloseTo(RATE / 4, 9);
  });

  it('load servers with their attempts: g = C ÷ L, L = λ·(3/4·(1 + (1 − g)) + 1/4·2)', () => {
    const told = lost(shop(1, undefined, ', capacity-each: 33.333333333333336/s, protected: true'), 'db-1');
    const g = 2 / 3;
    expect(told.served).toBeCloseTo((3 / 4) * afterRetries(g, 1), 8);
    expect(told.attempts).toBeCloseTo((3 / 4) * attempts(g, 1) + (1 / 4) * 2, 8);
    expect(told.writes('db-3')).toBeCloseTo((RATE / 4) * afterRetries(g, 1), 6);
  });
});

describe('users who may come to two rooms, each with shards of its own', () => {
  const rooms = (inA: number, inB: number, retries = 1, needs?: string): string =>
    [
      HEAD,
      'components:',
      web('web-a', 'a'),
      web('web-b', 'b'),
      drds('a', inA),
      drds('b', inB),
      '  www: {kind: dns, answers: {web-a: {weight: 50%}, web-b: {weight: 50%}}}',
      order('www', retries, needs),
    ].join('\n');

  it('read wrong data as often as they end up in the room that has them', () => {
    const damage = ['b-1', 'b-2'].map((shard) => `{at: 20m, damage: ${shard}, noticed: 5h}`);
    const told = struck(rooms(2, 2, 1, 'reads: database'), '{at: 30m, lose: a-1}', ...damage);
    // Of the keys of the lost shard three in four are read in b, of the others one in two.
    expect(told.served).toBeCloseTo(7 / 8, 12);
    expect(told.wrong).toBeCloseTo((1 / 2) * (3 / 4) + (1 / 2) * (1 / 2), 12);
  });

  it('read wrong data only where the shard of their key has them', () => {
    const lostA = '{at: 30m, lose: a-1}';
    const damaged = (shard: string) =>
      struck(rooms(2, 2, 1, 'reads: database'), lostA, `{at: 20m, damage: ${shard}, noticed: 5h}`);
    expect(damaged('b-1').wrong).toBeCloseTo((1 / 2) * (3 / 4), 12);
    expect(damaged('b-2').wrong).toBeCloseTo((1 / 2) * (1 / 2), 12);
    expect(damaged('a-2').wrong).toBeCloseTo((1 / 2) * (1 / 2), 12);
  });

  it('write for as long as that lasts what their requests complete', () => {
    const model = compileScenario(read(`${rooms(2, 2)}\nfaults: [{at: 30m, lose: a-1, for: 20m}]`));
    replicate(model, masterKey('1'), 0, HOUR as Us);
    const { stores } = model.world;
    const written = (store: string): number => stores.writes(stores.id(store), HOUR as Us);
    const [before, during] = [40 * 60, 20 * 60];
    expect(written('a-1')).toBeCloseTo((before * RATE) / 4, 4);
    expect(written('a-2')).toBeCloseTo(((before + during) * RATE) / 4, 4);
    expect(written('b-1')).toBeCloseTo((before * RATE) / 4 + (during * RATE * 3) / 8, 4);
    expect(written('b-2')).toBeCloseTo((before * RATE) / 4 + (during * RATE) / 4, 4);
  });

  it('find the same keys in the shard of the same number', () => {
    const one = lost(rooms(2, 2), 'a-1');
    // Half of the keys are served by one attempt in two, the others by each.
    expect(one.served).toBeCloseTo(1 / 2 + (1 / 2) * (3 / 4), 12);
    expect(one.attempts).toBeCloseTo(1 / 2 + (1 / 2) * (3 / 2), 12);
    expect(lost(rooms(2, 2), 'a-1', 'b-1').served).toBeCloseTo(1 / 2, 12);
    expect(lost(rooms(2, 2), 'a-1', 'b-2').served).toBeCloseTo(3 / 4, 12);
  });

  it('find them as far along in another number of shards', () => {
    // Keys up to 1/2 fail in a, from 2/3 on in b.
    expect(lost(rooms(2, 3), 'a-1', 'b-3').served).toBeCloseTo(1 / 6 + (1 / 2 + 1 / 3) * (3 / 4), 12);
    // Those from 1/3 to 1/2 fail in both.
    expect(lost(rooms(2, 3), 'a-1', 'b-2').served).toBeCloseTo(1 / 3 + (1 / 3 + 1 / 6) * (3 / 4), 12);
  });

  it('write where they are served: a lost shard sends its keys to the other room', () => {
    const told = lost(rooms(2, 2), 'a-1');
    // Of the lost keys half are served at once in b, half of the rest by the second attempt.
    expect(told.writes('b-1')).toBeCloseTo((RATE / 2) * (3 / 4), 9);
    expect(told.writes('b-2')).toBeCloseTo((RATE / 2) * (1 / 2), 9);
    expect(told.writes('b')).toBeCloseTo(told.writes('b-1') + told.writes('b-2'), 9);
    expect(told.writes('a-2')).toBeCloseTo(RATE / 4, 9);
  });
});

describe('keys of two roles', () => {
  it('have nothing to do with each other', () => {
    const two = [
      HEAD,
      'components:',
      '  web: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: db, catalogue: goods}}',
      drds('db', 4),
      drds('goods', 2),
      order('web', 2, 'reads: catalogue, writes: database'),
    ].join('\n');
    expect(lost(two, 'db-1', 'goods-2').served).toBeCloseTo((3 / 4) * (1 / 2), 12);
  });

  it('of which one is whole are those of the other', () => {
    const one = [
      HEAD,
      'components:',
      '  web: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: db, catalogue: goods}}',
      drds('db', 4),
      rds('goods'),
      order('web', 1, 'reads: catalogue, writes: database'),
    ].join('\n');
    const half = 'goods/1, effect: gray, share: 50%, probes-fail: 0%';
    expect(lost(one, 'db-1', half).served).toBeCloseTo((3 / 4) * (3 / 4), 12);
  });
});

describe('a key-value store in shards', () => {
  const cache = [
    HEAD,
    'components:',
    '  web: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {cache: redis}}',
    '  redis: {kind: redis, edition: cluster, shards: 4, in: [r/a]}',
    order('web', 2, 'reads: cache, writes: cache'),
  ].join('\n');

  it('is one too', () => {
    const told = lost(cache, 'redis/1', 'redis/2');
    expect(told.served).toBeCloseTo(3 / 4, 12);
    expect(told.attempts).toBeCloseTo(3 / 4 + 3 / 4, 12);
    expect(told.writes('redis')).toBeCloseTo((RATE * 3) / 4, 9);
  });
});

/** How many writes each of the recoveries has lost, the first first. */
function lostWrites(text: string): number[] {
  const model = compileScenario(read(text));
  const lost: number[] = [];
  for (const [, kind, , value] of told(model)) {
    if (kind === 'recovery') lost.push(Number(/([\d.e-]+) writes/.exec(String(value))?.[1]));
  }
  return lost;
}

function told(model: ReturnType<typeof compileScenario>): readonly Happening[] {
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, (2 * HOUR) as Us);
  return happened;
}

describe('the writes of each shard', () => {
  const store = 'edition: cluster, shards: 2, in: r/a, lag: 10s, persistence: none, coverage: 100%, catalogue: none';
  const redis = (name: string): string => `  ${name}: {kind: redis, ${store}}`.replace(', catalogue: none', '');
  const down = (name: string, from: string, lasts = '10m'): string =>
    [1, 2].map((node) => `{at: ${from}, lose: ${name}/${node}, for: ${lasts}}`).join(', ');
  const rooms = (faults: string, retries: number): string =>
    [
      HEAD,
      'components:',
      '  web-a: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: a}}',
      '  web-b: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: b}}',
      redis('a'),
      redis('b'),
      '  www: {kind: dns, answers: {web-a: {weight: 50%}, web-b: {weight: 50%}}}',
      order('www', retries),
      `faults: [${faults}]`,
    ].join('\n');

  it('are those of the keys whose requests complete there: what a promotion loses of it tells', () => {
    // The first shard of a is gone: its keys go to that of b until it is back, those of the second are spread evenly.
    const gone = down('a', '30m', '1h');
    const [first] = lostWrites(rooms(`${gone}, {at: 40m, lose: b/1, for: 1h}`, 1));
    expect(first).toBeCloseTo(10 * (RATE / 2) * (3 / 4), 6);
    const [second] = lostWrites(rooms(`${gone}, {at: 40m, lose: b/3, for: 1h}`, 1));
    expect(second).toBeCloseTo(10 * (RATE / 2) * (1 / 2), 6);
  });

  it('go on where one shard is lost at the very moment at which another is back', () => {
    const one = (faults: string): string =>
      [
        HEAD,
        'components:',
        '  web: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: a}}',
        redis('a'),
        order('web', 0),
        `faults: [${faults}]`,
      ].join('\n');
    const faults = [down('a', '30m'), down('a', '40m').replaceAll('a/1', 'a/4').replaceAll('a/2', 'a/3')].join(', ');
    expect(lostWrites(one(`${faults}, {at: 45m, lose: a/1, for: 1h}`)).at(-1)).toBeCloseTo((10 * RATE) / 2, 6);
  });

  it('are those of the users who reach it', () => {
    const apart = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
links: {line: {kind: leased-line, between: [r, s]}}
components:
  web-a: {kind: ecs, in: r/a, count: 3, boot: 0s, uses: {database: db}}
  web-b: {kind: ecs, in: s/b, count: 3, boot: 0s, uses: {database: db}}
${rds('db-1')}
  db-2: {kind: rds, edition: basic, in: s/b}
  db: {kind: drds, in: [r/a, s/b], nodes: 2, shards: [db-1, db-2]}
  www: {kind: dns, answers: {web-a: {weight: 70%}, web-b: {weight: 30%}}}
${order('www', 0)}`;
    const cut = lost(apart, 'line');
    expect(cut.writes('db-1')).toBeCloseTo((RATE * 0.7) / 2, 9);
    expect(cut.writes('db-2')).toBeCloseTo((RATE * 0.3) / 2, 9);
  });
});
