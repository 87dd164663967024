import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { type Happening, listen, read, simulate } from '../simulate.ts';
import { Chain } from './chain.ts';
import { expectNear } from './near.ts';
import { written } from './probes.ts';
import { tooFew, unitChain } from './units.ts';

const HOURS_A_YEAR = 8_760;

/** One server that writes 100 times a second to three nodes in three zones. */
const store = (keys: string, more = ''): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}
components:
  web: {kind: ecs, in: r/a, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: three-node, in: [r/a, r/b, r/c], size: 10TB, catch-up: 3, ${keys}}
workloads:
  order: {entry: web, demand: 100/s, writes: database, settle: 0s}
  page: {entry: web, demand: 100/s, reads: database, settle: 0s}
${more}
`;

describe('a majority of three', () => {
  it('that agrees at once is available as 2 of 3: 3p² − 2p³', () => {
    const units = { needed: 2, of: 3, mttf: 1_000, mttr: 10, crews: 3 };
    const chain = unitChain(units);
    const p = 1_000 / 1_010;
    expect(1 - chain.share(tooFew(units))).toBeCloseTo(3 * p ** 2 - 2 * p ** 3, 12);
    const text = store(
      'detection: 0s, switch: 0s, zone-switch: 0s, rebuild: 0s, faults: {node: {mtbf: 1000h, repair: {exponential: 10h}}}',
    );
    const years = 250;
    const [order] = simulate(read(text), { runs: 60, years }).collected.workloads;
    expectNear(order!.down, chain.timeIn(tooFew(units), years * HOURS_A_YEAR) / (years * HOURS_A_YEAR));
  });

  it('of nodes with availability 0.999 has 0.999997002', () => {
    expect(3 * 0.999 ** 2 - 2 * 0.999 ** 3).toBeCloseTo(0.999997002, 12);
  });

  it('that has to miss its leader and to elect: as the chain of its states', () => {
    const [fails, back, notice, elect] = [1 / 20, 1 / 5, 6, 2];
    // Named by whether the leader is up, and how many of the two others.
    const chain = new Chain([
      ['leads, 2', 'missed, 2', fails],
      ['leads, 2', 'leads, 1', 2 * fails],
      ['leads, 1', 'leads, 2', back],
      ['leads, 1', 'too few, other', fails],
      ['leads, 1', 'too few, leader', fails],
      ['missed, 2', 'leads, 2', back],
      ['missed, 2', 'too few, other', 2 * fails],
      ['missed, 2', 'elects without, 2', notice],
      ['elects without, 2', 'leads, 1', elect],
      ['elects without, 2', 'elects with, 2', back],
      ['elects without, 2', 'too few, other', 2 * fails],
      ['elects with, 2', 'leads, 2', elect],
      ['elects with, 2', 'elects without, 2', fails],
      ['elects with, 2', 'elects with, 1', 2 * fails],
      ['elects with, 1', 'leads, 1', elect],
      ['elects with, 1', 'elects with, 2', back],
      ['elects with, 1', 'too few, leader', fails],
      ['elects with, 1', 'too few, other', fails],
      ['too few, leader', 'elects with, 1', 2 * back],
      ['too few, leader', 'none', fails],
      ['too few, other', 'elects with, 1', back],
      ['too few, other', 'elects without, 2', back],
      ['too few, other', 'none', fails],
      ['none', 'too few, leader', back],
      ['none', 'too few, other', 2 * back],
    ]);
    const down = chain.states.filter((state) => !state.startsWith('leads'));
    const hours = (mean: number) => `{exponential: ${60 * mean}m}`;
    const text = store(
      `detection: ${hours(1 / notice)}, switch: ${hours(1 / elect)}, zone-switch: 1y, rebuild: 0s, ` +
        'faults: {node: {mtbf: 20h, repair: {exponential: 5h}}}',
    );
    const years = 20;
    const [order] = simulate(read(text), { runs: 24, years }).collected.workloads;
    expectNear(order!.down, chain.timeIn(down, years * HOURS_A_YEAR) / (years * HOURS_A_YEAR));
    expectNear(order!.incidentRate, chain.entries(down) / HOUR);
  });
});

const TIMES = 'detection: 9s, switch: 10s, zone-switch: 20s';
const losses = (...list: readonly (readonly [what: string, at: number, lasts: number])[]): string =>
  `faults:\n${list.map(([what, at, lasts]) => `  - {at: ${written(at)}, lose: ${what}, for: ${written(lasts)}}`).join('\n')}`;

/** All that happened in three hours, and what users saw. */
function follow(more: string, keys = TIMES) {
  const model = compileScenario(read(store(keys, more)));
  const happened = listen(model);
  replicate(model, masterKey('1'), 0, (3 * HOUR) as Us);
  const of = (kind: string): readonly Happening[] => happened.filter((one) => one[1] === kind);
  const { workloads, stores } = simulate(read(store(keys, more)), { years: 3 / HOURS_A_YEAR }).collected;
  const down = workloads.map(({ downTotal }) => Number(downTotal.total));
  return {
    elections: of('role primary'),
    recoveries: of('recovery'),
    order: down[0]!,
    page: down[1]!,
    store: stores[0]!,
  };
}

describe('three nodes', () => {
  it('elect another leader when theirs is lost, with every acknowledged write', () => {
    const { elections, recoveries, order, page } = follow(losses(['db/1', HOUR, HOUR]));
    expect(elections.map(([at]) => at)).toEqual([HOUR + 19 * SECOND]);
    expect(recoveries).toEqual([[HOUR + 19 * SECOND, 'recovery', 'db', '0 µs, 0 writes']]);
    expect([order, page]).toEqual([19 * SECOND, 19 * SECOND]);
  });

  it('elect nobody when a follower is lost, nor when it is back', () => {
    const { elections, order, page } = follow(losses(['db/2', HOUR, HOUR]));
    expect(elections).toEqual([]);
    expect([order, page]).toEqual([0, 0]);
  });

  it('stop writes without a majority and elect when it is back; the leader answers reads throughout', () => {
    const { elections, order, page } = follow(losses(['db/2', HOUR, HOUR], ['db/3', HOUR, 30 * MINUTE]));
    expect(elections).toEqual([]); // the leader that still has everything is elected again
    expect(order).toBe(30 * MINUTE + 10 * SECOND);
    expect(page).toBe(0);
  });

  it('stop reads too where that is asked for', () => {
    const { page } = follow(
      losses(['db/2', HOUR, HOUR], ['db/3', HOUR, 30 * MINUTE]),
      `${TIMES}, reads-without-majority: stop`,
    );
    expect(page).toBe(30 * MINUTE + 10 * SECOND);
  });

  it('lose no write with any zone, and need no longer law than that of an election', () => {
    for (const zone of ['a', 'b', 'c']) {
      const { recoveries, store: db, order } = follow(losses([`r/${zone}`, HOUR, HOUR]).replace('r/a', 'db/1'));
      expect(recoveries.every(([, , , what]) => what === '0 µs, 0 writes')).toBe(true);
      expect(db.orphaned).toBe(0);
      expect(order).toBe(zone === 'a' ? 19 * SECOND : 0);
    }
  });

  it('wait for a node that has to catch up before it counts', () => {
    // The third is away for 30 min; at its return it needs 15 min beside the writes. 5 min later the second is lost: what is
    // left of 1,800 − 2 · 300 s at three times the rate of writes, with nobody writing, is worked off in 400 s.
    const { elections, order } = follow(losses(['db/3', HOUR, 30 * MINUTE], ['db/2', HOUR + 35 * MINUTE, 2 * HOUR]));
    expect(elections).toEqual([]);
    expect(order).toBe(400 * SECOND);
  });

  it('never elect a node that lacks a write: it waits for one that has it', () => {
    // The third returns at 1 h 30 min and lacks half an hour; one minute later the leader is lost.
    const { elections, recoveries } = follow(
      losses(['db/3', HOUR, 30 * MINUTE], ['db/1', HOUR + 31 * MINUTE, 2 * HOUR]),
    );
    expect(elections).toHaveLength(1);
    expect(recoveries.map(([, , , what]) => what)).toEqual(['0 µs, 0 writes']);
  });
});

describe('a switch on purpose', () => {
  const led = (to: string, faults = ''): (readonly [at: Us, node: string])[] => {
    const text = store(
      'switch: 20s',
      `alarms: {called: {watch: {all: [other]}}}
