import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read, simulate } from '../simulate.ts';

// Semantics of backups, by hand: a position is the start of a backup; log reaches to the last whole segment, or to now while the
// source can be read; restoring takes locate + size / speed + replay; a restore of damaged data goes back to before the damage.

interface Setting {
  readonly backups?: string;
  readonly faults: string;
  readonly plans?: string;
  readonly alarms?: string;
  readonly more?: string;
  readonly places?: string;
  readonly entry?: string;
}

const BACKUPS =
  '{full: daily, log: 5m, keep: 7d, speed: 100MB/s, locate: 10m, restore-speed: 50MB/s, replay: 3, unusable: 0%}';
const PLAN = `
  back:
    when: {alarm: wrong}
    decided-by: {automation: 0s}
    steps:
      - {stop-writes: db, takes: 1m}
      - {restore: db}
      - {check-consistency: db, takes: 20m}`;

/** One database of 90 GB (30 minutes to restore, 15 to back up), 100 writes a second. */
const scenario = ({ backups = BACKUPS, faults, plans = PLAN, alarms, more = '', places, entry = 'app' }: Setting) =>
  read(`
hasim: 1
start: new
catalogue: none
places: ${places ?? '{r: {a: {}, b: {}}}'}
components:
  app: {kind: ecs, in: r/b, count: 1, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, backups: ${backups}, coverage: 100%}
${more}
workloads:
  order: {entry: ${entry}, demand: 100/s, reads: database, writes: database, settle: 0s}
alarms: ${alarms ?? '{wrong: {damaged: db}}'}
plans:${plans}
faults: ${faults}
`);

function told(text: Setting, years = 0.1): Happening[] {
  const model = compileScenario(scenario(text));
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, horizonOf(years));
  return happened;
}

const at = (happened: readonly Happening[], kind: string, value: string | number): number | undefined =>
  happened.find(([, k, , v]) => k === kind && v === value)?.[0];

const NOON = 3 * DAY + 12 * HOUR;

