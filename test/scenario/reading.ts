import { expect } from 'vitest';
import type { Problem } from '../../src/language/index.ts';
import { readScenario, type Scenario } from '../../src/scenario/index.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';

/** The scenario of a text that must have no problem at all. */
export function scenarioOf(text: string): Scenario {
  const { scenario, problems } = readScenario(text, 'test.yaml');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return scenario!;
}

/** The active-active scenario with one passage changed; the passage must be there. */
export function changed(from: string, to: string, text = ACTIVE_ACTIVE): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

/** The words that a problem points at. */
export const pointedAt = (text: string, { range }: Problem): string =>
  range === undefined ? '' : text.slice(range.start.offset, range.end.offset);

export const problemsOf = (text: string): readonly Problem[] => readScenario(text, 'test.yaml').problems;
