import { type Form, Notebook, type Problem } from '../language/index.ts';
import { openText, withoutMark } from './open.ts';
import { problemsOf } from './problems.ts';

/** A document of another sort than a scenario, or what keeps the text from being one. */
export interface DocumentReading<T> {
  readonly value: T | undefined;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Reads any other document of YAML with the same care as a scenario: every problem at once, with its place.
 * @param what names it in messages, `a profile`, and says how it begins
 * @param check notes what a form cannot see
 */
export function readDocument<T>(
  text: string,
  form: Form<T>,
  what: { readonly noun: string; readonly begins: string },
  check: (value: T, notes: Notebook) => void = () => {},
): DocumentReading<T> {
  const opened = openText(withoutMark(text), what);
  if ('problems' in opened) return { value: undefined, problems: opened.problems };
  const notes = new Notebook();
  const value = notes.read(form, opened.raw);
  if (value !== undefined) check(value, notes);
  const failed = notes.findings.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : value, problems: problemsOf(notes, opened.source) };
}
