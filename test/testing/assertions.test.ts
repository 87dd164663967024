import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFaultsOnly } from '../../src/scenario/index.ts';
import {
  assertAvailable,
  assertNoSplitBrain,
  assertNoWriteLost,
  assertObjectives,
  assertRpo,
  assertRto,
  assertServed,
  FaultsFound,
  faultSchedules,
  observe,
  scenarioOf,
  scheduleText,
} from '../../src/testing/index.ts';

/** Servers in two of four zones behind a balancer in all of them: only both zones together are fatal. */
const TEXT = `
hasim: 1
name: pair
places: {r: {a: {}, b: {}, c: {}, d: {}}}
components:
  lb: {kind: slb, product: alb, in: [r/a, r/b, r/c, r/d], backends: [app-a, app-b]}
  app-a: {kind: ecs, in: r/a, count: 2, capacity-each: 100/s}
  app-b: {kind: ecs, in: r/b, count: 2, capacity-each: 100/s}
workloads: {page: {entry: lb, demand: 50/s}}
objectives: {site-lost: {scope: zone, rto: 1h}, availability: {page: 99.9%}}
`;
const SHOP = scenarioOf(TEXT, 'shop.yaml');
const ZONES = { only: ['zone'], most: 3 };

/** Two databases in two zones; what is asynchronous may lose writes. */
const stored = (replication: string, more = ''): string => `
hasim: 1
places: {r: {a: {}, b: {}, c: {}}}
components:
  app: {kind: ecs, in: r/c, count: 2, capacity-each: 100/s, uses: {db: db}}
  db: {kind: rds, edition: high-availability, in: [r/a, r/b], size: 8GB, replication: ${replication}, coverage: 100%${more}}
workloads: {order: {entry: app, demand: 50/s, writes: db}}
`;

function failureOf(assertion: () => void): FaultsFound {
  try {
    assertion();
  } catch (error) {
    if (error instanceof FaultsFound) return error;
    throw error;
  }
  throw new Error('it holds');
}

