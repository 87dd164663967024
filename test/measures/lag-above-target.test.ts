import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND, type Us, YEAR } from '../../src/base/index.ts';
import { Arena } from '../../src/engine/index.ts';
import { Backlog, Lateness } from '../../src/model/index.ts';
import { exponential, fixed } from '../../src/random/index.ts';
import { read, simulate } from '../simulate.ts';

interface Setting {
  readonly objectives?: string;
  readonly faults?: string;
  readonly plans?: string;
  readonly lag?: string;
  readonly zone?: string;
}

/** 1,000 writes a second, carried at up to 5,000 over a link of 2 ms; half of that, there and back, adds 2 ms to a lag of 998 ms. */
const pair = ({ objectives, faults = '', plans = '', lag = '999ms', zone = 'a' }: Setting) =>
  read(`
hasim: 1
name: two stores
catalogue: scheduled
places: {r: {a: {}, b: {}}}
links: {a-b: {between: [r/a, r/b], latency: 2ms}}
components:
  app: {kind: ecs, in: r/${zone}, count: 1, capacity-each: 10000/s, uses: {database: db-a}}
  www: {kind: slb, in: r/${zone}, backends: [app]}
  db-a: {kind: rds, edition: high-availability, in: r/a, size: 1GB}
  db-b: {kind: rds, edition: high-availability, in: r/b, size: 1GB}
  sync: {kind: dts, from: db-a, to: db-b, class: medium, lag: ${lag}}
workloads: {order: {entry: www, demand: 1000/s, writes: database}}
${plans}
faults: [${faults}]
${objectives === undefined ? '' : `objectives: {${objectives}}`}
`);

const MICROSECOND_OF_A_YEAR = 1 / YEAR;
const above = (setting: Setting, store = 'db-a'): bigint => {
  const { model, collected } = simulate(pair(setting));
  return collected.stores[model.world.stores.id(store)]!.lagging.total;
};

const TARGET = 'site-lost: {scope: zone, rpo: 30m}';
const CUT = '{at: 10d, cut: a-b, for: 2h}';

/** Objects carried over a link of 0.2 s, there and back; while that is cut, over one of 1 s. */
const objects = (faults: string, places = '[r/a, s/b]') =>
  read(`
hasim: 1
name: two object stores
catalogue: scheduled
places: {r: {a: {}}, s: {b: {}}}
links: {near: {between: ${places}, latency: 200ms}, far: {between: ${places}, latency: 1s}}
components:
  app: {kind: ecs, in: r/a, count: 1, uses: {objects: one}}
  one: {kind: oss, in: r/a}
  two: {kind: oss, in: s/b}
  copy: {kind: oss-replication, from: one, to: two, lag: 1s}
workloads: {upload: {entry: app, demand: 10/s, writes: objects}}
faults: [${faults}]
objectives: {site-lost: {scope: region, rpo: 1300ms}}
`);

describe('a stream that flows one way, over another line while its own is cut', () => {
  it('is as late as that line', () => {
    const { model, collected } = simulate(objects('{at: 10d, cut: near, for: 6h}'));
    expect(collected.stores[model.world.stores.id('one')]!.lagging.total).toBe(BigInt(6 * 3600 * SECOND));
  });
});

