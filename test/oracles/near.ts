import { expect } from 'vitest';
import type { MomentSums } from '../../src/measures/index.ts';

/** How far a simulated mean may lie from the truth: a perfect simulation strays further once in 16,000 times. */
const STANDARD_ERRORS = 4;

/** Asserts that the mean of independent values lies within 4 standard errors, estimated from them, of the truth. */
export function expectNear(sample: MomentSums, truth: number): void {
  const error = Math.sqrt(sample.m2 / (sample.count - 1) / sample.count);
  expect(error).toBeGreaterThan(0);
  expect(Math.abs(sample.mean - truth) / error).toBeLessThan(STANDARD_ERRORS);
}

/** Asserts that a share of successes in so many independent trials is that of a chance. */
export function expectShare(successes: number, trials: number, chance: number): void {
  const error = Math.sqrt((chance * (1 - chance)) / trials);
  expect(Math.abs(successes / trials - chance) / error).toBeLessThan(STANDARD_ERRORS);
}
