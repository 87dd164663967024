import { describe, expect, it } from 'vitest';
import { measured } from '../claims/told.ts';
import { read } from '../simulate.ts';

// What an outage is put down to, where the data have been wrong for long: to what holds the store down, not to what is wrong with its data.

const scenario = (faults: string, plans = '') => `
hasim: 1
start: new
catalogue: scheduled
places: {r: {a: {}, b: {}, c: {}}}
components:
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 36GB, lag: 2s, replication: asynchronous, detection: 10s, switch: 20s, zone-switch: 100s, coverage: 100%, rebuild-speed: 100MB/s, backups: {full: daily, log: 5m, in: r/c, locate: 10m, restore-speed: 50MB/s, replay: 3, unusable: 0%}}
  app: {kind: ecs, in: r/c, count: 1, boot: 0s, uses: {database: db}}
workloads: {order: {entry: app, demand: 100/s, writes: database}}
${plans}
faults: [${faults}]
`;
const UNDO = `
alarms: {wrong: {damaged: db}}
plans: {back: {when: {alarm: wrong}, decided-by: {automation: 30s}, steps: [{stop-writes: db}, {restore: db}]}}`;

const recoveries = (faults: string, plans?: string) => {
  const { rtoSeconds } = measured(read(scenario(faults, plans))).workloads['order']!;
  return rtoSeconds.map(({ class: kind, domain, count }) => [kind, domain, count]);
};

describe('an outage of a store whose data are wrong', () => {
  const damage = '{at: 1d, damage: db, share: 1%}';
  const lost = '{at: 8d, lose: r/a, for: 1h}';

  it('is put down to the zone that was lost', () => {
    expect(recoveries(`${damage}, ${lost}`)).toEqual(recoveries(lost));
    expect(recoveries(lost)).toEqual([['zone', 'r/a', 1]]);
  });

  it('is put down to the damage while a backup is fetched, although a machine had been down before', () => {
    const restored = recoveries('{at: 1d, lose: db/1, for: 1h}, {at: 5d, damage: db, noticed: 10m}', UNDO);
    expect(restored.map(([kind, , count]) => [kind, count])).toEqual([
      ['damage', 1],
      ['instance', 1],
    ]);
  });
});
