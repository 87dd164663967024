import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/experiment/index.ts';
import { databaseCase, poolCase, type RareCase, rare } from './rare.ts';

/** Or as many as HASIM_REPETITIONS says. A perfect method leaves the band, of 2,000 93 to 97 %, once in 25,000 times. */
const REPETITIONS = Number(process.env.HASIM_REPETITIONS ?? 60);
const BAND = 4.1 * Math.sqrt((0.95 * 0.05) / REPETITIONS);

/** The intervals of a figure, by repetition; the shares of them that hold the exact answer. */
function coverage({ text, minutes, incidents }: RareCase, runs: number) {
  const hits = { minutes: 0, incidents: 0 };
  let events = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const result = rare(text, runs, `repetition ${repetition}`);
    const page = result.workloads.page!;
    if (holds(page.downtimeMinutesPerYear, minutes)) hits.minutes += 1 / REPETITIONS;
    if (holds(page.incidentsPerYear, incidents)) hits.incidents += 1 / REPETITIONS;
    events += result.events / REPETITIONS;
  }
  return { ...hits, events };
}

const holds = ({ low, high }: Estimate, truth: number): boolean => low! <= truth && truth <= high!;

const error = ({ low, high }: Estimate): number => (high! - low!) / 2 / 1.984;

/** Asserts that an estimate of 100 paths lies within 4 standard errors of the truth. */
function expectNear(estimate: Estimate, truth: number): void {
  expect(Math.abs(estimate.mean! - truth)).toBeLessThan(4 * error(estimate));
}

describe('failure biasing gives the exact answer', () => {
  it.each([
    poolCase('1 of 2, a crew each', { needed: 1, of: 2, mttf: 1_000, mttr: 10, crews: 2 }),
    poolCase('1 of 2, one crew', { needed: 1, of: 2, mttf: 1_000, mttr: 10, crews: 1 }),
    poolCase('2 of 3, a crew each', { needed: 2, of: 3, mttf: 1_000, mttr: 10, crews: 3 }),
    poolCase('3 of 5, one crew', { needed: 3, of: 5, mttf: 1_000, mttr: 10, crews: 1 }),
    poolCase('3 of 5, a crew each', { needed: 3, of: 5, mttf: 1_000, mttr: 10, crews: 5 }),
    poolCase('1 of 1', { needed: 1, of: 1, mttf: 1_000, mttr: 10, crews: 1 }),
    databaseCase('two nodes', 1_000, 5),
    poolCase('1 of 4 at 1e-12', { needed: 1, of: 4, mttf: 1_000, mttr: 1, crews: 4 }),
  ])('of $name', ({ text, minutes, incidents }) => {
    const { page } = rare(text, 100).workloads;
    expectNear(page!.downtimeMinutesPerYear, minutes);
    expectNear(page!.incidentsPerYear, incidents);
    expect(page!.warnings).not.toContain('disagrees');
  });
});

describe('the interval of 95 %', () => {
  const database = databaseCase('two nodes at 1e-7', 3_162, 1);

  it('holds the exact answer of a database at 1e-7 in 95 % of repetitions', () => {
    const { minutes, incidents } = coverage(database, 20);
    expect(minutes).toBeGreaterThan(0.95 - BAND);
    expect(minutes).toBeLessThan(0.95 + BAND);
    expect(incidents).toBeGreaterThan(0.95 - BAND);
  });
});
