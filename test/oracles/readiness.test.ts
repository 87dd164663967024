import { describe, expect, it } from 'vitest';
import { DAY, MINUTE, type Us } from '../../src/base/index.ts';
import { Drill, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario, readScenario } from '../../src/scenario/index.ts';
import { listen, read } from '../simulate.ts';
import { expectShare } from './near.ts';

/** A database is lost after an hour, for good; automation promotes another one, which takes a minute. */
const sites = (readiness: string): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: r/b, count: 1, boot: 0s, uses: {database: there}}
  here: {kind: rds, edition: basic, in: r/a}
  there: {kind: rds, edition: basic, in: r/b}
  sync: {kind: dts, from: here, to: there}
workloads: {order: {entry: web, demand: 1/s, writes: database}}
alarms: {lost: {watch: [here]}}
plans:
  switch:
    when: {alarm: lost}
    decided-by: automation
    ${readiness}
    steps:
      - {fence: here, takes: 1m}
      - {promote: there, takes: 1m}
faults: [{at: 1h, lose: here}]
`;

const TRIALS = 4_000;

/** How long the promotion takes in each of many replications, minutes. */
function promotions(readiness: string): number[] {
  const model = compileScenario(read(sites(readiness)));
  const told = listen(model);
  const minutes: number[] = [];
  for (let replication = 0; replication < TRIALS; replication++) {
    told.length = 0;
    replicate(model, masterKey('1'), replication, (30 * DAY) as Us);
    const at = (event: string) => told.find(([, kind, , value]) => kind === 'step 1' && value === event)![0];
    minutes.push((at('end') - at('begin')) / MINUTE);
  }
  return minutes;
}

const share = (minutes: readonly number[]): number => minutes.filter((took) => took === 1).length;

describe('a plan whose target has proved itself', () => {
  it('every day works in the stated share, and else takes as long as people need on top', () => {
    const minutes = promotions('readiness: {proved: serving, serving: 90%, otherwise: 30m}');
    expect([...new Set(minutes)].sort((a, b) => a - b)).toEqual([1, 31]);
    expectShare(share(minutes), TRIALS, 0.9);
  });

  it('never works in the share of the unproved', () => {
    expectShare(share(promotions('readiness: {proved: never, never: 70%, otherwise: 30m}')), TRIALS, 0.7);
  });

  it('in drills every D forgets with the time constant T: n + (s − n)·T/D·(1 − e^(−D/T)) on average', () => {
    const minutes = promotions('readiness: {proved: 1y, serving: 100%, never: 50%, forgets: 180d, otherwise: 30m}');
    const [n, s, ratio] = [0.5, 1, 180 / 365];
    expectShare(share(minutes), TRIALS, n + (s - n) * ratio * (1 - Math.exp(-1 / ratio)));
  });

  it('by the defaults: 99 % when it serves, 95 % with a drill a year, 80 % when nobody has ever tried', () => {
    const ratio = 2;
    expect(0.8 + 0.19 * ratio * (1 - Math.exp(-1 / ratio))).toBeCloseTo(0.95, 3);
    for (const [proved, chance] of [
      ['serving', 0.99],
      ['1y', 0.8 + 0.19 * ratio * (1 - Math.exp(-1 / ratio))],
      ['never', 0.8],
    ] as const) {
      expectShare(share(promotions(`readiness: ${proved}`)), TRIALS, chance);
    }
  });

  it('says nothing of itself: it works', () => {
    expect(new Set(promotions(''))).toEqual(new Set([1]));
  });
});

/** A site whose appliance is drilled every 90 days for 4 hours; it is lost in the course of 90 days, all instants alike. */
const appliance = (how: string, from: string, readiness: string) => `
hasim: 1
start: new
catalogue: none
places: {hq: {kind: idc}, r: {a: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: there}}
  here: {kind: rds, edition: basic, in: hq, size: 1GB}
  there: {kind: rds, edition: basic, in: r/a, size: 1GB}
  dr: {kind: bcdr, in: hq, from: here, to: there, size: 1GB, start: 1m, drills: {every: 90d, takes: 4h, ends-in: 0s, how: ${how}}}
workloads: {order: {entry: web, demand: 1/s, writes: database}}
alarms: {lost: {watch: [here]}}
plans:
  switch:
    when: {alarm: lost}
    decided-by: automation
    readiness: ${readiness}
    steps:
      - {fence: here, takes: 1m}
      - {failover: dr}
