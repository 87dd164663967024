import { describe, expect, it } from 'vitest';
import type { Cause, FixFirst, PhaseName } from '../../src/experiment/index.ts';
import { fixFirstOf, kindsOf } from '../../src/experiment/summary/fix-first.ts';
import { Experiment, runReport } from '../../src/index.ts';
import { read } from '../simulate.ts';

const kindOf = kindsOf([
  { name: 'slb-a', kind: 'slb' },
  { name: 'slb-b', kind: 'slb' },
  { name: 'cache', kind: 'redis' },
]);

/** A cause of so many minutes a year, known to `reach`, all on one phase, of 100 minutes of all downtime. */
function cause(broken: string, minutes: number, phase: PhaseName = 'repair', reach = minutes / 2): Cause {
  const bounds = { low: minutes - reach, high: minutes + reach };
  return {
    trigger: broken,
    class: 'component',
    combination: [broken],
    cut: 'single',
    share: minutes / 100,
    minutesPerYear: minutes,
    phases: { [phase]: minutes },
    incidentsPerYear: 1,
    intervals: {
      share: { low: bounds.low / 100, high: bounds.high / 100 },
      minutesPerYear: bounds,
      incidentsPerYear: { low: 0, high: 4 },
      phases: { [phase]: bounds },
      phaseShares: { [phase]: { low: 0.9, high: 1 } },
    },
  };
}

function fixed(...causes: readonly Cause[]): FixFirst {
  const downtimeMinutesPerYear = { mean: 100, low: 50, high: 150 };
  return fixFirstOf({ order: { downtimeMinutesPerYear, causes, waits: [] } }, kindOf)!;
}
const named = ({ causes }: FixFirst): string[] => causes.map(({ combination }) => combination.join());

describe('what to fix first', () => {
  it('names all of a kind together whose interval meets that of the dearest, with what they come to', () => {
    const fix = fixed(cause('slb-a instance', 30), cause('slb-b instance', 20));
    expect(named(fix)).toEqual(['slb-a instance', 'slb-b instance']);
    expect(fix).toMatchObject({ combination: ['slb-a instance'], minutesPerYear: 50, share: 0.5, phaseShare: 1 });
    // Independent of each other: the squares of 15 and 10 minutes are added.
    const reach = Math.hypot(15, 10);
    expect(fix.intervals.minutesPerYear.low).toBeCloseTo(50 - reach, 9);
    expect(fix.intervals.minutesPerYear.high).toBeCloseTo(50 + reach, 9);
    expect(fix.intervals.share.high).toBeCloseTo((50 + reach) / 100, 9);
    expect(fix.intervals.phaseShare.high).toBe(1);
  });

  it('leaves out what costs less for sure, another phase, another fault and another kind', () => {
    const dearest = cause('slb-a instance', 30, 'repair', 1);
    const beside = (other: Cause): number => fixed(dearest, other).causes.length;
    expect(beside(cause('slb-b instance', 28, 'repair', 0.5))).toBe(1);
    expect(beside(cause('slb-b instance', 29, 'detect'))).toBe(1);
    expect(beside(cause('slb-b config', 29))).toBe(1);
    expect(beside(cause('cache instance', 29))).toBe(1);
    expect(beside(cause('slb-b instance', 29, 'repair', 0))).toBe(2);
  });

  it('says so in both languages, of two databases in a row that fail alike', () => {
    const experiment = new Experiment(read(IN_A_ROW), { runs: 64, years: 4, seed: '1' });
    while (experiment.step());
    const result = experiment.result({ file: 'x', sha256: '0' });
    expect(named(result.fixFirst!).sort()).toEqual(['more crash', 'rows crash']);
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(flat(runReport(result))).toMatch(
      /(more|rows) crash and (more|rows) crash, alike as far as was measured, together cause/,
    );
    expect(flat(runReport(result, { language: 'zh' }))).toContain('不分高下');
  });

  it('names the step that keeps a healthy database out, and tells nobody to add a second one', () => {
    const experiment = new Experiment(read(FALSE_ALARM), { runs: 4, years: 1, seed: '1' });
    while (experiment.step());
    const result = experiment.result({ file: 'x', sha256: '0' });
    expect(result.fixFirst).toMatchObject({ phase: 'repair', settings: ['plans.lost.steps.0.fence'] });
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(flat(runReport(result))).toContain('a plan keeps it out');
    expect(flat(runReport(result, { language: 'zh' }))).toContain('却被预案隔离');
  });

  it('names no step where the database that is kept out is dead as well', () => {
    const dead = FALSE_ALARM.replace('cut: far', 'lose: rows').replace('for: 1h', 'for: 300d');
    const experiment = new Experiment(read(dead), { runs: 4, years: 0.5, seed: '1' });
    while (experiment.step());
    expect(experiment.result({ file: 'x', sha256: '0' }).fixFirst).toMatchObject({ phase: 'repair', settings: [] });
  });
});

/** The watchers lose sight of a database that works on, and take it from its users. */
const FALSE_ALARM = `hasim: 1
start: new
catalogue: none
places: {east: {a: {}}, west: {b: {}}}
links: {far: {between: [east, west]}}
components:
  app: {kind: ecs, in: east/a, count: 1, capacity-each: 10/s, boot: 0s, uses: {database: rows}}
  rows: {kind: rds, edition: basic, in: east/a}
workloads: {order: {entry: app, demand: 1/s, writes: database}}
alarms: {dark: {watch: rows, from: west/b, interval: 10s, timeout: 2s, unhealthy: 3}}
plans:
  lost:
    when: {alarm: dark, for: 1m}
    decided-by: {automation: 1m}
    steps: [{fence: rows}]
faults: [{name: blink, at: 1d, cut: far, for: 1h}]
`;

const IN_A_ROW = `hasim: 1
name: in a row
catalogue: none
places: {east: {a: {}}}
components:
  web: {kind: ecs, in: east/a, count: 1, protected: true, boot: 0s, uses: {orders: rows, stock: more}}
  rows: {kind: rds, edition: basic, in: east/a, size: 10GB, faults: {crash: {mtbf: 30d, repair: 1h, effect: exit}}}
  more: {kind: rds, edition: basic, in: east/a, size: 10GB, faults: {crash: {mtbf: 30d, repair: 1h, effect: exit}}}
workloads:
  page: {entry: web, demand: 50/s, reads: [orders, stock]}
`;
