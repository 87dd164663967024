import { describe, expect, it } from 'vitest';
import { failedOf } from '../../src/experiment/drill/failing.ts';
import { judgeDrills } from '../../src/experiment/drill/objectives.ts';
import { untouched } from '../../src/experiment/drill/outcome.ts';
import { workloadOf } from '../../src/experiment/drill/row.ts';
import type { DrillRow, JudgedObjective } from '../../src/experiment/index.ts';
import { evidenceOf } from '../../src/experiment/verdict.ts';
import { exponential } from '../../src/random/index.ts';
import { judgeStandard } from '../../src/standards/index.ts';
import { read } from '../simulate.ts';
import { uniforms } from '../uniforms.ts';

const SCENARIO = read(`
hasim: 1
catalogue: none
places: {r: {a: {}}}
components: {web: {kind: ecs, in: r/a, count: 1, capacity-each: 10/s, boot: 0s}}
workloads: {page: {entry: web, demand: 1/s}}
objectives: {site-lost: {scope: zone, rto: 1h}}
`);
const TARGET = 3_600;

/** Drills of the loss of a zone that took so many seconds each, of one workload after the other; ∞: never back. */
function lost(...seconds: readonly (readonly number[])[]): DrillRow {
  const outcomes = seconds[0]!.map((_, drill) => {
    const outcome = untouched(seconds.length, 0, 0);
    for (const [i, workload] of outcome.workloads.entries()) {
      const time = seconds[i]![drill]!;
      Object.assign(workload, { began: 0, ended: time * 1e6, failed: time === Number.POSITIVE_INFINITY });
    }
    return outcome;
  });
  const [page] = SCENARIO.workloads;
  const struck = { class: 'zone', domain: 'r/a', fault: 'lost', times: outcomes.length } as const;
  const workloads = seconds.map((_, i) => workloadOf({ ...page!, name: `page ${i}` }, i, outcomes));
  return { ...struck, failed: failedOf(outcomes, struck, []), workloads, stores: [], points: [] };
}

const judged = (...seconds: readonly number[]): JudgedObjective => judgeDrills(SCENARIO, [lost(seconds)])[0]!;
const times = (count: number, seconds: number): number[] => Array.from({ length: count }, () => seconds);

describe('a verdict on drills', () => {
  it('is met only where even the upper bound of the p95 is within the target', () => {
    expect(judged(...times(59, 3_600))).toMatchObject({ measured: 3_600, high: 3_600, verdict: 'met' });
    expect(judged(...times(58, 3_600))).toMatchObject({ measured: 3_600, high: null, verdict: 'undecided' });
    // 95 of 100 in time: the figure is, its bounds are not.
    const close = judged(...times(95, 60), ...times(5, 7_200));
    expect(close).toMatchObject({ measured: 60, low: 60, high: 7_200, verdict: 'undecided' });
  });

  it('is missed only where even the lower one is beyond it', () => {
    // 95 of 100 drills are at or below the p95: one is a lower bound that is 95 % sure.
    expect(judged(3_601)).toMatchObject({ low: 3_601, high: null, verdict: 'missed' });
    expect(judged(...times(91, 60), ...times(9, 7_200))).toMatchObject({
      measured: 7_200,
      low: 60,
      verdict: 'undecided',
    });
    expect(judged(...times(90, 60), ...times(10, 7_200))).toMatchObject({ low: 7_200, verdict: 'missed' });
  });

  it('takes a drill that never came back for longer than any, and a share of them that so few cannot tell from 5 % for open', () => {
    const never = Number.POSITIVE_INFINITY;
    expect(judged(...times(9, 60), never)).toMatchObject({ measured: null, verdict: 'undecided' });
    expect(judged(...times(94, 60), ...times(6, never))).toMatchObject({
      measured: null,
      low: 60,
      verdict: 'undecided',
    });
    expect(judged(...times(89, 60), ...times(11, never))).toMatchObject({
      measured: null,
      low: null,
      verdict: 'missed',
    });
    expect(judged(...times(298, 60), ...times(2, never))).toMatchObject({ measured: 60, high: 60, verdict: 'met' });
  });

  it('is wrong about a p95 that is just the target in at most 5 % of experiments on either side', () => {
    const law = exponential((TARGET * 1e6) / -Math.log(0.05));
    expect(law.inverse(0.95) / 1e6).toBeCloseTo(TARGET, 3);
    const chance = uniforms(11);
    const seen = { met: 0, missed: 0, undecided: 0 };
    const experiments = 1_000;
    for (let i = 0; i < experiments; i++) {
      seen[judged(...Array.from({ length: 200 }, () => law.inverse(chance()) / 1e6)).verdict]++;
    }
    // A chance of 5 % exceeds 7 % of a thousand once in 300 times.
    expect(seen.met).toBeLessThan(0.07 * experiments);
    expect(seen.missed).toBeLessThan(0.07 * experiments);
    expect(seen.met + seen.missed).toBeGreaterThan(0.03 * experiments);
  });
});

describe('the share of drills that may fail', () => {
  const never = Number.POSITIVE_INFINITY;
  const judgedOn = (row: DrillRow) =>
    judgeStandard(SCENARIO, evidenceOf(SCENARIO, [row], true)).classes[0]!.failedShare;

  it('is of drills in which anything failed, not of the workload in which most did', () => {
    // Each workload is not back in 8 of 300 drills, which is surely less than 5 %; in 16 of them one of the two is not.
    const one = [...times(8, never), ...times(292, 60)];
    const other = [...times(292, 60), ...times(8, never)];
    expect(judgedOn(lost(one))).toMatchObject({ share: 8 / 300, verdict: 'pass' });
    expect(judgedOn(lost(one, one))).toMatchObject({ share: 8 / 300, verdict: 'pass' });
    expect(judgedOn(lost(one, other))).toMatchObject({ share: 16 / 300, verdict: 'undecided' });
  });

  it('counts data that were gone, left behind or not put right, once a drill, and none of a disk that nobody would miss', () => {
    const outcomes = Array.from({ length: 4 }, () => untouched(1, 2, 0));
    outcomes[0]!.stores[0]!.gone = true;
    outcomes[0]!.workloads[0]!.failed = true;
    outcomes[1]!.stores[0]!.left = true;
    outcomes[2]!.stores[1]!.gone = true;
    const stores = [
      { name: 'db', isKept: true },
      { name: 'spare', isKept: false },
    ];
    const share = (struck: Parameters<typeof failedOf>[1]): number => failedOf(outcomes, struck, stores).share;
    expect(share({ class: 'zone', domain: 'r/a' })).toBe(2 / 4);
    // Damage that nothing undoes is a failure of every drill in which nothing did.
    outcomes[3]!.stores[0]!.age = 5;
    expect(share({ class: 'damage', domain: 'db' })).toBe(3 / 4);
    outcomes[3]!.stores[1]!.age = 5;
    expect(share({ class: 'zone', domain: 'r/a' })).toBe(3 / 4);
  });
});