faults: [{at: ${from}, within: 90d, lose: hq}]
`;
const READY = '{proved: drills, serving: 100%, never: 50%, forgets: 60d, otherwise: 10d}';

/** In how many of the trials the n-th switch to what stands by does not fail. */
function working(text: string, nth = 0): number {
  const model = compileScenario(read(text));
  const told = listen(model);
  let works = 0;
  for (let replication = 0; replication < TRIALS; replication++) {
    told.length = 0;
    replicate(model, masterKey('1'), replication, (300 * DAY) as Us);
    const begins = told.flatMap(([at, kind, , value]) => (kind === 'step 1' && value === 'begin' ? [at] : []));
    const [from, to = Number.POSITIVE_INFINITY] = begins.slice(nth);
    const failed = told.some(([at, kind, , value]) => kind === 'step 1' && value === 'fail' && at >= from! && at < to);
    if (!failed) works++;
  }
  return works;
}

describe('a plan that is as ready as the drills of its appliance', () => {
  const [n, s, F, T] = [0.5, 1, 60, 90];

  it.each(['isolated', 'on-copy'])('has, with drills %s every T, the mean of what is left after each', (how) => {
    // From the end of the first drill to that of the second.
    const mean = n + (s - n) * (F / T) * (1 - Math.exp(-T / F));
    expectShare(working(appliance(how, '90d 4h', READY)), TRIALS, mean);
  });

  describe('in equilibrium', () => {
    const mean = n + (s - n) * (F / T) * (1 - Math.exp(-T / F));
    const steady = (how: string, from: string) => appliance(how, from, READY).replace('start: new', 'start: steady');
    const firstAt = (first: string, at: string, how = 'isolated') =>
      steady(how, at).replace('every: 90d', `first: ${first}, every: 90d`).replace(', within: 90d', '');

    it.each([
      'isolated',
      'on-copy',
    ])('has long been drilled (%s) at the start, at a random phase: every age alike', (how) => {
      expectShare(working(steady(how, '1h')), TRIALS, mean);
    });

    it('so that it is ready in drills of the first week, as in any other', () => {
      const { scenario } = readScenario(steady('isolated', '1h').replace(/otherwise: 10d/, 'otherwise: 100d'), 'test');
      const calmed = { ...scenario!, faults: [] };
      const drill = new Drill(calmed, { seed: '1', times: TRIALS, lostFor: (7 * DAY) as Us, fault: 'idc:hq' });
      while (drill.step());
      const [row] = drill.result({ file: 'test', sha256: '' }).rows;
      expectShare(TRIALS * (1 - row!.workloads[0]!.failed.share), TRIALS, mean);
    });

    it.each(['isolated', 'on-copy'])('was drilled (%s) as long ago as the stated phase says', (how) => {
      // From the end of the drill before the start, 60 days back, to the promotion a minute after the loss.
      const age = 3 + 60 - 4 / 24 + 1 / 24 / 60;
      expectShare(working(firstAt('30d', '3d', how)), TRIALS, n + (s - n) * Math.exp(-age / F));
    });

    it('has not been drilled where the first is more than a turn away', () => {
      expectShare(working(firstAt('91d', '3d')), TRIALS, n);
    });
  });

  it('has never proved itself before the first of them', () => {
    expectShare(working(appliance('isolated', '1h', READY)), TRIALS, n);
  });

  it('needs something that is drilled', () => {
    const text = appliance('isolated', '1h', READY).replace(/, drills: \{[^}]*\}/, '');
    expect(() => read(text)).toThrow('`dr` does not say when it is drilled');
    const none = appliance('isolated', '1h', READY).replace('      - {failover: dr}\n', '');
    expect(() => read(none)).toThrow('nothing that this plan acts on says when it is drilled');
  });

  it('is not made ready by the drills of one of two appliances', () => {
    const second = `  here2: {kind: rds, edition: basic, in: hq, size: 1GB}
  there2: {kind: rds, edition: basic, in: r/a, size: 1GB}
  dr2: {kind: bcdr, in: hq, from: here2, to: there2, size: 1GB, start: 1m}
workloads`;
    const text = appliance('isolated', '1h', READY)
      .replace('workloads', second)
      .replace('{failover: dr}', '{failover: dr}\n      - {failover: dr2}');
    expect(() => read(text)).toThrow('`dr2` does not say when it is drilled');
  });
});

describe('what a plan has switched to in earnest', () => {
  const READINESS = 'readiness: {proved: 100y, serving: 100%, never: 0%, forgets: 5d, otherwise: 30m}';
  const twice = (lasts: string) =>
    sites(READINESS).replace('lose: here}', `lose: here, for: ${lasts}}, {at: 6d 1h, lose: here}`);

  it('has served: it is as surely ready then as after a drill', () => {
    // The plan ends 31 minutes later in the trials in which people must make it work: all of them, the first time.
    expectShare(working(twice('1h'), 1), TRIALS, Math.exp(-(6 - 31 / 60 / 24) / 5));
    expect(working(twice('1h')) / TRIALS).toBeLessThan(0.01);
  });

  it('counts from its success on, not from the order', () => {
    const slow = twice('5d').replace('{promote: there, takes: 1m}', '{promote: there, takes: 4d}');
    expectShare(working(slow, 1), TRIALS, Math.exp(-(6 - 4 - 31 / 60 / 24 + 1 / 60 / 24) / 5));
  });

  const two = (lasts: string, second: string, options = '') =>
    twice(lasts)
      .replace('{promote: there, takes: 1m}', `{repoint: web, use: {database: there}, takes: 1m}\n      - ${second}`)
      .replace('    decided-by', `${options}    decided-by`);

  it('has proved nothing where the plan was given up on the way', () => {
    const givenUp = '    give-up-if: {cleared: lost, before: promote}\n';
    expect(working(two('10m', '{promote: there}', givenUp), 1) / TRIALS).toBeLessThan(0.01);
    // Where it was not, it has.
    expectShare(working(two('2h', '{promote: there}', givenUp), 1), TRIALS, Math.exp(-(6 - 31 / 60 / 24) / 5));
  });

  it('has proved nothing where a later step failed', () => {
    expect(working(two('1h', '{promote: there, succeeds: 0%, then: abort}'), 1) / TRIALS).toBeLessThan(0.01);
  });

  it('has served until the way back has been taken', () => {
    const home = `  home:
    when: {cleared: lost, for: 3d, after: switch}
    decided-by: automation
    steps:
      - {rebuild: here, from: there, takes: 0s}
      - {promote: here, takes: 0s}
faults`;
    const back = twice('1d').replace('faults', home);
    // The alarm clears at 1 d 1 h, and people go home at 4 d 1 h.
    // The second step of the way home is the one in between.
    expectShare(working(back, 2), TRIALS, Math.exp(-(2 + 1 / 60 / 24) / 5));
  });
});
