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
const HOUR = 60 * MINUTE;

interface Given {
  readonly ttl: number;
  readonly cohorts: number;
  readonly lasts: number;
  readonly holdOn?: string;
  /** More faults, each begun by a comma. */
  readonly more?: string;
  readonly retries?: number;
}

/** A name whose servers are lost at 10 min. Users go to the first answer while its monitor, which sees all at once, finds it healthy. */
const scenario = ({ ttl, cohorts, lasts, holdOn = 'share: 0%', more = '', retries = 0 }: Given): string => `
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
    hold-on: {${holdOn}}
  one: {kind: ecs, in: r/a, count: 1, boot: 0s}
  two: {kind: ecs, in: r/b, count: 1, boot: 0s}
workloads: {page: {entry: www, demand: 1/s, up-when: 100%, settle: 0s, retries: ${retries}}}
faults: [{at: ${written(LOST)}, lose: www, for: ${written(lasts)}}${more}]
`;

type Course = readonly (readonly [number, number])[];

/** The share of users who are not served, each time it changes: [µs since the name was lost, share]. */
function notServed(text: string, replication: number): Course {
  const model = compileScenario(read(text));
  const course: [number, number][] = [];
  model.service.attach({
    watching: true,
    service: (served) => {
      const { now } = model.world.clocks;
      if (now >= LOST) course.push([now - LOST, 1 - served[0]!]);
    },
  });
  replicate(model, masterKey('dns'), replication, (LOST + HOUR) as Us);
  return course;
}

const shareAt = (course: Course, t: number): number => course.filter(([at]) => at <= t).at(-1)?.[1] ?? 0;

describe('users of a name whose servers are lost', () => {
  it('lose their answers by a staircase within one step of t/TTL, and have one again when the name is back', () => {
    const ttls = fc.integer({ min: 32, max: 20 * MINUTE });
    const times = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        ttls,
        fc.integer({ min: 1, max: 40 }),
        times,
        fc.nat(1_000),
        (ttl, cohorts, ttlsLost, replication) => {
          const lasts = Math.max(1, Math.floor(ttlsLost * ttl));
          const course = notServed(scenario({ ttl, cohorts, lasts }), replication);
          const within = 1 / cohorts + 1 / ttl + 1e-9;
          const looks = [0, 0.2, 0.5, 0.9].map((share) => Math.floor(share * lasts));
          for (const t of [...looks, lasts - 1, ...course.map(([at]) => at)]) {
            const exact = t < lasts ? Math.min(1, t / ttl) : 0;
            expect(Math.abs(shareAt(course, t) - exact)).toBeLessThanOrEqual(t < lasts ? within : 1e-9);
          }
          if (lasts > ttl) expect(shareAt(course, ttl)).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never fall below 5/6 while it is lost for 10 s of 60 s, and 10²/(2·60) s of demand are lost in the mean', () => {
    const text = scenario({ ttl: 60 * SECOND, cohorts: 60, lasts: 10 * SECOND });
    const shares = notServed(text, 0).map(([, share]) => share);
    expect(Math.max(...shares)).toBeCloseTo(1 / 6, 9);
    const { collected } = simulate(read(text), { runs: 400, years: 1 / 8_760 });
    const { count, mean, m2 } = collected.workloads[0]!.unserved;
    expectNear({ count, mean: mean * HOUR, m2: m2 * HOUR ** 2 }, (100 / 120) * SECOND);
  });

  it('lose the same where they try again: a look-up that fails fails again', () => {
    const lasts = 10 * SECOND;
    const once = notServed(scenario({ ttl: 60 * SECOND, cohorts: 60, lasts }), 0);
    expect(shareAt(once, lasts - 1)).toBeCloseTo(1 / 6, 9);
    expect(notServed(scenario({ ttl: 60 * SECOND, cohorts: 60, lasts, retries: 3 }), 0)).toEqual(once);
  });

  it('keep the answer for longer behind resolvers that hold on: until the loss and their own law', () => {
    const given = { ttl: 10 * SECOND, cohorts: 10, holdOn: 'share: 25%, for: 1000s' };
    const course = notServed(scenario({ ...given, lasts: 1_200 * SECOND }), 0);
    expect(shareAt(course, 10 * SECOND)).toBeCloseTo(0.75, 9);
    expect(shareAt(course, 1_000 * SECOND - 1)).toBeCloseTo(0.75, 9);
    expect(shareAt(course, 1_000 * SECOND)).toBe(1);
    expect(shareAt(course, 1_200 * SECOND)).toBeCloseTo(0, 9);
    const shorter = notServed(scenario({ ...given, lasts: 900 * SECOND }), 0);
    expect(shareAt(shorter, 900 * SECOND - 1)).toBeCloseTo(0.75, 9);
    expect(Math.max(...shorter.filter(([at]) => at >= 900 * SECOND).map(([, share]) => share), 0)).toBeCloseTo(0, 9);
  });

  it('lose nothing more when it is lost again at once, and the same again later', () => {
    const later = `, {at: ${written(LOST + 30 * SECOND)}, lose: www, for: 10s}`;
    const given = { ttl: 60 * SECOND, cohorts: 60, lasts: 10 * SECOND };
    const course = notServed(scenario({ ...given, more: later }), 0);
    // Both losses meet ten of the sixty cohorts, others in the second.
    for (const t of [10 * SECOND - 1, 40 * SECOND - 1]) expect(shareAt(course, t)).toBeCloseTo(1 / 6, 9);
    for (const t of [10 * SECOND, 30 * SECOND - 1, 40 * SECOND]) expect(shareAt(course, t)).toBeCloseTo(0, 9);
  });
});

describe('a name whose answer changes while it is lost', () => {
  const [ttl, lasts] = [60 * SECOND, 30 * SECOND];
  const change = 10 * SECOND;
  /** The first answer refuses from 10 s after the loss on, for good. */
  const course = (): Course =>
    notServed(
      scenario({
        ttl,
        cohorts: 60,
        lasts,
        more: `, {at: ${written(LOST + change)}, lose: one, for: 10d, effect: exit}`,
      }),
      0,
    );

  it('serves nobody meanwhile: some have no answer, the others hold the old one', () => {
    expect(shareAt(course(), change - 1)).toBeCloseTo(1 / 6, 9);
    for (const t of [change, 20 * SECOND, lasts - 1]) expect(shareAt(course(), t)).toBe(1);
  });

  it('gives the new answer at once to whose cache has expired by then, and to the others in their turn', () => {
    // 30 of 60 cohorts have expired; the others expire one a second, all within a TTL of the loss.
    expect(shareAt(course(), lasts)).toBeCloseTo(1 / 2, 9);
    expect(shareAt(course(), 45 * SECOND)).toBeCloseTo(1 / 4, 9);
    expect(shareAt(course(), ttl - SECOND - 1)).toBeGreaterThan(0);
    expect(shareAt(course(), ttl)).toBeCloseTo(0, 9);
  });
});
