import { guardText } from '../guard.ts';
import { parseSource } from '../source.ts';
import { readValues } from '../values.ts';

/** One value of YAML, or what is wrong with its text. */
export type ValueText = { readonly value: unknown } | { readonly wrong: string };

/** Reads a value as it would stand in a scenario: `60s`, `3`, `[a, b]`, `{lognormal: {median: 30m, p95: 2h}}`. */
export function readValueText(text: string): ValueText {
  const bad = guardText(text);
  if (bad !== undefined) return { wrong: bad.finding.message };
  const source = parseSource(text);
  const [error] = source.document.errors;
  if (error !== undefined) return { wrong: error.message };
  const { value, problems } = readValues(source);
  const [problem] = problems;
  if (problem !== undefined) return { wrong: problem.finding.message };
  return value === undefined || value === null ? { wrong: 'nothing stands here' } : { value };
}
