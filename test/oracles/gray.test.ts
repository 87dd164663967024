import { describe, expect, it } from 'vitest';
import { read, simulate } from '../simulate.ts';

/** A day, and the seconds of demand that the workloads lose in it. */
const DAY = 86_400;
const lost = (text: string): number[] => {
  const { collected } = simulate(read(`${HEAD}\n${text}`), { years: 1 / 365 });
  return collected.workloads.map(({ unserved }) => unserved.mean * DAY);
};
const HEAD = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}`;
const HOUR = 3_600;
/** Of an hour at a time; roundings only. */
const DIGITS = 4;

const fault = (name: string, lose: string, from: string, lasts: string, how: string): string =>
  `{name: ${name}, lose: ${lose}, at: ${from}, for: ${lasts}, probes-fail: 0%, ${how}}`;
const slow = (name: string, lose: string, from: string, lasts: string, factor: number): string =>
  `{name: ${name}, lose: ${lose}, at: ${from}, for: ${lasts}, effect: slow, factor: ${factor}}`;
const gray = (name: string, lose: string, from: string, lasts: string, share: string): string =>
  fault(name, lose, from, lasts, `effect: gray, share: ${share}`);

describe('a server that is gray and slow', () => {
  const alone = (faults: string, limited = true): number[] =>
    lost(`
components: {app: {kind: ecs, in: r/a, count: 1, capacity-each: 100/s, protected: ${limited}, boot: 0s}}
workloads: {page: {entry: app, demand: 80/s}}
faults: [${faults}]`);

  it('serves the share of what it has the capacity for', () => {
    const faults = `${slow('leak', 'app', '1h', '2h', 4)}, ${gray('drop', 'app', '2h', '1h', '1%')}`;
    expect(alone(faults)[0]).toBeCloseTo(HOUR * (1 - 25 / 80) + HOUR * (1 - (0.99 * 25) / 80), DIGITS);
  });

  it('is so too when the gray fault came first, and is slow when it has ended', () => {
    const faults = `${gray('drop', 'app', '1h', '1h', '20%')}, ${slow('leak', 'app', '90m', '1h', 4)}`;
    const [both, one] = [(0.8 * 25) / 80, 25 / 80];
    expect(alone(faults)[0]).toBeCloseTo((HOUR / 2) * (0.2 + (1 - both) + (1 - one)), DIGITS);
  });

  it('is as slow as the faults that stand: none that has ended counts, on it or on another one of the pool', () => {
    const two = `
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app], health-check: off}
  app: {kind: ecs, in: [r/a, r/b], count: 2, capacity-each: 100/s, protected: true, boot: 0s}
workloads: {page: {entry: lb, demand: 160/s}}`;
    const one = (faults: string): number => lost(`${two}\nfaults: [${faults}]`)[0]!;
    // Servers get 80 requests a second each: the slow one serves 50, or 10 of them.
    const [twice, tenfold] = [(HOUR / 2) * (1 - 50 / 80), (HOUR / 2) * (1 - 10 / 80)];
    const worn = slow('leak', 'app/1', '1h', '1h', 10);
    expect(one(worn)).toBeCloseTo(tenfold, DIGITS);
    expect(one(`${worn}, ${slow('other', 'app/2', '3h', '1h', 2)}`)).toBeCloseTo(tenfold + twice, DIGITS);
    expect(one(`${worn}, ${slow('other', 'app/1', '90m', '1h', 2)}`)).toBeCloseTo(tenfold + twice / 2, DIGITS);
    // A dead server slows nobody: the other one is twice as slow, and then alone.
    const dead = `{name: dead, lose: app/1, at: 1h, for: 1h}`;
    const slowed = slow('other', 'app/2', '1h', '1h', 2);
    expect(one(`${worn}, ${dead}, ${slowed}`)).toBeCloseTo((HOUR / 2) * (1 + 1 - 50 / 80), DIGITS);
  });

  it('among others fails its own requests alone', () => {
    const served = (more: string): number[] =>
      lost(`
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b], backends: [app], health-check: off}
  app: {kind: ecs, in: [r/a, r/b], count: 4, capacity-each: 100/s, protected: true, boot: 0s}
