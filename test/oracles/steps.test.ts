import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts';
import { horizonOf, replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { listen, read, simulate } from '../simulate.ts';

// Steps of plans, by hand: a step that has not ended, or has not worked, has brought nothing.

const START = HOUR;

/** Users are served again by a pool that a plan starts: a minute after the machines have power, and half a second for the check. */
const starting = (plan: string) => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}}, s: {c: {}}}
components:
  lb: {kind: slb, product: alb, in: s/c, backends: [app, spare], health-check: {interval: 1s, timeout: 1s, healthy: 1, unhealthy: 1, phase: even}}
  app: {kind: ecs, in: r/a, count: 1, boot: 0s}
  spare: {kind: ecs, in: s/c, count: 1, boot: 60s, warm-up: 0s, standby: cold, reserved: true}
workloads: {page: {entry: lb, demand: 1/s, settle: 0s}}
teams: {people: {size: 1}}
alarms: {dark: {watch: {all: [app]}}}
plans: {move: {when: {alarm: dark}, ${plan}}}
faults: [{at: 1h, lose: app, for: 10h}]
`;

/** How long users were without service, µs. */
function down(text: string): number {
  return Number(simulate(read(text), { years: 0.01 }).collected.workloads[0]!.downTotal.total);
}

describe('a pool that a plan starts', () => {
  const CHECK = SECOND / 2;

  it('has its machines started when the stated time is over, not before', () => {
    expect(down(starting('decided-by: automation, steps: [{start: spare, takes: 0s}]'))).toBe(MINUTE + CHECK);
    expect(down(starting('decided-by: automation, steps: [{start: spare, takes: 35m}]'))).toBe(36 * MINUTE + CHECK);
  });

  it('has them later by what people need where nobody had ever tried it', () => {
    const never = 'readiness: {proved: never, never: 0%, otherwise: 2h}';
    const plan = `decided-by: automation, ${never}, steps: [{start: spare, takes: 5m}]`;
    expect(down(starting(plan))).toBe(2 * HOUR + 6 * MINUTE + CHECK);
  });

  it('serves nobody where the step does not work and the plan ends there', () => {
    const plan = 'decided-by: automation, steps: [{start: spare, takes: 5m, succeeds: 0%, then: abort}]';
    // The balancer sends users to all that is there while it believes nobody good: they are back with the first pool.
    expect(down(starting(plan))).toBe(10 * HOUR);
  });

  it('is tried again after as long once more, until it works', () => {
    const model = compileScenario(
      read(starting('decided-by: automation, steps: [{start: spare, takes: 5m, succeeds: 30%}]')),
    );
    const told = listen(model);
    for (let replication = 0; replication < 20; replication++) {
      told.length = 0;
      replicate(model, masterKey('1'), replication, horizonOf(0.01));
      const fails = told.filter(([, kind, , event]) => kind === 'step 0' && event === 'fail').length;
      const [at] = told.find(([, kind, thing]) => kind === 'role running' && thing === 'spare')!;
      expect(at).toBe(START + (fails + 1) * 5 * MINUTE + MINUTE);
    }
  });
});

/** Data damaged at noon of the third day, noticed after an hour; a backup of the night before and its log take 240 minutes. */
const restoring = (step: string, more = '') => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  app: {kind: ecs, in: r/b, count: 1, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, size: 90GB, backups: {full: daily, log: 5m, keep: 7d, speed: 100MB/s, locate: 10m, restore-speed: 50MB/s, replay: 3, unusable: 0%}, coverage: 100%}
workloads: {order: {entry: app, demand: 100/s, reads: database, writes: database, settle: 0s}}
alarms: {wrong: {damaged: db}}
plans:
  back: {when: {alarm: wrong}, decided-by: automation, steps: [${step}]}
faults: [{at: 2.5d, damage: db, noticed: 1h}${more}]
`;

describe('a restore in place that does not work', () => {
  const TAKES = 10 * MINUTE + 30 * MINUTE + (10 * HOUR) / 3;

  it('has stopped the store in vain, and leaves it as it was where the plan ends there', () => {
    const text = restoring('{restore: db, takes: 5m, succeeds: 0%, then: abort}');
    const { workloads, stores } = simulate(read(text), { years: 0.1 }).collected;
    expect(Number(workloads[0]!.downTotal.total)).toBe(TAKES + 5 * MINUTE);
    expect(stores[0]!.recoveries).toBe(0);
    // Wrong answers from the damage to the end, but while it stood still.
    const wrong = workloads[0]!.wrong.mean * 0.1 * 365 * DAY;
    expect(wrong).toBeCloseTo(0.1 * 365 * DAY - 2.5 * DAY - TAKES - 5 * MINUTE, -2);
  });
});

describe('people who are asked about a step that has not worked', () => {
  it('have it tried again: no chance that they refuse is assumed', () => {
    const text = restoring('{restore: db, succeeds: 50%, then: ask}')
      .replace('decided-by: automation', 'decided-by: {people: dba, takes: 1m}')
      .replace('alarms:', 'teams: {dba: {size: 1}}\nalarms:');
    const paths = read(text).assumptions.map(({ path }) => path);
    expect(paths).toContain('plans.back.steps.0.then.takes');
    expect(paths).not.toContain('plans.back.steps.0.then.promotes');
  });
});
