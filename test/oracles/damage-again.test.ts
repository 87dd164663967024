import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { data, restores, told } from './told.ts';

// What is known of damages, and what is left of them, by hand: a notice belongs to the damages that were there, and a copy that was made
// anew lacks only what has been written since.

const BACKUPS = 'backups: {full: daily, log: 5m, locate: 10m, restore-speed: 50MB/s, replay: 3, unusable: 0%}';
const NOON = 3 * DAY + 12 * HOUR;

const one = (faults: string, own = '') =>
  told(`
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS}${own}}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}}
faults: [${faults}]
`);

describe('the notice of a damage', () => {
  it('goes with the damage: one that comes later is noticed in its own time', () => {
    const bug = ', faults: {bug: {mtbf: {uniform: [5d, 5.001d]}, effect: corruption, noticed: 10d}}';
    const states = data(one('{at: 2d, damage: db, noticed: 4d}', bug), 'db') as [string, number][];
    const came = states.filter(([state]) => state === 'damaged').map(([, at]) => at);
    const noticed = states.filter(([state]) => state === 'noticed').map(([, at]) => at);
    // Of 2 d, of 5 d and of 10 d; the second went with the first, so that the third is noticed 10 d after it came.
    expect([came[0], noticed[0]]).toEqual([2 * DAY, 6 * DAY]);
    expect(noticed[1]! - came[2]!).toBe(10 * DAY);
  });

  it('comes for the ninth, too, though another fault did it than any before', () => {
    const eight = Array.from({ length: 8 }, (_, k) => `{at: 3d ${k}h, damage: db, share: 10%, noticed: 30d}`).join(
      ', ',
    );
    const states = data(one(`${eight}, {at: 3.5d, damage: db, share: 50%, noticed: 1h}`), 'db');
    expect(states.find(([state]) => state === 'noticed')).toEqual(['noticed', NOON + HOUR]);
  });
});

describe('the ninth damage of a store', () => {
  const pair = (ninth: string) => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  db: {kind: rds, edition: basic, in: r/a}
  copy: {kind: rds, edition: basic, in: r/a}
  sync: {kind: dts, from: db, to: copy, lag: 2s}
faults: [${Array.from({ length: 8 }, (_, k) => `{at: 3d ${k}h, damage: db, share: 10%, noticed: 30d}`).join(', ')}, ${ninth}]
`;
  const wrong = (ninth: string, until: number) => {
    const model = compileScenario(read(pair(ninth)));
    replicate(model, masterKey('1'), 0, until as never);
    const { stores, contents } = model.world;
    return ['db', 'copy'].map((name) => contents.wrong[stores.id(name)]);
  };

  it('widens the latest, and comes over as that did', () => {
    const wide = '{at: 3.5d, damage: db, share: 50%, noticed: 30d}';
    expect(wrong(wide, NOON + SECOND)).toEqual([0.5, 0.1]);
    expect(wrong(wide, NOON + 3 * SECOND)).toEqual([0.5, 0.5]);
  });
});

describe('objects that were carried over again', () => {
  it('are there: only what has been written since the copy was begun is still to come', () => {
    const happened = told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {objects: near}}
  near: {kind: oss, in: r/a, size: 90GB, backups: {full: daily, locate: 0s, unusable: 0%}}
  far: {kind: oss, in: s/b, size: 90GB}
  copy: {kind: oss-replication, from: near, to: far, lag: 1s, throughput: 1Gbps, max-writes: 1.05/s, given-up: 1h}
workloads: {order: {entry: app, demand: 1/s, writes: objects}}
alarms: {wrong: {damaged: near}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: near}]}}
faults:
  - {at: 3.5d, damage: near, noticed: 11h}
  - {at: 3d 13h, lose: copy, for: 10h}
  - {at: 4d 1h 27m, lose: near, for: 20h}
`);
    // Restored at 23:15, carried over from then to 23:27: 720 s of writes wait, of which two hours at 1.05/s work off 360.
    const [at, , , value] = happened.find(([, kind]) => kind === 'recovery')!;
    const [age, writes] = value
      .toString()
      .match(/[\d.]+/g)!
      .map(Number);
    expect([at, age]).toEqual([4 * DAY + 2 * HOUR + 27 * MINUTE, 361 * SECOND]);
    expect(writes).toBeCloseTo(361, 6);
  });
});

