import { describe, expect, it } from 'vitest';
import type { PhaseName, Result, WorkloadResult } from '../../src/index.ts';
import { runReport, wordsOf } from '../../src/index.ts';
import { gathered, weightiest } from '../../src/report/sections/assumptions.ts';
import { weightsOf } from '../../src/report/sections/weights.ts';
import { about, cause, ORDER, RESULT } from './fixture.ts';

const workload = (
  causes: WorkloadResult['causes'],
  phases: Partial<Record<PhaseName, number>>,
  waits: readonly (readonly [setting: string, minutes: number])[],
): WorkloadResult => ({
  ...ORDER,
  causes,
  waits: waits.map(([setting, minutesPerYear]) => ({
    setting,
    minutesPerYear,
    phase: 'decide',
    trigger: 'r/a short',
    intervals: { minutesPerYear: about(minutesPerYear) },
  })),
  phases: { ...ORDER.phases, detect: 0, decide: 0, repair: 0, ...phases },
});
const workloads: Result['workloads'] = {
  browse: workload(
    [cause(['r/a short'], 30, 1), cause(['db node', 'web crash ×2'], 8, 1)],
    { decide: 25, propagate: 3 },
    [
      ['plans.move.decided-by.takes', 25],
      ['alarms.dark.interval', 2],
      ['components.www.ttl', 2.5],
    ],
  ),
  order: workload([cause(['plan home'], 2, 1), cause(['r/a short', 'db node'], 1, 1)], { decide: 1 }, [
    ['plans.move.decided-by.takes', 1],
    ['plans.home.steps.0.takes', 2],
  ]),
};
const weightOf = weightsOf({ workloads });
const minutes = (path: string): number => weightOf(path).minutes;

describe('how much of the downtime hangs on a default', () => {
  it('is what was lost while its fault had struck, alone or with others, all workloads together', () => {
    expect(minutes('places.r.a.faults.short.mtbf')).toBe(31);
    expect(minutes('places.r.a.faults.long.mtbf')).toBe(0);
    expect(minutes('components.db.faults.node.repair')).toBe(9);
    expect(minutes('components.web.faults.crash.mtbf')).toBe(8);
  });

  it('is what was lost while somebody waited for it; all of a probe counts together, and what nobody waited for weighs nothing', () => {
    expect(minutes('plans.move.decided-by.takes')).toBe(26);
    expect(minutes('plans.never-ran.decided-by.takes')).toBe(0);
    expect(['interval', 'timeout', 'unhealthy', 'healthy'].map((key) => minutes(`alarms.dark.${key}`))).toEqual([
      2, 2, 2, 0,
    ]);
    expect(minutes('components.www.ttl')).toBe(2.5);
    expect(minutes('components.www.cohorts')).toBe(3);
    expect(minutes('components.web.boot')).toBe(0);
  });

  it('is what was lost while something of a component was broken, where it says how that helps itself', () => {
    expect(minutes('components.db.coverage')).toBe(9);
    expect(minutes('components.db.size')).toBe(0);
  });

  it('is what a plan itself cost, where it stopped service on purpose, of the steps that kept it so', () => {
    expect(minutes('plans.home.decided-by.takes')).toBe(0);
    expect(minutes('plans.home.steps.0.takes')).toBe(2);
    expect(minutes('plans.home.steps.0.succeeds')).toBe(0);
  });

  it('is summed over those that take the same default, but a phase that users wait for counts once', () => {
    const told = (...paths: readonly string[]) =>
      gathered(
        paths.map((path) => ({ path, value: '1', source: 'x' })),
        wordsOf('en'),
        weightOf,
      )[0]!.weight.minutes;
    expect(told('components.db.faults.node.mtbf', 'components.other.faults.node.mtbf')).toBe(9);
    expect(told('plans.home.steps.0.takes', 'plans.home.steps.1.takes')).toBe(2);
    expect(told('plans.move.decided-by.takes', 'plans.other.decided-by.takes')).toBe(26);
    expect(told('components.www.cohorts', 'components.api.cohorts')).toBe(3);
  });

  it('decides the order of the list, whatever has a source; without any downtime those without one come first', () => {
    const all = [
      { path: 'components.app.faults.crash.mtbf', value: '1y', source: 'assumption: unknown' },
      { path: 'components.www.ttl', value: '60s', source: 'a vendor' },
      { path: 'places.r.a.faults.short.mtbf', value: '10y', source: 'a survey' },
    ];
    const order = (of: Parameters<typeof gathered>[2]) =>
      gathered(all, wordsOf('en'), of)
        .sort(weightiest)
        .map(({ key }) => key);
    expect(order(weightOf)).toEqual(['faults.short.mtbf', 'ttl', 'faults.crash.mtbf']);
    expect(order(undefined)).toEqual(['faults.crash.mtbf', 'faults.short.mtbf', 'ttl']);
    const report = runReport({ ...RESULT, workloads, assumptions: all });
    expect(report.indexOf('faults.short.mtbf')).toBeLessThan(report.indexOf('faults.crash.mtbf'));
    expect(report).toContain('First those on which most of the downtime hangs');
  });
});
