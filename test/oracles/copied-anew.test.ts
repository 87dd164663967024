import { describe, expect, it } from 'vitest';
import { told } from './told.ts';
import { wayBack } from './way-back.ts';

/** When the first recovery of a store was, in minutes, the age of what was left behind, µs, and how many writes. */
function recovery(text: string, store: string): { at: number; age: number; writes: number } | undefined {
  const found = told(text).find(([, kind, name]) => kind === 'recovery' && name === store);
  if (found === undefined) return undefined;
  const [age, writes] = String(found[3])
    .match(/[\d.]+/g)!
    .map(Number);
  return { at: found[0] / 60e6, age: age!, writes: writes! };
}

const DAY = 24 * 60;

/** A full copy of an hour, 2:00 to 3:00, at 100 writes a second; 200 rows a second are carried, and the source is lost at 3:02. */
const task = (away: string): string => `
places: {r: {a: {}, b: {}, c: {}}}
components:
  db:  {kind: database, nodes: 1, in: r/a, size: 360GB}
  db2: {kind: database, nodes: 1, in: r/b, size: 360GB}
  sync: {kind: dts, from: db, to: db2, max-rows: 200/s, lag: 2s, copy-speed: 100MB/s, resumable: 1h}
  app: {kind: ecs, in: r/c, count: 1, boot: 0s, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {dark: {watch: db}}
plans:
  fail:
    when: {alarm: dark}
    decided-by: {automation: 0s}
    steps:
      - {fence: db, takes: 0s}
      - {promote: db2, takes: 0s}
      - {repoint: app, use: {d: db2}, takes: 0s}
faults:
  - {at: 3d, lose: sync, effect: exit, for: 2h}
${away}
  - {at: 3d 3h 2m, lose: db}
`;

describe('after a full copy, what was written since it began waits: rows, and not time', () => {
  const writers = (at: string, lasts: string): string => `  - {at: ${at}, lose: app, effect: exit, for: ${lasts}}`;
  const at = 3 * DAY + 3 * 60 + 2;

  it('where nobody writes when it ends', () => {
    // 59 minutes wait at 3:00 and one more is written from 3:01 on; 24,000 rows have been carried by 3:02, those of 2:00 to 2:04.
    expect(recovery(task(writers('3d 2h 59m', '2m')), 'db2')).toEqual({ at, age: 3482e6, writes: 336_200 });
  });

  it('where somebody writes when it ends, and hardly anybody has since it began', () => {
    // 2 minutes wait at 3:00 and 2 more are written by 3:02: 24,000 rows, as many as are carried.
    expect(recovery(task(writers('3d 2h 1m', '58m')), 'db2')).toEqual({ at, age: 2e6, writes: 200 });
  });

  it('where people have written all the time', () => {
    expect(recovery(task(''), 'db2')).toEqual({ at, age: 3482e6, writes: 348_200 });
  });
});

describe('an appliance that has compared everything anew', () => {
  // 8 kB a write and a line of 1.6 MB/s: 200 writes a second are sent. The appliance is away for an hour: 2.88 GB differ, which
  // takes 30 minutes, and by 1:31 the writes of 2 of them have been sent too. An order of 5 minutes, and 2 until it is given.
  const appliance = (away: string): string => `
places: {hq: {kind: idc}, cn: {a: {}}}
links: {vpn: {kind: vpn, between: [hq, cn/a], latency: 0ms, bandwidth: 12.8Mbps}}
components:
  app-hq:    {kind: ecs, in: hq, count: 1, boot: 0s, uses: {database: db-hq}}
  app-cloud: {kind: ecs, in: cn/a, count: 1, uses: {database: db-cloud}, boot: 1m, warm-up: 1m}
  db-hq:     {kind: rds, edition: basic, in: hq, size: 36GB}
  db-cloud:  {kind: rds, edition: basic, in: cn/a, size: 36GB}
  www: {kind: dns, ttl: 60s, hold-on: {share: 0%}, answers: {app-hq: {weight: 100%, priority: 1}, app-cloud: {weight: 100%, priority: 2}}, monitor: off}
  dr: {kind: bcdr, model: dr-100, in: hq, from: db-hq, to: db-cloud, machines: {app-hq: app-cloud}, size: 36GB, bytes-per-write: 16kB, compression: 2, lag: 2s, start: 5m, throughput: 100MB/s}
workloads: {order: {entry: www, demand: 100/s, writes: database}}
alarms: {hq-dark: {watch: {all: [app-hq, db-hq]}}}
plans:
  one-click:
    when: {alarm: hq-dark, for: 1m}
    decided-by: {automation: 1m}
    steps:
      - {fence: db-hq, takes: 0s}
      - {failover: dr, takes: 0s}
      - {hold-out: app-hq, takes: 0s}
faults:
  - {at: 3d, lose: dr, for: 1h}
${away}
  - {at: 3d 1h 31m, lose: hq}
`;

  it('lacks what was written since it began to compare', () => {
    const at = 3 * DAY + 98;
    expect(recovery(appliance(''), 'db-cloud')).toEqual({ at, age: 1742e6, writes: 174_200 });
  });

  it('lacks none of a minute in which nobody wrote, though that was when it ended', () => {
    const away = '  - {at: 3d 1h 29m 30s, lose: app-hq, effect: exit, for: 1m}';
    expect(recovery(appliance(away), 'db-cloud')).toMatchObject({ age: 1742e6, writes: 168_200 });
  });
});

describe('a rebuild, and a task turned round', () => {
  // The copy begins at 5:30 and ends at 6:30, the task is turned at 6:31: by 6:32 it has carried the writes of 5:30 to 5:32.
  const rebuilt = (away: string): string =>
    wayBack(
      ['{promote: db, takes: 1m}', '{repoint: app, use: {d: db}, takes: 1m}', '{reverse: sync, takes: 1m}'],
      away,
    );
  const at = 3 * DAY + 6 * 60 + 32;
  const onTheWay = 2_015_000;

  it('lacks what was written since the rebuild began', () => {
    expect(recovery(rebuilt(''), 'db')).toEqual({ at, age: 3600e6 + onTheWay, writes: 360_201.5 });
  });

  it('lacks it too where nobody writes when the task is turned', () => {
    const away = '  - {at: 3d 6h 30m 30s, lose: app, effect: exit, for: 1m}';
    expect(recovery(rebuilt(away), 'db')).toEqual({ at, age: 3600e6 + onTheWay, writes: 354_201.5 });
  });
});
