import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, readScenario, renderProblems } from '../../src/scenario/index.ts';
import { TIMES } from '../times.ts';
import { ACTIVE_ACTIVE } from './active-active.ts';
import { changed, problemsOf } from './reading.ts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const components = (count: number, line: (i: number) => string): string =>
  `hasim: 1\nplaces: {r: {a: {}}}\ncomponents:\n${lines(count, (i) => `  c${i}: ${line(i)}`)}\n`;
const bomb = [...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghij'[i]},`.repeat(9)}x]`).join('\n');

/** The text, and the code of the one problem that answers it. */
const HOSTILE: readonly (readonly [what: string, text: string, code: string])[] = [
  ['nothing', '', 'empty'],
  ['blank lines', '  \n\n', 'empty'],
  ['null', '~', 'empty'],
  ['a word', 'hello', 'not-a-map'],
  ['a list', '- a\n- b', 'not-a-map'],
  ['a NUL', 'a: \u0000', 'not-text'],
  ['bytes', String.fromCharCode(...Array.from({ length: 256 }, (_, i) => i)), 'not-text'],
  ['bytes that were no UTF-8', 'name: \ufffd\ufffd', 'not-text'],
  ['a text too long', 'x'.repeat(LIMITS.text + 1), 'too-long'],
  ['20,000 lists', '['.repeat(20_000), 'too-deep'],
  ['20,000 lists, closed', '['.repeat(20_000) + ']'.repeat(20_000), 'too-deep'],
  ['20,000 maps', '{a: '.repeat(20_000), 'too-deep'],
  ['20,000 lists that comments seem to close', '[ #]\n'.repeat(20_000), 'too-deep'],
  ['20,000 dashes', '- '.repeat(20_000), 'too-deep'],
  ['1,300 levels of indentation', lines(1300, (i) => `${' '.repeat(i)}a:`), 'too-deep'],
  ['61 levels', '{a: '.repeat(61) + '}'.repeat(61), 'too-deep'],
  ['a bomb of aliases', `a: &a [x,x,x,x,x,x,x,x,x]\n${bomb}`, 'too-many-values'],
  ['a list within itself', 'a: &a [*a]', 'cyclic-alias'],
  ['a map within itself', 'a: &a {b: {c: *a}}', 'cyclic-alias'],
  ['decimals behind a comma', 'a: {b: 99,95%, c: 1}', 'comma'],
  ['thousands with a comma', 'a: {b: 1,000/s}', 'comma'],
  ['an alias of nothing', 'a: *b', 'no-anchor'],
  ['a key twice', 'hasim: 1\nhasim: 1', 'duplicate-key'],
  ['a merge key', 'a: &a {b: 1}\nc:\n  <<: *a', 'merge-key'],
  ['a key that is a list', '? [a]\n: 1', 'bad-key'],
  ['two documents', 'a: 1\n---\nb: 2', 'two-documents'],
  ['a tag of one’s own', 'hasim: !foo 1', 'tag'],
  ['a tag for code', 'hasim: !!js/function "x"', 'tag'],
  ['a tag for bytes', 'hasim: !!binary aGVsbG8=', 'tag'],
  ['an open quote', 'hasim: "1', 'yaml'],
  ['too many things', components(LIMITS.things + 1, () => '{kind: ecs}'), 'too-many-things'],
  ['too many instances', components(2, () => '{kind: ecs, in: r/a, count: 60000}'), 'too-many-instances'],
  ['a ring of 2,000', components(2000, (i) => `{kind: dns, answers: {c${(i + 1) % 2000}: 1}}`), 'loop'],
];

describe('hostile text is answered with one clear problem', () => {
  it.each(HOSTILE)('%s', (_, text, code) => {
    const { scenario, problems } = readScenario(text, 'x.yaml');
    expect(scenario).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    expect(problem!.range).toBeDefined();
    expect(renderProblems(problems, text, 'x.yaml').length).toBeLessThan(1000);
  });
});

describe('numbers that are none', () => {
  it.each([
    ['count: 4', 'count: .nan'],
    ['count: 4', 'count: .inf'],
    ['count: 4', 'count: -4'],
    ['count: 4', 'count: 99999999999999999999'],
    ['400/s', '-400/s'],
    ['960/s', '1e999/s'],
    ['size: 200GB', 'size: 99999999999999TB'],
    ['ttl: 60s', 'ttl: 999999y'],
    ['ttl: 60s', 'ttl: .inf'],
    ['retries: 1', 'retries: 11'],
    ['99.95%', '100.1%'],
  ])('%s → %s', (from, to) => expect(problemsOf(changed(from, to)).map(({ code }) => code)).toEqual(['bad-value']));
});

describe('large is not slow', () => {
  it('many problems are reported up to a limit', () => {
    expect(problemsOf(lines(50_000, (i) => `k${i}: 1`))).toHaveLength(LIMITS.problems);
    expect(problemsOf(components(1000, () => '{kind: ecs, in: zz, cont: 4, x: 1}'))).toHaveLength(LIMITS.problems);
  });

  it('a lattice of 2^30 paths is walked once', () => {
    const answers = (i: number) =>
      `{kind: dns, answers: {c${Math.floor(i / 2) * 2 + 2}: 1, c${Math.floor(i / 2) * 2 + 3}: 1}}`;
    const text = `${components(60, answers)}  c60: {kind: ecs, in: r/a, count: 1}
  c61: {kind: ecs, in: r/a, count: 2, capacity-each: 1/s}
workloads: {w: {entry: c0, demand: 10/s}}`;
    const others = problemsOf(text).filter(({ code }) => code !== 'no-monitor');
    expect(others.map(({ code, severity }) => [severity, code])).toEqual([
      ['warning', 'single-instance'],
      ['warning', 'overloaded'],
    ]);
  });
});

describe('whatever is done to a text, the answer is a scenario or problems with places in it', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ':',
    ' ',
    '\n',
    '-',
    '*a',
    '&a',
    '"',
    "'",
    '|',
    '#',
    '!!x',
    'none',
    '5',
    '-1',
    '30s',
    '50%',
    '\t',
    '中',
    '😀',
    '__proto__',
    '/',
  ];
  const edit = fc.record({ at: fc.nat(ACTIVE_ACTIVE.length), remove: fc.nat(30), insert: fc.constantFrom(...pieces) });

  const mustAnswer = (text: string): void => {
    const { scenario, problems } = readScenario(text, 'x.yaml');
    expect(scenario === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    for (const { range, message } of problems) {
      expect(message).not.toMatch(/undefined|\[object|NaN`? is not a word/);
      expect(range!.start.offset).toBeLessThanOrEqual(text.length + 1);
      expect(range!.end.offset).toBeGreaterThan(range!.start.offset);
    }
    expect(() => renderProblems(problems, text, 'x.yaml')).not.toThrow();
  };

  it('edits of a good scenario', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        mustAnswer(
          edits.reduce(
            (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
            ACTIVE_ACTIVE,
          ),
        );
      }),
      { numRuns: 150 * TIMES },
    );
  });

  it('values of any sort anywhere in it', () => {
    const spots = [...ACTIVE_ACTIVE.matchAll(/(?<=: )[^,{}[\]\n]+/g)].map(({ index, 0: { length } }) => ({
      index,
      length,
    }));
    fc.assert(
      fc.property(fc.constantFrom(...spots), fc.jsonValue({ maxDepth: 3 }), ({ index, length }, value) => {
        mustAnswer(ACTIVE_ACTIVE.slice(0, index) + JSON.stringify(value) + ACTIVE_ACTIVE.slice(index + length));
      }),
      { numRuns: 150 * TIMES },
    );
  });

  it('any text', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), mustAnswer)));
});
