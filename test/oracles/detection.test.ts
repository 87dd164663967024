import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND, type Us } from '../../src/base/index.ts';
import { replicate } from '../../src/experiment/index.ts';
import type { ProbeMode } from '../../src/model/index.ts';
import { masterKey } from '../../src/random/index.ts';
import { compileScenario } from '../../src/scenario/index.ts';
import { listen, read } from '../simulate.ts';
import { believe, type Change, CLB, type Fault, type Rules, watching } from './probes.ts';

const MODES: readonly ProbeMode[] = ['elided', 'literal'];

/** The changes of belief of a balancer, and what was up by then. */
function observed(text: string, probes: ProbeMode, horizon: number, replication = 0): Change[] {
  const model = compileScenario(read(text), { probes });
  const happened = listen(model);
  replicate(model, masterKey('1'), replication, horizon as Us);
  return happened.flatMap(([at, kind, , value]) => (kind === 'belief' ? [[at, value as 0 | 1] as const] : []));
}

const second = (seconds: number): number => Math.round(seconds * SECOND);

describe.each(MODES)('detection by a CLB, %s probes', (mode) => {
  // From the first failing probe: 3 · 5 + 2 · 2 = 19 s for what does not answer, 2 · 2 = 4 s for what refuses.
  it.each([
    ['silent', 3 * 5 + 2 * 2],
    ['hang', 3 * 5 + 2 * 2],
    ['exit', 2 * 2],
  ] as const)('%s: %i s after the first failing probe starts, exactly', (effect, seconds) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * SECOND }), (phase) => {
        const from = 10 * SECOND + phase;
        const firstFailing = Math.ceil(from / CLB.interval) * CLB.interval;
        const changes = observed(watching(CLB, [{ from, to: from + MINUTE, effect }]), mode, 40 * SECOND);
        expect(changes).toEqual([[firstFailing + second(seconds), 0]]);
      }),
      { numRuns: 40, examples: [[0], [1], [2 * SECOND - 1], [2 * SECOND]] },
    );
  });

  it.each([
    ['silent', 19, 21],
    ['exit', 4, 6],
  ] as const)('%s at a random phase: %i to %i s after the fault, evenly', (effect, least, most) => {
    const fault = { from: MINUTE, to: 10 * MINUTE, effect };
    const text = watching(CLB, [fault], 'random');
    const delays = Array.from({ length: 200 }, (_, i) => observed(text, mode, 2 * MINUTE, i)[0]![0] - fault.from);
    for (const delay of delays) {
      expect(delay).toBeGreaterThanOrEqual(second(least));
      expect(delay).toBeLessThan(second(most));
    }
    // The mean of 200 numbers that are uniform over 2 s: 4 standard errors are 4 · 2/√12/√200 s.
    const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length / SECOND;
    expect(Math.abs(mean - (least + most) / 2)).toBeLessThan((4 * 2) / Math.sqrt(12 * 200));
  });

  it('fails a probe at the very instant of the fault, and passes one at that of the repair', () => {
    const refused: Fault = { from: 10 * SECOND, to: 30 * SECOND, effect: 'exit' };
    expect(observed(watching(CLB, [refused]), mode, MINUTE)).toEqual([
      [14 * SECOND, 0],
      [34 * SECOND, 1],
    ]);
    const justBefore = { ...refused, to: 30 * SECOND + 1 };
    expect(observed(watching(CLB, [justBefore]), mode, MINUTE)).toEqual([
      [14 * SECOND, 0],
      [36 * SECOND, 1],
    ]);
  });

  it('is shifted by the time-outs that it waited for', () => {
    // Probes at 10, 17, 24 s wait 5 s each; it is out at 29 s; then 31, 38 (fails until 43), and good at 45, 47, 49 s.
    const fault: Fault = { from: 10 * SECOND, to: 40 * SECOND, effect: 'silent' };
    expect(observed(watching(CLB, [fault]), mode, MINUTE)).toEqual([
      [29 * SECOND, 0],
      [49 * SECOND, 1],
    ]);
  });

  it('starts its count again after an opposite result', () => {
    const twice = [10, 15].map((from): Fault => ({ from: second(from), to: second(from + 3), effect: 'exit' }));
    // Fails at 10 and 12, passes at 14, fails at 16: never three in a row.
    expect(observed(watching(CLB, twice), mode, MINUTE)).toEqual([]);
  });
});

const rules: fc.Arbitrary<Rules> = fc
  .record({
    interval: fc.integer({ min: 1, max: 8 }),
    timeout: fc.integer({ min: 1, max: 12 }),
    healthy: fc.integer({ min: 1, max: 4 }),
    unhealthy: fc.integer({ min: 1, max: 4 }),
    spacing: fc.constantFrom('from-end', 'from-start'),
  } as const)
  .filter(({ interval, timeout, spacing }) => spacing === 'from-end' || timeout <= interval);

/** Faults one after the other, touching at times, so that the target changes its manner without being well between. */
const faults: fc.Arbitrary<Fault[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 60 }),
      lasts: fc.integer({ min: 1, max: 60 }),
      effect: fc.constantFrom<Fault['effect']>('exit', 'silent', 'hang'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => {
    let now = 0;
    return list.map(({ gap, lasts, effect }) => {
      const from = now + gap;
      now = from + lasts;
      return { from, to: now, effect };
    });
  });

describe.each(MODES)('any prober, %s', (mode) => {
  it('believes at each microsecond what one probe after the other would have it believe', () => {
    fc.assert(
      fc.property(rules, faults, (rule, list) => {
        const horizon = list.at(-1)!.to + 200;
        expect(observed(watching(rule, list), mode, horizon)).toEqual(believe(rule, list, 0, horizon));
      }),
      { numRuns: 300 },
    );
  });
});
