import { describe, expect, it } from 'vitest';
import { inChinese } from '../../src/language/index.ts';
import { problemsOf } from './reading.ts';

/** The only problem of a text. */
function only(text: string) {
  const problems = problemsOf(text);
  expect(problems.map(({ message }) => message)).toHaveLength(1);
  const { range, ...problem } = problems[0]!;
  return { ...problem, at: range && `${range.start.line}:${range.start.column}-${range.end.column}` };
}

describe('a sign that looks like one of YAML', () => {
  it.each([
    ['hasim: 1\nplaces:\n  a：{}\n  b: {}\n', '：', '`:` and a space', '3:4-5'],
    ['hasim: 1\nplaces:\n  a： {}\n  b: {}\n', '：', '`:` and a space', '3:4-5'],
    ['hasim: 1\nplaces: {a: {}，b: {}}\n', '，', '`,` and a space', '2:15-16'],
    ['hasim: 1\nplaces: {a: 1， b: 2}\n', '，', '`,` and a space', '2:14-15'],
    ['hasim: 1\nplaces: {a: {}｝\nname: b\n', '｝', '`}`', '2:15-16'],
    ['hasim: 1\nname: [a］\n', '］', '`]`', '2:9-10'],
    ['hasim: 1\nname: "a”\nplaces: {}\n', '”', '`"`', '2:9-10'],
  ])('%j is named where it stands', (text, sign, expected, at) => {
    const problem = only(text);
    expect(problem).toMatchObject({
      message: `\`${sign}\` is a full-width sign, which YAML reads as text`,
      expected,
      at,
    });
    const zh = inChinese(problem);
    expect(zh.message).toBe(`\`${sign}\` 是全角符号，YAML 把它当作文字`);
    expect(zh.expected).toBe(expected.replace(/^(.*) and a space$/, '半角 $1 加一个空格'));
  });

  it.each([
    ['\u00a0', '00A0'],
    ['\u3000', '3000'],
  ])('a space that YAML does not know is shown: %j', (space, code) => {
    const problem = only(`hasim: 1\nplaces:\n  a:${space}{}\n  b: {}\n`);
    expect(problem).toMatchObject({
      message: `a space of another kind stands here, U+${code}`,
      expected: 'a plain space',
      at: '3:5-6',
    });
    expect(inChinese(problem)).toMatchObject({
      message: `此处的空格不是普通空格：U+${code}`,
      expected: '普通空格',
    });
  });

  it('is no mistake in quotes, in a remark, or within a name', () => {
    const text = 'hasim: 1\nname: 两地，三中心：一\nabout: "a，b" # 甲：乙\nplaces: {a 1 b: 2}\n';
    expect(problemsOf(`${text}x: "a： b" y\n`).map(({ message }) => message)).not.toContainEqual(
      expect.stringContaining('full-width'),
    );
  });

  it('that joins two words suggests what was meant', () => {
    const text = 'hasim: 1\nplaces: {a: {}}\ncomponents:\n  web: {kind: ecs, in: a, count：3}\n';
    const nearest = problemsOf(text).map((problem) => problem.nearest);
    expect(nearest).toContain('count: 3');
  });
});

it('a quote that nothing closes is shown where it opens', () => {
  const problem = only('hasim: 1\nname: "my shop\nplaces: {}\nabout: it\'s\n');
  expect(problem).toMatchObject({
    message: 'a quote `"` is not closed',
    expected: '`"` where the text ends',
    at: '2:7-15',
  });
  expect(inChinese(problem).expected).toBe('在文字结束处加 `"`');
});

it('a line that a tab indents is one mistake, and so is a second one', () => {
  const text = 'hasim: 1\ncomponents:\n  web:\n    kind: ecs\n\tin: a\n    count: 3\n  db:\n    kind: rds\n';
  expect(only(text)).toMatchObject({ message: 'a tab indents this line', at: '5:1-2' });
});

it('a key that stands twice says where it stood first', () => {
  const problem = only('hasim: 1\nplaces: {a: {}}\nname: x\nplaces: {b: {}}\n');
  expect(problem).toMatchObject({
    code: 'duplicate-key',
    expected: 'one `places`; the first stands in line 2',
    at: '4:1-7',
  });
  expect(inChinese(problem).expected).toBe('只写一个 `places`；第一个在第 2 行');
});