plans: {go: {when: {alarm: called}, decided-by: automation, steps: [{switch: db${to}, takes: 0s}]}}
faults: [{at: 1h, lose: other, for: 1h}, {at: 5h, lose: other, for: 1h}${faults}]`,
    ).replace('components:', 'components:\n  other: {kind: ecs, in: r/a, count: 1, boot: 0s}');
    const model = compileScenario(read(text));
    const happened = listen(model);
    replicate(model, masterKey('1'), 0, (9 * HOUR) as Us);
    return happened.flatMap(([at, kind, , value]) =>
      kind === 'role primary' ? [[at, model.world.truth.name(Number(value))] as const] : [],
    );
  };

  it('goes to the place that is asked for, and nowhere when the leader stands there', () => {
    expect(led(', to: r/c')).toEqual([[HOUR + 20 * SECOND, 'db/3']]);
    expect(led(', to: r/b')).toEqual([[HOUR + 20 * SECOND, 'db/2']]);
    expect(led(', to: r/a')).toEqual([]);
  });

  it('goes to another node where none is', () => {
    expect(led('')).toEqual([
      [HOUR + 20 * SECOND, 'db/2'],
      [5 * HOUR + 20 * SECOND, 'db/1'],
    ]);
  });

  it('does nothing where the node of that place cannot lead', () => {
    expect(led(', to: r/c', ', {at: 30m, lose: db/3, for: 1h}')).toEqual([[5 * HOUR + 20 * SECOND, 'db/3']]);
  });
});
