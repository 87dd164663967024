import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { data, restores, told } from './told.ts';

// Several damages of one store, and how they travel, by hand: each has its own instant, is noticed by itself, goes with a restore to a
// point before it and with no other, and comes over to a copy when what was written before it has been carried, and one lag has passed.

const BACKUPS = 'backups: {full: daily, log: 5m, locate: 10m, restore-speed: 50MB/s, replay: 3, unusable: 0%}';
const NOON = 3 * DAY + 12 * HOUR;

const one = (faults: string, alarms = 'wrong: {damaged: db}', plans = '') =>
  told(`
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS.replace('daily', 'daily, copy-to: r/b')}}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database}}
alarms: {${alarms}}
plans:
  back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}
  ${plans}
faults: [${faults}]
`);
/** Backups begin at 02:00: so many hours of log are replayed at three times the speed of writing; 90 GB at 50 MB/s are half an hour. */
const takes = (hours: number) => 40 * MINUTE + (hours * HOUR) / 3;

describe('a store that is damaged again before the first damage has been noticed', () => {
  const twice = one(
    '{at: 3.25d, damage: db, share: 1%, noticed: 12h}, {at: 3.5d, damage: db, share: 50%, noticed: 1h}',
  );

  it('is taken back to before what is known, and once more when the first is known too', () => {
    const first = NOON + HOUR + takes(10);
    const second = NOON + 6 * HOUR + takes(4);
    expect(data(twice, 'db')).toEqual([
      ['damaged', NOON - 6 * HOUR],
      ['damaged', NOON],
      ['noticed', NOON + HOUR],
      ['damaged', first],
      ['noticed', NOON + 6 * HOUR],
      ['right', second],
    ]);
  });

  it('loses each write once: what the first restore threw away is not thrown away again', () => {
    const [first, second] = restores(twice, 'db');
    expect(first!.slice(1, 4)).toEqual([0, 0, HOUR]);
    expect(first![4]).toBeCloseTo(100 * 3600, 3);
    // Six hours before noon, and from the first restore, which ended at 17:00, to six in the evening.
    expect(first![0]).toBe(NOON + 5 * HOUR);
    expect(second![4]).toBeCloseTo(100 * 3600 * 7, 3);
  });

  it('has been wrong for each moment once, too: what the first restore has told, the second does not', () => {
    const [, second] = restores(twice, 'db');
    // Six hours before noon, an hour until it was noticed, which has been told, and an hour from the first restore on.
    expect(second![3]).toBe(7 * HOUR);
  });

  it('is undone once more where the plan was still at its later steps when that was noticed', () => {
    const happened = told(`
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS}}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database}}
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}, {check-consistency: db, takes: 20m}]}}
faults: [{at: 3.5d, damage: db, noticed: 1h}, {at: 3d 17h 5m, damage: db, noticed: 1m}]
`);
    // To noon once more: log leads no further from a backup of before the first restore.
    expect(data(happened, 'db').at(-1)).toEqual(['right', NOON + 5 * HOUR + 20 * MINUTE + takes(10)]);
  });

  it('gives as many wrong answers as the widest of them', () => {
    const model = compileScenario(
      read(`
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a}
workloads: {look: {entry: app, demand: 100/s, reads: database}}
faults: [{at: 1d, damage: db, share: 10%, noticed: 1d}, {at: 2d, damage: db, share: 50%, noticed: 1d}, {at: 3d, damage: db, share: 20%, noticed: 1d}]
`),
    );
    replicate(model, masterKey('1'), 0, (4 * DAY) as never);
    const store = model.world.stores.id('db');
    expect(model.world.contents.wrong[store]).toBe(0.5);
  });

  it('goes back to the first of both at once where that becomes known while the second is undone', () => {
    const both = one('{at: 3.25d, damage: db, noticed: 8h}, {at: 3.5d, damage: db, noticed: 1h}');
    // Known at 14:00, an hour into a restore to noon: what that has got is of no use.
    expect(data(both, 'db').at(-1)).toEqual(['right', NOON + 2 * HOUR + takes(4)]);
    const [only, ...others] = restores(both, 'db');
    expect(others).toEqual([]);
    expect(only![4]).toBeCloseTo(100 * 3600 * 7, 3);
  });
});

