import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read } from '../simulate.ts';

// Backups by hand: what has been copied when, which log is replayed, what an incremental backup holds. 100 writes a second.

interface Setting {
  readonly size: string;
  readonly backups: string;
  readonly faults: string;
  readonly steps?: string;
  /** What users do with it: `writes` unless stated. */
  readonly uses?: 'reads' | 'writes';
}

const IN_PLACE = '[{stop-writes: db, takes: 10s}, {restore: db}]';

function told({ size, backups, faults, steps = IN_PLACE, uses = 'writes' }: Setting): Happening[] {
  const model = compileScenario(
    read(`
hasim: 1
start: new
catalogue: scheduled
places: {r: {a: {}, b: {}, c: {}, d: {}}}
components:
  db: {kind: database, nodes: 1, in: r/a, size: ${size}, backups: {unusable: 0, locate: 10m, ${backups}}}
  app: {kind: ecs, in: r/b, count: 1, boot: 0s, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, ${uses}: d}}
alarms: {wrong: {damaged: db}}
plans: {undo: {when: {alarm: wrong}, decided-by: {automation: 30s}, steps: ${steps}}}
faults: [${faults}]
`),
  );
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, horizonOf(0.1));
  return happened;
}

/** Age of the point in µs, and how many writes from before the damage are lost. */
function restored(happened: readonly Happening[]): readonly number[] {
  const value = String(happened.find(([, kind]) => kind === 'restored')![3]);
  return value
    .match(/[\d.]+/g)!
    .slice(0, 2)
    .map(Number);
}

const at = (happened: readonly Happening[], kind: string, value: string): number | undefined =>
  happened.find(([, k, , v]) => k === kind && v === value)?.[0];
const WEEKLY = 'full: {hours: [0], weekdays: [monday]}, keep: 30d';
/** After the notice: 30 s until decided, 10 s until writes stand still. */
const STOPPED = 40 * SECOND;

describe('a restore in place', () => {
  const backups = `${WEEKLY}, in: r/c, log: 1h, speed: 100MB/s, restore-speed: 100MB/s, replay: 3`;
  const faults = '{at: 6d 30m, damage: db, noticed: 1m}';

  it('takes the log to the damage from the source before it stops it, as one into a clone does', () => {
    expect(restored(told({ size: '360GB', backups, faults }))).toEqual([0, 0]);
    const steps = '[{stop-writes: db, takes: 10s}, {restore: db, into: clone}, {move-back: db, takes: 0s}]';
    expect(restored(told({ size: '360GB', backups, faults, steps }))).toEqual([0, 0]);
  });

  it('that begins anew because people learn of an older damage has that log still', () => {
    const twice = '{at: 6d 10m, damage: db, noticed: 2h}, {at: 6d 30m, damage: db, noticed: 1m}';
    expect(restored(told({ size: '360GB', backups, faults: twice }))).toEqual([0, 0]);
  });
});

describe('an incremental backup', () => {
  it('holds what has changed since the last one, however long ago the full one was', () => {
    // 5 % of 3 TB a day are 25 GB in 4 h: 417 s at 60 MB/s of data. That of 12:00 is there at 12:30, six days after the full one.
    const incremental = 'incremental: {hours: [0, 4, 8, 12, 16, 20]}, changed: 5%, compression: 3, log: none';
    const backups = `${WEEKLY}, ${incremental}, in: r/c, speed: 20MB/s, restore-speed: 20MB/s`;
    const happened = told({ size: '3TB', backups, faults: '{at: 6d 12h 30m, damage: db, noticed: 1m}' });
    const [age, lost] = restored(happened);
    expect(age).toBe(30 * MINUTE);
    expect(lost).toBeCloseTo(180_000, 3);
    // The full one and every one since are read: 3 TB + 6.5 d of change.
    const read = ((3e12 * (1 + 0.05 * 6.5)) / 20e6) * SECOND;
    expect(at(happened, 'data', 'right')).toBe(6.5 * DAY + 31 * MINUTE + STOPPED + 10 * MINUTE + read);
  });

  const SIX_HOURLY = 'incremental: {hours: [0, 6, 12, 18]}, changed: 24%, log: none';
  const backups = `${WEEKLY}, ${SIX_HOURLY}, in: r/c, speed: 100MB/s, restore-speed: 100MB/s`;

  it('is of use as soon as it has ended, and counts each change as often as it was copied', () => {
    // A quarter of 24 % of 360 GB: 216 s. One that began at 12:00 is not there at 12:03, and is at 12:04.
    const noticed = (minute: number) => `{at: 6d 12h 2m, damage: db, noticed: ${minute - 2}m}`;
    const ages = [3, 4].map((m) => {
      const steps = '[{restore: db}]';
      return restored(told({ size: '360GB', backups, steps, faults: noticed(m) }))[0];
    });
    expect(ages).toEqual([6 * HOUR + 2 * MINUTE, 2 * MINUTE]);
    const happened = told({ size: '360GB', backups, faults: '{at: 6d 12h 10m, damage: db, noticed: 10m}' });
    expect(restored(happened)[0]).toBe(10 * MINUTE);
    const read = ((360e9 * (1 + 0.24 * 6.5)) / 100e6) * SECOND;
    expect(at(happened, 'data', 'right')).toBe(6.5 * DAY + 20 * MINUTE + STOPPED + 10 * MINUTE + read);
  });

  it('holds twice as much where the one before it could not be taken', () => {
    // That of 06:00 is lost with the line of the store: 12 h of change take 432 s, so that of 12:00 is there at 12:07:12.
    const cut = '{at: 6d 5h 59m, lose: r/c, for: 10m}';
    const ages = ['6m', '7m'].map((noticed) => {
      const faults = `${cut}, {at: 6d 12h 1s, damage: db, noticed: ${noticed}}`;
      return restored(told({ size: '360GB', backups, steps: '[{restore: db}]', faults }))[0];
    });
    expect(ages).toEqual([12 * HOUR + SECOND, SECOND]);
  });
});

