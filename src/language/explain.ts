import * as z from 'zod';
import { ONE_KEY } from './choices.ts';
import { unguardKey } from './names.ts';
import { nearest } from './nearest.ts';
import type { Finding, PathPart } from './problem.ts';
import { type Form, show } from './scalar.ts';

type Issue = z.core.$ZodIssue;
export type Explained<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: Finding[] };

/** Reads `raw` with a form; every problem comes with what was expected and where. */
export function explain<T>(form: Form<T>, raw: unknown): Explained<T> {
  const result = form.safeParse(raw, { error: knownKeys });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, findings: allFindings(result.error.issues, raw) };
}

/**
 * Makes the message of an unknown key carry the keys that are known there, which the issue itself does not keep. Any other has only the
 * message that its form has given it: what is expected.
 */
function knownKeys(issue: z.core.$ZodRawIssue): string {
  const { inst } = issue;
  return issue.code === 'unrecognized_keys' && inst instanceof z.ZodObject ? Object.keys(inst.shape).join('\n') : '';
}

/** One mistake is one finding: a key that is misspelt is missing too, and a map of which it is the one key has none. Such echoes are dropped. */
function allFindings(issues: readonly Issue[], raw: unknown): Finding[] {
  const findings = issues.flatMap((issue) => findingsOf(issue, raw));
  const misspelt = findings.filter(({ code }) => code === 'unknown-key');
  if (misspelt.length === 0) return findings;
  return findings.filter((one) => one.code !== ONE_KEY && !misspelt.some((key) => isMeantBy(one, key)));
}

/** Whether what is missing is what a misspelt key beside it means. */
function isMeantBy({ code, path }: Finding, misspelt: Finding): boolean {
  const beside = path.slice(0, -1);
  return (
    code === 'missing-key' &&
    path.at(-1) === misspelt.nearest &&
    path.length === misspelt.path.length &&
    beside.every((part, i) => part === misspelt.path[i])
  );
}

function findingsOf(issue: Issue, raw: unknown): Finding[] {
  const path = issue.path.map(partOf);
  const value = valueAt(raw, path);
  if (value === undefined) return [missing(issue, path)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(unguardKey(key), path, issue.message.split('\n')));
    case 'invalid_union':
      return closestForm(issue, path, value);
    case 'invalid_key':
      return [
        wrong('bad-name', `${show(path.at(-1))} cannot be a name`, path, {
          ...expectedOf(issue.issues[0]),
          atKey: true,
        }),
      ];
    case 'invalid_value':
      return [notAmong(issue.values.map(String), path, value)];
    case 'custom':
      return [wrong(codeOf(issue), issue.message, path, { ...expectedOf(issue), ...meantBy(issue, value) })];
    default:
      return [wrong('bad-value', `${show(value)} is not ${kindOf(issue)}`, path, { expected: kindOf(issue) })];
  }
}

const wrong = (code: string, message: string, path: readonly PathPart[], more: Partial<Finding> = {}): Finding => ({
  severity: 'error',
  code,
  message,
  path,
  ...more,
});

const partOf = (part: PropertyKey): PathPart => (typeof part === 'number' ? part : String(unguardKey(part)));

function missing(issue: Issue, path: readonly PathPart[]): Finding {
  const expected = issue.code === 'invalid_value' ? { expected: oneOf(issue.values.map(String)) } : expectedOf(issue);
  return wrong('missing-key', path.length === 0 ? 'this is missing' : `\`${path.at(-1)}\` is missing`, path, expected);
}

const unknownKey = (key: string, path: readonly PathPart[], known: readonly string[]): Finding =>
  wrong('unknown-key', `${show(key)} is not a key here`, [...path, key], {
    expected: oneOf(known),
    ...near(key, known),
    atKey: true,
  });

const notAmong = (words: readonly string[], path: readonly PathPart[], value: unknown): Finding =>
  wrong('unknown-word', `${show(value)} is not a word here`, path, {
    expected: oneOf(words),
    ...(typeof value === 'string' ? near(value, words) : {}),
  });

/** What the form takes it for; or a number whose decimals stand behind a comma: with a point. */
function meantBy({ params }: z.core.$ZodIssueCustom, value: unknown): { nearest?: string } {
  const meant: unknown = params?.nearest;
  if (typeof meant === 'string') return { nearest: meant };
  return typeof value === 'string' && /^\s*\d+,\d{1,2}(?!\d)/.test(value) ? { nearest: value.replace(',', '.') } : {};
}

/** More words than this are counted, not listed. */
const LISTED = 24;

/** `one of a, b, c`. */
export function oneOf(words: readonly string[]): string {
  if (words.length === 1) return `\`${words[0]}\``;
  const more = words.length > LISTED ? ` or ${words.length - LISTED} more` : '';
  return `one of ${words.slice(0, LISTED).join(', ')}${more}`;
}

/** The nearest valid word as a part of a finding. */
export function near(written: string, words: Iterable<string>): { nearest?: string } {
  const word = nearest(written, words);
  return word === undefined ? {} : { nearest: word };
}

const codeOf = ({ params }: z.core.$ZodIssueCustom): string => (params?.code === ONE_KEY ? ONE_KEY : 'bad-value');

function expectedOf(issue: Issue | undefined): { expected?: string } {
  if (issue === undefined) return {};
  if (issue.code === 'custom') {
    const expected: unknown = issue.params?.expected;
    return typeof expected === 'string' ? { expected } : {};
  }
  if (issue.code === 'invalid_union') {
    const forms = issue.errors.map(([first]) => expectedOf(first).expected ?? literalOf(first));
    const expected = [...new Set(forms)].filter((text) => text !== undefined);
    return expected.length === 0 ? {} : { expected: expected.join(', or ') };
  }
  return issue.code === 'invalid_type' ? { expected: kindOf(issue) } : {};
}

const literalOf = (issue: Issue | undefined): string | undefined =>
  issue?.code === 'invalid_value' ? oneOf(issue.values.map(String)) : undefined;

const KINDS: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
};

function kindOf(issue: Issue): string {
  if (issue.message !== '') return issue.message;
  if (issue.code === 'too_small') return 'a list with something in it';
  return (issue.code === 'invalid_type' && KINDS[issue.expected]) || 'a value that fits here';
}

/** Of the forms that might have been meant, the problems of the one that was most nearly written. */
function closestForm(issue: z.core.$ZodIssueInvalidUnion, path: readonly PathPart[], value: unknown): Finding[] {
  const forms = issue.errors.map((issues) => allFindings(issues, value));
  const begun = forms.filter((findings) => findings.every((finding) => finding.path.length > 0));
  const meant = begun.sort((a, b) => a.length - b.length)[0];
  if (meant !== undefined) return meant.map((finding) => ({ ...finding, path: [...path, ...finding.path] }));
  const expected = [...new Set(forms.map((findings) => findings[0]?.expected ?? ''))].filter((text) => text !== '');
  const words = forms.map((findings) => findings[0]?.nearest).find((word) => word !== undefined);
  return [
    wrong('bad-value', `${show(value)} does not fit here`, path, {
      expected: expected.join(', or '),
      ...(words === undefined ? {} : { nearest: words }),
    }),
  ];
}

function valueAt(raw: unknown, path: readonly PathPart[]): unknown {
  let value: unknown = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