describe('a store that is damaged, and then lost', () => {
  const lost = '{at: 3d 13h, lose: db, effect: loss, for: 30m}';
  const dark = [
    'wrong: {damaged: db}, dark: {watch: db}',
    'refill: {when: {alarm: dark}, decided-by: automation, steps: [{restore: db}]}',
  ] as const;

  it('is wrong again when it has been filled from its backups, where nobody knew', () => {
    const happened = one(`{at: 3.5d, damage: db, noticed: 10h}, ${lost}`, ...dark);
    const states = data(happened, 'db').map(([state]) => state);
    expect(states).toEqual(['damaged', 'gone', 'filled', 'damaged', 'noticed', 'right']);
    const [filled, undone] = restores(happened, 'db');
    expect(filled![4]).toBe(0);
    // Of the hour between damage and loss what the log had; and what has been written since it was filled.
    expect(filled![2]! + undone![4]!).toBeCloseTo(100 * (3600 + (NOON + 10 * HOUR - filled![0]!) / SECOND), 0);
  });

  it('comes back right where people knew before', () => {
    const happened = one(
      `{at: 3.5d, damage: db, noticed: 30m}, ${lost}`,
      'dark: {watch: db}, wrong: {damaged: db}',
      dark[1],
    );
    expect(data(happened, 'db').at(-1)![0]).not.toBe('damaged');
    const all = restores(happened, 'db').reduce((sum, [, , gone, , thrown]) => sum + gone! + thrown!, 0);
    // Writing ended when the restore began.
    expect(all).toBeCloseTo(100 * 1800, 0);
  });
});

const pair = (faults: string, dts = '', demand = 'order: {entry: app, demand: 100/s, writes: database}', plans = '') =>
  told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS}}
  copy: {kind: rds, edition: basic, in: s/b, size: 90GB}
  sync: {kind: dts, from: db, to: copy, lag: 2s, rows-per-write: 1, max-rows: 150/s, copy-speed: 80MB/s${dts}}
workloads: {${demand}}
alarms: {wrong: {damaged: db}}
plans: ${plans === '' ? '{}' : plans}
faults: [${faults}]
`);

describe('wrong data on their way to a copy', () => {
  it('arrive one lag later', () => {
    expect(data(pair('{at: 3.5d, damage: db, noticed: 90d}'), 'copy')).toEqual([['damaged', NOON + 2 * SECOND]]);
  });

  it('wait behind what was written before: to the microsecond, however slow', () => {
    // Cut for an hour, damaged in the middle of it: half an hour of 100 rows a second is worked off at 150.
    const cut = '{at: 3d 11h 30m, lose: sync, for: 1h}, {at: 3.5d, damage: db, noticed: 90d}';
    expect(data(pair(cut), 'copy')).toEqual([['damaged', NOON + 30 * MINUTE + 1200 * SECOND + 2 * SECOND]]);
  });

  it('wait while the task is cut, though nobody writes anything', () => {
    const cut = '{at: 3d 11h 30m, lose: sync, for: 1h}, {at: 3.5d, damage: db, noticed: 90d}';
    const idle = pair(cut, '', 'look: {entry: app, demand: 100/s, reads: database}');
    expect(data(idle, 'copy')).toEqual([['damaged', NOON + 30 * MINUTE + 2 * SECOND]]);
  });

  it('are held up by a second cut before they have been sent', () => {
    const cuts =
      '{at: 3d 11h 30m, lose: sync, for: 1h}, {at: 3d 12h 40m, lose: sync, for: 1h}, {at: 3.5d, damage: db, noticed: 90d}';
    expect(data(pair(cuts), 'copy')).toEqual([['damaged', NOON + 90 * MINUTE + 1200 * SECOND + 2 * SECOND]]);
  });

  it('never come where the store was lost while they were on the way, as no other write of that moment does', () => {
    const lost = '{at: 3.5d, damage: db, noticed: 90d}, {at: 302401s, lose: db}';
    expect(data(pair(lost), 'copy')).toEqual([]);
    const late = '{at: 3.5d, damage: db, noticed: 90d}, {at: 302403s, lose: db}';
    expect(data(pair(late), 'copy')).toEqual([['damaged', NOON + 2 * SECOND]]);
  });

  it('are sent once more where the task was cut while they were on the way', () => {
    const cut = '{at: 3.5d, damage: db, noticed: 90d}, {at: 302401s, lose: sync, for: 1h}';
    expect(data(pair(cut), 'copy')).toEqual([['damaged', NOON + SECOND + HOUR + 2 * SECOND]]);
  });

  it('come one by one: the second of two does not make the first come sooner', () => {
    const both = '{at: 3.5d, damage: db, share: 10%, noticed: 90d}, {at: 3d 13h, damage: db, share: 60%, noticed: 90d}';
    expect(data(pair(both), 'copy')).toEqual([
      ['damaged', NOON + 2 * SECOND],
      ['damaged', NOON + HOUR + 2 * SECOND],
    ]);
  });
});

describe('what is restored at the head of a replication', () => {
  const back = '{back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}}';

  it('is copied anew: the copy is right when all of it has come over', () => {
    const happened = pair('{at: 3.5d, damage: db, noticed: 1h}', '', undefined, back);
    const restored = NOON + HOUR + takes(10);
    expect(data(happened, 'db').at(-1)).toEqual(['right', restored]);
    expect(data(happened, 'copy').at(-1)).toEqual(['right', restored + (90e9 / 80e6) * SECOND]);
  });

  it('is not, where the damage had never come over', () => {
    const cut = '{at: 3.5d, damage: db, noticed: 1h}, {at: 3d 11h, lose: sync, for: 10h}';
    expect(data(pair(cut, '', undefined, back), 'copy')).toEqual([]);
  });
});

const objects = (faults: string, more = '') =>
  told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {objects: near}}
  there: {kind: ecs, in: s/b, count: 1, uses: {objects: far}}
  near: {kind: oss, in: r/a, size: 90GB, backups: {full: daily, locate: 0s, unusable: 0%}}
  far: {kind: oss, in: s/b, size: 90GB, backups: {full: daily, locate: 0s, unusable: 0%}}
  copy: {kind: oss-replication, from: near, to: far, lag: 1s, throughput: 1Gbps${more}}
workloads: {order: {entry: app, demand: 1/s, reads: objects, writes: objects}, other: {entry: there, demand: 1/s, writes: objects}}
alarms: {wrong: {damaged: near}, wrong-there: {damaged: far}}
plans:
  back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: near}]}
  ${more.includes('false') ? 'there: {when: {alarm: wrong-there}, decided-by: automation, steps: [{restore: far}]}' : ''}
faults: [${faults}]
`);

