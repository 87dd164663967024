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