describe('log that was written while it could not be shipped', () => {
  const backups = `${WEEKLY}, in: r/c, log: 5m, speed: 100MB/s, restore-speed: 100MB/s, replay: 3`;
  const rightAt = (more: string) =>
    at(told({ size: '360GB', backups, faults: `${more}{at: 6d, damage: db, noticed: 10m}` }), 'data', 'right');
  const ends = (log: number) => 6 * DAY + 10 * MINUTE + STOPPED + 10 * MINUTE + HOUR + log / 3;

  it('is replayed like all other', () => {
    expect(rightAt('')).toBe(ends(6 * DAY));
    expect(rightAt('{at: 1d, lose: r/c, for: 4d}, ')).toBe(ends(6 * DAY));
  });

  it('is none where the database was down: nothing was written', () => {
    expect(rightAt('{at: 1d, lose: r/a, for: 3d}, ')).toBe(ends(3 * DAY));
    expect(rightAt('{at: 1d, lose: r/a, for: 2d}, {at: 2d, lose: r/c, for: 3d}, ')).toBe(ends(4 * DAY));
  });

  it('is none where its users were kept from it', () => {
    expect(rightAt('{at: 1d, lose: app, effect: exit, for: 3d}, ')).toBe(ends(3 * DAY));
    expect(rightAt('{at: 1d, lose: app, effect: exit, for: 2d}, {at: 2d, lose: r/a, for: 2d}, ')).toBe(ends(3 * DAY));
  });

  it('is none where it is not over yet', () => {
    expect(rightAt('{at: 4d, lose: app, effect: exit, for: 10d}, ')).toBe(ends(4 * DAY));
  });

  it('is none where users only read', () => {
    const only = (more: string) => told({ size: '360GB', backups, faults: more, uses: 'reads' });
    expect(at(only('{at: 6d, damage: db, noticed: 10m}'), 'data', 'right')).toBe(ends(0));
  });
});

