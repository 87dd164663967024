import { describe, expect, it } from 'vitest';
import { hasDensity, type Life, newLife, steadyLife } from '../../src/random/index.ts';
import { CONTINUOUS, nameOf, STEPPED } from './every-law.ts';

const SHARES = [0.01, 0.3, 0.5, 0.9];
const SMALL = 1e-5;

describe.each(CONTINUOUS.map((law) => ({ name: nameOf(law), law })))('a life by $name', ({ law }) => {
  const lives: readonly [string, Life][] = [
    ['new', newLife(law)],
    ['met in equilibrium', steadyLife(law)],
  ];
  const agesOf = (life: Life): number[] => [life.residual(0.2, 0), life.residual(0.6, 0)];

  it.each(lives)('%s: what is left follows the chance to end within it', (_, life) => {
    for (const age of agesOf(life)) {
      for (const u of SHARES) expect(life.within(age, life.residual(u, age))).toBeCloseTo(u, 6);
    }
  });

  it.each(lives)('%s: the hazard is the chance to end within a short time, divided by it', (_, life) => {
    for (const age of agesOf(life)) {
      const soon = life.residual(SMALL, age);
      expect((life.hazard(age) * soon) / SMALL).toBeGreaterThan(0.99);
      expect((life.hazard(age) * soon) / SMALL).toBeLessThan(1.01);
    }
  });

  it('can be weighed', () => expect(hasDensity(law)).toBe(true));
});

it.each(STEPPED.map((law) => ({ name: nameOf(law), law })))('$name cannot be weighed: it jumps', ({ law }) => {
  expect(hasDensity(law)).toBe(false);
});