describe('an assertion over schedules of faults', () => {
  const found = failureOf(() => assertRto(SHOP, { within: '1h', faults: ZONES, file: 'shop.yaml' }));

  it('shrinks a violation to exactly the pair that kills, together and as short as does it', () => {
    expect(found.found!.faults.map(({ target }) => target).sort()).toEqual(['r/a', 'r/b']);
    expect(found.found!.faults.map(({ at }) => at)).toEqual([172_800, 172_800]);
    expect(Math.min(...found.found!.faults.map(({ forSeconds }) => forSeconds!))).toBeLessThanOrEqual(3600);
  });

  it('says what was violated, by how much, and how to replay it', () => {
    const [first, what] = found.message.split('\n');
    expect(first).toBe('assertRto 1h does not hold:');
    expect(what).toMatch(/^ {2}time to recover: page 60\.\d+ min, allowed 60 min \(5\/5\)$/);
    expect(found.message).toContain(found.found!.yaml);
    expect(found.message).toMatch(/hasim explain shop\.yaml --faults found\.yaml --runs 5 --years 0\.0\d --seed 1$/);
  });

  it('prints YAML that breaks it again when it is replayed', () => {
    const replayed = scenarioOf(withFaultsOnly(TEXT, found.found!.yaml)!);
    expect(replayed.schedule.map(({ lose }) => lose).sort()).toEqual(['r/a', 'r/b']);
    expect(found.found!.breaks[0]).toMatchObject({ kind: 'rto', of: 'page', broken: 5, times: 5 });
  });

  it('says the same each time', () => {
    const again = failureOf(() => assertRto(SHOP, { within: '1h', faults: ZONES, file: 'shop.yaml' }));
    expect(again.message).toBe(found.message);
  });

  it('holds where one fault at a time is borne', () => {
    assertRto(SHOP, { within: '5m', faults: { ...ZONES, most: 1 } });
    assertServed(SHOP, { atLeast: '30%', faults: { ...ZONES, most: 1 } });
    assertAvailable(SHOP, { workload: 'page', target: '99.9%', faults: { ...ZONES, most: 1 } });
    assertObjectives(SHOP, { faults: { ...ZONES, most: 1 } });
  });

  it('is broken by what is stated: availability, share served, objectives', () => {
    const both = { faults: ZONES, tries: 100 };
    expect(failureOf(() => assertServed(SHOP, { atLeast: '30%', ...both })).found!.faults).toHaveLength(2);
    expect(failureOf(() => assertAvailable(SHOP, { target: '99.9%', ...both })).found!.faults).toHaveLength(2);
    const objectives = failureOf(() => assertObjectives(SHOP, both));
    expect(objectives.found!.faults).toHaveLength(2);
  });

  it('tells databases apart by what they may lose', () => {
    const faults = { only: ['zone:r/a', 'instance'], most: 1 };
    assertNoWriteLost(scenarioOf(stored('synchronous')), { faults });
    const lost = failureOf(() => assertNoWriteLost(scenarioOf(stored('asynchronous')), { store: 'db', faults }));
    expect(lost.found!.breaks.map(({ kind }) => kind)).toContain('writes-lost');
    assertRpo(scenarioOf(stored('asynchronous')), { within: '1h', faults });
    assertNoSplitBrain(scenarioOf(stored('asynchronous')), { faults });
  });

  it('refuses a property about nothing: it would always hold', () => {
    expect(() => assertRto(SHOP, { within: 'soon' })).toThrow('expected a duration');
    expect(() => assertServed(SHOP, { atLeast: 'most' })).toThrow('expected a share');
    expect(() => assertRto(SHOP, { within: '1h', workload: 'pages' })).toThrow('expected one of page');
    expect(() => assertNoWriteLost(SHOP, { store: 'db' })).toThrow('there is no db');
    expect(() => assertRto(SHOP, { within: '1h', faults: { only: ['moon'] } })).toThrow('zone:r/a');
    expect(() => assertObjectives(scenarioOf(stored('synchronous')))).toThrow('states no objective');
    expect(() => scenarioOf('hasim: 1', 'x.yaml')).toThrow('x.yaml:1:1: error');
  });
});

describe('schedules of faults', () => {
  it('strike only what is meant, when and for as long as is meant', () => {
    const schedules = faultSchedules(SHOP, { only: ['zone'], except: ['r/d'], most: 3, within: '1d', longest: '2h' });
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(schedule.length).toBeLessThanOrEqual(3);
        for (const { target, at, for: lasts } of schedule) {
          expect(['r/a', 'r/b', 'r/c']).toContain(target.name);
          expect(lasts).toBeLessThanOrEqual(2 * 3600e6);
          expect(at).toBeGreaterThanOrEqual(2 * 86_400e6);
        }
        expect(schedule[0]?.at ?? 0).toBeLessThanOrEqual(3 * 86_400e6);
      }),
      { seed: 1 },
    );
  });

  it('may be read back as they are printed', () => {
    fc.assert(
      fc.property(faultSchedules(SHOP, { only: ['zone', 'instance', 'component'], most: 4 }), (schedule) => {
        const read = scenarioOf(withFaultsOnly(TEXT, scheduleText(schedule))!);
        expect(read.schedule.map(({ lose, at }) => `${lose} ${at}`).sort()).toEqual(
          schedule.map(({ target, at }) => `${target.name} ${at}`).sort(),
        );
        expect(fc.stringify(schedule)).toContain('catalogue: scheduled');
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('serve properties of one’s own', () => {
    const one = faultSchedules(SHOP, { only: ['zone'], most: 1 });
    fc.assert(
      fc.property(one, (schedule) => {
        const { workloads } = observe(SHOP, schedule, { times: 2 });
        expect(workloads['page']!.longest).toBeLessThan(300);
        expect(workloads['page']!.unserved).toBeLessThanOrEqual(workloads['page']!.longest + 60);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('do nothing where there are none', () => {
    expect(observe(SHOP, []).workloads['page']).toEqual({ unserved: 0, longest: 0, least: 1 });
  });
});
