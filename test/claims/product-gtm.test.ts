import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { happenings } from './ecs.ts';

// Alibaba Cloud DNS documentation, global traffic manager 3.0: address pools, probes, failback modes; TTL by edition.

const text = (how: string, faults: string, more = '') => `
hasim: 1
catalogue: none
places: {r: {a: {}, b: {}, c: {}}}
components:
  www: {kind: dns, ttl: 60s, hold-on: {share: 0}, monitor: {}, ${how}}
  one: {kind: slb, in: r/a, backends: [app-a], faults: none}
  two: {kind: slb, in: r/b, backends: [app-b], faults: none}
  spare: {kind: slb, in: r/c, backends: [app-c], faults: none}
  app-a: {kind: ecs, in: r/a, count: 1}
  app-b: {kind: ecs, in: r/b, count: 1}
  app-c: {kind: ecs, in: r/c, count: 1}
workloads: {page: {entry: www, demand: 100/s}}
faults: [${faults}]
${more}`;
const pools = (atLeast: number) =>
  `pools: {main: {priority: 1, at-least: ${atLeast}, answers: {one: 1, two: 1}}, rest: {priority: 2, answers: {spare: 1}}}`;
/** Bits by target in the order of names: one 1, spare 2, two 4. */
const answers = (scenario: string) =>
  happenings(scenario)
    .filter(({ kind }) => kind === 'role answer')
    .map(({ at, value }) => [at, value] as const);
const given = (scenario: string) => answers(scenario).map(([, value]) => value);
const ONE_LOST = '{at: 3d, lose: one, for: 1h}';
const MAIN_LOST = `${ONE_LOST}, {at: 3d, lose: two, for: 1h}`;
const codes = (how: string) => readScenario(text(how, ''), 'x').problems.map(({ code }) => code);

describe('address pools', () => {
  it('lose a bad address while enough are left', () => {
    expect(given(text(pools(1), ONE_LOST))).toEqual([2 + 4, 7]);
  });

  it('are left altogether when too few are good', () => {
    expect(given(text(pools(2), ONE_LOST))).toEqual([2, 7]);
  });

  it('are noticed to be bad after three probes, one a minute, the last of which waits 5 s', () => {
    const [lost] = answers(text(pools(2), ONE_LOST));
    expect(lost![0]).toBeGreaterThanOrEqual(125);
    expect(lost![0]).toBeLessThanOrEqual(185);
  });

  it('hold an answer once only', () => {
    const twice = 'pools: {main: {answers: {one: 1, two: 1}}, rest: {priority: 2, answers: {two: 1}}}';
    expect(codes(twice)).toContain('two-pools');
    expect(codes(`${pools(1)}, answers: {spare: 1}`)).toContain('answers-and-pools');
  });
});

describe('failback', () => {
  const mode = (failback: string) => `${pools(1)}, failback: ${failback}`;
  const twice = `${MAIN_LOST}, {at: 4d, lose: spare, for: 1h}`;

  it('is immediate where it is preemptive', () => {
    const told = answers(text(mode('preemptive'), MAIN_LOST));
    expect(told.at(-1)![1]).toBe(7);
    expect(told.at(-1)![0]).toBeLessThanOrEqual(3600 + 60);
  });

  it('does not happen where it is not, until what users have come to fails', () => {
    expect(given(text(mode('non-preemptive'), MAIN_LOST)).at(-1)).toBe(2);
    const told = answers(text(mode('non-preemptive'), twice));
    expect(told.at(-1)![1]).toBe(1 + 4);
    expect(told.at(-1)![0]).toBeGreaterThan(86_400);
  });

  it('or people bring them back', () => {
    const plan = `teams: {people: {}}
alarms: {bad: {watch: {any: [one, two]}}}
plans: {back: {when: {cleared: bad, for: 2h}, decided-by: automation, steps: [{readmit: [one, two], takes: 0s}]}}
`;
    const told = answers(text(mode('non-preemptive'), MAIN_LOST, plan));
    expect(told.at(-1)).toEqual([3 * 3600, 1 + 4]);
  });

  it('that is preemptive follows a main pool that comes and goes each time; one that is not moves users once', () => {
    const flapping = Array.from({ length: 5 }, (_, i) =>
      ['one', 'two'].map((name) => `{at: ${3 * 24 + i}h, lose: ${name}, for: 30m}`).join(', '),
    ).join(', ');
    const left = (failback: string) => given(text(mode(failback), flapping)).filter((mask) => mask === 2).length;
    expect(left('preemptive')).toBe(5);
    expect(left('non-preemptive')).toBe(1);
  });
});

describe('an edition', () => {
  it('bounds the TTL', () => {
    expect(codes(`${pools(1)}, edition: free`)).toContain('ttl-below-edition');
    expect(codes(`${pools(1)}, edition: standard`)).not.toContain('ttl-below-edition');
  });

  it('and how often is probed', () => {
    expect(codes(`${pools(1)}, edition: standard`)).not.toContain('interval-below-edition');
    const often = text(`${pools(1)}, edition: standard`, '').replace(
      'monitor: {}',
      'monitor: {interval: 15s, unhealthy: 4, timeout: 4s}',
    );
    expect(readScenario(often, 'x').problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['interval-below-edition', 'no-such-timeout', 'too-many-failures']),
    );
    const ultimate = text(`${pools(1)}, edition: ultimate`, '').replace('monitor: {}', 'monitor: {interval: 15s}');
    expect(readScenario(ultimate, 'x').problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