workloads: {page: {entry: lb, demand: 380/s, retries: 0}}
faults: [${slow('leak', 'app/1', '1h', '1h', 4)}${more}]`);
    expect(served('')[0]).toBeCloseTo((HOUR * (1 - 25 / 95)) / 4, DIGITS);
    const drop = gray('drop', 'app/1', '1h', '1h', '30%');
    expect(served(`, ${drop}`)[0]).toBeCloseTo((HOUR * (1 - (0.7 * 25) / 95)) / 4, DIGITS);
    const other = gray('drop', 'app/3', '1h', '1h', '30%');
    expect(served(`, ${other}`)[0]).toBeCloseTo((HOUR * (1 - 25 / 95 + 0.3)) / 4, DIGITS);
  });
});

describe('a gray fault of a part of a store', () => {
  /** Those who read, those who read and write, and these when they try again once: the share that fails of each. */
  const failing = (part: string, store: string): number[] =>
    lost(`
components:
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {data: s}}
  s: ${store}
workloads:
  a-get: {entry: app, demand: 80/s, reads: data}
  b-both: {entry: app, demand: 80/s, reads: data, writes: data}
  c-again: {entry: app, demand: 80/s, reads: data, writes: data, retries: 1}
faults: [${gray('drop', part, '1h', '1h', '20%')}]`).map((seconds) => seconds / HOUR);
  const expected = (of: readonly number[], ...shares: readonly number[]): void => {
    for (const [i, share] of shares.entries()) expect(of[i]).toBeCloseTo(share, 2 * DIGITS);
  };

  it('fails a request that reads and writes once', () => {
    expected(failing('s', '{kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}'), 0.2, 0.2, 0.04);
    const pair = '{kind: rds, edition: high-availability, in: [r/a, r/b], size: 5GB, backups: none}';
    expected(failing('s/1', pair), 0.2, 0.2, 0.04);
    expected(failing('s/1', '{kind: redis, edition: standard, in: [r/a, r/b], size: 4GB}'), 0.2, 0.2, 0.04);
  });

  it('in shards, for its own keys', () => {
    const store = '{kind: redis, edition: cluster, shards: 4, in: [r/a, r/b], size: 4GB}';
    expected(failing('s/1', store), 0.05, 0.05, 0.01);
    const routed = `{kind: drds, in: r/a, nodes: 2, shards: [d-1, d-2]}
  d-1: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}
  d-2: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}`;
    expected(failing('d-1', routed), 0.1, 0.1, 0.02);
  });

  it('on the master of readers, once where it answers the read too', () => {
    const store = '{kind: redis, edition: read-write-split, readers: {count: 1}, in: [r/a, r/b], size: 4GB}';
    const [get, both] = failing('s/1', store);
    expect(get).toBeGreaterThan(0.02);
    expect(get).toBeLessThan(0.18);
    expect(both).toBeCloseTo(0.2, 2 * DIGITS);
    const [, reader] = failing('s/reader-1', store);
    expect(reader).toBeCloseTo(0.2 - get!, 2 * DIGITS);
  });

  it('is no more to blame for those who read and write it than for who only read it', () => {
    const blamed = (part: string, share: string, store: string, reads = 'data, other'): string => {
      const { collected, model } = simulate(
        read(`${HEAD}
components:
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {data: s, other: t}}
  s: ${store}
  t: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}
