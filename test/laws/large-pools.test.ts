import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/index.ts';
import { read } from '../simulate.ts';
import { TIMES } from '../times.ts';
import { measure } from './measured.ts';
import { textOf } from './scenarios.ts';

const crash = fc.record({
  mtbf: fc.integer({ min: 20_000, max: 400_000 }).map((seconds) => `${seconds}s`),
  repair: fc.integer({ min: 60, max: 4_000 }).map((seconds) => `${seconds}s`),
  effect: fc.constantFrom('exit', 'silent', 'hang'),
});

/** More servers than a situation tells apart, of two kinds, so that it matters for the causes of losses who is down. */
const pools = fc
  .record({
    count: fc.constantFrom(33, 40, 100, 600),
    zones: fc.constantFrom(['r/a'], ['r/a', 'r/b'], ['r/a', 'r/b', 'r/c']),
    weight: fc.constantFrom(1, 0.1, 0.7),
    crash,
    fatal: crash,
    health: fc.boolean(),
    need: fc.constantFrom(0.9, 0.97, 1),
    retries: fc.constantFrom(0, 2),
    gray: fc.boolean(),
  })
  .map(({ count, zones, weight, crash, fatal, health, need, retries, gray }) => ({
    hasim: 1,
    catalogue: 'none',
    places: { r: { a: {}, b: {}, c: {} } },
    components: {
      web: {
        kind: 'ecs',
        in: zones,
        count,
        'capacity-each': '10/s',
        boot: '30s',
        faults: {
          crash,
          ...(gray ? { drop: { mtbf: '100d', repair: '10m', effect: 'gray', share: 0.4, 'probes-fail': 0.5 } } : {}),
        },
      },
      few: { kind: 'ecs', in: zones[0], count: 2, 'capacity-each': '10/s', boot: '30s', faults: { crash: fatal } },
      lb: {
        kind: 'slb',
        in: 'r/a',
        'health-check': health ? { interval: '20s', timeout: '5s' } : 'off',
        backends: { web: weight, few: 1 },
      },
    },
    workloads: {
      page: {
        entry: 'lb',
        demand: `${Math.floor(count * 10 * need)}/s`,
        retries,
        'up-when': '99%',
        settle: '0s',
      },
    },
  }));

it('what follows from a situation of many equal servers is the same, remembered or evaluated afresh', () => {
  fc.assert(
    fc.property(pools, (raw) => {
      const text = textOf(raw);
      expect(measure(text, { evaluateAlways: true })).toEqual(measure(text));
    }),
    { seed: 1, numRuns: 12 * TIMES },
  );
});

it('a situation of 10,000 servers has a number', () => {
  const model = compileScenario(
    read(`
hasim: 1
places: {r: {a: {}}}
components:
  lb: {kind: slb, in: r/a, backends: [web]}
  web: {kind: ecs, in: r/a, count: 10000, capacity-each: 100/s}
workloads: {page: {entry: lb, demand: 600000/s}}
`),
  );
  expect(model.world.situation.number()).toBeGreaterThanOrEqual(0);
});