describe('data damaged at noon, noticed after an hour, restored in place', () => {
  const damage = '[{at: 3.5d, damage: db, noticed: 1h}]';
  // The last full backup began at 02:00: 10 h of log are replayed at three times the speed at which it was written.
  const takes = 10 * MINUTE + 30 * MINUTE + (10 * HOUR) / 3;

  it('takes locating, copying and replaying', () => {
    const happened = told({ faults: damage });
    expect(at(happened, 'data', 'noticed')).toBe(NOON + HOUR);
    expect(at(happened, 'data', 'right')).toBe(NOON + HOUR + MINUTE + takes);
  });

  it('goes back to the damage itself, and throws away what was written after it', () => {
    const [, , , value] = told({ faults: damage }).find(([, kind]) => kind === 'restored')!;
    const [age, lost, wrong, discarded] = String(value)
      .match(/[\d.]+/g)!
      .map(Number);
    expect([age, lost, wrong]).toEqual([0, 0, HOUR]);
    expect(discarded).toBeCloseTo(100 * 3600, 3);
  });

  it('is no recovery without a lost write: good ones went with the damage, though none from before it', () => {
    const [db] = simulate(scenario({ faults: damage }), { years: 1 }).collected.stores;
    expect([db!.recoveries, db!.cleanRecoveries]).toEqual([1, 0]);
    expect(db!.goodDiscarded).toBeCloseTo(100 * 3600, 3);
  });

  it('is down from the stop of writes on: a recovery time apart from the time of wrong answers', () => {
    const { collected } = simulate(scenario({ faults: damage }), { years: 1 });
    const [order] = collected.workloads;
    expect(order!.incidents).toBe(1);
    expect(Number(order!.downTotal.total)).toBe(MINUTE + takes + 20 * MINUTE);
    expect(order!.wrong.mean * 365 * DAY).toBeCloseTo(HOUR, -1);
    expect(order!.notRight.mean * 365 * DAY).toBeCloseTo(HOUR + MINUTE + takes + 20 * MINUTE, -1);
  });

  it('without log goes back to the start of the last backup', () => {
    const noLog = BACKUPS.replace('log: 5m', 'log: none').replace(' replay: 3,', '');
    const [, , , value] = told({ backups: noLog, faults: damage }).find(([, kind]) => kind === 'restored')!;
    const [age, lost] = String(value)
      .match(/[\d.]+/g)!
      .map(Number);
    expect(age).toBe(10 * HOUR);
    expect(lost).toBeCloseTo(100 * 36_000, 3);
  });

  it('that fell into the time of a backup does not count that backup', () => {
    const noLog = BACKUPS.replace('log: 5m', 'log: none').replace(' replay: 3,', '');
    // 02:10 is while the backup of that night is taken: its position is 02:00, before the damage, and it ends after it.
    const [, , , value] = told({
      backups: noLog,
      faults: '[{at: 3d 2h 10m, damage: db, noticed: 1h}]',
    }).find(([, kind]) => kind === 'restored')!;
    expect(Number(String(value).match(/[\d.]+/g)![0])).toBe(10 * MINUTE);
    // Without log what counts is the backup: that of the night before, unless it is a third as large and has ended after 5 min.
    const pointOf = (more: string) => {
      const happened = told({
        backups: BACKUPS.replace('log: 5m', 'log: none').replace(' replay: 3,', more),
        faults: '[{at: 3d 2h 10m, damage: db, noticed: 0s}]',
      });
      return Number(String(happened.find(([, kind]) => kind === 'restored')![3]).match(/[\d.]+/g)![0]);
    };
    expect([pointOf(''), pointOf(' compression: 3,')]).toEqual([DAY + 10 * MINUTE, 10 * MINUTE]);
  });

  it('older than all that is kept is not repaired', () => {
    const short = BACKUPS.replace('keep: 7d', 'keep: 1d');
    const happened = told({ backups: short, faults: '[{at: 3.5d, damage: db, noticed: 2d}]' });
    expect(at(happened, 'data', 'noticed')).toBe(NOON + 2 * DAY);
    expect(at(happened, 'data', 'right')).toBeUndefined();
  });

  it('is restored beside the running store when the plan says so: users are served, wrongly, till the rows are moved back', () => {
    const plans = `
  back:
    when: {alarm: wrong}
    decided-by: {automation: 0s}
    steps:
      - {restore: db, into: clone}
      - {check-consistency: db, takes: 20m}
      - {move-back: db, takes: 1h}`;
    const happened = told({ faults: damage, plans });
    const right = NOON + HOUR + takes + 20 * MINUTE + HOUR;
    expect(at(happened, 'data', 'right')).toBe(right);
    const { collected } = simulate(scenario({ faults: damage, plans }), { years: 1 });
    expect(collected.workloads[0]!.incidents).toBe(0);
    expect(collected.workloads[0]!.wrong.mean * 365 * DAY).toBeCloseTo(right - NOON, -1);
  });

  it('counts as down when the workload says that wrong is down', () => {
    const text = scenario({ faults: damage });
    const wrongIsDown = { ...text, workloads: text.workloads.map((one) => ({ ...one, wrongIsDown: true })) };
    const { collected, model } = simulate(wrongIsDown, { years: 1 });
    const [order] = collected.workloads;
    expect(Number(order!.downTotal.total)).toBe(HOUR + MINUTE + takes + 20 * MINUTE);
    const [row] = [...order!.recoveries.tallies.keys()];
    expect(model.meter.domains.rows[row!]).toEqual({ class: 'damage', domain: 'db' });
  });
});