workloads: {w: {entry: app, demand: 1/s, reads: [${reads}], writes: data, up-when: 40%, recovered-when: 40%}}
faults: [${gray('half', 't', '1h', '3h', '50%')}, ${gray('drop', part, '2h', '1h', share)}]`),
        { years: 1 / 365 },
      );
      const { trigger } = collected.workloads[0]!.causes.list[0]!;
      return model.world.sources.groups[trigger]!;
    };
    const alone = '{kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}';
    expect([blamed('s', '30%', alone), blamed('s', '55%', alone)]).toEqual(['half', 'drop']);
    const sharded = '{kind: redis, edition: cluster, shards: 2, in: [r/a, r/b], size: 4GB}';
    expect([blamed('s/1', '80%', sharded), blamed('s', '55%', sharded)]).toEqual(['half', 'drop']);
  });

  it('fails for itself each of several stores, and the server before them', () => {
    const [, both, one] = lost(`
components:
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {data: s, other: t}}
  s: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}
  t: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}
workloads:
  a: {entry: app, demand: 1/s, reads: data}
  b: {entry: app, demand: 1/s, reads: data, writes: [data, other]}
  c: {entry: app, demand: 1/s, reads: [data, other], retries: 1}
faults:
- ${gray('drop', 's', '1h', '1h', '20%')}
- ${gray('fail', 't', '1h', '1h', '30%')}
- ${gray('lose', 'app/1', '1h', '1h', '10%')}`);
    const failed = 1 - 0.8 * 0.7 * 0.9;
    expect(both).toBeCloseTo(HOUR * failed, DIGITS);
    expect(one).toBeCloseTo(HOUR * failed ** 2, DIGITS);
  });
});

describe('a gray fault of a whole product', () => {
  const USERS = `
workloads:
  get: {entry: app, demand: 80/s, reads: data}
  put: {entry: app, demand: 80/s, writes: data}
  both: {entry: app, demand: 8/s, reads: data, writes: data}`;
  const struck = (store: string, more = ''): number[] =>
    lost(`
components:
  app: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {data: s}}
  s: ${store}${more}${USERS}
faults: [${gray('drop', 's', '1h', '1h', '20%')}]`);
  const rds = (name: string): string => `\n  ${name}: {kind: rds, edition: basic, in: r/a, size: 5GB, backups: none}`;
  const PRODUCTS: Readonly<Record<string, () => number[]>> = {
    'an object store': () => struck('{kind: oss, in: r, size: 5GB}'),
    'an object store of three places': () => struck('{kind: oss, in: [r/a, r/b, r/c], size: 5GB}'),
    'a cache': () => struck('{kind: redis, edition: standard, in: [r/a, r/b], size: 4GB}'),
    'a cache in shards': () => struck('{kind: redis, edition: cluster, shards: 4, in: [r/a, r/b], size: 4GB}'),
    'a cache with readers': () =>
      struck('{kind: redis, edition: read-write-split, readers: {count: 2}, in: [r/a, r/b], size: 4GB}'),
    'a database': () => struck('{kind: rds, edition: high-availability, in: [r/a, r/b], size: 5GB, backups: none}'),
    'routers before shards': () =>
      struck('{kind: drds, in: r/a, nodes: 2, shards: [d-1, d-2]}', `${rds('d-1')}${rds('d-2')}`),
    'a balancer': () => balanced('{kind: slb, product: clb, in: r/a, listener: http, backends: [web]}'),
    'a balancer of many nodes': () =>
      balanced('{kind: slb, product: clb, in: r/a, listener: http, backends: [web], cluster: {lvs: 2, tengine: 2}}'),
  };
  const balanced = (balancer: string): number[] =>
    lost(`
components: {app: ${balancer}, web: {kind: ecs, in: [r/a, r/b], count: 2, boot: 0s}}
workloads: {page: {entry: app, demand: 80/s}}
faults: [${gray('drop', 'app', '1h', '1h', '20%')}]`);

  for (const [product, measured] of Object.entries(PRODUCTS)) {
    it(`fails its share of requests to ${product}, not one for each tier within`, () => {
      for (const seconds of measured()) expect(seconds).toBeCloseTo(0.2 * HOUR, DIGITS);
    });
  }
});