describe('what is restored on a site that an appliance copies into the cloud', () => {
  const site = (bytes: string) =>
    told(`
places: {hq: {kind: idc}, r: {a: {}}}
links: {line: {kind: vpn, between: [hq, r], bandwidth: 100Mbps}}
components:
  app: {kind: ecs, in: hq, count: 1, capacity-each: 200/s, uses: {database: db}}
  there: {kind: ecs, in: r/a, count: 1, capacity-each: 200/s, uses: {database: copy}}
  db: {kind: rds, edition: basic, in: hq, size: 90GB, ${BACKUPS}}
  copy: {kind: rds, edition: basic, in: r/a, size: 90GB}
  dr: {kind: bcdr, model: dr-100, in: hq, from: db, to: copy, machines: {app: there}, size: 90GB, bytes-per-write: ${bytes}, compression: 1}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}}
faults: [{at: 3.5d, damage: db, noticed: 1h}]
`);

  it('is sent as a whole: as far as anybody knows all of it differs', () => {
    const restored = NOON + HOUR + takes(10);
    const [, last] = data(site('10kB'), 'copy').at(-1)!;
    // 90 GB at 100 Mbit/s are two hours.
    expect(last).toBe(restored + 7_200 * SECOND);
  });
});

describe('what a rollback throws away', () => {
  it('without log is what was written since the backup, not what could have been', () => {
    // Written for 4 of the 10 hours between the backup and the damage, and for half of the hour until that was noticed.
    const happened = told(`
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, backups: {full: daily, log: none, locate: 0s, restore-speed: 50MB/s, unusable: 0%}}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: db}]}}
faults: [{at: 3d 5h, lose: app, for: 6h, effect: exit}, {at: 3.5d, damage: db, noticed: 1h}, {at: 3d 12h 15m, lose: app, for: 30m, effect: exit}]
`);
    const [, age, lost, , discarded] = restores(happened, 'db')[0]!;
    expect(age).toBe(10 * HOUR);
    expect(lost).toBeCloseTo(100 * 4 * 3600, 3);
    expect(discarded).toBeCloseTo(100 * 1800, 3);
  });

  it('is what the store before had written too, where its successor is taken back', () => {
    const happened = told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: s/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, ${BACKUPS}}
  copy: {kind: rds, edition: basic, in: s/b, size: 90GB, ${BACKUPS}}
  sync: {kind: dts, from: db, to: copy, lag: 2s, rows-per-write: 1}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
alarms: {dark: {watch: db}, wrong: {damaged: copy}}
plans:
  over: {when: {alarm: dark}, decided-by: automation, steps: [{fence: db}, {promote: copy}, {repoint: app, use: {database: copy}, takes: 1m}]}
  back: {when: {alarm: wrong, primary: copy}, decided-by: automation, steps: [{restore: copy}]}
faults: [{at: 3.5d, damage: db, noticed: 3h}, {at: 3d 13h, lose: r/a, for: 20d}]
`);
    // An hour at the first, but for the 2 s on the way; two hours less the minute of the move at the second.
    const [, age, lost, , discarded] = restores(happened, 'copy')[0]!;
    expect([age, lost]).toEqual([0, 0]);
    const [moved] = happened.find(
      ([, kind, plan, value]) => kind === 'step 0' && plan === 'over' && value === 'begin',
    )!;
    const served =
      NOON + 3 * HOUR - (happened.find(([, kind, name]) => kind === 'role uses' && name === 'app')![0] as number);
    expect(moved).toBe(NOON + HOUR);
    expect(discarded).toBeCloseTo(100 * (3600 - 2 + served / SECOND), 0);
  });
});

describe('objects that are copied to another store', () => {
  it('that were restored at one are carried to the other, by size and speed', () => {
    const happened = objects('{at: 3.5d, damage: near, noticed: 1h}');
    const restored = NOON + HOUR + (90e9 / 100e6) * SECOND;
    expect(data(happened, 'near').at(-1)).toEqual(['right', restored]);
    expect(data(happened, 'far').at(-1)).toEqual(['right', restored + (90e9 / 125e6) * SECOND]);
  });

  it('and no sooner where the task stands still in between: what has been carried is there', () => {
    const restored = NOON + HOUR + (90e9 / 100e6) * SECOND;
    const minutes = (restored - 3 * DAY) / MINUTE + 5;
    const happened = objects(`{at: 3.5d, damage: near, noticed: 1h}, {at: 3d ${minutes}m, lose: copy, for: 2h}`);
    expect(data(happened, 'far').at(-1)).toEqual(['right', restored + (90e9 / 125e6) * SECOND + 2 * HOUR]);
  });

  it('go back at the copy to before what came over, not to before a deletion that did not', () => {
    const happened = objects(
      '{at: 3d, damage: near, deletes: true, noticed: 30d}, {at: 3.5d, damage: near, noticed: 1h}',
      ', deletions: false',
    );
    // The last backup before noon, of 02:00; before midnight it would be that of the day before.
    expect(restores(happened, 'far')[0]!.slice(1, 2)).toEqual([10 * HOUR]);
    expect(data(happened, 'far')[0]).toEqual(['damaged', NOON + SECOND]);
  });
});

describe('two caches that both take writes', () => {
  const caches = (faults: string) =>
    told(`
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {cache: one}}
  there: {kind: ecs, in: s/b, count: 1, uses: {cache: other}}
  one: {kind: redis, in: r/a, size: 1GB, backups: {full: daily, locate: 0s, unusable: 0%, restore-speed: 500MB/s}}
  other: {kind: redis, in: s/b, size: 1GB}
  sync: {kind: redis-sync, between: [one, other], lag: 10s, resume: 10s, copy: 5m}
workloads: {login: {entry: app, demand: 10/s, writes: cache}, far: {entry: there, demand: 20/s, writes: cache}}
alarms: {wrong: {damaged: one}}
plans: {back: {when: {alarm: wrong}, decided-by: automation, steps: [{restore: one}]}}
faults: [${faults}]
`);

  it('do not send back what one of them had sent: it is restored once, and stays right', () => {
    // Noticed 12 s after the damage, restored in 2 s: the other has had it for 4 s.
    const happened = caches('{at: 3.5d, damage: one, noticed: 12s}');
    expect(data(happened, 'one').map(([state]) => state)).toEqual(['damaged', 'noticed', 'right']);
    expect(data(happened, 'one').at(-1)![1]).toBe(NOON + 14 * SECOND);
  });

  it('and the other is copied anew from it', () => {
    const happened = caches('{at: 3.5d, damage: one, noticed: 12s}');
    const [[, came], , [state, right]] = data(happened, 'other') as [[string, number], unknown, [string, number]];
    expect([came, state, right]).toEqual([NOON + 10 * SECOND, 'right', NOON + 14 * SECOND + 10 * SECOND + 5 * MINUTE]);
    // What it had written since the damage came goes with it: 4 s, and 10 s until the copy is begun.
    expect(restores(happened, 'other')[0]![4]).toBeCloseTo(20 * 14, 6);
  });

  it('where a cut was too long, the poor side has what the rich one has, and nothing of what was wrong in it', () => {
    const cut = `
places: {r: {a: {}}, s: {b: {}}}
links: {line: {between: [r/a, s/b], latency: 1ms}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {cache: one}}
  there: {kind: ecs, in: s/b, count: 1, uses: {cache: other}}
  one: {kind: redis, in: r/a, size: 1GB}
  other: {kind: redis, in: s/b, size: 1GB}
  sync: {kind: redis-sync, between: [one, other], lag: 10s, resume: 10s, copy: 5m, resumable: 1h}
workloads: {login: {entry: app, demand: 10/s, writes: cache}, far: {entry: there, demand: 20/s, writes: cache}}
faults: [{at: 3d, cut: line, for: 2h}, {at: 3d 1h, damage: other, noticed: 90d}]
`;
    const happened = told(cut);
    expect(data(happened, 'one')).toEqual([]);
    expect(data(happened, 'other').at(-1)).toEqual(['right', 3 * DAY + 2 * HOUR + 10 * SECOND + 5 * MINUTE]);
  });
});