describe('share of time with lag above the RPO target', () => {
  it('is what a link that is cut for 2 h makes of it, to the microsecond', () => {
    // The lag reaches 30 min after 1,799 s (1 s without a backlog); from 2 h and 1 s it falls 4 s a second once the link is back.
    const up = 7_200 - 1_799;
    const down = (7_200 - 1_799) / 4;
    expect(above({ objectives: TARGET, faults: CUT })).toBe(BigInt((up + down) * SECOND));
  });

  it('is nothing where the cut is shorter than the target, and nothing of a store that takes no writes', () => {
    expect(above({ objectives: TARGET, faults: '{at: 10d, cut: a-b, for: 29m}' })).toBe(0n);
    expect(above({ objectives: TARGET, faults: CUT }, 'db-b')).toBe(0n);
  });

  it('is all of the time where not even an idle replication is as good as the target', () => {
    expect(above({ objectives: 'site-lost: {scope: zone, rpo: 999ms}' })).toBe(BigInt(YEAR));
    expect(above({ objectives: 'site-lost: {scope: zone, rpo: 1s}' })).toBe(0n);
    expect(above({ objectives: 'site-lost: {scope: zone, rpo: 0s}' })).toBe(BigInt(YEAR));
  });

  it('is the chance that what is on the way is late, where that follows a law', () => {
    const share =
      Number(above({ objectives: 'site-lost: {scope: zone, rpo: 3001ms}', lag: '{exponential: 1s}' })) / YEAR;
    expect(Math.abs(share - Math.exp(-3))).toBeLessThan(MICROSECOND_OF_A_YEAR);
  });

  it('counts the best copy of several', () => {
    const further =
      '  db-c: {kind: rds, edition: high-availability, in: r/c, size: 1GB}\n  second: {kind: dts, from: db-a, to: db-c, class: medium, lag: 1s}';
    const lagging = (text: string) => {
      const { model, collected } = simulate(read(text));
      return collected.stores[model.world.stores.id('db-a')]!.lagging.total;
    };
    // Up after 1,799 s; back in step within 2 h ÷ 4, of which the first 5,401 s ÷ 4 are above.
    expect(lagging(taskLost(''))).toBe(BigInt((5_401 + 5_401 / 4) * SECOND));
    expect(lagging(taskLost(further))).toBe(0n);
  });

  it('grows after a promotion while the old primary receives nothing', () => {
    // Promoted at once when the zone is dark; nothing flows back for the rest of the year.
    const plans = `alarms: {dark: {watch: {all: [db-a]}, from: r/b, interval: 10s, timeout: 5s, unhealthy: 1}}
plans: {go: {when: {alarm: dark}, decided-by: automation, steps: [{fence: db-a}, {promote: db-b, takes: 0s}, {repoint: app, use: {database: db-b}, takes: 0s}]}}`;
    const setting = { objectives: TARGET, plans, zone: 'b', faults: '{at: 10d, lose: r/a, for: 1h}' };
    const late = Number(above(setting, 'db-b'));
    const rest = YEAR - 10 * 86_400 * SECOND;
    expect(rest - late).toBeGreaterThanOrEqual(1_800 * SECOND);
    expect(rest - late).toBeLessThan((1_800 + 60) * SECOND);
    expect(above(setting)).toBe(0n);
  });
});

/** The task between the pair is lost for 2 h; a third zone may have a copy of its own. Half a millisecond between two zones is usual. */
const taskLost = (further: string) => `
hasim: 1
name: three stores
catalogue: scheduled
places: {r: {a: {}, b: {}, c: {}}}
components:
  app: {kind: ecs, in: r/b, count: 1, capacity-each: 10000/s, uses: {database: db-a}}
  www: {kind: slb, in: r/b, backends: [app]}
  db-a: {kind: rds, edition: high-availability, in: r/a, size: 1GB}
  db-b: {kind: rds, edition: high-availability, in: r/b, size: 1GB}
  sync: {kind: dts, from: db-a, to: db-b, class: medium, lag: 1s}
${further}
workloads: {order: {entry: www, demand: 1000/s, writes: database}}
faults: [{at: 10d, lose: sync, for: 2h}]
objectives: {${TARGET}}
`;

const at = (seconds: number): Us => Math.round(seconds * SECOND) as Us;
const rate = fc.constantFrom(0, 50, 100, 240, 1_000, 7_000);
const step = fc.record({ after: fc.integer({ min: 1, max: 600 }), rate: fc.option(rate), capacity: fc.option(rate) });

describe('time above a limit under any course of writes and capacity', () => {
  it('is that of looking at the lag ten times a second', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fc.constantFrom(5, 60, 300), (steps, limit) => {
        const arena = new Arena();
        const backlog = new Backlog(arena);
        const late = new Lateness(arena, fixed(0), [[at(limit)], []]);
        backlog.observe(late);
        const looked = new Backlog(new Arena());
        let [now, seen] = [0, 0];
        for (const { after, rate: writes, capacity } of steps) {
          for (const one of [backlog, looked]) {
            if (writes !== null) one.setRate(writes, at(now));
            if (capacity !== null) one.setCapacity(capacity, at(now));
          }
          for (let tick = 0.5; tick < after * 10; tick++) {
            if (looked.age(at(now + tick / 10)) > at(limit)) seen += 0.1;
          }
          now += after;
        }
        backlog.rows(at(now));
        expect(Math.abs(late.above(0, 0) / SECOND - seen)).toBeLessThan(0.1 * (steps.length + 1) * 4);
      }),
      { numRuns: 200 },
    );
  });

  it('weighs every moment by the chance of the law that is on the way', () => {
    const arena = new Arena();
    const late = new Lateness(arena, exponential(SECOND), [[at(3)], []]);
    const backlog = new Backlog(arena);
    backlog.observe(late);
    backlog.setCapacity(0, at(0));
    backlog.setRate(100, at(0));
    backlog.rows(at(10));
    // The integral of P(X > 3 − t) over ten seconds without any carrying: 1 − e⁻³, and seven more.
    expect(late.above(0, 0) / SECOND).toBeCloseTo(1 - Math.exp(-3) + 7, 9);
  });
});
