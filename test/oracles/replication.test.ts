import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { blank, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { listen, read, simulate } from '../simulate.ts';
import { expectShare } from './near.ts';
import { written } from './probes.ts';

interface Loss {
  readonly at: number;
  readonly what: string;
  readonly lasts: number;
}

/** One server that writes 100 times a second to a database of two nodes. */
const database = (keys: string, losses: readonly Loss[]): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, in: r/a, size: 10TB, detection: 5s, switch: 10s, coverage: 100%, catch-up: 3, ${keys}}
workloads: {order: {entry: web, demand: 100/s, writes: database, settle: 0s}}
faults:
${losses.map(({ at, what, lasts }) => `  - {at: ${written(at)}, lose: ${what}, for: ${written(lasts)}}`).join('\n')}
`;

/** The first recovery in three hours: when, the age of the last acknowledged write that was left behind, and how many. */
function recovery(text: string): { at: number; age: number; writes: number } | undefined {
  const model = compileScenario(read(text));
  const found: { at: number; age: number; writes: number }[] = [];
  const ignore = () => {};
  model.world.records.attach({
    truth: ignore,
    belief: ignore,
    role: ignore,
    step: ignore,
    discarded: ignore,
    recovery: (_store, _source, age, writes) => found.push({ at: model.world.clocks.now, age, writes }),
  });
  replicate(model, masterKey('1'), 0, (3 * HOUR) as Us);
  return found[0];
}

const primary = (at: number): Loss => ({ at, what: 'db/1', lasts: HOUR });
/** The standby is away from 1 h to 1 h 10 min. */
const STANDBY: Loss = { at: HOUR, what: 'db/2', lasts: 10 * MINUTE };
const BACK = HOUR + 10 * MINUTE;

describe('a synchronous standby', () => {
  const text = (at: number) => database('replication: synchronous, without-standby: stop', [STANDBY, primary(at)]);

  it('serves again after detection and switch, with every acknowledged write', () => {
    expect(recovery(text(HOUR / 2))).toEqual({ at: HOUR / 2 + 15 * SECOND, age: 0, writes: 0 });
  });

  it('loses nothing either when it was away: nothing was acknowledged without it', () => {
    expect(recovery(text(HOUR + 5 * MINUTE))).toEqual({ at: BACK + 10 * SECOND, age: 0, writes: 0 });
  });
});

describe('a semi-synchronous standby with a time-out of 20 s', () => {
  const text = (at: number, losses = [STANDBY]) =>
    database('replication: semi-synchronous, semi-sync-timeout: 20s', [...losses, primary(at)]);

  it('has every acknowledged write while it is in step', () => {
    expect(recovery(text(HOUR / 2))).toEqual({ at: HOUR / 2 + 15 * SECOND, age: 0, writes: 0 });
  });

  it('has them still while writes wait for it', () => {
    expect(recovery(text(HOUR + 12 * SECOND))).toEqual({ at: BACK + 10 * SECOND, age: 0, writes: 0 });
  });

  it('lacks what was acknowledged without it: its position is the instant of the cut', () => {
    const lost = recovery(text(HOUR + 5 * MINUTE));
    // Those of the time-out waited, and were acknowledged when it fell back.
    expect(lost).toEqual({ at: BACK + 10 * SECOND, age: 5 * MINUTE, writes: 100 * 5 * 60 });
  });

  it('lacks none that waited until the primary was gone: they were never acknowledged', () => {
    const { collected } = simulate(
      read(database('replication: semi-synchronous, semi-sync-timeout: 20s', [STANDBY, primary(HOUR + 19 * SECOND)])),
    );
    expect(collected.stores[0]!.orphaned).toBe(0);
  });

  it.each([1, 100, 299])('is what is left of its backlog behind, %i s after it has begun to work it off', (after) => {
    // At three times the rate of writes it gains two seconds a second on the 600 s that it was away.
    const lost = recovery(text(BACK + after * SECOND))!;
    expect(lost.at).toBe(BACK + (after + 15) * SECOND);
    expect(lost.age / SECOND).toBeCloseTo(600 - 2 * after, 5);
    expect(lost.writes).toBeCloseTo(100 * (600 - 2 * after), 5);
  });

  it('stays where it was cut while it is copied anew: a copy is of use when it is whole', () => {
    const copied = (at: number) =>
      recovery(database('replication: semi-synchronous, semi-sync-timeout: 20s, rebuild: 4m', [STANDBY, primary(at)]))!;
    expect(copied(BACK + 3 * MINUTE)).toMatchObject({ age: 13 * MINUTE, writes: 100 * 13 * 60 });
    expect(copied(BACK + 4 * MINUTE + 1)).toMatchObject({ age: 0, writes: 0 });
  });

  it('cannot take over while it is written anew from the start: the primary is waited for, and nothing is lost', () => {
    // 8 GB at 80 MB/s are 100 s; the log of 10 minutes would take 300 s.
    const small = (at: number) =>
      database('replication: semi-synchronous, semi-sync-timeout: 20s, rebuild-speed: 80MB/s', [
        STANDBY,
        primary(at),
      ]).replace('size: 10TB', 'size: 8GB');
    expect(recovery(small(BACK + 99 * SECOND))).toBeUndefined();
    expect(recovery(small(BACK + 101 * SECOND))).toMatchObject({ age: 0, writes: 0 });
    expect(
      simulate(read(small(BACK + 99 * SECOND)), { years: 3 / 8760 }).collected.workloads[0]!.down.mean,
    ).toBeCloseTo((3600 + 20) / 10_800, 3);
  });

  it('catches up with what was written while nobody wrote any more: a backlog is rows, not time', () => {
    // The only server dies with the standby back; 600 s at three times the rate are worked off in 200 s.
    const silent = { at: BACK, what: 'web', lasts: 10 * MINUTE };
    const [before, after] = [199, 201].map((wait) => recovery(text(BACK + wait * SECOND, [STANDBY, silent]))!);
    expect(before!.age / SECOND).toBeCloseTo(600 - 3 * 199, 5);
    expect(before!.writes).toBeCloseTo(100 * (600 - 3 * 199), 5);
    expect(after).toMatchObject({ age: 0, writes: 0 });
  });

  it('keeps its multiple of the rate when more is written again than when it was back: it never falls further behind', () => {
    // A quarter is written until two minutes after its return: 15,000 wait, 9,000 of them still; then 300/s against 100/s.
    const slow = `  - {at: 30m, lose: web, effect: slow, factor: 4, for: ${written(BACK + 2 * MINUTE - HOUR / 2)}}\n`;
    const busy = (losses: readonly Loss[]) =>
      database('replication: semi-synchronous, semi-sync-timeout: 20s', losses)
        .replace('boot: 0s', 'boot: 0s, capacity-each: 100/s, protected: true')
        .concat(slow);
    const { alone } = simulate(read(busy([STANDBY]))).collected.stores[0]!;
    expect(Number(alone.total)).toBeCloseTo(12 * MINUTE + 45 * SECOND, -1);
    const lost = recovery(busy([STANDBY, primary(BACK + 150 * SECOND)]))!;
    expect(lost.writes).toBeCloseTo(3_000, 3);
    expect(lost.age / SECOND).toBeCloseTo(30, 3);
  });

  it('is behind until the backlog has been worked off, and in step from then on', () => {
    // Away for 600 s; at three times the rate of writes that takes 300 s.
    const inStep = BACK + 5 * MINUTE;
    expect(recovery(text(inStep - SECOND))!.age).toBeGreaterThan(0);
    expect(recovery(text(inStep + SECOND))).toEqual({ at: inStep + 16 * SECOND, age: 0, writes: 0 });
  });

  it('stalls writes for the time-out and no longer', () => {
    const { collected } = simulate(read(database('replication: semi-synchronous, semi-sync-timeout: 20s', [STANDBY])));
    expect(collected.workloads[0]!.downTotal.total).toBe(BigInt(20 * SECOND));
    expect(collected.workloads[0]!.incidents).toBe(1);
  });

  it('stalls no longer than it is away', () => {
    const blink = { ...STANDBY, lasts: 7 * SECOND };
    const { collected } = simulate(read(database('replication: semi-synchronous, semi-sync-timeout: 20s', [blink])));
    expect(collected.workloads[0]!.downTotal.total).toBe(BigInt(7 * SECOND));
    expect(collected.stores[0]!.fallenBack.total).toBe(0n);
  });

  it('counts the time fallen back: from the time-out until in step', () => {
    const { collected } = simulate(read(database('replication: semi-synchronous, semi-sync-timeout: 20s', [STANDBY])));
    expect(collected.stores[0]!.fallenBack.total).toBe(BigInt(15 * MINUTE - 20 * SECOND));
    expect(collected.stores[0]!.alone.total).toBe(BigInt(15 * MINUTE));
  });
});

describe('an asynchronous standby', () => {
  it.each([0, 1, 250_000, 5_000_000, 90_000_000])('promoted, it is as far behind as its lag of %i µs', (lag) => {
    const text = database(`replication: asynchronous, lag: ${written(lag)}`, [primary(HOUR)]);
    expect(recovery(text)).toEqual({ at: HOUR + 15 * SECOND, age: lag, writes: (100 * lag) / SECOND });
  });
});

describe('a semi-synchronous standby that is often rebuilt', () => {
  it('loses writes in as large a share of recoveries as it is fallen back, because failures do not look', () => {
    // Recoveries meet a standby that is up; it is fallen back while it is rebuilt.
    const text = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: db}}
  db:
    kind: rds
    in: r/a
    detection: 0s
    switch: 0s
    coverage: 100%
    replication: semi-synchronous
    semi-sync-timeout: 1us
    rebuild: {exponential: 10h}
    faults: {node: {mtbf: 50h, repair: 1s}}
workloads: {order: {entry: web, demand: 100/s, writes: database, settle: 0s}}
`;
    const years = 10;
    const { collected } = simulate(read(text), { runs: 64, years });
    const [store] = collected.stores;
    const fallen = Number(store!.fallenBack.total) / (64 * years * 365 * 24 * HOUR);
    expect(fallen).toBeGreaterThan(0.1);
    expectShare(store!.recoveries - store!.cleanRecoveries, store!.recoveries, fallen);
  });
});

