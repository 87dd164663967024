import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

/** Figures of what happened to a store, in order. */
const figures = (text: string, what: string, store: string) =>
  told(text)
    .filter(([, kind, name]) => kind === what && name === store)
    .map(([, , , value]) =>
      String(value)
        .match(/[\d.]+/g)!
        .map(Number),
    );

/** Nothing is carried from 6:00; wrong data at 6:30, writes stopped at 6:50:30, back at 9:08:10 with the writes up to 6:30. */
const task = (lost: string): string => `
places: {r: {a: {}, b: {}, c: {}}}
components:
  db:  {kind: database, nodes: 1, in: r/a, size: 360GB, backups: {full: daily, log: 5m, keep: 7d, in: r/c, speed: 100MB/s, locate: 10m, restore-speed: 100MB/s, replay: 4, unusable: 0}}
  db2: {kind: database, nodes: 1, in: r/b, size: 360GB}
  sync: {kind: dts, from: db, to: db2, class: medium, max-rows: 200/s, lag: 2s}
  app: {kind: ecs, in: r/b, count: 1, uses: {d: db}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {wrong: {damaged: db}, dark: {watch: r/a}}
plans:
  undo:
    when: {alarm: wrong}
    decided-by: {automation: 30s}
    steps: [{stop-writes: db}, {restore: db}]
  fail:
    when: {alarm: dark}
    decided-by: {automation: 0s}
    steps: [{fence: db}, {promote: db2}, {repoint: app, use: {d: db2}}]
faults:
  - {at: 3d 6h, lose: sync, effect: exit, for: 1h}
  - {at: 3d 6h 30m, damage: db, noticed: 20m}
  - {at: ${lost}, lose: r/a}
`;

describe('a source that is restored while its stream has a backlog', () => {
  it.each([
    // 180,000 rows of 6:00 to 6:30 wait at 9:08:10: 142,000 have been carried by 9:20, and 71,000 have come anew.
    ['3d 9h 20m', 10_582e6, 38_000 + 71_000 + 200],
    // They are gone at 9:23:10; by 9:24 the first 10,000 of 95,000 new ones are, those up to 9:09:50.
    ['3d 9h 24m', 852e6, 85_000 + 200],
  ])('sends nothing more of what it has thrown away: lost at %s', (lost, age, writes) => {
    const text = task(lost);
    expect(figures(text, 'recovery', 'db2')).toEqual([[age, writes]]);
    expect(figures(text, 'delivered', 'db2')).toEqual([]);
  });

  it('nor does a replication of objects, and nothing of it arrives when the source is back', () => {
    // Given up at 7:00:30, 303,000 waiting and 200 on the way; back at 7:06:30 as it was at 2:00. All new ones are carried by 7:24.
    const text = `
places: {r: {a: {}, b: {}, c: {}}, q: {a: {}, b: {}, c: {}}}
components:
  s1: {kind: oss, in: [r/a, r/b, r/c], size: 36GB, backups: {full: daily, keep: 7d, in: r, speed: 100MB/s, locate: 10m, restore-speed: 100MB/s, unusable: 0}}
  s2: {kind: oss, in: [q/a, q/b, q/c]}
  rep: {kind: oss-replication, from: s1, to: s2, lag: 2s, given-up: 10m, max-writes: 200/s, bytes-per-write: 1kB}
  app: {kind: ecs, in: r/a, count: 1, uses: {d: s1}}
workloads: {w: {entry: app, demand: 100/s, writes: d}}
alarms: {wrong: {damaged: s1}}
plans:
  undo:
    when: {alarm: wrong}
    decided-by: {automation: 30s}
    steps: [{restore: s1}]
faults:
  - {at: 3d 6h, lose: rep, effect: exit, for: 1h}
  - {at: 3d 6h 30m, damage: s1, noticed: 20m}
  - {at: 3d 7h 24m, lose: r}
`;
    const recoveries = figures(text, 'recovery', 's2');
    expect(recoveries).toEqual([
      [3032e6, 303_200],
      [2e6, 200],
    ]);
    expect(figures(text, 'delivered', 's2')).toEqual([[200]]);
  });
});
