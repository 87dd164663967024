import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { inChinese, phraseInChinese } from '../../src/language/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { renderProblems } from '../../src/scenario/render.ts';

/** Stands for what only a scenario tells: it can be a name, and can be said in Chinese. */
const WORD = 'component';
/** Rooms that find what is wrong with a scenario; warnings are told in both languages where they are found. */
const ROOMS = ['components', 'faults', 'language', 'measures', 'plans', 'scenario', 'service', 'standards'];
const ELSEWHERE = /^(language\/chinese|scenario\/warnings|scenario\/render\.ts|standards\/(?!profiles))/;

const sources = ROOMS.flatMap((room) =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .map((file) => join(room, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !ELSEWHERE.test(file)),
);

/** The texts that an expression may be, where they can be read off it. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => WORD + literal.text).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return ts.isParenthesizedExpression(node) ? textsOf(node.expression) : [];
}

/** Every text of a file that a problem says: the second argument of `error` and `textError`, `expected`, `says`, `wrong`. */
function told(file: string): string[] {
  const found: string[] = [];
  const root = ts.createSourceFile(file, readFileSync(join('src', file), 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: called, arguments: given } = node;
      const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
      if ((name === 'error' || name === 'textError') && given[1] !== undefined) found.push(...textsOf(given[1]));
      if (name === 'textError' && given[4] !== undefined) found.push(...textsOf(given[4]));
    }
    if (ts.isPropertyAssignment(node) && ['expected', 'says', 'wrong'].includes(node.name.getText()))
      found.push(...textsOf(node.initializer));
    if (ts.isVariableDeclaration(node) && ['EXPECTED', 'message'].includes(node.name.getText()) && node.initializer)
      found.push(...textsOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found.filter((text) => text !== '' && text !== WORD);
}

test('no sentence in which a problem is told is without Chinese words', () => {
  const texts = sources.flatMap((file) => told(file).map((text) => ({ file, text })));
  expect(texts.length).toBeGreaterThan(250);
  expect(texts.filter(({ text }) => phraseInChinese(text) === undefined)).toEqual([]);
});

const SHOP = `hasim: 1
name: shop
places: {east: {a: {}, b: {}}}
components:
  www: {kind: dns, ttl: 60s, answers: {lb: 100%}}
  lb: {kind: slb, in: east/a, backends: [web]}
  web: {kind: ecs, in: east/a, count: 2, capacity-each: 100/s, uses: {database: rows}}
  rows: {kind: rds, edition: high-availability, in: east/a, size: 10GB}
workloads:
  page: {entry: www, demand: 50/s, writes: database}
`;
const put = (from: string, to: string): string => {
  if (!SHOP.includes(from)) throw new Error(from);
  return SHOP.replace(from, to);
};

/** One of each sort, with what each says in either language. */
const KINDS: readonly (readonly [code: string, text: string, english: RegExp, chinese: RegExp])[] = [
  [
    'unknown-key',
    put('ttl: 60s', 'tll: 60s'),
    /`tll` is not a key here/,
    /此处没有键 `tll`.*\n[\s\S]*是否想写 `ttl`？/,
  ],
  [
    'missing-key',
    put(', demand: 50/s', ''),
    /`demand` is missing/,
    /缺少 `demand`[\s\S]*应为：大于 0 的速率，例如 400\/s/,
  ],
  ['bad-value', put('60s', 'soon'), /`soon` is not a duration above 0/, /`soon` 不是大于 0 的时长/],
  ['bad-value', put('size: 10GB', 'size: []'), /a list is not a size/, /列表 不是容量/],
  ['unknown-word', put('kind: slb', 'kind: slbb'), /`slbb` is not a kind of component/, /`slbb` 不是组件类型/],
  ['unknown-word', put('high-availability', 'highest'), /`highest` is not a word here/, /此处没?不?能?写 `highest`/],
  [
    'unknown-name',
    put('[web]', '[wep]'),
    /`wep` names no component/,
    /没有名为 `wep` 的组件[\s\S]*应为：服务器资源池：web/,
  ],
  ['wrong-kind', put('[web]', '[rows]'), /`rows` is of kind rds/, /`rows` 的类型是 rds/],
  ['percentages', put('100%', '90%'), /make up 90 %/, /合计 90 %[\s\S]*合计为 100 % 的百分比/],
  ['bad-name', put('web: {kind', '"we/b": {kind'), /cannot be a name/, /不能作名称[\s\S]*应为：任何文字|不能作名称/],
  ['yaml', `${SHOP}  - here: [\n`, /error:/, /错误：/],
  ['not-text', `${SHOP}\u0000`, /this is not text/, /这不是文本[\s\S]*UTF-8 编码的 YAML 文件/],
  ['not-a-map', '- 1\n', /a scenario is a map/, /场景应为映射/],
  ['no-path', put('entry: www', 'entry: rows'), /`rows` is of kind rds/, /`rows` 的类型是 rds/],
  [
    'no-such-role',
    put('writes: database', 'writes: cache'),
    /no store plays `cache`/,
    /没有存储为 .*web.* 担任 `cache`/,
  ],
];

describe('each sort of problem', () => {
  it.each(KINDS)('%s is told in either language', (_code, text, english, chinese) => {
    const { problems } = readScenario(text, 'shop.yaml');
    expect(problems.length).toBeGreaterThan(0);
    expect(renderProblems(problems, text, 'shop.yaml')).toMatch(english);
    expect(renderProblems(problems, text, 'shop.yaml', { language: 'zh' })).toMatch(chinese);
  });

  it('keeps names, keys and values as they are written', () => {
    const { problems } = readScenario(put('[web]', '["a store"]'), 'shop.yaml');
    const [problem] = problems.filter(({ code }) => code === 'unknown-name');
    expect(inChinese(problem!).message).toBe('没有名为 `a store` 的组件');
  });
});
