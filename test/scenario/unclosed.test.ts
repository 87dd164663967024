import { expect, it } from 'vitest';
import { problemsOf } from './reading.ts';

it.each([
  ['name: [a\n', 'a `[` is not closed', '`]` before this'],
  ['name: {a: 1\n', 'a `{` is not closed', '`}` before this'],
  ['name: "a\n', 'a quote `"` is not closed', '`"` where the text ends'],
  ["name: 'a\n", "a quote `'` is not closed", "`'` where the text ends"],
])('%j is told in words', (text, message, expected) => {
  const [problem] = problemsOf(`hasim: 1\n${text}`);
  expect(problem).toMatchObject({ severity: 'error', code: 'yaml', message });
  expect(problem!.expected).toContain(expected);
});
