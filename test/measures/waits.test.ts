import { describe, expect, it } from 'vitest';
import { Experiment } from '../../src/index.ts';
import { read } from '../simulate.ts';

/** A zone is lost for a day, once; a plan moves the users after a minute of looking, 20 minutes of deciding and 3 of work. */
const TEXT = `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  web: {kind: ecs, in: r/b, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: db}}
  db: {kind: rds, edition: basic, in: r/a, fencing: {works: 100%}}
  other: {kind: rds, edition: basic, in: r/b}
  sync: {kind: dts, from: db, to: other}
workloads: {order: {entry: web, demand: 1/s, writes: database}}
teams: {on-call: {size: 1}}
alarms: {dark: {watch: [db]}, quiet: {watch: [web]}}
plans:
  move:
    when: {alarm: dark, for: 1m}
    decided-by: {people: on-call, takes: 20m}
    steps: [{fence: db, takes: 0s}, {promote: other, takes: 1m}, {repoint: web, use: {database: other}, takes: 2m}]
  never:
    when: {alarm: quiet}
    decided-by: {people: on-call, takes: 5h}
    steps: [{repoint: web, use: {database: db}, takes: 1m}]
faults:
  - {at: 1d, lose: r/a, for: 1d}
`;

describe('what a workload waits for', () => {
  const experiment = new Experiment(read(TEXT), { runs: 1, years: 1, seed: '1' });
  while (experiment.step());
  const result = experiment.result({ file: 'x', sha256: '0' });
  const { waits, phases } = result.workloads['order']!;

  it('is told to the microsecond, by setting and by the fault that struck last; what never ran is not there', () => {
    expect(waits.map(({ setting, phase, minutesPerYear }) => [setting, phase, minutesPerYear])).toEqual([
      ['plans.move.decided-by.takes', 'decide', 20],
      ['plans.move.steps.2.takes', 'switch', 2],
      ['plans.move.steps.1.takes', 'switch', 1],
      ['plans.move.when.for', 'detect', 1],
    ]);
    expect([phases.detect, phases.decide, phases.switch]).toEqual([1, 20, 3]);
  });

  it('is named in what to fix first, where the dearest phase is spent waiting for it', () => {
    expect(result.fixFirst).toMatchObject({ phase: 'decide', settings: ['plans.move.decided-by.takes'] });
  });
});

/** A pool is lost for a day, once; a plan starts another one behind the same balancer, which tries all servers where it believes none. */
const STANDBY = (standby: string, open: boolean): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  lb: {kind: slb, product: alb, in: r/b, backends: [web, spare], fail-open: ${open}, health-check: {interval: 2s, timeout: 1s, healthy: 1, unhealthy: 1, phase: even}}
  web: {kind: ecs, in: r/a, count: 1, boot: 0s}
  spare: {kind: ecs, in: r/b, count: 1, reserved: true, ${standby}}
workloads: {order: {entry: lb, demand: 1/s}}
alarms: {dark: {watch: [web]}}
plans:
  move: {when: {alarm: dark, for: 1m}, decided-by: {automation: 4m}, steps: [{start: spare}]}
faults:
  - {at: 1d, lose: r/a, for: 1d}
`;

describe.each([true, false])('users whose balancer has no server that works, and fails open: %s', (open) => {
  const measured = (standby: string) => {
    const experiment = new Experiment(read(STANDBY(standby, open)), { runs: 1, years: 1, seed: '1' });
    while (experiment.step());
    const { waits, phases } = experiment.result({ file: 'x', sha256: '0' }).workloads['order']!;
    return {
      phases,
      started: waits.flatMap((one) => (one.phase === 'start' ? [[one.setting, one.minutesPerYear]] : [])),
    };
  };

  it('wait for the warm-up of a pool that runs', () => {
    const { phases, started } = measured('standby: warm, boot: 5m, warm-up: 20m');
    expect(started).toEqual([
      ['components.spare.warm-up', 20],
      ['plans.move.steps.0.takes', 0.5],
    ]);
    expect(phases).toMatchObject({ decide: 4, start: 20.5 });
  });

  it('wait for all that a stopped pool takes, each for all of that time', () => {
    const { phases, started } = measured('standby: cold, boot: 5m, warm-up: 20m');
    expect(started).toEqual([
      ['components.spare.boot', 25],
      ['components.spare.warm-up', 25],
      ['plans.move.steps.0.takes', 0.5],
    ]);
    expect(phases).toMatchObject({ decide: 4, start: 25.5 });
  });
});
