import { describe, expect, it } from 'vitest';
import { problemsOf } from './reading.ts';

/** The message, what is expected, and the line and column of the only problem of a text. */
function only(text: string) {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  const { message, expected, range } = problems[0]!;
  return { message, expected, at: range && `${range.start.line}:${range.start.column}` };
}

describe('a mistake in the form of a text is told in plain words', () => {
  it.each([
    [
      'hasim: 1\nplaces:\n  east:\n    a: {}\n   b: {}\n',
      'this line is indented by 3 spaces, unlike all to which it could belong',
      '0 or 2 or 4 spaces before it, as lines above have',
      '5:4',
    ],
    [
      'hasim: 1\ncomponents:\n  web:\n    in: a\n      count: 3\n',
      'this line is indented by 6 spaces, below a key that has a value already',
      '4 spaces before it, as the line above has',
      '5:7',
    ],
    [
      'hasim: 1\ncomponents:\n  web:\n  kind: ecs\n\n   # a remark\n   in: a\n',
      'this line is indented by 3 spaces, unlike all to which it could belong',
      '0 or 2 spaces before it, as lines above have',
      '7:4',
    ],
    [
      'hasim: 1\nplans:\n  steps:\n    - fence: a\n   - fence: b\n',
      'this line is indented by 3 spaces, unlike all to which it could belong',
      '0 or 2 or 4 spaces before it, as lines above have',
      '5:4',
    ],
    ['hasim: 1\n\tplaces:\n', 'a tab indents this line', 'spaces', '2:1'],
    [
      'hasim: 1\nname: b: c\n',
      'a second `: ` stands on this line',
      'one key a line, or quotes around a value that holds `: `',
      '2:7',
    ],
    ['hasim: 1\nplaces\n', 'no `:` stands behind this', 'a key with its value, such as `ttl: 60s`', '2:1'],
    ['hasim: 1\nname: @x\n', 'a value cannot begin with `@`', 'quotes around the value', '2:7'],
    [
      'hasim: 1\nname: "x" y\n',
      'something stands behind the end of the value',
      'one value; quotes around all of it',
      '2:11',
    ],
    [
      'hasim: 1\nplaces: {a: 1 b: 2}\n',
      'no `,` stands between two entries',
      '`,` between the entries within brackets',
      '2:13',
    ],
    [
      'hasim: 1\nname: - a\n',
      'a list begins on the line of its key',
      'its items on lines of their own, or `[one, two]`',
      '2:7',
    ],
    ['hasim: 1\n- a\n', 'an item of a list stands among keys', 'a key with its value, such as `ttl: 60s`', '2:1'],
  ])('%j', (text, message, expected, at) => {
    expect(only(text)).toEqual({ message, expected, at });
  });
});
