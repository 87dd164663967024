import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { read, simulate } from '../simulate.ts';
import { expectNear } from './near.ts';
import { written } from './probes.ts';

const LOST = 10 * MINUTE;

/** Users go to the first answer while it is healthy; it refuses from 10 min on, and the monitor sees that at once. */
const scenario = (ttl: number, cohorts: number, lasts = 'for: 10d', extra = ''): string => `
hasim: 1
start: new
catalogue: none
places: {r: {a: {}, b: {}}}
components:
  www:
    kind: dns
    ttl: ${written(ttl)}
    cohorts: ${cohorts}
    answers: {one: {priority: 1}, two: {priority: 2}}
    monitor: {interval: 1s, timeout: 1s, healthy: 1, unhealthy: 1, phase: even}
    hold-on: {share: 0%}
    ${extra}
  one: {kind: ecs, in: r/a, count: 1, boot: 0s}
  two: {kind: ecs, in: r/b, count: 1, boot: 0s}
workloads: {page: {entry: www, demand: 1/s, up-when: 100%, settle: 0s}}
faults: [{at: ${written(LOST)}, lose: one, ${lasts}, effect: exit}]
`;

/** The share of users on the old address, each time it changes: [µs since the change of the answer, share]. */
function onTheOldAddress(text: string, replication: number): [number, number][] {
  const model = compileScenario(read(text));
  const course: [number, number][] = [];
  model.service.attach({
    watching: true,
    service: (served) => {
      const { now } = model.world.clocks;
      if (now >= LOST) course.push([now - LOST, 1 - served[0]!]);
    },
  });
  replicate(model, masterKey('dns'), replication, (LOST + 60 * MINUTE) as Us);
  return course;
}

/** What they were at an instant. */
const shareAt = (course: readonly [number, number][], t: number): number => course.filter(([at]) => at <= t).at(-1)![1];

describe('users on the old address after a change', () => {
  it('fall by a staircase within one step of 1 − t/TTL, and are gone after one TTL', () => {
    const ttls = fc.integer({ min: 32, max: 20 * MINUTE });
    fc.assert(
      fc.property(ttls, fc.integer({ min: 1, max: 40 }), fc.nat(1_000), (ttl, cohorts, replication) => {
        const course = onTheOldAddress(scenario(ttl, cohorts), replication);
        const step = 1 / cohorts;
        // Phases are whole µs, so that a step may come a µs late.
        const late = 1 / ttl;
        for (const t of [
          0,
          1,
          ...course.map(([at]) => at),
          ...[0.2, 0.5, 0.9, 1].map((share) => Math.floor(share * ttl)),
        ]) {
          expect(Math.abs(shareAt(course, t) - Math.max(0, 1 - t / ttl))).toBeLessThanOrEqual(step + late + 1e-9);
        }
        expect(shareAt(course, ttl)).toBeCloseTo(0, 9);
        const shares = course.map(([, share]) => share);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  it('take as many steps as there are cohorts, TTL ÷ cohorts apart', () => {
    const [ttl, cohorts] = [32 * SECOND, 32];
    const course = onTheOldAddress(scenario(ttl, cohorts), 3);
    const steps = course
      .filter(([, share], i) => i > 0 && Math.abs(share - course[i - 1]![1]) > 1e-9)
      .map(([at]) => at);
    expect(steps.length).toBeGreaterThanOrEqual(cohorts - 1);
    for (const [i, at] of steps.entries()) if (i > 0) expect(at - steps[i - 1]!).toBe(SECOND);
  });

  it('spend half a TTL there in the mean', () => {
    const ttl = 4 * MINUTE;
    const { collected } = simulate(read(scenario(ttl, 8)), { runs: 400, years: 1 / 8_760 });
    const hour = 60 * MINUTE;
    const { count, mean, m2 } = collected.workloads[0]!.unserved;
    // Time on the old address is unserved share times the hour. Cohorts are at a random phase together, so the mean is exact.
    expectNear({ count, mean: mean * hour, m2: m2 * hour ** 2 }, ttl / 2);
  });

  it('are as unlucky as the last cohort: the level is back after (1 − 1/2n)·TTL in the mean', () => {
    const [ttl, cohorts] = [4 * MINUTE, 8];
    const { collected } = simulate(read(scenario(ttl, cohorts)), { runs: 400, years: 1 / 8_760 });
    const { count, mean, m2 } = collected.workloads[0]!.down;
    const hour = 60 * MINUTE;
    expectNear({ count, mean: mean * hour, m2: m2 * hour ** 2 }, ttl * (1 - 1 / (2 * cohorts)));
  });

  it('who keep the first answer until it is back have never left it', () => {
    // Lost for 1 s only: cohorts whose cache expires within that second leave, and come back one TTL later.
    const ttl = 100 * SECOND;
    const text = scenario(ttl, 100, 'for: 1s');
    const course = onTheOldAddress(text, 0);
    expect(shareAt(course, 0)).toBeGreaterThanOrEqual(0.99 - 1e-9);
    expect(shareAt(course, SECOND)).toBe(0);
  });
});

describe('resolvers that hold on', () => {
  it('keep the old answer until the change and their own law', () => {
    const ttl = 10 * SECOND;
    const held = scenario(ttl, 10).replace('hold-on: {share: 0%}', 'hold-on: {share: 25%, for: 1000s}');
    const course = onTheOldAddress(held, 0);
    expect(shareAt(course, ttl)).toBeCloseTo(0.25, 9);
    expect(shareAt(course, 1_000 * SECOND - 1)).toBeCloseTo(0.25, 9);
    expect(shareAt(course, 1_000 * SECOND)).toBeCloseTo(0, 9);
  });
});