/** Two sites; a task carries the writes of one to the other; a plan without people promotes the second. */
const sites = (losses: readonly (Loss & { cut?: boolean })[], extra = ''): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
links: {a-b: {between: [r/a, r/b]}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: one}}
  one: {kind: rds, edition: basic, in: r/a, switch: 0s}
  two: {kind: rds, edition: basic, in: r/b, switch: 0s}
  sync: {kind: dts, from: one, to: two, max-rows: 1000/s, rows-per-write: 2, lag: 3s}
workloads: {order: {entry: web, demand: 100/s, writes: database, settle: 0s}}
alarms: {dark: {watch: {all: [one]}}}
plans:
  fail-over:
    when: {alarm: dark, for: 1m}
    decided-by: {automation: 1m}
    steps: [{fence: one, takes: 1s}, {promote: two, takes: 10s${extra}}]
faults:
${losses.map(({ at, what, lasts, cut }) => `  - {at: ${written(at)}, ${cut ? 'cut' : 'lose'}: ${what}, for: ${written(lasts)}}`).join('\n')}
`;

describe('a store fed by a task', () => {
  const source: Loss = { at: HOUR, what: 'one', lasts: HOUR };
  /** Half of the 1 ms there and back between two zones of a region. */
  const transit = 500;

  it('promoted without a backlog, it is the lag behind', () => {
    expect(recovery(sites([source]))).toMatchObject({ age: 3 * SECOND + transit, writes: 300.05 });
  });

  it('promoted after a cut, it is the cut and the lag behind: a lost source freezes the position', () => {
    const cut = { at: HOUR - 5 * MINUTE, what: 'a-b', lasts: HOUR, cut: true };
    const lost = recovery(sites([cut, source]))!;
    expect(lost.age).toBe(5 * MINUTE + 3 * SECOND + transit);
    expect(lost.writes).toBeCloseTo(100 * 303.0005, 6);
  });

  it('promoted while the backlog is worked off, it is what is left of it behind', () => {
    // 200 rows/s against 1,000: after 5 min of cut and 60 s of catching up at 4 s/s, 300 − 240 s are left.
    const cut = { at: HOUR - 6 * MINUTE, what: 'a-b', lasts: 5 * MINUTE, cut: true };
    const lost = recovery(sites([cut, source]))!;
    expect(lost.age).toBe(60 * SECOND + 3 * SECOND + transit);
    expect(lost.writes).toBeCloseTo(100 * 63.0005, 6);
  });
});

it('records of a recovery reach those who listen, in the words of the store', () => {
  const model = compileScenario(read(sites([{ at: HOUR, what: 'one', lasts: HOUR }])));
  const happened = listen(model);
  const collected = blank(model);
  replicate(model, masterKey('1'), 0, (3 * HOUR) as Us, collected);
  expect(happened.filter(([, kind]) => kind === 'recovery')).toHaveLength(1);
  expect(collected.stores.map(({ recoveries }) => recoveries)).toEqual([0, 1]);
});