describe('data destroyed with their place', () => {
  const lost = '[{at: 3d 12h 3m, lose: r/a, effect: loss, for: 2h}]';
  const alarms = '{dark: {watch: db}}';
  const plans = `
  back:
    when: {alarm: dark}
    decided-by: {automation: 0s}
    steps:
      - {restore: db}`;

  it('come back from the backup and the shipped log when the place is there again', () => {
    const happened = told({ faults: lost, alarms, plans });
    // Log was shipped up to 12:00; the machine is back at 14:03.
    const takes = 10 * MINUTE + 30 * MINUTE + (10 * HOUR) / 3;
    expect(at(happened, 'data', 'gone')).toBe(NOON + 3 * MINUTE);
    expect(at(happened, 'data', 'filled')).toBe(NOON + 3 * MINUTE + 2 * HOUR + takes);
    const [, , , value] = happened.find(([, kind]) => kind === 'restored')!;
    const [age, writes] = String(value)
      .match(/[\d.]+/g)!
      .map(Number);
    expect(age).toBe(3 * MINUTE);
    expect(writes).toBeCloseTo(100 * 180, 3);
  });

  it('are no loss for good while a backup is left', () => {
    expect(at(told({ faults: lost, alarms, plans }), 'data', 'lost')).toBeUndefined();
  });

  it('are lost for good when the backups lay in the same place', () => {
    const inPlace = BACKUPS.replace('{full', '{in: r/a, full');
    const happened = told({ faults: lost, alarms, plans, backups: inPlace });
    expect(at(happened, 'data', 'lost')).toBe(NOON + 3 * MINUTE);
    expect(at(happened, 'data', 'filled')).toBeUndefined();
  });

  it('come back from a copy in another region, as far as it had been copied', () => {
    const copied = BACKUPS.replace('{full', '{in: r, copy-to: s, copy-takes: 1h, full');
    const region = '[{at: 3d 12h 3m, lose: r, effect: loss, for: 10d}]';
    const elsewhere = `
  back:
    when: {alarm: dark}
    decided-by: {automation: 0s}
    steps:
      - {restore: spare, from: db}
      - {repoint: app-s, use: {database: spare}, takes: 5m}`;
    const happened = told({
      faults: region,
      alarms: '{dark: {watch: db, from: s, interval: 1m, timeout: 5s, unhealthy: 1, phase: even}}',
      plans: elsewhere,
      backups: copied,
      entry: 'app-s',
      places: '{r: {a: {}, b: {}}, s: {}}',
      more: `
  app-s: {kind: ecs, in: s, count: 1, uses: {database: db}}
  spare: {kind: rds, edition: basic, in: s, size: 90GB}`,
    });
    const [, , store, value] = happened.find(([, kind]) => kind === 'restored')!;
    // What was shipped by 12:00 less the hour that a copy takes: 11:00, seen from 12:03.
    expect(store).toBe('spare');
    expect(Number(String(value).match(/[\d.]+/g)![0])).toBe(63 * MINUTE);
    expect(at(happened, 'data', 'lost')).toBeUndefined();
  });
});

