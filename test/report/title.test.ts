import { expect, test } from 'vitest';
import { PLAIN } from '../../src/report/ink.ts';
import { title } from '../../src/report/page.ts';
import { wordsOf } from '../../src/report/words/index.ts';

const page = { words: wordsOf('en'), ink: PLAIN };

test('a short remark of a title stands at the right edge', () => {
  const [line, ...rest] = title('DATA', 'what is left', page);
  expect(rest).toEqual([]);
  expect(line).toHaveLength(80);
  expect(line).toMatch(/^DATA {2,}what is left$/);
});

test('a long remark stands beneath the title, whole', () => {
  const remark = `${'a name that somebody has given to an earlier version '.repeat(3)}end`;
  const [line, ...rest] = title('SINCE', remark, page);
  expect(line).toBe('SINCE');
  expect(rest.length).toBeGreaterThan(1);
  expect(rest.filter((one) => one.length > 80)).toEqual([]);
  expect(rest.map((one) => one.trim()).join(' ')).toBe(remark);
});