describe('copies of backups in another region', () => {
  /** The point that is got back at `q/c`, where the place of the database is destroyed at `lost`. */
  const behind = (backups: string, before: string, lost: string): number => {
    const model = compileScenario(
      read(`
hasim: 1
start: new
catalogue: scheduled
places: {r: {a: {}, b: {}, d: {}}, q: {c: {}}}
links: {l: {kind: leased-line, between: [r, q], bandwidth: 100Gbps}}
components:
  db: {kind: database, nodes: 1, in: r/a, size: 36GB, backups: {full: daily, log: 5m, keep: 7d, speed: 100MB/s, locate: 10m, restore-speed: 100MB/s, replay: 4, unusable: 0, ${backups}}}
  db2: {kind: database, nodes: 1, in: q/c, size: 36GB}
  app: {kind: ecs, in: r/b, count: 1, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {dark: {watch: db}}
plans:
  recover:
    when: {alarm: dark}
    decided-by: {automation: 30s}
    steps: [{restore: db2, from: db}, {promote: db2, takes: 1m}, {repoint: app, use: {d: db2}, takes: 1m}]
faults: [${before}, {at: ${lost}, lose: r/a, effect: loss}]
`),
    );
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, horizonOf(0.1));
    const [age, lostWrites] = restored(happened) as [number, number];
    expect(lostWrites).toBeCloseTo(100 * (age / SECOND), 2);
    return age;
  };
  const COPIED = 'in: r/a, copy-to: q/c, copy-takes: 10m';

  it('end where the line was cut: what was under way waits', () => {
    // The last segment that could leave is that of 23:50.
    expect(behind(COPIED, '{at: 5d, cut: l, for: 3d}', '6d 12h')).toBe(36 * HOUR + 10 * MINUTE);
    // It comes once the line is back: of a cut from 23:55 on, five minutes later.
    const cut = '{at: 4d 23h 55m, cut: l, for: 12h 1m}';
    expect(behind(COPIED, cut, '5d 12h')).toBe(12 * HOUR + 15 * MINUTE);
    expect(behind(COPIED, cut, '5d 12h 1m')).toBe(12 * HOUR + 11 * MINUTE);
    expect(behind(COPIED, cut, '5d 12h 30m')).toBe(10 * MINUTE);
  });

  it('come to no place that is dark', () => {
    const dark = '{at: 5d, lose: q/c, for: 11h 59m 30s}';
    expect(behind(COPIED, dark, '5d 12h')).toBe(12 * HOUR + 10 * MINUTE);
    expect(behind(COPIED, dark, '5d 12h 10m')).toBe(10 * MINUTE);
  });

  it('are those that had come when the first place was destroyed, also when that is back', () => {
    const apart = 'in: r/d, copy-to: q/c, copy-takes: 10m';
    const destroyed = '{at: 5d, lose: r/d, effect: loss, for: 1h}';
    expect(behind(apart, destroyed, '5d 1h 30m')).toBe(90 * MINUTE + 10 * MINUTE);
  });

  it('straight from the store have the log of an outage once it has been sent: one segment later', () => {
    const cut = '{at: 5d, cut: l, for: 11h 59m 59s}';
    expect(behind('in: q/c', cut, '5d 12h')).toBe(12 * HOUR);
    expect(behind('in: q/c', cut, '5d 12h 4m 58s')).toBe(12 * HOUR + 298 * SECOND);
    expect(behind('in: q/c', cut, '5d 12h 5m')).toBe(0);
    // No segment was due in so short a one.
    expect(behind('in: q/c', '{at: 5d 1m, cut: l, for: 1m}', '5d 6m')).toBe(MINUTE);
  });
});

describe('a backup that is being restored', () => {
  const backups = `${WEEKLY}, log: 5m, speed: 100MB/s, restore-speed: 100MB/s, replay: 3`;
  const damage = '{at: 6d, damage: db, noticed: 10m}';
  const BEGUN = 6 * DAY + 10 * MINUTE + STOPPED;
  // Locating, an hour of reading, six days of log at three times their speed.
  const TAKES = 10 * MINUTE + HOUR + 2 * DAY;
  const rightAt = (where: string, more: string, steps = IN_PLACE) =>
    at(told({ size: '360GB', backups: `${where}, ${backups}`, faults: `${damage}, ${more}`, steps }), 'data', 'right');

  it('waits while its place is dark', () => {
    expect(rightAt('in: r/c', '{at: 20d, lose: r/d, for: 1h}')).toBe(BEGUN + TAKES);
    expect(rightAt('in: r/c', '{at: 7d, lose: r/c, for: 1h}')).toBe(BEGUN + TAKES + HOUR);
    expect(rightAt('in: r/c', '{at: 7d, lose: r/c, for: 1h}, {at: 7.5d, lose: r/c, for: 7m}')).toBe(
      BEGUN + TAKES + 67 * MINUTE,
    );
    const clone = '[{stop-writes: db, takes: 10s}, {restore: db, into: clone}, {move-back: db, takes: 1h}]';
    expect(rightAt('in: r/c', '{at: 7d, lose: r/c, for: 1h}', clone)).toBe(BEGUN + TAKES + 2 * HOUR);
    // What has been read is not needed any more.
    const moving = `{at: 8d 1h 25m, lose: r/c, for: 5h}`;
    expect(rightAt('in: r/c', moving, clone)).toBe(BEGUN + TAKES + HOUR);
  });

  it('is begun when its place is there again', () => {
    expect(rightAt('in: r/c', '{at: 6d 5m, lose: r/c, for: 3h}')).toBe(6 * DAY + 3 * HOUR + 5 * MINUTE + TAKES);
  });

  it('is no more where its place is destroyed, however soon that is there again: nothing is right again', () => {
    expect(rightAt('in: r/c', '{at: 6d 10m 41s, lose: r/c, effect: loss, for: 1h}')).toBeUndefined();
  });

  it('is begun anew from another place', () => {
    const both = 'in: [r/c, r/d]';
    const destroyed = '{at: 7d, lose: r/c, effect: loss, for: 1h}';
    expect(rightAt(both, destroyed)).toBe(7 * DAY + TAKES);
    const dark = '{at: 6d 20m, lose: r/d, for: 2d}';
    expect(rightAt(both, `${destroyed}, ${dark}`)).toBe(8 * DAY + 20 * MINUTE + TAKES);
  });
});