describe('a cache that is copied anew', () => {
  it('throws away what was written since the damage, not since a memory was lost before', () => {
    const happened = told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {cache: one}}
  there: {kind: ecs, in: s/b, count: 1, uses: {cache: other}}
  one: {kind: redis, in: r/a, size: 1GB, backups: {full: daily, locate: 0s, unusable: 0%, restore-speed: 500MB/s}}
  other: {kind: redis, edition: cluster, in: s/b, size: 1GB, shards: 4, persistence: none, coverage: 0%, manual: 10d}
  sync: {kind: redis-sync, between: [one, other], lag: 10s, resume: 10s, copy: 5m}
workloads: {login: {entry: app, demand: 10/s, writes: cache}, far: {entry: there, demand: 20/s, writes: cache}}
alarms: {wrong: {damaged: one}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: one}]}}
faults: [{at: 2d 7m, lose: other/1, for: 10m}, {at: 2d 7m, lose: other/2, for: 1h}, {at: 3.5d, damage: one, noticed: 12s}]
`);
    const [[at, , , wrong, discarded], ...others] = restores(happened, 'other') as [number[]];
    expect([at, wrong, others]).toEqual([NOON + 24 * SECOND, 24 * SECOND, []]);
    expect(discarded).toBeCloseTo(20 * 14, 6);
  });
});

describe('a follower that is taken back by its own backup', () => {
  const promoted = (resumable: string) => {
    const happened = told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: s/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB}
  mid: {kind: rds, edition: basic, in: s/b, size: 90GB, ${BACKUPS}}
  sync: {kind: dts, from: db, to: mid, lag: 2s, rows-per-write: 1, max-rows: 110/s, copy-speed: 80MB/s, resumable: ${resumable}}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {wrong: {damaged: mid}, dark: {watch: db}}
plans:
  back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: mid}]}
  over: {when: {alarm: dark}, decided-by: automation, steps: [{promote: mid}]}
faults: [{at: 3.5d, damage: mid, noticed: 1h}, {at: 4d, lose: db, for: 2d}]
`);
    const [, , , value] = happened.find(([, kind]) => kind === 'recovery')!;
    return value
      .toString()
      .match(/[\d.]+/g)!
      .map(Number);
  };

  it('lacks what has been written since that backup, until it has been sent again', () => {
    // To noon, at 17:00: five hours of 100 rows a second wait, of which seven hours at 110 work off 10 a second.
    const waiting = 5 * 3600 * 100 - 7 * 3600 * 10;
    const [age, writes] = promoted('7d');
    expect(age).toBe((waiting / 100 + 2) * SECOND);
    expect(writes).toBeCloseTo(waiting + 200, 3);
  });

  it('is copied anew where the log of its source does not reach back so far', () => {
    expect(promoted('4.5h')).toEqual([2 * SECOND, 200]);
  });
});

describe('the backups of a copy', () => {
  it('that were taken while it was wrong are of no use when it has been copied anew', () => {
    const model = compileScenario(
      read(`
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS}}
  copy: {kind: rds, edition: basic, in: s/b, size: 90GB, backups: {full: daily, log: none, unusable: 0%}}
  sync: {kind: dts, from: db, to: copy, lag: 2s, copy-speed: 80MB/s}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}}
faults: [{at: 3.5d, damage: db, noticed: 16h}]
`),
    );
    const found = (at: number) => {
      replicate(model, masterKey('1'), 0, at as Us);
      const { world } = model;
      const store = world.stores.id('copy');
      const place = world.truth.place[world.stores.things[store]!]!;
      return [world.contents.isDamaged(store), world.vaults.find(world.vaults.of(store), at, place)?.point];
    };
    expect(found(4.75 * DAY)).toEqual([false, 3 * DAY + 2 * HOUR]);
    expect(found(5.75 * DAY)).toEqual([false, 5 * DAY + 2 * HOUR]);
  });
});