describe('a backup that cannot be used', () => {
  it('costs its time and leads to the one before; with log the point stays, the replay grows', () => {
    const bad = BACKUPS.replace('unusable: 0%', 'unusable: 50%');
    const starts = new Set<number>();
    for (let seed = 0; seed < 20; seed++) {
      const model = compileScenario(scenario({ backups: bad, faults: '[{at: 3.5d, damage: db, noticed: 1h}]' }));
      const happened = listen(model);
      replicate(model, masterKey(String(seed)), 0, horizonOf(0.05));
      const right = at(happened, 'data', 'right');
      const restored = happened.find(([, kind]) => kind === 'restored');
      if (right === undefined || restored === undefined) continue;
      expect(Number(String(restored[3]).match(/[\d.]+/g)![0])).toBe(0);
      starts.add(right - NOON - HOUR - MINUTE);
    }
    const nth = (bads: number): number => (bads + 1) * 40 * MINUTE + Math.ceil((10 * HOUR + bads * DAY) / 3);
    for (const start of starts) expect([0, 1, 2, 3].map(nth)).toContain(start);
    expect(starts.size).toBeGreaterThan(1);
  });

  it('that a trial has shown to be bad costs nothing: only the last one may be tried in vain', () => {
    const times = (more: string) => {
      const backups = BACKUPS.replace('unusable: 0%', `unusable: 50%${more}`);
      const model = compileScenario(scenario({ backups, faults: '[{at: 3.5d, damage: db, noticed: 1h}]' }));
      const happened = listen(model);
      return Array.from({ length: 40 }, (_, seed) => {
        happened.length = 0;
        replicate(model, masterKey(String(seed)), 0, horizonOf(0.05));
        return (at(happened, 'data', 'right') ?? NaN) - NOON - HOUR - MINUTE;
      }).filter((took) => !Number.isNaN(took));
    };
    const takes = (tries: number, bads: number): number =>
      tries * 40 * MINUTE + Math.ceil((10 * HOUR + bads * DAY) / 3);
    // Backups begin at 02:00; that of the third night has not been tried by midnight before it.
    const tried = times(', tested-every: 1d');
    for (const took of tried) expect([takes(1, 0), takes(2, 1), takes(2, 2), takes(2, 3)]).toContain(took);
    expect(new Set(tried).size).toBeGreaterThan(2);
    expect(times('')).toContain(takes(3, 2));
    expect(tried).not.toContain(takes(3, 2));
  });
});

describe('a store of two nodes', () => {
  it('loses nothing for good when one zone is destroyed, and fills the empty node anew', () => {
    const model = compileScenario(
      read(`
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 1, uses: {database: db}}
  db:
    {kind: rds, edition: high-availability, in: [r/a, r/b], size: 90GB, rebuild-speed: 80MB/s, detection: 10s, zone-switch: 20s, coverage: 100%}
workloads:
  order: {entry: app, demand: 100/s, reads: database, writes: database, settle: 0s}
faults: [{at: 3.5d, lose: r/a, effect: loss, for: 2h}]
`),
    );
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, horizonOf(0.1));
    expect(at(happened, 'data', 'gone')).toBeUndefined();
    expect(at(happened, 'role primary', model.world.units.get('db')![1]!)).toBe(NOON + 30 * SECOND);
    // The node is back at 14:00 and empty: 90 GB at 80 MB/s, however little was written meanwhile.
    expect(at(happened, 'role fallen-back', 0)).toBe(NOON + 2 * HOUR + (90e9 / 80e6) * SECOND);
  });
});

describe('objects deleted by mistake, whose store then inherits overwritten ones from another', () => {
  const both = (more: string) =>
    read(`
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {b: {}}}
components:
  app: {kind: ecs, in: s/b, count: 1, uses: {objects: far}}
  near: {kind: oss, in: r/a}
  far: {kind: oss, in: s/b, size: 90GB, backups: {full: daily, locate: 0s, unusable: 0%}}
  copy: {kind: oss-replication, from: near, to: far, lag: 1s, deletions: false}
workloads: {order: {entry: app, demand: 100/s, reads: objects, writes: objects}}
alarms: {wrong: {damaged: far}}
plans: {back: {when: {alarm: wrong}, decided-by: {automation: 0s}, steps: [{restore: far}]}}
faults: [{at: 3.5d, damage: far, deletes: true, noticed: 2h}${more}]
`);
  const discarded = (more: string): number => {
    const model = compileScenario(both(more));
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, horizonOf(0.1));
    const [, , , value] = happened.find(([, kind]) => kind === 'restored')!;
    return Number(String(value).match(/[\d.]+/g)![3]);
  };

  it('throw away what was written since the first of the two', () => {
    expect(discarded('')).toBeCloseTo(100 * 7200, 3);
    expect(discarded(', {at: 3d 13h, damage: near, noticed: 10d}')).toBeCloseTo(100 * 7200, 3);
  });
});
