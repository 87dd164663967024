import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsOf } from './reading.ts';

/** Examples of the guide that are whole scenarios; the others are passages. */
const examples = [...readFileSync('docs/language.md', 'utf8').matchAll(/```yaml\n(hasim: 1[\s\S]*?)```/g)].map(
  ([, text]) => text!,
);

describe('whole scenarios in docs/language.md', () => {
  it('are there: a small one, and one with links, crews and teams', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const section of ['links:', 'crews:', 'teams:']) expect(examples.join('')).toContain(section);
  });

  it.each(examples)('have no mistake: %#', (text) => {
    expect(problemsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
