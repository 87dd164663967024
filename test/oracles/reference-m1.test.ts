import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { YEAR } from '../../src/base/index.ts';
import { read, simulate } from '../simulate.ts';
import { expectNear } from './near.ts';

const M1 = read(readFileSync(new URL('../../scenarios/reference-m1.yaml', import.meta.url), 'utf8'));

// Another simulator, in another language and with another generator, over a million years.
it('reference-m1 is down 9.174e-4 of the time, in 6.370 outages a year', () => {
  const { collected } = simulate(M1, { runs: 2_000, years: 10 });
  const [page] = collected.workloads;
  expectNear(page!.down, 9.174e-4);
  const { count, mean, m2 } = page!.incidentRate;
  expectNear({ count, mean: mean * YEAR, m2: m2 * YEAR ** 2 }, 6.37);
  expect(collected.replications).toBe(2_000);
});
