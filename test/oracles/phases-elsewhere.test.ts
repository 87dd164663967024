import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../src/base/index.ts';
import { PHASE_NAMES, type PhaseName } from '../../src/model/index.ts';
import { read, simulate } from '../simulate.ts';

const TTL = 8 * SECOND;
const SWITCHING = 5 * MINUTE;

/** A place is lost a second before its day is over; its name leads users on to another place, which waits for a plan. */
const scenario = (standby: string, database: string, first: string): string => `
hasim: 1
start: new
catalogue: none
places: {near: {a: {}}, far: {b: {}}}
links: {wan: {kind: express-connect, between: [near, far], bandwidth: 100Mbps}}
components:
  www:
    kind: dns
    ttl: 8s
    cohorts: 1
    answers: {lb: {priority: 1}, lb-far: {priority: 2}}
    monitor: {interval: 10s, timeout: 1s, unhealthy: 2, phase: even}
    hold-on: {share: 0%}
  lb: {kind: slb, in: near/a, backends: [app]}
  lb-far: {kind: slb, in: far/b, backends: [app-far], health-check: {interval: 2s, timeout: 1s, healthy: 2, unhealthy: 2, phase: even}}
  app: {kind: ecs, in: near/a, count: 2, boot: 0s, uses: {database: db}}
  app-far: {kind: ecs, in: far/b, count: 2, boot: 0s${standby}, uses: {database: ${database}}}
  db: {kind: rds, edition: basic, in: near/a}
  db-far: {kind: rds, edition: basic, in: far/b}
  db-own: {kind: rds, edition: basic, in: far/b}
  sync: {kind: dts, from: db, to: db-far}
workloads: {order: {entry: www, demand: 1/s, writes: database, settle: 0s}}
teams: {people: {size: 1}}
alarms: {dark: {watch: [lb, db], from: internet, interval: 60s, timeout: 5s, unhealthy: 3, phase: even}}
plans:
  move:
    when: {alarm: dark, for: 2m}
    decided-by: {people: people, takes: 30m}
    steps:
      - {${first}, takes: 0s}
      - {promote: db-far, takes: 5m}
faults: [{at: 1d, lose: near, for: 6h}]
`;

const lost = (text: string): Record<PhaseName, number> => {
  const { phases } = simulate(read(text), { years: 0.01 }).collected.workloads[0]!;
  return Object.fromEntries(PHASE_NAMES.map((name, i) => [name, Number(phases[i]!.total)])) as Record<
    PhaseName,
    number
  >;
};

describe('users who are led to a place that waits for a plan', () => {
  const waiting = lost(scenario(', standby: warm, warm-up: 2m', 'db-far', 'start: app-far'));
  const ready = lost(scenario('', 'db-own', 'hold-out: lb'));

  it('are lost on what detects the loss, then on old caches, and are served where nothing has to be done', () => {
    // Probes of lb begin at 0 s and every 10 s; the second that fails ends 11 s after the loss, at which a probe fails.
    expect(ready.detect).toBe(11 * SECOND);
    expect(ready.propagate).toBeGreaterThanOrEqual(0);
    expect(ready.propagate).toBeLessThanOrEqual(TTL);
    expect(ready).toEqual({ ...nothing, detect: 11 * SECOND, propagate: ready.propagate });
  });

  it('are lost on what the plan is at that brings it up, to the microsecond', () => {
    // The alarm looks at db at 0 s and at lb at 30 s of each minute; its third look at lb ends 155 s after the loss.
    const called = 155 * SECOND + 2 * MINUTE;
    // The balancer looks at its first server at 0 s and every 2 s: up after 2 min, found good by the second look.
    const admitted = 2 * SECOND;
    const start = 2 * MINUTE;
    expect(waiting).toEqual({
      ...nothing,
      detect: called - ready.propagate + admitted,
      propagate: ready.propagate,
      decide: 30 * MINUTE,
      start,
      switch: SWITCHING - admitted,
    });
  });
});

const nothing = Object.fromEntries(PHASE_NAMES.map((name) => [name, 0])) as Record<PhaseName, number>;

/** Two answers are lost for an hour; the third, to which users have moved, a day later, when the first two are good again and nobody has readmitted them. */
const MANUAL = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  www:
    kind: dns
    ttl: 8s
    cohorts: 1
    answers: {one: {priority: 1}, two: {priority: 1}, three: {priority: 2}}
    failback: manual
    monitor: {interval: 10s, timeout: 1s, unhealthy: 2, phase: even}
    hold-on: {share: 0%}
  one: {kind: slb, in: r/a, backends: [app]}
  two: {kind: slb, in: r/a, backends: [app]}
  three: {kind: slb, in: r/a, backends: [app]}
  app: {kind: ecs, in: r/b, count: 1, boot: 0s}
workloads: {order: {entry: www, demand: 1/s, settle: 0s}}
faults: [{at: 1d, lose: one, for: 1h}, {at: 1d, lose: two, for: 1h}, {at: 2d, lose: three, for: 1h}]
`;

it('users who hold an answer that is given no more wait for caches, also where no answer counts as good', () => {
  const both = lost(MANUAL);
  const first = lost(MANUAL.replace(', {at: 2d, lose: three, for: 1h}', ''));
  // Probes begin every 10 s, a third of that apart: three is found bad by the second that fails, 11 s after the first; the cache then lasts up to 8 s.
  const detect = both.detect - first.detect;
  const propagate = both.propagate - first.propagate;
  expect(detect).toBeGreaterThanOrEqual(11 * SECOND);
  expect(detect).toBeLessThanOrEqual(21 * SECOND);
  expect(propagate).toBeGreaterThan(0);
  expect(propagate).toBeLessThanOrEqual(TTL);
  expect(both).toEqual({ ...nothing, detect: both.detect, propagate: both.propagate });
});
